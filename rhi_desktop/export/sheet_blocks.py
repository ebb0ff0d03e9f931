"""Owns the blocks of a free sheet: what can stand in a panel, one below the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.export.content import Mark, Table, Text
from rhi_desktop.export.lettering import MM, Ink, Sign, Type


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, or a heading when `level` is 1 to 3; headings never skip a level.

    Lines break at spaces and at line breaks within the text. `after` is the room below. `sign`
    stands to the left, and the words are then set in by `indent`.
    """

    text: Text
    type: Type
    level: int = 0
    after: float = 4.0
    right: bool = False
    """Set against the right edge."""
    sign: Sign | None = None
    indent: float = 20.0
    language: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list. Its label is a word, a number or a sign; `spoken` is said for a sign.

    `note` is a second paragraph below the words; `below` are more of them, each in its own type.
    """

    text: Text
    spoken: str = ""
    """Heard before the words ("I wrote: "). Without it a sign is furniture."""
    sign: Sign | None = Sign.DOT
    label: str = field(default="", repr=False)
    """Printed in place of the sign."""
    note: Text = field(default=(), repr=False)
    language: str = ""
    aside: Text = field(default=(), repr=False)
    """Beside the words, at the right: who keeps a promise, and by when."""
    below: tuple[Words, ...] = field(default=(), repr=False)
    type: Type | None = None
    """Where it is set otherwise than the rest of its list."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list, one entry below the other."""

    items: tuple[Item, ...]
    type: Type
    ink: Ink = Ink.CHILD_EDGE
    """Of the signs."""
    indent: float = 20.0
    gap: float = 4.6
    """Between entries."""
    after: float = 4.0
    label: Type | None = None
    """How labels are set, when entries have any."""
    note: Type | None = None
    """How notes are set, and what stands aside."""
    aside: float = 0.0
    """How much room what stands aside has."""
    continued: str = field(default="", repr=False)
    """Printed above the entries that stand on a further page."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """Words of the child in quotation marks, with the child's edge beside them."""

    items: tuple[Item, ...]
    type: Type
    gap: float = 5.0
    after: float = 8.0
    label: Type | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as it was drawn, in a box of this size; `alt` says aloud what it is."""

    alt: str = field(repr=False)
    strokes: tuple[Stroke, ...] = field(repr=False)
    width: float
    height: float
    ink: Ink = Ink.INK
    after: float = 4.0


@dataclass(frozen=True, slots=True)
class Emblem:
    """A large sign that is furniture: nothing is lost for whoever does not see it."""

    sign: Sign
    size: float
    ink: Ink
    after: float = 8.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A dotted box to draw in by hand, and quiet words at its upper edge."""

    label: str
    height: float
    type: Type
    after: float = 4.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the panel; it stays with what stands below it."""

    ink: Ink = Ink.HAIR
    width: float = 0.7
    before: float = 0.0
    after: float = 10.0


@dataclass(frozen=True, slots=True)
class Gap:
    """Room that is left free; none at the top of a further page."""

    height: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on: so many, or as many as the rest of the panel has room for."""

    count: int = 0
    step: float = 8.5 * MM
    ink: Ink = Ink.HAIR
    keep: float = 9 * MM
    """Room between the words above and the first line."""


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table; its widths in millimetres are those of the whole table in the panel."""

    table: Table
    after: float = 6.0


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks one below the other, in a width."""

    width: float
    blocks: tuple[Block, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns side by side, read one after the other. `whole` keeps them on one page."""

    columns: tuple[Column, ...] = field(repr=False)
    gap: float = 8 * MM
    after: float = 12.0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Tinted:
    """Blocks on a tint with the edge of a voice: the adults' part of a plan."""

    blocks: tuple[Block, ...] = field(repr=False)
    mark: Mark = Mark.PROMISE
    indent: float = 9.0
    after: float = 12.0


Flowing = Words | Items | Quotes | Columns | Tinted
Standing = Picture | Emblem | Frame | Rule | Gap | Ruled | Tabled
Block = Flowing | Standing
