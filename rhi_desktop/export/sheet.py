"""Owns the shape of a free sheet: pages, panels and blocks as plain values, before any drawing.

How to write one: give a `SheetData` with its pages; a page has panels (boxes that words flow in)
and marks for folding and cutting; a panel has blocks, set from its top. All measures are points.
What does not fit a panel goes on in the same place of a further page; `most` says how many pages
there may be at most. Nothing is ever cut off. A sheet may bring a tighter one, to save a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from rhi_desktop.export.lettering import A4, A4_LANDSCAPE, MM, Face, Ink, Sign, Type
from rhi_desktop.export.sheet_blocks import (
    Block,
    Column,
    Columns,
    Emblem,
    Frame,
    Gap,
    Item,
    Items,
    Picture,
    Quotes,
    Rule,
    Ruled,
    Standing,
    Tabled,
    Tinted,
    Words,
)

__all__ = [
    "A4",
    "A4_LANDSCAPE",
    "MM",
    "Block",
    "Box",
    "Column",
    "Columns",
    "Crease",
    "Emblem",
    "Ends",
    "Face",
    "Frame",
    "Gap",
    "Ink",
    "Item",
    "Items",
    "Page",
    "Panel",
    "Picture",
    "Quotes",
    "Rule",
    "Ruled",
    "SheetData",
    "Sign",
    "Standing",
    "Tabled",
    "Tinted",
    "Type",
    "Way",
    "Words",
]


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
    it at most (0: as many as it takes); beyond that drawing is refused with `sheet_full`. The
    `tighter` one says the same, and is drawn in its place when that saves a page.
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
    tighter: SheetData | None = field(default=None, repr=False)
