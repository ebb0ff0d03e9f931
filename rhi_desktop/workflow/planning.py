"""Owns the child's safety plan: its lines as spoken, who wrote and who agreed to each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rhi_desktop.domain.ids import CaseId, InterviewId, PlanId, PlanLineId
from rhi_desktop.domain.interview import Interview
from rhi_desktop.domain.line import readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import Agreed, PlanLine, SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import interviews, plans, records
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
    return change_plan(ws, plan, lambda old: replace(old, declined=True, declined_words=said), at)


def take_up(ws: Workspace, plan: SafetyPlan, at: Moment) -> SafetyPlan:
    """The child wants a plan after all."""
    return change_plan(ws, plan, lambda old: replace(old, declined=False, declined_words=""), at)


def earlier_plan(ws: Workspace, interview_id: InterviewId) -> SafetyPlan | None:
    """The newest plan of the case from before this interview that holds lines; None without one.

    One that the child did not want in the end is passed over: nobody brings it up again.
    """
    now = records.load(ws.store, Kind.INTERVIEW, interview_id, Interview)
    talks = [head.id for head in interviews.of_case(ws.store, now.case_id)]
    for earlier in reversed(talks[: talks.index(interview_id)]):
        found = plans.of_interview(ws.store, earlier)
        if found is not None and found.standing and not found.declined:
            return found
    return None


def bring_forward(ws: Workspace, plan_id: PlanId, earlier: PlanLine, at: Moment) -> PlanLine:
    """Brings a line of an earlier plan into this one; twice gives the same line, put back.

    Nobody has agreed to it here yet. A promise keeps who made it, never its day: an adult who
    promises again says again by when.
    """
    with ws.store.transaction():
        plan = plans.plan(ws.store, plan_id)
        here = next((line for line in plan.lines if line.brought_from == earlier.id), None)
        if here is not None:
            return here if here.struck_at is None else put_back(ws, here, at)
        line = replace(
            earlier,
            id=PlanLineId(at.fresh_id()),
            plan_id=plan_id,
            number=plans.next_line_number(ws.store, plan_id),
            agreed=Agreed.NOT_YET,
            by_when=None,
            struck_at=None,
            brought_from=earlier.id,
        )
        _save_line(ws, line, plan.case_id, at)
    return line


def not_any_more(ws: Workspace, plan_id: PlanId, earlier: PlanLine, at: Moment) -> PlanLine:
    """The child looked at an earlier line and does not want it: kept as taken out."""
    with ws.store.transaction():
        return take_out(ws, bring_forward(ws, plan_id, earlier, at), at)


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


def change_plan(
    ws: Workspace, plan: SafetyPlan, change: Callable[[SafetyPlan], SafetyPlan], at: Moment
) -> SafetyPlan:
    """Changes the newest revision of a plan; no new one is made where nothing differs."""
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
