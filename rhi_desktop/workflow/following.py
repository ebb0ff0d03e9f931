"""Owns what returns at the next interview: promises and actions, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from rhi_desktop.domain.action import Action, FollowUp, Kept
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.ids import CaseId, FollowUpId, InterviewId, PlanLineId
from rhi_desktop.domain.interview import Interview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanLine, SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import interviews, plans, records
from rhi_desktop.workflow.analysis_entries import NewFollowUp
from rhi_desktop.workflow.entries import legible
from rhi_desktop.workflow.workspace import Workspace

MOST_TALKS = 24
"""So many earlier talks are looked through, so that a long file opens as fast as a short one."""


@dataclass(frozen=True, slots=True)
class PromiseView:
    """One promise of a plan, or one action of an analysis, and what became of it."""

    of: str
    """ActionId or PlanLineId."""
    interview_id: InterviewId
    promised_at: datetime
    """When that interview was."""
    from_plan: bool
    """True for a promise to the child in the plan; False for an action of the analysis."""
    promise: str = field(repr=False)
    who: str = field(repr=False)
    by_when: date | None
    passed: bool
    """Its day is over and nobody said that it was kept."""
    follow_up: FollowUp | None = None
    """The newest word on it."""

    @property
    def open(self) -> bool:
        """True until somebody says that it was kept, or that it was not."""
        return self.follow_up is None or self.follow_up.state is Kept.NOT_YET


def asked_last_time(
    ws: Workspace, case_id: CaseId, now: datetime, before: InterviewId | None = None
) -> tuple[PromiseView, ...]:
    """What adults said they would do, newest interview first.

    Of the newest earlier interview that holds a promise or an action, all of them; of older ones
    whatever is still open, and whatever is answered in the interview `before`. Without `before`
    the talk that is open now, if there is one, holds nothing "earlier" yet.
    """
    follow_ups = _newest(records.children(ws.store, Kind.FOLLOW_UP, "case_id", case_id, FollowUp))
    carried: set[PlanLineId | None] = set()
    found: list[PromiseView] = []
    earlier = _earlier(ws, case_id, before)[-MOST_TALKS:]
    talks = [head.id for head in earlier]
    plan_of = plans.of_interviews(ws.store, talks)
    actions = records.children_of(ws.store, Kind.ACTION, "interview_id", talks, Action)
    for head in reversed(earlier):
        plan = plan_of.get(head.id)
        made = [*_promises(head, plan, carried), *_actions(head, actions.get(head.id, ()))]
        whole = [_with(view, follow_ups.get(view.of), local(now).date()) for view in made]
        found += whole if not found else [one for one in whole if _still(one, before)]
        carried |= {line.brought_from for line in (plan.standing if plan else ())}
    return tuple(found)


def follow_up(ws: Workspace, new: NewFollowUp, at: Moment) -> FollowUp:
    """Writes down what became of a promise; never changed, a later word counts.

    Asked after in an interview that is sealed already, it stands beside that interview.
    """
    clean = legible(new)
    with ws.store.transaction():
        asked_in = clean.interview_id
        sealed = asked_in is not None and interviews.seal_of(ws.store, asked_in) is not None
        made = FollowUp(
            FollowUpId(at.fresh_id()),
            clean.case_id,
            None if sealed else asked_in,
            clean.of,
            clean.promise,
            clean.who,
            clean.by_when,
            clean.state,
            at.now,
            clean.words,
        )
        records.save(ws.store, Kind.FOLLOW_UP, clean.case_id, made, ws.interviewer.id, at)
    return made


def _earlier(ws: Workspace, case_id: CaseId, before: InterviewId | None) -> list[Interview]:
    heads = list(interviews.of_case(ws.store, case_id))
    if before is None:
        open_now = bool(heads) and interviews.seal_of(ws.store, heads[-1].id) is None
        return heads[:-1] if open_now else heads
    here = next((place for place, head in enumerate(heads) if head.id == before), len(heads))
    return heads[:here]


def _promises(
    head: Interview, plan: SafetyPlan | None, carried: set[PlanLineId | None]
) -> Iterator[PromiseView]:
    # What a later plan brought forward is asked after there, once.
    for line in plan.standing if plan else ():
        if line.author is PlanAuthor.ADULT_PROMISE and line.id not in carried:
            yield _of_line(head, line)


def _of_line(head: Interview, line: PlanLine) -> PromiseView:
    return PromiseView(
        line.id,
        head.id,
        head.started_at,
        from_plan=True,
        promise=line.words,
        who=line.promised_by,
        by_when=line.by_when,
        passed=False,
    )


def _actions(head: Interview, actions: Iterable[Action]) -> Iterator[PromiseView]:
    for one in actions:
        if one.struck_at is None:
            yield PromiseView(
                one.id,
                head.id,
                head.started_at,
                from_plan=False,
                promise=one.what,
                who=one.who,
                by_when=one.by_when,
                passed=False,
            )


def _newest(follow_ups: Iterable[FollowUp]) -> dict[str, FollowUp]:
    # They come in the order of writing: the last one counts.
    return {one.of: one for one in follow_ups}


def _with(view: PromiseView, found: FollowUp | None, today: date) -> PromiseView:
    over = view.by_when is not None and view.by_when < today
    kept = found is not None and found.state is Kept.KEPT
    return PromiseView(
        view.of,
        view.interview_id,
        view.promised_at,
        view.from_plan,
        view.promise,
        view.who,
        view.by_when,
        passed=over and not kept,
        follow_up=found,
    )


def _still(view: PromiseView, before: InterviewId | None) -> bool:
    here = view.follow_up is not None and view.follow_up.interview_id == before
    return view.open or (before is not None and here)
