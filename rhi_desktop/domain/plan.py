"""Owns the child-led safety plan: lines in the child's words, and who wrote and agreed each one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from rhi_desktop.domain.ids import CaseId, InterviewId, PlanId, PlanLineId


class PlanAuthor(Enum):
    """Who made a line of the plan."""

    CHILD = "child"
    WRITTEN_FOR_CHILD = "written_for_child"
    ADULT_PROMISE = "adult_promise"


class Agreed(Enum):
    """Whether the child agrees to a line."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not_yet"


class PlanBlock(Enum):
    """The blocks of the small plan, in the order of the page."""

    SIGNS = "signs"
    HELPS = "helps"
    PEOPLE = "people"
    IF_I_GO = "if_i_go"
    ADULTS = "adults"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of a plan. A promise names who keeps it and by when."""

    id: PlanLineId
    plan_id: PlanId
    number: int
    block: PlanBlock
    words: str = field(repr=False)
    author: PlanAuthor
    agreed: Agreed = Agreed.NOT_YET
    promised_by: str = field(default="", repr=False)
    by_when: date | None = None
    struck_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """The child's plan. A blank plan is valid; a declined one keeps the child's words."""

    id: PlanId
    case_id: CaseId
    interview_id: InterviewId
    declined: bool = False
    declined_words: str = field(default="", repr=False)
    may_see: tuple[str, ...] = field(default=(), repr=False)
    """Who may see it, as the child says; empty means only the child and the interviewer."""
    lines: tuple[PlanLine, ...] = field(default=(), repr=False)

    @property
    def standing(self) -> tuple[PlanLine, ...]:
        """The lines that were not taken out, in order."""
        return tuple(line for line in self.lines if line.struck_at is None)
