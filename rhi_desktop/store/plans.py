"""Owns reading the child's plan: of an interview, by itself, the newest of a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rhi_desktop.domain.drawing import Drawing
from rhi_desktop.domain.ids import CaseId, InterviewId, PlanId
from rhi_desktop.domain.plan import PlanLine, SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault


def of_interview(vault: Vault, interview_id: InterviewId) -> SafetyPlan | None:
    """The plan of an interview with all its lines and its drawing, or None."""
    return of_interviews(vault, (interview_id,)).get(interview_id)


def of_interviews(
    vault: Vault, interview_ids: Iterable[InterviewId]
) -> Mapping[InterviewId, SafetyPlan]:
    """The plans of several interviews, each whole, in as many questions as for one."""
    found = reading.children_of(vault, Kind.PLAN, "interview_id", interview_ids, SafetyPlan)
    heads = [plans[-1] for plans in found.values()]
    return {plan.interview_id: plan for plan in _whole(vault, heads)}


def plan(vault: Vault, plan_id: PlanId) -> SafetyPlan:
    """A plan with all its lines and its drawing. VaultError record_missing."""
    return _whole(vault, (reading.load(vault, Kind.PLAN, plan_id, SafetyPlan),))[0]


def newest_of_case(vault: Vault, case_id: CaseId) -> SafetyPlan | None:
    """The plan of the newest interview of a case that has one, with its lines and drawing."""
    row = vault.connection.row(
        "SELECT plans.interview_id FROM plans JOIN interviews ON interviews.id = plans.interview_id"
        " WHERE plans.case_id = ? ORDER BY interviews.started_at DESC, plans.rowid DESC LIMIT 1",
        case_id,
    )
    return of_interview(vault, InterviewId(str(row[0]))) if row else None


def next_line_number(vault: Vault, plan_id: PlanId) -> int:
    """The number the next line gets; lines that were taken out keep theirs."""
    return 1 + vault.connection.number(
        "SELECT max(number) FROM plan_lines WHERE plan_id = ?", plan_id
    )


def _whole(vault: Vault, heads: Sequence[SafetyPlan]) -> tuple[SafetyPlan, ...]:
    ids = [head.id for head in heads]
    lines = reading.children_of(vault, Kind.PLAN_LINE, "plan_id", ids, PlanLine)
    drawings = reading.children_of(vault, Kind.DRAWING, "plan_id", ids, Drawing)
    return tuple(
        replace(head, lines=lines.get(head.id, ()), drawing=drawings.get(head.id, (None,))[-1])
        for head in heads
    )
