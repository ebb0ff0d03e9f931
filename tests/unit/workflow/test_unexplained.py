"""The list of those whose hours passed without a reason: asked of all cases, true of each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rhi_desktop.domain.clock import ClockState
from rhi_desktop.domain.ending import Ending, LateReason
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.workflow import casework, closing, interviewing
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace

RUNNING = {ClockState.RUNNING, ClockState.DUE_SOON, ClockState.URGENT}


@pytest.fixture
def every_way(workspace: Workspace, moment: Moment) -> None:
    """A case for every way a time away can have gone, in time and after it."""
    for hours in (10, 71.9, 72.1, 300):
        for way in ("nothing", "talk", "not_required", "declined_by_child", "reason", "taken back"):
            _add(workspace, f"{way} {hours}", hours, way, moment)
    casework.add_case(workspace, NewCase("no time away", Child("N.N.")), moment)


def _add(ws: Workspace, name: str, hours: float, way: str, at: Moment) -> CaseId:
    case_id = casework.add_case(ws, NewCase(name, Child("A.B.")), at)
    back = at.now - timedelta(hours=hours)
    away = casework.add_episode(ws, case_id, NewEpisode(returned=back), at)
    episode = casework.open_case(ws, case_id, at.now).episodes[0].episode
    if way == "talk":
        interviewing.start(ws, case_id, [away], at)
    elif way in {one.value for one in Outcome}:
        closing.settle(ws, None, episode, Outcome(way), Ending(), at)
    elif way != "nothing":
        casework.say_why_late(ws, away, LateReason.SCHOOL, "", at)
    if way == "taken back":
        casework.say_why_late(ws, away, None, "", at)
    return case_id


@pytest.mark.usefixtures("every_way")
@pytest.mark.parametrize("hours", [0, 1, 70])
def test_the_question_to_all_is_the_question_to_each(
    workspace: Workspace, moment: Moment, hours: int
) -> None:
    """What the database answers is what every row says of itself, now and later."""
    now = moment.now + timedelta(hours=hours)
    wanted = [row for row in casework.list_cases(workspace, now) if row.unexplained]
    assert wanted
    assert list(casework.list_cases(workspace, now, unexplained=True)) == wanted
    assert casework.count_cases(workspace, now, unexplained=True) == len(wanted)
    found = casework.list_cases(workspace, now, "nothing", 1, 1, unexplained=True)
    assert list(found) == [row for row in wanted if "nothing" in row.reference][1:2]


@pytest.mark.usefixtures("every_way")
@pytest.mark.parametrize("hours", [0, 1, 70])
def test_the_clocks_that_run_are_counted(workspace: Workspace, moment: Moment, hours: int) -> None:
    """As many as the list shows."""
    now = moment.now + timedelta(hours=hours)
    running = [row for row in casework.list_cases(workspace, now) if row.clock.state in RUNNING]
    assert casework.count_running(workspace, now) == len(running)
