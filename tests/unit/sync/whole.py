"""Owns records of every kind that came with the whole job, in the case that Ada sends."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.domain.action import Action, FollowUp, Kept, Thread
from rhi_desktop.domain.addendum import Addendum, Correction
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind
from rhi_desktop.domain.drawing import Drawing, Stroke
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.entity import Entity, EntityKind
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import (
    ActionId,
    AddendumId,
    ConcernId,
    DisclosureId,
    DrawingId,
    EntityId,
    FactId,
    FollowUpId,
    LineId,
    PlanId,
    ReadingId,
    StepId,
    ThreadId,
)
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.plan import SafetyPlan
from rhi_desktop.domain.reading import Reading, Said
from rhi_desktop.domain.record import Kind, Record
from tests.unit.sync.people import CASE, EPISODE, INTERVIEW, NOW, PDF_SHA, ada, record

PLAN = PlanId("plan-1")
LINE = LineId("line-1")
FACT = Fact(FactId("fact-1"), CASE, EPISODE, "took", ("a phone",))
ENTITY = Entity(EntityId("entity-1"), CASE, EntityKind.PERSON, "Dex")
READING = Reading(ReadingId("reading-1"), INTERVIEW, LINE, Said.AGREED, NOW)
CONCERN = Concern(
    ConcernId("concern-1"), INTERVIEW, "set", "one", "Set", "Older friends", Certainty.NO
)
THREAD = Thread(ThreadId("thread-1"), INTERVIEW, 1, (LINE,), "a view")
ACTION = Action(
    ActionId("action-1"), INTERVIEW, 1, "ring", thread_id=THREAD.id, concern_ids=(CONCERN.id,)
)
DRAWING = Drawing(DrawingId("drawing-1"), PLAN, (Stroke((1, 2, 3, 4)),))
DISCLOSURE = Disclosure(DisclosureId("disclosure-1"), CASE, INTERVIEW, NOW, "Ada")
STEP = DisclosureStep(StepId("step-1"), DISCLOSURE.id, StepKind.WORDS, NOW, words="he hit me")
FOLLOW_UP = FollowUp(
    FollowUpId("follow-up-1"), CASE, None, "action-0", "ring", "Ada", None, Kept.KEPT, NOW
)
ADDENDUM = Addendum(
    AddendumId("addendum-1"),
    INTERVIEW,
    1,
    PDF_SHA,
    "asked on the phone",
    (Correction(Voice.CHILD, "it was Tuesday", "line 1"),),
    ada().person,
    NOW,
)
"""Only a sealed interview can have one."""

FIXED = (
    (Kind.READING, READING),
    (Kind.CONCERN, CONCERN),
    (Kind.THREAD, THREAD),
    (Kind.ACTION, ACTION),
    (Kind.DRAWING, DRAWING),
)
"""What a seal fixes."""
ADDED = ((Kind.DISCLOSURE, DISCLOSURE), (Kind.DISCLOSURE_STEP, STEP), (Kind.FOLLOW_UP, FOLLOW_UP))
"""What has one revision for ever."""
LIVING = ((Kind.FACT, FACT), (Kind.ENTITY, ENTITY))


def first(kind: Kind, value: object) -> Record:
    """The first revision of one of these values."""
    plain = to_plain(value)
    assert isinstance(plain, dict)
    return record(kind, value, str(plain["id"]))


def plan_record() -> Record:
    """The plan that the drawing is of."""
    return record(Kind.PLAN, SafetyPlan(PLAN, CASE, INTERVIEW), PLAN)


def whole_records() -> tuple[Record, ...]:
    """One of each, with the plan."""
    every = (*LIVING, *FIXED, *ADDED)
    return plan_record(), *(first(kind, value) for kind, value in every)


def chain(kind: Kind, number: int, length: int) -> tuple[Record, ...]:
    """The first revisions of a thread or a card; each says something else."""
    made: list[Record] = []
    for step in range(length):
        value: Thread | Entity
        if kind is Kind.THREAD:
            value = replace(THREAD, id=ThreadId(f"thread-{number}"), line_ids=(), view=str(step))
        else:
            value = replace(ENTITY, id=EntityId(f"entity-{number}"), name=str(step))
        made.append(record(kind, value, value.id, made[-1] if made else None))
    return tuple(made)
