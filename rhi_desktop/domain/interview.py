"""Owns the return interview and its stages: draft, sealed, signed. A stage is a type."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.action import Action, FollowUp, Thread
from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.disclosure import Disclosure
from rhi_desktop.domain.ending import Ending
from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import (
    AddendumId,
    CaseId,
    EpisodeId,
    InterviewId,
    ReportId,
    SealId,
)
from rhi_desktop.domain.line import Line, Topic
from rhi_desktop.domain.person import Case, Interviewer
from rhi_desktop.domain.plain import later
from rhi_desktop.domain.plan import SafetyPlan
from rhi_desktop.domain.reading import Reading
from rhi_desktop.domain.variant import Variant


class Outcome(Enum):
    """How an interview ended, or why none was held."""

    COMPLETED = "completed"
    STOPPED_BY_CHILD = "stopped_by_child"
    DECLINED_BY_CHILD = "declined_by_child"
    DECLINED_BY_CARER = "declined_by_carer"
    NOT_REACHED = "not_reached"
    MISSING_AGAIN = "missing_again"
    NOT_WELL_ENOUGH = "not_well_enough"
    IN_CUSTODY = "in_custody"
    MOVED = "moved"
    """Moved out of the area; somebody else goes on with it."""
    NOT_REQUIRED = "not_required"
    NOT_OFFERED = "not_offered"

    @property
    def held(self) -> bool:
        """True when the child was heard, wholly or until they stopped."""
        return self in {Outcome.COMPLETED, Outcome.STOPPED_BY_CHILD}


class Meeting(Enum):
    """How the talk was held."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    VIDEO = "video"


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
class Interview:
    """The head of one return interview, or of the record that none was held.

    Its lines and answers are records of their own. `started_at` is when the talk began; before it
    began, and where none was held, it is when the record was opened.
    """

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
    begun: bool = later(True)  # noqa: FBT003 - the default of a field
    """False while what will be shared is still being explained, and where no talk was held."""
    meeting: Meeting | None = later(None)
    ending: Ending | None = later(None)
    packs: tuple[PackRef, ...] = later(())
    """The packs beside `pack`: of the plan and of the indicators."""

    @property
    def heard_at(self) -> datetime | None:
        """When the child began to be heard; None when they were not, or not yet."""
        held = self.begun and (self.outcome is None or self.outcome.held)
        return self.started_at if held else None

    @property
    def stopped_at(self) -> datetime | None:
        """When it was settled that no talk is held; it stops the clock and meets nothing."""
        return self.ended_at if self.outcome is not None and not self.outcome.held else None


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
    facts: tuple[Fact, ...] = later(())
    entities: tuple[Entity, ...] = later(())
    readings: tuple[Reading, ...] = later(())
    concerns: tuple[Concern, ...] = later(())
    threads: tuple[Thread, ...] = later(())
    actions: tuple[Action, ...] = later(())
    disclosures: tuple[Disclosure, ...] = later(())
    follow_ups: tuple[FollowUp, ...] = later(())
    """What became of earlier promises and actions, as asked after in this interview."""

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
        return replace(
            self,
            lines=self.standing,
            plan=plan,
            entities=tuple(e for e in self.entities if e.struck_at is None),
            threads=tuple(t for t in self.threads if t.struck_at is None),
            actions=tuple(a for a in self.actions if a.struck_at is None),
        )

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
    rests_on: tuple[str, ...] = later(())
    """Digests of the revisions beside the interview that stand in the account: of the case, its
    episodes, and all that lives on. No clock has to say what was there."""


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
    variant: Variant = later(Variant.FULL)
    digest: str = later("")
    """Of the seal over what this variant holds; empty for the full report, which has the account's
    own."""
    addendum_id: AddendumId | None = later(None)
    salt: str = later("")
    """Of the seal over an addendum: it shows that the file was signed over that very record."""


@dataclass(frozen=True, slots=True)
class SignedInterview:
    """A sealed account together with the report that was signed over it."""

    account: Account
    seal: Seal
    report: Report


AnyInterview = DraftInterview | SealedInterview | SignedInterview
