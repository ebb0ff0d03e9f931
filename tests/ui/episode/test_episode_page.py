"""Claims about writing down a time away: a new child, another time, a change, odd times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.episode.episode_page import EpisodePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import ErrorSummary, Select
from rhi_desktop.workflow import casework, drafts
from rhi_desktop.workflow.views import CaseView
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_leaves_by_tab, assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import dress
from tests.ui.interview.hands import focused
from tests.ui.rooms import pressable, seen
from tests.vaults import contents

NEW = Place(PageName.EPISODE)
Opener = Callable[[Place], EpisodePage]


@pytest.fixture
def open_form(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Opener:
    """Opens the form as the window does; each call builds it anew."""

    def opened(place: Place) -> EpisodePage:
        page = EpisodePage(workspace, shell, place)
        qtbot.addWidget(page)
        shown(page)
        return page

    return opened


def fill(page: EpisodePage, **words: str) -> None:
    """Type into fields by name, replacing what stands there."""
    for name, typed in words.items():
        field = page.findChild(QLineEdit, name) or page.findChild(QPlainTextEdit, name)
        assert field is not None, name
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, typed)


def holds(page: EpisodePage, name: str) -> str:
    """What a field shows."""
    field = page.findChild(QLineEdit, name)
    if field is not None:
        return field.text()
    area = page.findChild(QPlainTextEdit, name)
    assert area is not None, name
    return area.toPlainText()


def save(page: EpisodePage) -> None:
    """Press the primary button."""
    pressable(page, "save_episode").click()
    QApplication.processEvents()


def open_things(page: EpisodePage) -> tuple[str, ...]:
    """What the summary says, without its title."""
    summary = page.findChild(ErrorSummary)
    assert summary is not None
    return summary.words if summary.isVisibleTo(page) else ()


def only_case(ws: Workspace, at: Moment) -> CaseView:
    """The one case of the vault."""
    (row,) = casework.list_cases(ws, at.now)
    return casework.open_case(ws, row.case_id, at.now)


def newest(ws: Workspace, at: Moment) -> Episode:
    """Its newest time away."""
    return only_case(ws, at).episodes[0].episode


def test_a_new_child_with_everything(
    open_form: Opener, shell: Shell, workspace: Workspace, moment: Moment
) -> None:
    """One press keeps child, places and times, words as typed, and opens the case."""
    page, wanted = open_form(NEW), QSignalSpy(shell.wanted)
    first = page.first_focus()
    assert first is not None
    assert first.objectName() == "initials"
    fill(page, initials="K.O.", called="Kit", born="3/11/2012", how_to_talk="wait a bit")
    fill(page, lives_at="2 Lock Cottages", responsible_authority="North", host_authority="South")
    fill(page, last_seen_day="7/3/26", last_seen_time="1640", returned_day="08.03.2026")
    fill(page, returned_time="9:05", reported_by="dad", police_reference="P1", known_before="none")
    save(page)

    view = only_case(workspace, moment)
    child, away = view.case.child, view.episodes[0].episode
    assert (child.initials, child.called, child.how_to_talk) == ("K.O.", "Kit", "wait a bit")
    assert child.born is not None
    assert child.born.isoformat() == "2012-11-03"
    assert view.case.out_of_area
    assert away.last_seen == datetime(2026, 3, 7, 16, 40, tzinfo=UTC)
    assert away.returned == datetime(2026, 3, 8, 9, 5, tzinfo=UTC)
    assert (away.accuracy, away.reported_by) == (Accuracy.EXACT, "dad")
    assert wanted.at(0)[0] == Place(PageName.CASE, view.case.id)


def test_only_the_initials_are_needed(
    open_form: Opener, workspace: Workspace, moment: Moment
) -> None:
    """Without them nothing is written; a missing return is said once and then accepted."""
    page, before = open_form(NEW), contents(workspace)
    save(page)
    assert open_things(page)[0] == "Write the initials of the child"
    assert "Two things to look at first" in seen(page)
    assert contents(workspace) == before
    assert focused().objectName() == "error_1"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused().objectName() == "initials"

    fill(page, initials="K.O.")
    save(page)
    assert open_things(page) == ("Write when the child came back, if anybody knows",)
    assert "One thing to look at. Save again to keep it so." in seen(page)
    save(page)
    assert newest(workspace, moment).returned is None


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
    fill(page, initials="K.O.", returned_day="25/10/2026")
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
    assert away.returned == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
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


def test_a_change_keeps_what_was_not_touched(
    open_form: Opener, workspace: Workspace, known: Place, moment: Moment
) -> None:
    """Only the one field differs; saving without a change writes nothing."""
    before = only_case(workspace, moment)
    page = open_form(known)
    first = page.first_focus()
    assert first is not None
    assert first.objectName() == "last_seen_day"
    fill(page, reported_by="a neighbour")
    save(page)

    after = only_case(workspace, moment)
    assert after.case == before.case
    changed = replace(before.episodes[0].episode, reported_by="a neighbour")
    assert after.episodes[0].episode == changed
    kept = contents(workspace)
    save(open_form(known))
    assert contents(workspace) == kept


def test_another_time_away_never_takes_the_place_of_the_first(
    open_form: Opener, workspace: Workspace, known: Place, moment: Moment
) -> None:
    """The child is known, the times are empty."""
    page = open_form(Place(PageName.EPISODE, known.case_id))
    assert (holds(page, "initials"), holds(page, "returned_day")) == ("M.T.", "")
    fill(page, returned_day="10/3/2026", returned_time="12:00")
    save(page)
    assert len(only_case(workspace, moment).episodes) == 2


def test_half_typed_words_come_back_until_they_are_saved(
    open_form: Opener, shell: Shell, workspace: Workspace
) -> None:
    """Words, caret and which hour, after the page is built anew; gone after saving."""
    page = open_form(NEW)
    fill(page, initials="K.O.", how_to_talk="not too f", returned_day="25/10/2026")
    fill(page, returned_time="01:30")
    which = page.findChild(Select, "returned_which")
    assert which is not None
    which.setFocus()
    QTest.keyClick(which, Qt.Key.Key_Down)
    shell.autosave.flush()

    again = open_form(NEW)
    assert (holds(again, "initials"), holds(again, "how_to_talk")) == ("K.O.", "not too f")
    area = again.findChild(QPlainTextEdit, "how_to_talk")
    restored = again.findChild(Select, "returned_which")
    assert area is not None
    assert restored is not None
    assert area.textCursor().position() == len("not too f")
    assert (restored.isVisible(), restored.value()) == (True, "0")
    assert shell.autosave.unsaved == ()
    save(again)

    assert drafts.drafts(workspace) == ()
    empty = open_form(NEW)
    assert {holds(empty, name) for name in ("initials", "how_to_talk", "returned_day")} == {""}


def test_a_draft_that_waits_for_the_disk_does_not_leak_into_the_next_child(
    open_form: Opener, shell: Shell, workspace: Workspace
) -> None:
    """Typed and saved within the pause of autosave: nothing is left to be written later."""
    page = open_form(NEW)
    fill(page, initials="K.O.", returned_day="8/3/2026", how_to_talk="slowly")
    save(page)
    shell.autosave.flush()

    assert drafts.drafts(workspace) == ()
    assert holds(open_form(NEW), "how_to_talk") == ""


def test_drafts_of_one_child_never_show_in_another(
    open_form: Opener, shell: Shell, known: Place
) -> None:
    """Each form keeps its own."""
    fill(open_form(known), reported_by="half a na")
    shell.autosave.flush()

    assert holds(open_form(Place(PageName.EPISODE, known.case_id)), "reported_by") == ""
    assert holds(open_form(NEW), "reported_by") == ""
    assert holds(open_form(known), "reported_by") == "half a na"


def test_back_leads_where_one_came_from(open_form: Opener, shell: Shell, known: Place) -> None:
    """A new child to the list, a known one to its page; what was typed is kept."""
    wanted = QSignalSpy(shell.wanted)
    for place in (NEW, known):
        pressable(open_form(place), "back").click()
    assert [wanted.at(n)[0].page for n in range(2)] == [PageName.CASES, PageName.CASE]


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
@pytest.mark.parametrize("state", ["new", "another", "change", "odd"])
def test_everybody_can_use_the_form(
    open_form: Opener, qapp: QApplication, known: Place, state: str, look: Theme
) -> None:
    """Every state at 100 % and 200 %; text areas are left by Tab; the title names nobody."""
    dress(qapp, look)
    places = {"new": NEW, "another": Place(PageName.EPISODE, known.case_id)}
    page = open_form(places.get(state, known))
    if state == "odd":
        fill(page, found_day="1/1/2020", returned_day="25/10/2026", returned_time="01:30")
        save(page)
    assert_page_accessible(page)
    for area in page.findChildren(QPlainTextEdit):
        assert_leaves_by_tab(area)
    assert page.title in {"New episode", "R-0142"}


def test_a_small_window_has_one_column(open_form: Opener, known: Place) -> None:
    """683 x 344: the time away stands below the child."""
    page = open_form(known)
    page.resize(683, 344)
    shown(page)
    assert page.width() == 683
    assert_nothing_cut(page)


def test_a_refused_save_keeps_everything_on_the_page(
    open_form: Opener, shell: Shell, workspace: Workspace, moment: Moment
) -> None:
    """A case that is gone meanwhile: the banner says so, neither half is written."""
    page, said = open_form(NEW), QSignalSpy(shell.noticed)
    fill(page, initials="K.O.", returned_day="8/3/2026")
    workspace.store.connection.run("PRAGMA query_only = 1")
    save(page)
    workspace.store.connection.run("PRAGMA query_only = 0")

    assert said.count() > 0
    assert casework.list_cases(workspace, moment.now + timedelta(hours=1)) == ()
    assert holds(page, "initials") == "K.O."
