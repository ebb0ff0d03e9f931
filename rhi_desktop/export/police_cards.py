"""Owns people, vehicles, phones and places for the police: each with what is known and how."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.reading import Said
from rhi_desktop.export.content import Block, Mark, Run, Section, Setting, Table, Text, Tone
from rhi_desktop.export.findings_pages import about
from rhi_desktop.export.source import MARKS, NOTHING, Source, numbered, plain, quiet, strong
from rhi_desktop.export.way import way
from rhi_desktop.export.wording import language_name, say, say_of

KNOWN = (34, 98, 32, 12)
"""Name, what is known, how we know, line."""
IN_FULL = (EntityKind.PERSON, EntityKind.VEHICLE, EntityKind.PHONE, EntityKind.PLACE)
"""A line is printed under a person before it is printed under a place."""
Row = tuple[tuple[Text, ...], Mark | None]
"""The cells of a row, and the sign of whoever said it."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every card with the lines that tell of it, looked up once for all parts.

    Of each kind those that were told of first. `first` is where a line is printed in full; other
    cards that it tells of name its number.
    """

    cards: tuple[tuple[Entity, tuple[Line, ...]], ...]
    first: Mapping[str, str]


def shelf(source: Source) -> Shelf:
    """The cards of an account."""
    standing, order = source.account.standing, list(EntityKind)
    found = [
        (one, tuple(line for line in one.told_in(standing) if line.voice.is_heard))
        for one in source.account.entities
    ]
    found.sort(key=lambda pair: (order.index(pair[0].kind), not pair[1], *_first(pair[1])))
    first: dict[str, str] = {}
    for card, lines in sorted(found, key=lambda pair: IN_FULL.index(pair[0].kind)):
        for line in lines:
            first.setdefault(line.id, card.id)
    return Shelf(tuple(found), first)


def _first(lines: Sequence[Line]) -> list[int]:
    return [line.number for line in lines[:1]]


def people(source: Source, cards: Shelf) -> list[Section]:
    """Each person with everything that was said or seen of them."""
    rows = _rows(source, cards, (EntityKind.PERSON,))
    table = _known(say("police_people"), say("police_people_one"), rows)
    return _titled("police_people", source.say("police_people_note"), table)


def vehicles(source: Source, cards: Shelf) -> list[Section]:
    """Vehicles and phones."""
    rows = _rows(source, cards, (EntityKind.VEHICLE, EntityKind.PHONE))
    table = _known(say("police_vehicles"), say("police_vehicles_one"), rows)
    return _titled("police_vehicles", source.say("police_people_note"), table)


def places(source: Source, cards: Shelf) -> list[Section]:
    """The way in the order told, then each place."""
    figure = way(source)
    note = say("police_way_note") if figure else source.say("police_people_note")
    rows = _rows(source, cards, (EntityKind.PLACE,))
    table = _known(say("police_places"), say("police_places_one"), rows)
    return _titled("police_places", note, [*([figure] if figure else []), *table])


def _titled(key: str, note: str, blocks: Sequence[Block]) -> list[Section]:
    if not blocks:
        return []
    return [Section(key, say(key), tuple(blocks), (plain(note),), Setting.WIDE)]


def _rows(source: Source, cards: Shelf, kinds: Collection[EntityKind]) -> list[Row]:
    return [
        row
        for card, lines in cards.cards
        if card.kind in kinds
        for row in _card(source, card, lines, cards.first)
    ]


def _known(title: str, first: str, rows: Sequence[Row]) -> list[Block]:
    head = (first, say("police_what"), say("police_how"), say("police_line"))
    kept = say("continued", title=title)
    cells, marks = tuple(row for row, _ in rows), tuple(mark for _, mark in rows)
    table = Table(title, head, cells, KNOWN, wide=True, continued=kept, marks=marks)
    return [table] if rows else []


def _card(
    source: Source, one: Entity, lines: Sequence[Line], first: Mapping[str, str]
) -> list[Row]:
    """What stands on the card, then every line that tells of it, each line once in the file."""
    here = [line for line in lines if first[line.id] == one.id]
    text = _about(source, one)
    rows: list[Row] = []
    if text or len(here) < len(lines) or not lines:
        how, mark = _known_by(source, lines)
        numbers = plain(numbered([line.number for line in lines]))
        rows.append(((strong(one.name), plain(text or NOTHING), how, numbers), mark))
    for line in here:
        rows.append(_line(source, quiet(one.name) if rows else strong(one.name), line))
    return rows


def _known_by(source: Source, lines: Sequence[Line]) -> tuple[Text, Mark | None]:
    """Whose word a card is: that of its lines, which stand below it."""
    names = {_said_by(source, line) for line in lines}
    if len(names) > 1:
        return strong(say("police_several")), None
    if not lines:
        return strong(say("police_card")), None
    return strong(names.pop()), MARKS[lines[0].voice]


def _said_by(source: Source, line: Line) -> str:
    told = say("police_told", name=line.told_by.strip()) if line.told_by.strip() else ""
    how = {
        Voice.CHILD: source.say("police_said"),
        Voice.SAW: say("police_saw"),
        Voice.TOLD: told or say("police_told_unnamed"),
    }
    return how[line.voice]


def _about(source: Source, one: Entity) -> str:
    told = about(one)
    if one.feels is Feels.NOT_SAID:
        return told
    felt = source.say("police_feels", feels=say_of("feels", one.feels).lower())
    return f"{told} {felt}".strip()


def _line(source: Source, name: Text, line: Line) -> Row:
    cells = (name, _words(source, line), strong(_said_by(source, line)), plain(str(line.number)))
    return cells, MARKS[line.voice]


def _words(source: Source, line: Line) -> Text:
    runs = [Run(line.words, language=line.language)]
    if line.voice is Voice.CHILD:
        runs = [Run(f"\u201c{line.words}\u201d", Tone.CHILD, line.language)]
    if line.rendering is not None:
        label = say("rendered", language=language_name(line.rendering.language),
                    name=line.rendering.by)  # fmt: skip
        runs.append(Run(f"\n{label} {line.rendering.text}", Tone.QUIET))
    for one in source.account.readings:
        if one.line_id == line.id and one.said is Said.CHANGED:
            runs.append(Run(f"\n{source.say('said_otherwise')} ", Tone.QUIET))
            runs.append(Run(f"\u201c{one.words}\u201d", Tone.CHILD, line.language))
    if line.keep_from:
        kept = source.say("kept_from", whom="; ".join(line.keep_from))
        runs.append(Run(f"\n{kept}", Tone.STRONG))
    return tuple(runs)
