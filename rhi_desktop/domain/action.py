"""Owns analysis and action: a view built on lines, what follows from it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from rhi_desktop.domain.ids import (
    ActionId,
    CaseId,
    ConcernId,
    FollowUpId,
    InterviewId,
    LineId,
    ThreadId,
)


class Sureness(Enum):
    """How sure the interviewer is of a view."""

    SURE = "sure"
    FAIRLY_SURE = "fairly_sure"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class Thread:
    """What was said or seen, and what it may mean in the interviewer's own view.

    A thread without lines is not yet supported and keeps the record from being sealed.
    """

    id: ThreadId
    interview_id: InterviewId
    number: int
    """Counts from 1 and is never reused."""
    line_ids: tuple[LineId, ...]
    view: str = field(repr=False)
    sureness: Sureness = Sureness.NOT_SURE
    or_it_may_be: str = field(default="", repr=False)
    """Another explanation."""
    child_thinks: str = field(default="", repr=False)
    """What the child thinks of this view, in their words."""
    struck_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody will do by when. `what` and `who` may stay empty only in a draft."""

    id: ActionId
    interview_id: InterviewId
    number: int
    what: str = field(repr=False)
    who: str = field(default="", repr=False)
    by_when: date | None = None
    thread_id: ThreadId | None = None
    """The view it follows from; None when it stands alone."""
    referral: str = ""
    """Id of the kind of referral in the profile, when it is one."""
    child_knows: bool | None = None
    child_agrees: bool | None = None
    struck_at: datetime | None = None
    concern_ids: tuple[ConcernId, ...] = ()
    """The indicators it answers, when it was made for them."""


class Kept(Enum):
    """What became of a promise or an action."""

    KEPT = "kept"
    NOT_KEPT = "not_kept"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What became of one promise or action, noted at a later time; never changed afterwards.

    It carries the words it answers, so that it can be read alone.
    """

    id: FollowUpId
    case_id: CaseId
    interview_id: InterviewId | None
    """The later interview in which it was asked after."""
    of: str
    """ActionId or PlanLineId."""
    promise: str = field(repr=False)
    who: str = field(repr=False)
    by_when: date | None
    state: Kept
    at: datetime
    words: str = field(default="", repr=False)
    """What the child or the adult said about it."""
