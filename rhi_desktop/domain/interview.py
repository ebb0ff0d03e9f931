"""Owns the return interview and its stages: draft, sealed, signed. A stage is a type."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import (
    AnswerId,
    CaseId,
    EpisodeId,
    InterviewId,
    ReportId,
    SealId,
)
from rhi_desktop.domain.line import Line, Topic
from rhi_desktop.domain.person import Case, Interviewer
from rhi_desktop.domain.plan import SafetyPlan


class Blank(Enum):
    """Why nothing stands here. A blank is never a no, and no two blanks are alike."""

    CHOSE_NOT_TO_SAY = "chose_not_to_say"
    NOT_ASKED = "not_asked"
    """Needs a reason: "not asked because ..."."""
    NOT_KNOWN = "not_known"
    NOT_RELEVANT = "not_relevant"
    NOT_REACHED = "not_reached"


class Outcome(Enum):
    """How a talk that was held ended; an offer that led to no talk has its reply instead."""

    COMPLETED = "completed"
    STOPPED_BY_CHILD = "stopped_by_child"


class ReadBack(Enum):
    """Whether the child heard their words again before they were sealed."""

    NOT_DONE = "not_done"
    IN_PART = "in_part"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PackRef:
    """Which question pack an interview used: so that old ones stay readable for ever."""

    name: str
    digest: str
    """SHA-256 of the pack's canonical form, hexadecimal."""


@dataclass(frozen=True, slots=True)
class TopicBlank:
    """Why a whole topic holds no line; a topic with lines needs none and none is stored."""

    topic: Topic
    blank: Blank
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question of the pack: values, or the blank that stands instead."""

    id: AnswerId
    interview_id: InterviewId
    question_id: str
    values: tuple[str, ...] = field(default=(), repr=False)
    blank: Blank | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Interview:
    """The head of one return interview; its lines and answers are records of their own."""

    id: InterviewId
    case_id: CaseId
    episode_ids: tuple[EpisodeId, ...]
    pack: PackRef
    interviewer: Interviewer
    started_at: datetime
    ended_at: datetime | None = None
    outcome: Outcome | None = None
    place: str = field(default="", repr=False)
    present: str = field(default="", repr=False)
    """Who else was in the room; empty means the child was seen alone."""
    blanks: tuple[TopicBlank, ...] = ()
    read_back: ReadBack = ReadBack.NOT_DONE


@dataclass(frozen=True, slots=True)
class Account:
    """Everything one report rests on, as it stood at one moment: the content of `record.json`."""

    case: Case
    episodes: tuple[Episode, ...]
    attempts: tuple[Attempt, ...]
    interview: Interview
    lines: tuple[Line, ...] = field(repr=False)
    answers: tuple[Answer, ...] = field(repr=False)
    plan: SafetyPlan | None = field(repr=False)

    @property
    def standing(self) -> tuple[Line, ...]:
        """The lines that were not struck, in the order of keeping."""
        return tuple(line for line in self.lines if not line.struck_by)

    @property
    def without_struck(self) -> Account:
        """The account as it may leave and as it is sealed: what was taken out is not in it."""
        plan = self.plan
        if plan is not None:
            plan = replace(plan, lines=plan.standing)
        return replace(self, lines=self.standing, plan=plan)

    def heard(self, topic: Topic) -> tuple[Line, ...]:
        """What was said or seen on one topic and stands; our own questions alone are nothing."""
        return tuple(line for line in self.standing if topic in line.topics and line.voice.is_heard)

    def blank_of(self, topic: Topic) -> TopicBlank | None:
        """Why the topic is blank, if somebody said so."""
        return next((b for b in self.interview.blanks if b.topic is topic), None)


@dataclass(frozen=True, slots=True)
class DraftInterview:
    """An interview that may still change. It cannot be signed."""

    account: Account


@dataclass(frozen=True, slots=True)
class Seal:
    """The moment an account stopped changing.

    `digest` is HMAC-SHA256 over the canonical account, keyed with `salt`, both hexadecimal, so
    that nothing can be guessed from the digest once the salt is purged.
    """

    id: SealId
    interview_id: InterviewId
    sealed_at: datetime
    salt: str = field(repr=False)
    digest: str


@dataclass(frozen=True, slots=True)
class SealedInterview:
    """An account that is fixed and not yet signed. Nothing in it changes from here on."""

    account: Account
    seal: Seal


class ReportStage(Enum):
    """How many signatures a report carries."""

    SIGNED = "signed"
    COUNTERSIGNED = "countersigned"


@dataclass(frozen=True, slots=True)
class Report:
    """A signed PDF kept in the vault; the file itself is the blob with this SHA-256."""

    id: ReportId
    interview_id: InterviewId
    stage: ReportStage
    sha256: str
    size: int
    signed_at: datetime
    signers: tuple[str, ...]
    """Fingerprints of the signers' cards, in the order of signing."""


@dataclass(frozen=True, slots=True)
class SignedInterview:
    """A sealed account together with the report that was signed over it."""

    account: Account
    seal: Seal
    report: Report


AnyInterview = DraftInterview | SealedInterview | SignedInterview
