"""Claims about what returns next time: every promise and open action, with its newest word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rhi_desktop.domain.action import Kept
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import records
from rhi_desktop.workflow import analysing, casework, following, interviewing, planning, practising
from rhi_desktop.workflow.analysis_entries import NewAction, NewFollowUp
from rhi_desktop.workflow.entries import NewPlanLine
from rhi_desktop.workflow.following import PromiseView, asked_last_time
from rhi_desktop.workflow.workspace import Workspace

PROMISED = "Ask about the bus pass"


@pytest.fixture
def case_id(workspace: Workspace, moment: Moment) -> CaseId:
    """A case with a time away."""
    return practising.load_practice(workspace, moment)


def talk(ws: Workspace, case_id: CaseId, at: Moment, days: int) -> InterviewId:
    """A conversation begun so many days later."""
    newest = casework.open_case(ws, case_id, at.now).episodes[0].episode
    return interviewing.start(ws, case_id, (newest.id,), later(at, days))


def later(at: Moment, days: int) -> Moment:
    """The same randomness, so many days on."""
    return replace(at, now=at.now + timedelta(days=days))


def promise(ws: Workspace, talk_id: InterviewId, words: str, at: Moment) -> str:
    """An adult promises something to the child."""
    plan = planning.open_plan(ws, talk_id, at)
    new = NewPlanLine(PlanBlock.ADULTS, words, PlanAuthor.ADULT_PROMISE, "Robin", date(2026, 3, 13))
    return planning.save_line(ws, plan.id, new, at).id


def answer(
    ws: Workspace, view: PromiseView, state: Kept, asked_in: InterviewId | None, at: Moment
) -> None:
    """Somebody says what became of it."""
    case_id = records.load_record(ws.store, Kind.INTERVIEW, view.interview_id).case_id
    new = NewFollowUp(
        CaseId(case_id), asked_in, view.of, view.promise, view.who, view.by_when, state, "as said"
    )
    following.follow_up(ws, new, at)


def test_promises_and_open_actions_return_at_the_next_interview(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Nothing of the talk that is open now is "last time"; a passed day is said."""
    first = talk(workspace, case_id, moment, 0)
    of = promise(workspace, first, PROMISED, moment)
    made = analysing.add_action(workspace, first, NewAction("Ring school", "Sam"), moment)
    assert asked_last_time(workspace, case_id, moment.now) == ()
    talk(workspace, case_id, moment, 7)
    found = asked_last_time(workspace, case_id, later(moment, 7).now)
    assert [(one.of, one.from_plan, one.who) for one in found] == [
        (of, True, "Robin"),
        (made.id, False, "Sam"),
    ]
    assert [one.passed for one in found] == [True, False]
    assert all(one.open for one in found)


def test_a_later_word_counts_and_none_is_changed(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Both stay in the record, the newest is shown."""
    promise(workspace, talk(workspace, case_id, moment, 0), PROMISED, moment)
    second, now = talk(workspace, case_id, moment, 7), later(moment, 7)
    (view,) = asked_last_time(workspace, case_id, now.now, before=second)
    answer(workspace, view, Kept.NOT_YET, second, now)
    answer(workspace, view, Kept.KEPT, second, later(moment, 8))
    (shown,) = asked_last_time(workspace, case_id, now.now, before=second)
    assert shown.follow_up is not None
    assert shown.follow_up.state is Kept.KEPT
    assert not shown.open
    assert not shown.passed
    kept = interviewing.load(workspace, second).account.follow_ups
    assert [one.state for one in kept] == [Kept.NOT_YET, Kept.KEPT]
    with pytest.raises(VaultError, match="record_fixed"):
        records.save(
            workspace.store,
            Kind.FOLLOW_UP,
            case_id,
            replace(kept[0], words="otherwise"),
            workspace.interviewer.id,
            now,
        )


def test_what_is_still_open_returns_after_two_interviews_and_what_was_kept_does_not(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """An adult's promise is not forgotten because another talk came between."""
    first = talk(workspace, case_id, moment, 0)
    promise(workspace, first, "Still open", moment)
    promise(workspace, first, "Kept long ago", moment)
    second = talk(workspace, case_id, moment, 7)
    kept = asked_last_time(workspace, case_id, moment.now, before=second)[1]
    answer(workspace, kept, Kept.KEPT, second, later(moment, 7))
    promise(workspace, second, "The newest", later(moment, 7))
    third = talk(workspace, case_id, moment, 14)
    found = asked_last_time(workspace, case_id, later(moment, 14).now, before=third)
    assert [one.promise for one in found] == ["The newest", "Still open"]
    answer(workspace, found[1], Kept.NOT_KEPT, third, later(moment, 14))
    again = asked_last_time(workspace, case_id, later(moment, 14).now, before=third)
    assert [one.promise for one in again] == ["The newest", "Still open"]


def test_what_was_taken_out_was_not_promised(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """A struck action and a line that was taken out do not return."""
    first = talk(workspace, case_id, moment, 0)
    promise(workspace, first, PROMISED, moment)
    plan = planning.open_plan(workspace, first, moment)
    planning.take_out(workspace, plan.standing[0], moment)
    made = analysing.add_action(workspace, first, NewAction("Ring school"), moment)
    analysing.strike_action(workspace, made, moment)
    second = talk(workspace, case_id, moment, 7)
    assert asked_last_time(workspace, case_id, moment.now, before=second) == ()


def test_a_line_brought_forward_returns_once(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """The promise stands in the newer plan and is asked after there."""
    first = talk(workspace, case_id, moment, 0)
    promise(workspace, first, PROMISED, moment)
    old = planning.open_plan(workspace, first, moment).standing[0]
    second = talk(workspace, case_id, moment, 7)
    new_id = promise(workspace, second, PROMISED, later(moment, 7))
    plan = planning.open_plan(workspace, second, moment)
    carried = replace(plan.standing[0], brought_from=old.id)
    records.save(
        workspace.store, Kind.PLAN_LINE, case_id, carried, workspace.interviewer.id, moment
    )
    third = talk(workspace, case_id, moment, 14)
    found = asked_last_time(workspace, case_id, moment.now, before=third)
    assert [one.of for one in found] == [new_id]
