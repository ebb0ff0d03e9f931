"""Owns what a page hands in: a new thing as typed, before it has an identifier."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.domain.disclosure import StepKind, Told
from rhi_desktop.domain.episode import Accuracy
from rhi_desktop.domain.ids import EpisodeId
from rhi_desktop.domain.line import readable
from rhi_desktop.domain.person import Child
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Whoever makes a vault; the identifier is drawn with the keys."""

    name: str
    role: str
    organisation: str


@dataclass(frozen=True, slots=True)
class NewCase:
    """A child's file about to be opened. `reference` is not personal and may stand in titles."""

    reference: str
    child: Child
    lives_at: str = field(default="", repr=False)
    responsible_authority: str = field(default="", repr=False)
    host_authority: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewEpisode:
    """A time away as first written down. Times are UTC; a missing time is not known."""

    last_seen: datetime | None = None
    reported: datetime | None = None
    found: datetime | None = None
    returned: datetime | None = None
    accuracy: Accuracy = Accuracy.EXACT
    reported_by: str = field(default="", repr=False)
    police_reference: str = field(default="", repr=False)
    known_before: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewAttempt:
    """One offer as it was made; `made_at` may lie before the moment of writing it down."""

    episode_id: EpisodeId
    made_at: datetime
    method: Method
    offered_to: OfferedTo
    reply: Reply
    words: str = field(default="", repr=False)
    made_by: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewPlanLine:
    """A line for the child's plan; `promised_by` and `by_when` belong to an adult's promise."""

    block: PlanBlock
    words: str = field(repr=False)
    author: PlanAuthor
    promised_by: str = field(default="", repr=False)
    by_when: date | None = None


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """What was answered to one question: values, or the blank that stands instead of them."""

    question_id: str
    values: tuple[str, ...] = field(default=(), repr=False)
    blank: Blank | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewStep:
    """One thing said, done or decided about a disclosure; `domain.disclosure` says what each is."""

    kind: StepKind
    whom: Told | None = None
    happened_at: datetime | None = None
    name: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    words: str = field(default="", repr=False)


def legible(value: T) -> T:
    """The same value with every text field passed through `domain.line.readable`, nothing else.

    Half a surrogate pair has no canonical form and would be refused by the store; shown as U+FFFD
    it stands where it stood and everything around it is kept as given.
    """
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(type(value).__name__)
    changed: dict[str, object] = {}
    for name in (f.name for f in fields(value)):
        old = getattr(value, name)
        if isinstance(old, str):
            changed[name] = readable(old)[0]
        elif isinstance(old, tuple) and all(isinstance(item, str) for item in old):
            changed[name] = tuple(readable(item)[0] for item in old)
        elif is_dataclass(old):
            changed[name] = legible(old)
    return replace(value, **changed)
