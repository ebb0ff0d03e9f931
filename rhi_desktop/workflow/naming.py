"""Owns the cards of people and places: made by a person, never silently, never joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace

from rhi_desktop.domain.entity import Entity, EntityKind, folded
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId, EntityId, EpisodeId
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import entities as stored
from rhi_desktop.store import interviews, records
from rhi_desktop.workflow.analysis_entries import NewEntity
from rhi_desktop.workflow.entries import legible
from rhi_desktop.workflow.workspace import Workspace

PLACE_SIGN = "#"


@dataclass(frozen=True, slots=True)
class HeardLine:
    """A standing line of the case, and the times away its talk was about."""

    line: Line
    episode_ids: tuple[EpisodeId, ...]


@dataclass(frozen=True, slots=True)
class NameHeard:
    """A name that was tagged in lines and has no card yet: offered, never made by itself."""

    name: str = field(repr=False)
    """As first written, without its sign."""
    kind: EntityKind
    """A place where the sign was #, a person where it was @; whoever makes the card decides."""
    lines: tuple[Line, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SameName:
    """A card of another case with the same name. Whether it is the same is for a person to say."""

    ours: Entity = field(repr=False)
    reference: str
    """Of the other case: nothing else of it is shown beside the card."""
    theirs: Entity = field(repr=False)


def entities(ws: Workspace, case_id: CaseId) -> tuple[Entity, ...]:
    """The cards of a case that were not taken out, by kind and name."""
    found = records.children(ws.store, Kind.ENTITY, "case_id", case_id, Entity)
    order = list(EntityKind)
    standing = (one for one in found if one.struck_at is None)
    return tuple(sorted(standing, key=lambda one: (order.index(one.kind), one.name, one.id)))


def heard_lines(ws: Workspace, case_id: CaseId) -> tuple[HeardLine, ...]:
    """Every line of every talk of a case that was said or seen and stands, oldest first."""
    heads = interviews.of_case(ws.store, case_id)
    ids = [head.id for head in heads]
    lines = records.children_of(ws.store, Kind.LINE, "interview_id", ids, Line)
    return tuple(
        HeardLine(line, head.episode_ids)
        for head in heads
        for line in lines.get(head.id, ())
        if line.voice.is_heard and not line.struck_by
    )


def episode_numbers(ws: Workspace, case_id: CaseId) -> dict[EpisodeId, int]:
    """The times away of a case counted from 1, oldest first."""
    found = records.children(ws.store, Kind.EPISODE, "case_id", case_id, Episode)
    return {one.id: number for number, one in enumerate(found, start=1)}


def names_without_card(ws: Workspace, case_id: CaseId) -> tuple[NameHeard, ...]:
    """The names tagged in lines that no card answers to, in the order of first hearing."""
    known = {name for card in entities(ws, case_id) for name in card.folded}
    heard: dict[str, NameHeard] = {}
    for one in heard_lines(ws, case_id):
        for tag, name in _names_in(one.line):
            if name in known:
                continue
            kind = EntityKind.PLACE if tag.startswith(PLACE_SIGN) else EntityKind.PERSON
            first = heard.get(name, NameHeard(tag[1:], kind, ()))
            heard[name] = replace(first, lines=(*first.lines, one.line))
    return tuple(heard.values())


def add_entity(ws: Workspace, case_id: CaseId, new: NewEntity, at: Moment) -> Entity:
    """Makes a card. ValueError without a name."""
    clean = legible(new)
    given = {one.name: getattr(clean, one.name) for one in fields(clean)}
    made = Entity(EntityId(at.fresh_id()), case_id, **given)
    return _save(ws, made, at)


def change_entity(ws: Workspace, entity: Entity, at: Moment) -> Entity:
    """Puts other words on a card; whose it is, and whether it was taken out, stay."""
    wanted = legible(entity)
    return _set(
        ws,
        entity,
        lambda old: replace(wanted, case_id=old.case_id, struck_at=old.struck_at),
        at,
    )


def strike_entity(ws: Workspace, entity: Entity, at: Moment) -> Entity:
    """Takes a card out; it stays in the record and can be put back."""
    return _set(ws, entity, lambda old: replace(old, struck_at=at.now), at)


def restore_entity(ws: Workspace, entity: Entity, at: Moment) -> Entity:
    """Puts a card back that was taken out."""
    return _set(ws, entity, lambda old: replace(old, struck_at=None), at)


def same_names(ws: Workspace, case_id: CaseId) -> tuple[SameName, ...]:
    """Cards of other cases that answer to a name of ours, but those found to be somebody else."""
    ours = entities(ws, case_id)
    names = {name for card in ours for name in card.folded}
    if not names:
        return ()
    others = stored.of_other_cases(ws.store, case_id, names)
    return tuple(
        SameName(card, reference, theirs)
        for reference, theirs in others
        for card in ours
        if _may_be_same(card, theirs)
    )


def not_the_same(ws: Workspace, found: SameName, at: Moment) -> Entity:
    """A person says that the two are not the same: nobody is asked again."""
    theirs = found.theirs.id
    return _set(
        ws,
        found.ours,
        lambda old: replace(old, not_same=tuple(dict.fromkeys((*old.not_same, theirs)))),
        at,
    )


def _names_in(line: Line) -> Iterator[tuple[str, str]]:
    for tag in line.tags:
        yield tag, folded(tag[1:])


def _may_be_same(ours: Entity, theirs: Entity) -> bool:
    asked = theirs.id not in ours.not_same and ours.id not in theirs.not_same
    return ours.kind is theirs.kind and folded(theirs.name) in ours.folded and asked


def _set(ws: Workspace, entity: Entity, change: Callable[[Entity], Entity], at: Moment) -> Entity:
    with ws.store.transaction():
        newest = records.load(ws.store, Kind.ENTITY, entity.id, Entity)
        changed = change(newest)
        if changed != newest:
            _save(ws, changed, at)
    return changed


def _save(ws: Workspace, entity: Entity, at: Moment) -> Entity:
    if not entity.name.strip():
        raise ValueError("a card without a name")
    records.save(ws.store, Kind.ENTITY, entity.case_id, entity, ws.interviewer.id, at)
    return entity
