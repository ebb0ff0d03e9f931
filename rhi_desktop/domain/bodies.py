"""Owns which value the body of each kind of record describes."""

from __future__ import annotations

from types import MappingProxyType

from rhi_desktop.domain.action import Action, FollowUp, Thread
from rhi_desktop.domain.addendum import Addendum
from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep
from rhi_desktop.domain.drawing import Drawing
from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.interview import Interview, Report, Seal
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.plan import PlanLine, SafetyPlan
from rhi_desktop.domain.reading import Reading
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.review import Review

BODIES = MappingProxyType[Kind, type](
    {
        Kind.CASE: Case,
        Kind.EPISODE: Episode,
        Kind.FACT: Fact,
        Kind.ENTITY: Entity,
        Kind.ATTEMPT: Attempt,
        Kind.INTERVIEW: Interview,
        Kind.LINE: Line,
        Kind.READING: Reading,
        Kind.ANSWER: Answer,
        Kind.CONCERN: Concern,
        Kind.THREAD: Thread,
        Kind.ACTION: Action,
        Kind.DISCLOSURE: Disclosure,
        Kind.DISCLOSURE_STEP: DisclosureStep,
        Kind.PLAN: SafetyPlan,
        Kind.PLAN_LINE: PlanLine,
        Kind.DRAWING: Drawing,
        Kind.FOLLOW_UP: FollowUp,
        Kind.SEAL: Seal,
        Kind.ADDENDUM: Addendum,
        Kind.REPORT: Report,
        Kind.REVIEW: Review,
    }
)
"""The dataclass that `plain.to_plain` wrote and `plain.from_plain` reads, for each kind."""
