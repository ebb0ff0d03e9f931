"""Owns the child-led safety plan: lines in the child's words, and who wrote and agreed each one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from rhi_desktop.domain.drawing import Drawing
from rhi_desktop.domain.ids import CaseId, InterviewId, PlanId, PlanLineId
from rhi_desktop.domain.plain import later


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
    """The blocks of the plan, in the order of the page. Any of them may stay empty."""

    ME = "me"
    SIGNS = "signs"
    HELPS = "helps"
    """What I can try first."""
    PEOPLE = "people"
    PLACES = "places"
    IF_I_GO = "if_i_go"
    CODE_WORD = "code_word"
    PHONE = "phone"
    UNSAFE = "unsafe"
    """How I get out when I am with someone unsafe."""
    COMING_BACK = "coming_back"
    ADULTS = "adults"
    WISHES = "wishes"
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
    brought_from: PlanLineId | None = later(None)
    """The line of an earlier plan that it was brought forward from, for the child to confirm."""


@dataclass(frozen=True, slots=True)
class PartSeen:
    """One who may see a part of the plan only: these blocks."""

    who: str = field(repr=False)
    blocks: tuple[PlanBlock, ...]


@dataclass(frozen=True, slots=True)
class SeenAnyway:
    """One who sees the plan against the child's wish, because of serious harm."""

    who: str = field(repr=False)
    because: str = field(repr=False)
    child_told: bool


class Sight(Enum):
    """What the child says about one person: how much of the plan may they see."""

    ALL = "all"
    PARTS = "parts"
    NO = "no"
    UNSAID = "unsaid"
    """Not decided: never the same as a no."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Whose lines a plan holds, counted."""

    typed: int
    """By the child."""
    written: int
    """In the child's words, by somebody else's hand."""
    promised: int
    """By adults."""

    @property
    def own(self) -> int:
        """The lines that are the child's."""
        return self.typed + self.written

    @property
    def all(self) -> int:
        """Every line."""
        return self.own + self.promised


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
    parts: tuple[PartSeen, ...] = later(())
    """Of those who may see it, who sees only a part."""
    may_not_see: tuple[str, ...] = later(())
    """Whom the child said no to."""
    anyway: tuple[SeenAnyway, ...] = later(())
    drawing: Drawing | None = later(None)
    """A record of its own, as the lines are; not stored with the plan."""

    @property
    def standing(self) -> tuple[PlanLine, ...]:
        """The lines that were not taken out, in order."""
        return tuple(line for line in self.lines if line.struck_at is None)

    @property
    def shares(self) -> Shares:
        """Whose the standing lines are."""
        authors = [line.author for line in self.standing]
        return Shares(
            authors.count(PlanAuthor.CHILD),
            authors.count(PlanAuthor.WRITTEN_FOR_CHILD),
            authors.count(PlanAuthor.ADULT_PROMISE),
        )

    def parts_for(self, who: str) -> tuple[PlanBlock, ...]:
        """The parts that somebody may see who sees only parts."""
        return next((part.blocks for part in self.parts if part.who == who), ())

    def sight_of(self, who: str) -> Sight:
        """What the child said about one person."""
        if any(part.who == who for part in self.parts):
            return Sight.PARTS
        if who in self.may_see:
            return Sight.ALL
        return Sight.NO if who in self.may_not_see else Sight.UNSAID
