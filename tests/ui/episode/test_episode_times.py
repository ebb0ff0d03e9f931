"""Claims about days and times as typed: odd, unreadable, twice, never, and a day alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.episode import Accuracy
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.widgets import Select
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible
from tests.ui.episode.filling import NEW, Opener, fill, holds, newest, open_things, save
from tests.ui.interview.hands import focused
from tests.ui.rooms import pressable
from tests.vaults import contents


def test_odd_times_are_said_once_and_kept_as_they_are(
    open_form: Opener, workspace: Workspace, known: Place, moment: Moment
) -> None:
    """Nothing is corrected; other odd times are said again."""
    page = open_form(known)
    fill(page, found_day="1/1/2020")
    save(page)
    assert open_things(page) == ("Look at the times: one lies before the one it follows",)
    fill(page, found_day="2/1/2020", last_seen_day="1/1/2030")
    save(page)
    assert len(open_things(page)) > 1
    save(page)
    found = newest(workspace, moment).found
    assert found is not None
    assert local(found).date().isoformat() == "2020-01-02"


@pytest.mark.parametrize(
    ("day", "time", "said", "where"),
    [
        ("soon", "9:00", "Came back: Write the day as 3/11/2026.", "returned_day"),
        ("31/2/2026", "", "Came back: Write the day as 3/11/2026.", "returned_day"),
        ("", "9:00", "Came back: Write the day as 3/11/2026.", "returned_day"),
        ("9/3/2026", "late", "Came back: Write the time as 16:40.", "returned_time"),
        ("9/3/2026", "25:00", "Came back: Write the time as 16:40.", "returned_time"),
        (
            "29/3/2026",
            "01:30",
            "Came back: The clocks went forward over this hour. Check the time.",
            "returned_time",
        ),
        (
            "25/10/2026",
            "01:30",
            "Came back: This hour came twice that night. Say which one.",
            "returned_which",
        ),
    ],
)
def test_a_time_that_cannot_be_read_is_never_dropped(
    open_form: Opener, workspace: Workspace, day: str, time: str, said: str, where: str
) -> None:
    """However often one saves: the words stay in the field and nothing is written."""
    page, before = open_form(NEW), contents(workspace)
    fill(page, initials="K.O.", returned_day=day, returned_time=time)
    for _ in range(2):
        save(page)
        assert open_things(page) == (said,)
    assert (holds(page, "returned_day"), holds(page, "returned_time")) == (day, time)
    pressable(page, "error_1").click()
    assert focused().objectName() == where
    before_drafts = {name: rows for name, rows in before.items() if "draft" not in name}
    now = contents(workspace)
    assert {name: now[name] for name in before_drafts} == before_drafts
    assert_page_accessible(page)


def test_the_hour_that_came_twice_asks_which_one(
    open_form: Opener, workspace: Workspace, moment: Moment
) -> None:
    """It asks as soon as both are typed, keeps the answer, and shows it again."""
    page = open_form(NEW)
    fill(page, initials="K.O.", returned_day="26/10/2025")
    which = page.findChild(Select, "returned_which")
    assert which is not None
    assert not which.isVisible()
    fill(page, returned_time="01:30")
    assert which.isVisible()
    which.setFocus()
    QTest.keyClick(which, Qt.Key.Key_Down)
    QTest.keyClick(which, Qt.Key.Key_Down)
    save(page)

    away = newest(workspace, moment)
    assert away.returned == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    again = open_form(Place(PageName.EPISODE, away.case_id, away.id))
    shown_again = again.findChild(Select, "returned_which")
    assert shown_again is not None
    assert (shown_again.isVisible(), shown_again.value()) == (True, "1")
    fill(again, returned_time="03:30")
    assert (shown_again.isVisible(), shown_again.value()) == (False, "")


def test_a_day_without_a_time_counts_from_midnight(
    open_form: Opener, workspace: Workspace, moment: Moment
) -> None:
    """It is kept as a day only and comes back as one."""
    page = open_form(NEW)
    fill(page, initials="K.O.", returned_day="8/3/2026")
    save(page)
    away = newest(workspace, moment)
    assert (away.accuracy, away.returned) == (
        Accuracy.DATE_ONLY,
        datetime(2026, 3, 8, tzinfo=UTC),
    )
    again = open_form(Place(PageName.EPISODE, away.case_id, away.id))
    assert (holds(again, "returned_day"), holds(again, "returned_time")) == ("8/3/2026", "")
