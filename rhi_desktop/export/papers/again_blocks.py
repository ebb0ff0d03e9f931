"""Owns how the parts of a sheet "If I go missing again" are set: steps, tables, people, lists."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.export.content import Mark, Run, Table, Text, Tone
from rhi_desktop.export.papers.again_items import AgainItem
from rhi_desktop.export.papers.again_parts import AgainPart
from rhi_desktop.export.papers.quoted import quote
from rhi_desktop.export.sheet import (
    A4,
    MM,
    Block,
    Column,
    Columns,
    Face,
    Gap,
    Ink,
    Item,
    Items,
    Tabled,
    Type,
    Words,
)
from rhi_desktop.export.source import plain, quiet, strong
from rhi_desktop.export.wording import say, say_of

MARGIN, GUTTER = 17 * MM, 8 * MM
WIDTH = A4[0] - 2 * MARGIN
SIDE_BY_SIDE = 2
NARROW, BROAD = 77 * MM, 91 * MM
"""Of the first row, where the places need the room, and of the title, which does as well."""
FOOT, HEAD = 14 * MM, 16.5 * MM
PLACES, WIDE_PLACES = (30, 41, 20), (44, 98, 34)
FEW = 8
"""So many places stand beside what to do first; more have the width of the page."""
WHOLE_TABLE = (36, 84, 22, 34)
ABREAST = 4
"""So many people stand side by side."""

TITLE = Type(25, 29, Face.STRONG)
HEADING = Type(12.5, 15.5, Face.STRONG, Ink.TEAL)
BODY, SMALL = Type(10.5, 14), Type(9, 12.4, ink=Ink.QUIET)
NOTE = Type(8, 10.6, ink=Ink.QUIET)
NAME = Type(12.5, 15.5, Face.STRONG)
TELEPHONE = Type(11.5, 15, Face.STRONG_FIGURES, Ink.TEAL)
STEP = Type(22, 14, ink=Ink.TEAL)


def first(found: Sequence[AgainItem]) -> list[Block]:
    """Numbered, so that nobody has to read all of it to begin."""
    if not found:
        return []
    steps = [_entry(item, label=str(at)) for at, item in enumerate(found, 1)]
    return [
        Words(plain(say_of("again_part", AgainPart.FIRST)), HEADING, level=2, after=9),
        Items(tuple(steps), BODY, indent=22, gap=7, label=STEP, note=NOTE, after=0),
    ]


def places(found: Sequence[AgainItem], *, wide: bool) -> list[Block]:
    """Cards and facts in a table, as wide as the page or as a column; words below it."""
    if not found:
        return []
    named = [item for item in found if item.title]
    blocks: list[Block] = [heading(AgainPart.PLACES)]
    if named:
        head = (say("again_place"), say("again_about"), say("again_how"))
        rows = tuple(
            (strong(item.title), _about(item), plain(item.feels or "\u2013")) for item in named
        )
        widths = WIDE_PLACES if wide else PLACES
        blocks.append(Tabled(_table(AgainPart.PLACES, head, rows, widths), after=2))
    return [*blocks, *_listed([item for item in found if not item.title])]


def few(found: Sequence[AgainItem]) -> bool:
    """Whether places may stand in a column."""
    return len(found) <= FEW


def people(found: Sequence[AgainItem]) -> list[Block]:
    """Names and numbers side by side, words below."""
    if not found:
        return []
    named = [item for item in found if item.title]
    blocks: list[Block] = [heading(AgainPart.PEOPLE)]
    width = (WIDTH - (ABREAST - 1) * 12) / ABREAST
    for start in range(0, len(named), ABREAST):
        row = [Column(width, tuple(_person(one))) for one in named[start : start + ABREAST]]
        blocks.append(Columns(tuple(row), gap=12, after=7, whole=True))
    return [*blocks, *_listed([item for item in found if not item.title])]


def company(found: Sequence[AgainItem]) -> list[Block]:
    """With whom the child may be: in a table, for these are looked up."""
    if not found:
        return []
    keys = ("again_name", "again_about", "again_how", "again_known")
    rows = tuple(
        (
            strong(item.title),
            plain("\n".join(one for one in (item.words, item.contact) if one) or "\u2013"),
            plain(item.feels or "\u2013"),
            quiet(item.known),
        )
        for item in found
        if item.title
    )
    head = tuple(say(key) for key in keys)
    blocks: list[Block] = [heading(AgainPart.WITH)]
    if rows:
        blocks.append(Tabled(_table(AgainPart.WITH, head, rows, WHOLE_TABLE), after=0))
    return [*blocks, *_listed([item for item in found if not item.title])]


def told(part: AgainPart, found: Sequence[AgainItem]) -> list[Block]:
    """A heading and what was ticked below it."""
    return [heading(part), *_listed(found)] if found else []


def row(*parts: list[Block]) -> list[Block]:
    """Those parts that hold something, side by side."""
    found = [blocks for blocks in parts if blocks]
    if len(found) < SIDE_BY_SIDE:
        return [block for blocks in found for block in blocks]
    width = (WIDTH - (len(found) - 1) * GUTTER) / len(found)
    return [Columns(tuple(Column(width, tuple(one)) for one in found), GUTTER, after=0, whole=True)]


def heading(part: AgainPart) -> Words:
    """How a part is called, in the child's voice."""
    return Words(plain(say_of("again_part", part)), HEADING, level=2, after=2.5)


def _said(item: AgainItem) -> Text:
    """Words of the child in quotation marks; everything else as it was written down."""
    if item.mark is Mark.CHILD:
        return (Run(quote(item.words), Tone.CHILD, item.language),)
    title = (Run(item.title, Tone.STRONG), Run("\n")) if item.title and item.words else ()
    return (*title, Run(item.words or item.title, language=item.language))


def _entry(item: AgainItem, label: str = "") -> Item:
    facts = [one for one in (item.contact, item.feels, item.known) if one]
    return Item(_said(item), label=label, note=plain(" ".join(_stopped(facts))))


def _stopped(facts: Sequence[str]) -> list[str]:
    return [one if one.endswith(".") else f"{one}." for one in facts]


def _listed(items: Sequence[AgainItem]) -> list[Block]:
    if not items:
        return []
    entries = tuple(_entry(item) for item in items)
    return [Items(entries, BODY, ink=Ink.TEAL, indent=12, gap=3.5, note=NOTE, after=0)]


def _about(item: AgainItem) -> Text:
    words = [item.words] if item.words else []
    known = Run(("\n" if words else "") + item.known, Tone.QUIET)
    return (*plain(" ".join(words)), known) if words else (known,)


def _person(item: AgainItem) -> list[Block]:
    blocks: list[Block] = [Words(plain(item.title), NAME, after=0)]
    if item.contact:
        blocks.append(Words(plain(item.contact), TELEPHONE, after=0))
    if item.words:
        blocks.append(Words(plain(item.words), BODY, after=0))
    return [*blocks, Gap(2), Words(plain(item.known), NOTE, after=0)]


def _table(
    part: AgainPart,
    head: tuple[str, ...],
    rows: tuple[tuple[Text, ...], ...],
    widths: tuple[int, ...],
) -> Table:
    title = say_of("again_part", part)
    kept = say("continued", title=title)
    return Table(title, head, rows, widths, wide=True, continued=kept)
