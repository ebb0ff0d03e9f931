"""Owns the practice conversation as values: the invented people, words and times of its file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import cast

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.domain.episode import Accuracy
from rhi_desktop.domain.interview import Meeting, Outcome, ReadBack
from rhi_desktop.domain.line import Rendering, Topic
from rhi_desktop.domain.plain import from_plain
from rhi_desktop.domain.plan import Agreed, PartSeen, PlanAuthor, PlanBlock
from rhi_desktop.resources import resource
from rhi_desktop.workflow.entries import NewPerson


@dataclass(frozen=True, slots=True)
class PracticeChild:
    """The invented child."""

    reference: str
    initials: str
    called: str
    age_in_days: int
    language: str
    how_to_talk: str
    lives_at: str
    responsible_authority: str
    host_authority: str


@dataclass(frozen=True, slots=True)
class PracticeEpisode:
    """The invented time away, in hours before the talk."""

    last_seen_hours_before: int
    reported_hours_before: int
    returned_hours_before: int
    accuracy: Accuracy
    reported_by: str
    police_reference: str
    known_before: str
    found_hours_before: int | None = None


@dataclass(frozen=True, slots=True)
class PracticeAttempt:
    """One invented offer."""

    hours_before: int
    method: Method
    offered_to: OfferedTo
    reply: Reply
    words: str


@dataclass(frozen=True, slots=True)
class PracticeTalk:
    """Where the talk is held, how long it takes and how it ends."""

    place: str
    minutes: int
    outcome: Outcome
    read_back: ReadBack
    present: str = ""
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """One line as typed on the capture page; `key` is how other parts of a story point to it."""

    minutes_in: int
    typed: str
    key: str = ""
    told_by: str = ""
    topics: tuple[Topic, ...] = ()
    keep_from: tuple[str, ...] = ()
    language: str = "en-GB"
    rendering: Rendering | None = None


@dataclass(frozen=True, slots=True)
class PracticeBlank:
    """Why one topic holds no line."""

    topic: Topic
    blank: Blank
    reason: str


@dataclass(frozen=True, slots=True)
class PracticeAnswer:
    """What was answered to one question; a time stands as hours before the talk."""

    question: str
    values: tuple[str, ...] = ()
    blank: Blank | None = None
    reason: str = ""
    hours_before: int | None = None


@dataclass(frozen=True, slots=True)
class PracticePlanLine:
    """One line of the invented plan; `brought_from` is the key of a line of an earlier plan."""

    block: PlanBlock
    words: str
    author: PlanAuthor
    agreed: Agreed
    promised_by: str = ""
    days_after: int | None = None
    key: str = ""
    brought_from: str = ""


@dataclass(frozen=True, slots=True)
class PracticeDrawing:
    """What the invented child drew."""

    caption: str
    stroke: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class PracticePlan:
    """The invented plan."""

    may_see: tuple[str, ...]
    line: tuple[PracticePlanLine, ...]
    may_not_see: tuple[str, ...] = ()
    part: tuple[PartSeen, ...] = ()
    drawing: PracticeDrawing | None = None


@dataclass(frozen=True, slots=True)
class PracticeReview:
    """What the invented supervisor writes, giving back and countersigning."""

    returned: str
    countersigned: str


@dataclass(frozen=True, slots=True)
class PracticeCase:
    """A whole conversation in which everything is invented; the names of the file's tables."""

    format: int
    name: str
    pack: str
    interviewer: NewPerson
    supervisor: NewPerson
    case: PracticeChild
    episode: PracticeEpisode
    attempt: tuple[PracticeAttempt, ...]
    interview: PracticeTalk
    line: tuple[PracticeLine, ...]
    topic_blank: tuple[PracticeBlank, ...]
    before: tuple[PracticeAnswer, ...]
    answer: tuple[PracticeAnswer, ...]
    rest: str
    """Why the sensitive questions that nothing stands for were not asked."""
    plan: PracticePlan
    review: PracticeReview


@cache
def practice_case() -> PracticeCase:
    """The conversation that ships with the app."""
    mapping = tomllib.loads(resource("practice", "starter.toml").read_text("utf-8"))
    return from_plain(PracticeCase, cast("Plain", mapping))
