"""Owns what the verbs show: rows and pages as frozen values, read anew after every change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.addendum import Addendum
from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.clock import Clock, ClockState
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId
from rhi_desktop.domain.interview import Interview, Outcome, Report
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.plan import SafetyPlan
from rhi_desktop.domain.review import Review


class Stage(Enum):
    """How far a case has come, by its newest episode and that episode's newest interview."""

    NEW = "new"
    """No offer was written down yet."""
    TRIED = "tried"
    """Somebody tried, and reached neither the child nor a carer."""
    OFFERED = "offered"
    PREPARED = "prepared"
    """What will be shared is being explained; the talk has not begun."""
    ENDED = "ended"
    """It is written down why no talk was held; that may still change."""
    TALKING = "talking"
    """An interview is open and may still change."""
    SEALED = "sealed"
    SIGNED = "signed"
    RETURNED = "returned"
    """The supervisor gave the signed report back with a comment."""
    COUNTERSIGNED = "countersigned"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row of the case list: the newest episode of one child. Shows initials only."""

    case_id: CaseId
    reference: str
    initials: str = field(repr=False)
    age: int | None = field(repr=False)
    """Whole years today; None when the date of birth is not known."""
    returned: datetime | None
    clock: Clock
    stage: Stage
    attempts: int
    saved_at: datetime
    interview_id: InterviewId | None
    """The newest interview of the newest episode."""
    outcome: Outcome | None = None
    """How that interview ended, or why none was held."""
    late: LateReason | None = None
    """Why the hours of the newest episode passed, if somebody said so."""

    @property
    def unexplained(self) -> bool:
        """True when the hours have passed, a talk was required in time, and nobody said why."""
        passed = self.clock.state in {ClockState.OVERDUE, ClockState.PASSED_BUT_HEARD}
        return passed and self.late is None and self.outcome is not Outcome.NOT_REQUIRED


@dataclass(frozen=True, slots=True)
class EpisodeView:
    """One episode with its own clock result."""

    episode: Episode
    clock: Clock
    settled: bool = False
    """True once the child was heard about it, or it is written down why no talk was held."""


@dataclass(frozen=True, slots=True)
class AddendumView:
    """One addendum, how far it came, the file that was signed over it, and the answers to that."""

    addendum: Addendum
    stage: Stage
    """SIGNED, RETURNED or COUNTERSIGNED; SEALED where its file did not come with it."""
    report: Report | None
    reviews: tuple[Review, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class InterviewView:
    """One interview of a case: its head, how far it came, its report and the answers to it."""

    head: Interview
    stage: Stage
    """PREPARED, ENDED, TALKING, SEALED, SIGNED, RETURNED or COUNTERSIGNED."""
    report: Report | None
    reviews: tuple[Review, ...]
    """Oldest first; those of addenda too."""
    papers: tuple[Report, ...] = ()
    """Everything that was signed about it, oldest first: its report, versions, addenda."""

    def answers_to(self, report: Report) -> tuple[Review, ...]:
        """The answers to one of its papers, oldest first."""
        return tuple(one for one in self.reviews if one.report_id == report.id)


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything the case page shows; episodes and interviews newest first, attempts in order."""

    case: Case
    episodes: tuple[EpisodeView, ...]
    attempts: tuple[Attempt, ...]
    interviews: tuple[InterviewView, ...]
    plan: SafetyPlan | None = field(repr=False)
    """The newest plan of the child."""

    @property
    def open_episodes(self) -> tuple[EpisodeView, ...]:
        """The times away about which nobody was heard and nothing was settled, newest first."""
        return tuple(one for one in self.episodes if not one.settled)

    def talk_about(self, episode_id: EpisodeId) -> InterviewView | None:
        """The newest interview, or record that none was held, about one time away."""
        found = (one for one in self.interviews if episode_id in one.head.episode_ids)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class PlanOfTalk:
    """A plan, and the talk in which it was made."""

    talk: Interview
    plan: SafetyPlan = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One signed report or addendum waiting for this vault's holder to answer it."""

    case_id: CaseId
    reference: str
    initials: str = field(repr=False)
    head: Interview
    report: Report
    clocks: tuple[Clock, ...]
    """One for each episode of the interview."""
    addendum: Addendum | None = None
    """What was signed, where it is not the full report."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: records added, records brought up to date, records kept apart.

    `kept_apart` counts what a person has to decide; nothing of it was written.
    """

    added: int
    updated: int
    kept_apart: int
    case_ids: tuple[CaseId, ...]
    """Whose files changed, so that open pages read again."""
