"""Owns reading the child's plan: of an interview, by itself, the newest of a case."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.domain.drawing import Drawing
from rhi_desktop.domain.ids import CaseId, InterviewId, PlanId
from rhi_desktop.domain.plan import PlanLine, SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault


def of_interview(vault: Vault, interview_id: InterviewId) -> SafetyPlan | None:
    """The plan of an interview with all its lines and its drawing, or None."""
    found = reading.children(vault, Kind.PLAN, "interview_id", interview_id, SafetyPlan)
    return _whole(vault, found[-1]) if found else None


def plan(vault: Vault, plan_id: PlanId) -> SafetyPlan:
    """A plan with all its lines and its drawing. VaultError record_missing."""
    return _whole(vault, reading.load(vault, Kind.PLAN, plan_id, SafetyPlan))


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


def _whole(vault: Vault, head: SafetyPlan) -> SafetyPlan:
    lines = reading.children(vault, Kind.PLAN_LINE, "plan_id", head.id, PlanLine)
    drawings = reading.children(vault, Kind.DRAWING, "plan_id", head.id, Drawing)
    return replace(head, lines=lines, drawing=drawings[-1] if drawings else None)
