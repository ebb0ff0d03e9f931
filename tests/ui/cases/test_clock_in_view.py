"""Claims about the clock where somebody sees it: on the list, on the case, before you meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.episode import Accuracy
from rhi_desktop.domain.interview import Outcome, ReadBack
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.cases.case_page import CasePage
from rhi_desktop.ui.cases.cases_page import CasesPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import RowList
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.entries import NewEpisode
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.cases.conftest import Opener
from tests.ui.rooms import back_since, pressable, seen

HOUR = timedelta(hours=1)


def listed(qtbot: QtBot, ws: Workspace, shell: Shell) -> list[str]:
    """Every row of the list as a reader hears it."""
    page = CasesPage(ws, shell, Place(PageName.CASES))
    qtbot.addWidget(page)
    rows = page.findChild(RowList, "case_list")
    assert rows is not None
    model, role = rows.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(n, 0), role)) for n in range(model.rowCount())]


def test_rule_1_without_a_return_the_clock_says_that_it_is_missing(
    qtbot: QtBot, workspace: Workspace, shell: Shell, moment: Moment, open_case: Opener
) -> None:
    """Found alone starts nothing, on the list and on the case."""
    case_id = back_since(workspace, moment, "A.B.", None)
    away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    casework.save_episode(workspace, replace(away, found=moment.now), moment)
    assert "Return time missing" in listed(qtbot, workspace, shell)[0]
    assert "Return time missing" in seen(open_case(case_id))


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (10.0, "62 hours left"),
        (50.0, "22 hours left"),
        (67.5, "4 h 30 min left"),
        (80.0, "72 hours passed"),
    ],
)
def test_rule_2_and_rule_3_what_is_left_and_how_it_stands(
    workspace: Workspace, moment: Moment, open_case: Opener, hours: float, said: str
) -> None:
    """Whole hours, minutes in the last six; passed is said, never shown in red."""
    assert said in seen(open_case(back_since(workspace, moment, "A.B.", hours)))


def test_rule_5_a_talk_before_the_return_is_shown_so(
    qtbot: QtBot, workspace: Workspace, shell: Shell, moment: Moment, open_case: Opener
) -> None:
    """In time, and in words, on the list and on the case."""
    case_id = back_since(workspace, moment, "A.B.", 10)
    away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode.id
    earlier = replace(moment, now=moment.now - 12 * HOUR)
    talk = interviewing.start(workspace, case_id, [away], earlier)
    interviewing.finish(workspace, talk, Outcome.COMPLETED, ReadBack.DONE, moment)
    said = "Heard before the return"
    assert said in listed(qtbot, workspace, shell)[0]
    assert said in seen(open_case(case_id))


def test_rule_6_a_day_alone_is_marked_wherever_the_clock_stands(
    qtbot: QtBot, workspace: Workspace, shell: Shell, moment: Moment, open_case: Opener
) -> None:
    """The clock counts from midnight and says that only the day is known."""
    case_id = back_since(workspace, moment, "A.B.", 10)
    away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    casework.save_episode(workspace, replace(away, accuracy=Accuracy.DATE_ONLY), moment)
    assert "day only known" in listed(qtbot, workspace, shell)[0]
    assert "day only known" in seen(open_case(case_id))


def test_rule_8_one_talk_is_late_for_one_time_away_and_in_time_for_the_other(
    workspace: Workspace, moment: Moment, open_case: Opener
) -> None:
    """The case shows the newest; each time away keeps its own."""
    case_id = back_since(workspace, moment, "A.B.", 100)
    second = casework.add_episode(workspace, case_id, NewEpisode(returned=moment.now), moment)
    first = casework.open_case(workspace, case_id, moment.now).episodes[1].episode.id
    interviewing.start(workspace, case_id, [first, second], moment)
    assert "Heard within an hour" in seen(open_case(case_id))
    late = casework.open_case(workspace, case_id, moment.now).episodes[1].clock
    assert late.left == -28 * HOUR


def test_a_long_file_shows_its_newest_talks_first(
    qtbot: QtBot, workspace: Workspace, shell: Shell, moment: Moment
) -> None:
    """A link shows the others."""
    case_id = back_since(workspace, moment, "A.B.", 10)
    away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode.id
    for days in range(8, 0, -1):
        at = replace(moment, now=moment.now - timedelta(days=days))
        talk = interviewing.start(workspace, case_id, [away], at)
        interviewing.finish(workspace, talk, Outcome.COMPLETED, ReadBack.DONE, at)
    page = CasePage(workspace, shell, Place(PageName.CASE, case_id))
    qtbot.addWidget(page)
    assert seen(page).count("Not signed yet") == 6
    pressable(page, "all_talks").click()
    assert seen(page).count("Not signed yet") == 8
