"""Owns what the pages of concerns, analysis, people and promises hand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rhi_desktop.domain.action import Kept, Sureness
from rhi_desktop.domain.concern import EvidenceSource
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.entity import EntityKind, Feels
from rhi_desktop.domain.ids import CaseId, ConcernId, InterviewId, LineId, ThreadId


@dataclass(frozen=True, slots=True)
class NewConcern:
    """What a person answered to one indicator; title and wording as they stood on the page."""

    set_id: str
    indicator_id: str
    set_title: str
    wording: str
    state: Certainty
    evidence: str = field(default="", repr=False)
    source: EvidenceSource | None = None
    line_ids: tuple[LineId, ...] = ()
    no_action: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewThread:
    """A view of the interviewer's, and the lines it rests on."""

    view: str = field(repr=False)
    line_ids: tuple[LineId, ...] = ()
    sureness: Sureness = Sureness.NOT_SURE
    or_it_may_be: str = field(default="", repr=False)
    child_thinks: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewAction:
    """What somebody will do; it may follow from a view, from indicators, or stand alone."""

    what: str = field(repr=False)
    who: str = field(default="", repr=False)
    by_when: date | None = None
    thread_id: ThreadId | None = None
    referral: str = ""
    child_knows: bool | None = None
    child_agrees: bool | None = None
    concern_ids: tuple[ConcernId, ...] = ()


@dataclass(frozen=True, slots=True)
class NewFollowUp:
    """What became of one promise or action; it repeats the words it answers, to be read alone."""

    case_id: CaseId
    interview_id: InterviewId | None
    """The interview in which it was asked after; None when it was outside one."""
    of: str
    """ActionId or PlanLineId."""
    promise: str = field(repr=False)
    who: str = field(repr=False)
    by_when: date | None
    state: Kept
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewEntity:
    """A card about to be made. Everything but the kind and the name may stay empty."""

    kind: EntityKind
    name: str = field(repr=False)
    other_names: tuple[str, ...] = field(default=(), repr=False)
    relation: str = field(default="", repr=False)
    age: str = field(default="", repr=False)
    how_met: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    description: str = field(default="", repr=False)
    known_to_services: str = field(default="", repr=False)
    feels: Feels = Feels.NOT_SAID
    keep_from: tuple[str, ...] = field(default=(), repr=False)
    line_ids: tuple[LineId, ...] = ()
