"""Owns the shape of a free sheet: pages, panels and blocks as plain values, before any drawing.

How to write one: give a `SheetData` with its pages; a page has panels (boxes that words flow in)
and marks for folding and cutting; a panel has blocks, set from its top. All measures are points.
What does not fit a panel goes on in the same place of a further page; `most` says how many pages
there may be at most. Nothing is ever cut off or set smaller.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.export.content import Mark, Table, Text

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (297 * MM, 210 * MM)


class Face(Enum):
    """The cut of the letters. Figures of one width are for telephone numbers."""

    REGULAR = auto()
    MEDIUM = auto()
    STRONG = auto()
    FIGURES = auto()
    STRONG_FIGURES = auto()


class Ink(Enum):
    """The colour of words and signs; each is dark enough on white and on the tint."""

    INK = auto()
    QUIET = auto()
    TEAL = auto()
    CHILD = auto()
    CHILD_EDGE = auto()
    TOLD = auto()
    TOLD_EDGE = auto()
    MID = auto()
    HAIR = auto()


class Sign(Enum):
    """A small picture beside a word that says the same."""

    WAVE = auto()
    HEART = auto()
    PERSON = auto()
    PIN = auto()
    BACK = auto()
    PATH = auto()
    TICK = auto()
    DAY = auto()
    EYE = auto()
    PHONE = auto()
    PENCIL = auto()
    TALK = auto()
    HAND = auto()
    HOUSE = auto()
    DOT = auto()


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: size and leading in points, cut and colour."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    ink: Ink = Ink.INK


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


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page: lower left corner, width and height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Panel:
    """A box that blocks flow in from its top; `foot` stands at its lower edge.

    A `turned` panel is drawn upside down, for a sheet that is folded.
    """

    box: Box
    blocks: tuple[Block, ...] = field(repr=False)
    turned: bool = False
    foot: tuple[Block, ...] = field(default=(), repr=False)
    number: str = ""
    """Printed small below the box, in the middle; repeated on further pages."""
    continued: str = field(default="", repr=False)
    """Printed at the top where the panel goes on."""


class Way(Enum):
    """What a mark on the paper asks for."""

    TICK = auto()
    """A short solid stroke where a fold ends."""
    FOLD = auto()
    CUT = auto()
    """Dashed, with scissors at its first end."""


@dataclass(frozen=True, slots=True)
class Crease:
    """A mark for folding or cutting, from one point to another."""

    way: Way
    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper. Panels are read in their order, wherever they stand."""

    panels: tuple[Panel, ...] = field(repr=False)
    creases: tuple[Crease, ...] = ()
    """Repeated on the further pages that this one needs."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Lines at head and foot of every page: left, middle, right; `{page}` and `{pages}`.

    They stand at the margins of the report. `single` shows them on a sheet of one page as well.
    """

    head: tuple[str, str, str] = ("", "", "")
    foot: tuple[str, str, str] = ("", "", "")
    single: bool = True
    foot_at: float = 10.2 * MM


@dataclass(frozen=True, slots=True)
class SheetData:
    """Everything on a free sheet. It is never signed and nothing is attached to it.

    `title` becomes the title of the file, and `author` its author, when it is not empty; neither
    may tell whose sheet it is. `tool` names the program, or nothing. `most` pages may be made of
    it at most (0: as many as it takes); beyond that drawing is refused with `sheet_full`.
    """

    title: str
    author: str
    language: str
    made_at: datetime
    size: tuple[float, float]
    pages: tuple[Page, ...] = field(repr=False)
    ends: Ends = field(default=Ends(), repr=False)
    tool: str = ""
    most: int = 0
