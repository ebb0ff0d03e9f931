"""Owns the child's safety plan: its lines as spoken, who wrote and agreed each, who may see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rhi_desktop.domain.ids import CaseId, InterviewId, PlanId, PlanLineId
from rhi_desktop.domain.interview import Interview
from rhi_desktop.domain.line import readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import Agreed, PlanLine, SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import plans, records
from rhi_desktop.workflow.entries import NewPlanLine, legible
from rhi_desktop.workflow.workspace import Workspace


def open_plan(ws: Workspace, interview_id: InterviewId, at: Moment) -> SafetyPlan:
    """The plan of this interview; an empty one is made when there is none yet."""
    with ws.store.transaction():
        found = plans.of_interview(ws.store, interview_id)
        if found is not None:
            return found
        head = records.load(ws.store, Kind.INTERVIEW, interview_id, Interview)
        plan = SafetyPlan(PlanId(at.fresh_id()), head.case_id, interview_id)
        _save_plan(ws, plan, at)
    return plan


def save_line(ws: Workspace, plan_id: PlanId, new: NewPlanLine, at: Moment) -> PlanLine:
    """Adds a line at the end of the plan. The words stay as given."""
    if not new.words.strip():
        raise ValueError("a plan line without words")
    clean = legible(new)
    with ws.store.transaction():
        plan = plans.plan(ws.store, plan_id)
        line = PlanLine(
            PlanLineId(at.fresh_id()),
            plan_id,
            plans.next_line_number(ws.store, plan_id),
            clean.block,
            clean.words,
            clean.author,
            promised_by=clean.promised_by,
            by_when=clean.by_when,
        )
        _save_line(ws, line, plan.case_id, at)
    return line


def change_line(ws: Workspace, line: PlanLine, at: Moment) -> PlanLine:
    """Puts other words, block, author or promise on a line.

    The child agreed to what stood there: when the words or the promise change, the agreement goes
    back to "not yet". Whether the line was taken out is left as it is.
    """
    clean = legible(line)
    with ws.store.transaction():
        newest = records.load(ws.store, Kind.PLAN_LINE, line.id, PlanLine)
        same = _promise(newest) == _promise(clean)
        agreed = newest.agreed if same else Agreed.NOT_YET
        changed = replace(
            clean,
            plan_id=newest.plan_id,
            number=newest.number,
            agreed=agreed,
            struck_at=newest.struck_at,
        )
        if changed != newest:
            _save_line(ws, changed, _case_of(ws, newest.plan_id), at)
    return changed


def agree(ws: Workspace, line: PlanLine, agreed: Agreed, at: Moment) -> PlanLine:
    """Notes whether the child agrees to a line as it stands."""
    return _set(ws, line, lambda old: replace(old, agreed=agreed), at)


def take_out(ws: Workspace, line: PlanLine, at: Moment) -> PlanLine:
    """Takes a line out of the plan; it stays in the record and can be put back."""
    return _set(ws, line, lambda old: replace(old, struck_at=at.now), at)


def put_back(ws: Workspace, line: PlanLine, at: Moment) -> PlanLine:
    """Puts a line back that was taken out."""
    return _set(ws, line, lambda old: replace(old, struck_at=None), at)


def decline(ws: Workspace, plan: SafetyPlan, words: str, at: Moment) -> SafetyPlan:
    """The child does not want a plan; the words are the child's own and may be empty."""
    said = readable(words)[0]
    return _set_plan(ws, plan, lambda old: replace(old, declined=True, declined_words=said), at)


def take_up(ws: Workspace, plan: SafetyPlan, at: Moment) -> SafetyPlan:
    """The child wants a plan after all."""
    return _set_plan(ws, plan, lambda old: replace(old, declined=False, declined_words=""), at)


def set_may_see(ws: Workspace, plan: SafetyPlan, people: Sequence[str], at: Moment) -> SafetyPlan:
    """Who may see the plan, as the child says; empty means only the child and the interviewer."""
    named = tuple(readable(who)[0] for who in people)
    return _set_plan(ws, plan, lambda old: replace(old, may_see=named), at)


def _promise(line: PlanLine) -> tuple[object, ...]:
    return (line.words, line.author, line.promised_by, line.by_when)


def _set(
    ws: Workspace, line: PlanLine, change: Callable[[PlanLine], PlanLine], at: Moment
) -> PlanLine:
    with ws.store.transaction():
        newest = records.load(ws.store, Kind.PLAN_LINE, line.id, PlanLine)
        changed = change(newest)
        if changed != newest:
            _save_line(ws, changed, _case_of(ws, newest.plan_id), at)
    return changed


def _set_plan(
    ws: Workspace, plan: SafetyPlan, change: Callable[[SafetyPlan], SafetyPlan], at: Moment
) -> SafetyPlan:
    with ws.store.transaction():
        newest = plans.plan(ws.store, plan.id)
        changed = change(newest)
        if changed != newest:
            _save_plan(ws, changed, at)
    return changed


def _case_of(ws: Workspace, plan_id: PlanId) -> CaseId:
    return records.load(ws.store, Kind.PLAN, plan_id, SafetyPlan).case_id


def _save_plan(ws: Workspace, plan: SafetyPlan, at: Moment) -> None:
    # Each line is a record of its own; the store leaves them out of the plan's.
    records.save(ws.store, Kind.PLAN, plan.case_id, plan, ws.interviewer.id, at)


def _save_line(ws: Workspace, line: PlanLine, case_id: CaseId, at: Moment) -> None:
    records.save(ws.store, Kind.PLAN_LINE, case_id, line, ws.interviewer.id, at)
