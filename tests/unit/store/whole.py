"""Owns one value of every kind that an interview of the whole job can hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rhi_desktop.domain.action import Action, FollowUp, Kept, Sureness, Thread
from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.concern import Concern, EvidenceSource
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind, Told
from rhi_desktop.domain.drawing import Drawing, Stroke
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import (
    ActionId,
    ConcernId,
    DisclosureId,
    DrawingId,
    EntityId,
    EpisodeId,
    FactId,
    FollowUpId,
    ReadingId,
    StepId,
    ThreadId,
)
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.reading import Reading, Said
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import records
from rhi_desktop.store.vault import Vault
from tests.unit.store import samples
from tests.unit.store.samples import ME, Days, Talk, keep


@dataclass(frozen=True, slots=True)
class Whole:
    """What `fill` kept, value by value; the struck ones are their own."""

    line: Line
    facts: tuple[Fact, ...]
    entity: Entity
    reading: Reading
    concern: Concern
    thread: Thread
    action: Action
    disclosure: Disclosure
    drawing: Drawing
    follow_up: FollowUp

    @property
    def fixed(self) -> tuple[tuple[Kind, object], ...]:
        """What the seal fixes."""
        return (
            (Kind.READING, self.reading),
            (Kind.CONCERN, self.concern),
            (Kind.THREAD, self.thread),
            (Kind.ACTION, self.action),
            (Kind.DRAWING, self.drawing),
        )

    @property
    def added(self) -> tuple[tuple[Kind, object], ...]:
        """What is only ever added to."""
        return (
            (Kind.DISCLOSURE, self.disclosure),
            (Kind.DISCLOSURE_STEP, self.disclosure.steps[0]),
            (Kind.FOLLOW_UP, self.follow_up),
        )

    @property
    def living(self) -> tuple[tuple[Kind, object], ...]:
        """What lives on like the case."""
        return ((Kind.FACT, self.facts[0]), (Kind.ENTITY, self.entity))


def put(vault: Vault, talk: Talk, kind: Kind, value: object, at: Moment) -> None:
    """One record of the talk's case, in one commit."""
    records.save(vault, kind, talk.case_id, value, ME.id, at)


def fill(vault: Vault, talk: Talk, days: Days) -> Whole:
    """Keeps one of each, and a struck one beside each that can be struck."""
    line = keep(vault, talk, "@Dex let me stay at the #canal", days())
    samples.answer(vault, talk, "yes", days())
    samples.plan_line(vault, talk, "ring my nan", days())
    thread, concern = a_thread(talk, line, days()), a_concern(talk, line, days())
    whole = Whole(
        line=line,
        facts=(fact(talk, None, days()), fact(talk, talk.episode.id, days())),
        entity=card(talk, "Dex", days()),
        reading=a_reading(talk, line, days()),
        concern=concern,
        thread=thread,
        action=an_action(talk, thread, concern, days()),
        disclosure=a_disclosure(talk, days()),
        drawing=a_drawing(talk, days()),
        follow_up=a_follow_up(talk, days()),
    )
    _keep(vault, talk, whole, days)
    _strike(vault, talk, whole, days)
    return whole


def _keep(vault: Vault, talk: Talk, whole: Whole, days: Days) -> None:
    for one in whole.facts:
        put(vault, talk, Kind.FACT, one, days())
    for kind, value in (*whole.fixed, *whole.living[1:], whole.added[0], whole.added[2]):
        put(vault, talk, kind, value, days())
    for step in whole.disclosure.steps:
        put(vault, talk, Kind.DISCLOSURE_STEP, step, days())


def _strike(vault: Vault, talk: Talk, whole: Whole, days: Days) -> None:
    at = days()
    struck = (
        (Kind.ENTITY, replace(whole.entity, id=EntityId(at.fresh_id()), struck_at=at.now)),
        (
            Kind.THREAD,
            replace(whole.thread, id=ThreadId(at.fresh_id()), number=2, struck_at=at.now),
        ),
        (
            Kind.ACTION,
            replace(whole.action, id=ActionId(at.fresh_id()), number=2, struck_at=at.now),
        ),
    )
    for kind, value in struck:
        put(vault, talk, kind, value, at)


def fact(talk: Talk, episode_id: EpisodeId | None, at: Moment) -> Fact:
    """Something known about the child, or about a time away."""
    if episode_id is None:
        return Fact(FactId(at.fresh_id()), talk.case_id, None, "school", ("Harbour School",))
    blank, reason = Blank.NOT_KNOWN, "nobody could say"
    return Fact(FactId(at.fresh_id()), talk.case_id, episode_id, "took", (), blank, reason)


def card(talk: Talk, name: str, at: Moment) -> Entity:
    """Somebody who recurs."""
    return Entity(
        EntityId(at.fresh_id()),
        talk.case_id,
        EntityKind.PERSON,
        name,
        other_names=("D",),
        feels=Feels.NOT_SURE,
        keep_from=("my mum",),
    )


def a_reading(talk: Talk, line: Line, at: Moment) -> Reading:
    """The child wants it said otherwise."""
    words = "he let me sleep there"
    return Reading(ReadingId(at.fresh_id()), talk.id, line.id, Said.CHANGED, at.now, words)


def a_concern(talk: Talk, line: Line, at: Moment) -> Concern:
    """One indicator with its evidence."""
    return Concern(
        ConcernId(at.fresh_id()),
        talk.id,
        "exploitation",
        "older_friends",
        "Exploitation",
        "Older people the child calls friends",
        Certainty.NOT_SURE,
        evidence="stays with an adult",
        source=EvidenceSource.CHILD_SAID,
        line_ids=(line.id,),
    )


def a_thread(talk: Talk, line: Line, at: Moment) -> Thread:
    """A view that is built on a line."""
    return Thread(
        ThreadId(at.fresh_id()),
        talk.id,
        1,
        (line.id,),
        "Dex may want something back",
        Sureness.NOT_SURE,
        child_thinks="he is just nice",
    )


def an_action(talk: Talk, thread: Thread, concern: Concern, at: Moment) -> Action:
    """What follows from it."""
    return Action(
        ActionId(at.fresh_id()),
        talk.id,
        1,
        "ask about Dex at the meeting",
        who="Rowan Hale",
        by_when=date(2026, 3, 14),
        thread_id=thread.id,
        child_knows=True,
        child_agrees=False,
        concern_ids=(concern.id,),
    )


def a_disclosure(talk: Talk, at: Moment) -> Disclosure:
    """Words as spoken, and two of the four told."""
    made = Disclosure(DisclosureId(at.fresh_id()), talk.case_id, talk.id, at.now, ME.name)
    return replace(
        made,
        steps=(
            step(made, StepKind.WORDS, at, words="he said not to tell"),
            step(made, StepKind.TOLD, at, seconds=1, whom=Told.POLICE, reference="P-77"),
            step(made, StepKind.TOLD, at, seconds=2, whom=Told.MANAGER),
        ),
    )


def step(
    of: Disclosure, kind: StepKind, at: Moment, *, seconds: int = 0, **said: object
) -> DisclosureStep:
    """One step, written so many seconds later."""
    written = at.now.replace(second=seconds)
    made = DisclosureStep(StepId(at.fresh_id()), of.id, kind, written)
    return replace(made, **said)  # type: ignore[arg-type]  # fields of the step


def a_drawing(talk: Talk, at: Moment) -> Drawing:
    """Two strokes with what the child calls them."""
    strokes = (Stroke((0, 0, 500, 900)), Stroke((10, 20), width=90))
    return Drawing(DrawingId(at.fresh_id()), talk.plan.id, strokes, "my nan's house")


def a_follow_up(talk: Talk, at: Moment) -> FollowUp:
    """What became of an earlier promise."""
    return FollowUp(
        FollowUpId(at.fresh_id()),
        talk.case_id,
        talk.id,
        "earlier-promise",
        "come on Friday",
        "Rowan Hale",
        date(2026, 3, 1),
        Kept.KEPT,
        at.now,
    )
