"""Owns the two practice cases as values: a child with four times away, and a talk declined."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import cast

from rhi_desktop.domain.action import Kept, Sureness
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.concern import EvidenceSource
from rhi_desktop.domain.disclosure import StepKind, Told
from rhi_desktop.domain.ending import Certainty, Ending, LateReason
from rhi_desktop.domain.entity import EntityKind, Feels
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.plain import from_plain
from rhi_desktop.domain.reading import Said
from rhi_desktop.resources import resource
from rhi_desktop.workflow.practice import (
    PracticeAnswer,
    PracticeAttempt,
    PracticeBlank,
    PracticeChild,
    PracticeEpisode,
    PracticeLine,
    PracticePlan,
    PracticeReview,
    PracticeTalk,
)

MIN = (
    ("1-three-nights.toml",),
    ("2-declined.toml",),
    ("3-stopped.toml",),
    (
        "4-now.toml",
        "4-now-answers.toml",
        "4-now-plan.toml",
        "4-now-concerns.toml",
        "4-now-analysis.toml",
    ),
)
KIT = (("1-declined.toml",),)


@dataclass(frozen=True, slots=True)
class StoryCard:
    """One person, place, vehicle or phone; `lines` are keys of lines that do not name it."""

    kind: EntityKind
    name: str
    other_names: tuple[str, ...] = ()
    relation: str = ""
    age: str = ""
    how_met: str = ""
    contact: str = ""
    address: str = ""
    description: str = ""
    known_to_services: str = ""
    feels: Feels = Feels.NOT_SAID
    keep_from: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StorySettled:
    """How it ended where no talk was held; settled so many minutes after it was taken up."""

    outcome: Outcome
    minutes: int
    ending: Ending


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step of the disclosure, minutes after the talk began."""

    minutes_in: int
    kind: StepKind
    whom: Told | None = None
    name: str = ""
    reference: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class StoryDisclosure:
    """The disclosure: when it was opened, and its steps in the order of writing."""

    minutes_in: int
    step: tuple[StoryStep, ...]


@dataclass(frozen=True, slots=True)
class StoryReading:
    """What the child said when the line with this key was read back."""

    line: str
    said: Said
    words: str = ""


@dataclass(frozen=True, slots=True)
class StoryConcern:
    """One indicator that was answered, with the lines it rests on."""

    set: str
    indicator: str
    state: Certainty
    evidence: str = ""
    source: EvidenceSource | None = None
    lines: tuple[str, ...] = ()
    no_action: str = ""


@dataclass(frozen=True, slots=True)
class StoryThread:
    """A view and the keys of the lines it is built on."""

    key: str
    lines: tuple[str, ...]
    view: str
    sureness: Sureness
    or_it_may_be: str = ""
    child_thinks: str = ""


@dataclass(frozen=True, slots=True)
class StoryAction:
    """What somebody does, so many days after the talk, and from which view it follows."""

    what: str
    who: str
    days_after: int
    thread: str = ""
    concerns: tuple[str, ...] = ()
    """Ids of indicators it answers."""
    referral: str = ""
    child_knows: bool | None = None
    child_agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class StoryFollowUp:
    """What became of an earlier promise: `of` is the key of its line."""

    of: str
    state: Kept
    words: str = ""


@dataclass(frozen=True, slots=True)
class StoryVisit:
    """One time away and what came of it: a talk, or an ending without one."""

    days_before: int
    episode: PracticeEpisode
    attempt: tuple[PracticeAttempt, ...]
    begins_at: str = ""
    """The hour on the wall of an earlier day; without one it is the hour of now."""
    late: LateReason | None = None
    late_words: str = ""
    talk: PracticeTalk | None = None
    settled: StorySettled | None = None
    fact: tuple[PracticeAnswer, ...] = ()
    before: tuple[PracticeAnswer, ...] = ()
    """What was explained before the talk began."""
    answer: tuple[PracticeAnswer, ...] = ()
    closing: tuple[PracticeAnswer, ...] = ()
    """What the child says about sharing and about the talk, at its end."""
    view: tuple[PracticeAnswer, ...] = ()
    """What the interviewer thinks, question by question."""
    rest: str = ""
    """Why the sensitive questions that nothing stands for were not asked."""
    line: tuple[PracticeLine, ...] = ()
    added: tuple[PracticeLine, ...] = ()
    topic_blank: tuple[PracticeBlank, ...] = ()
    disclosure: StoryDisclosure | None = None
    reading: tuple[StoryReading, ...] = ()
    plan: PracticePlan | None = None
    felt: tuple[PracticeAnswer, ...] = ()
    """The scales and feelings round the plan."""
    follow_up: tuple[StoryFollowUp, ...] = ()
    concern: tuple[StoryConcern, ...] = ()
    thread: tuple[StoryThread, ...] = ()
    action: tuple[StoryAction, ...] = ()
    review: PracticeReview | None = None

    @property
    def minutes(self) -> int:
        """How long the talk, or settling that there is none, takes."""
        if self.talk is not None:
            return self.talk.minutes
        return 0 if self.settled is None else self.settled.minutes


@dataclass(frozen=True, slots=True)
class Story:
    """One invented child with every time away, oldest first; the last is the present one."""

    format: int
    name: str
    case: PracticeChild
    fact: tuple[PracticeAnswer, ...] = ()
    card: tuple[StoryCard, ...] = ()
    visit: tuple[StoryVisit, ...] = ()

    @property
    def earlier(self) -> tuple[StoryVisit, ...]:
        """Every time away but the present one."""
        return self.visit[:-1]

    @property
    def present(self) -> StoryVisit:
        """The time away that is talked about now."""
        return self.visit[-1]


@cache
def story_of_min() -> Story:
    """The whole case: four times away, one of them present."""
    return _read("min", MIN)


@cache
def story_of_kit() -> Story:
    """The short case: a boy who declined, in his own words."""
    return _read("kit", KIT)


def _read(folder: str, visits: tuple[tuple[str, ...], ...]) -> Story:
    told = _table(folder, "case.toml")
    told["visit"] = [_joined(folder, names) for names in visits]
    return from_plain(Story, told)


def _joined(folder: str, names: tuple[str, ...]) -> Plain:
    whole: dict[str, Plain] = {}
    for name in names:
        part = _table(folder, name)
        if twice := set(whole) & set(part):
            raise ValueError(f"{name} says {sorted(twice)} a second time")
        whole |= part
    return whole


def _table(folder: str, name: str) -> dict[str, Plain]:
    text = resource("practice", folder, name).read_text("utf-8")
    return cast("dict[str, Plain]", tomllib.loads(text))
