"""Owns how a line of the account or of the plan stands on the page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rhi_desktop.export.content import Mark
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.grid import (
    FULL,
    INDENT,
    LABEL,
    MARGIN,
    NUMBER,
    NUMBER_X,
    TEXT_X,
    TINTS,
)
from rhi_desktop.export.pdf.icons import edge, sign
from rhi_desktop.export.pdf.parts import Part, Sheet
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import Words, label

SIGN = 9.6
LONG = 3
"""A block of more rows than these may end a page."""
LABEL_X = MARGIN + 14.2
APART = 15.0
"""Between two marks of the key."""
MARKED = frozenset(Mark) - {Mark.BLANK, Mark.ASKED}
"""The marks that have an edge."""


@dataclass(frozen=True, slots=True)
class Said:
    """What stands right of the edge: blocks of words, each with its element."""

    blocks: tuple[tuple[Words, Node], ...]

    @property
    def height(self) -> float:
        """Of all blocks together."""
        return sum(words.height for words, _ in self.blocks)

    def split(self, room: float) -> tuple[Said, Said] | None:
        """Between two rows of some block, or behind a long one; never behind a single row."""
        for at, (words, node) in enumerate(self.blocks):
            if words.height <= room:
                room -= words.height
                continue
            halves = words.split(room)
            if halves is not None:
                before = (*self.blocks[:at], (halves[0], node))
                return Said(before), Said(((halves[1], node), *self.blocks[at + 1 :]))
            if at and len(self.blocks[at - 1][0].rows) > LONG:
                return Said(self.blocks[:at]), Said(self.blocks[at:])
            return None
        return None


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands left of the edge: sign, whose words, number; and how to go on overleaf."""

    mark: Mark
    text: str
    number: str
    node: Node
    fresh: bool
    """The first of its voice: the words of the mark are printed."""
    continued: str
    """Printed above when the entry opens a page."""
    aside: tuple[Words, Node] | None = None
    """Below the label: what a view is built on."""

    @property
    def height(self) -> float:
        """Of the label and what stands below it; nothing when the label stands alone."""
        return LABEL.leading + self.aside[0].height if self.aside is not None else 0.0


class EntryPart(Part):
    """Margin, edge and words. A long one goes on over the page with its mark repeated."""

    def __init__(self, margin: Margin, said: Said, *, last: bool, again: bool = False) -> None:
        self.margin, self.said, self.last, self.again = margin, said, last, again
        self.above, self.below = (3.0, 3.8) if margin.mark is Mark.CHILD else (2.6, 3.0)
        self.gap = 5.0 if last else 0.0
        tall = max(said.height, margin.height)
        self.height = tall + self.above + self.below + self.gap

    def split(self, room: float) -> tuple[Part, Part] | None:
        """The same element goes on; the gap below stays with the rest."""
        halves = self.said.split(room - self.above - self.below)
        if halves is None or self.margin.height > room - self.above - self.below:
            return None
        fresh = replace(self.margin, fresh=True, aside=None)
        before = EntryPart(self.margin, halves[0], last=False, again=self.again)
        return before, EntryPart(fresh, halves[1], last=self.last, again=True)

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """The sign is part of the label's element, so that it is heard and not only seen."""
        canvas = sheet.canvas
        words = self.said.blocks[0][0]
        base = top - self.above - words.base
        if self.again:
            with canvas.artifact("Pagination"):
                self._draw_margin(canvas, base, shown=True)
        else:
            with canvas.tag(self.margin.node):
                self._draw_margin(canvas, base, shown=first or self.margin.fresh)
        if self.margin.mark in MARKED:
            with canvas.artifact():
                edge(canvas, self.margin.mark, TEXT_X, top - self.height + self.gap, top)
        if first and self.margin.continued:
            with canvas.artifact("Pagination"):
                label(canvas, self.margin.continued, LABEL, (MARGIN, top + 7))
        y = top - self.above
        if self.margin.aside is not None:
            aside, owner = self.margin.aside
            # Below the label, however large the words beside it are.
            aside.draw(canvas, owner, LABEL_X, base - LABEL.leading + aside.base)
        for block, node in self.said.blocks:
            block.draw(canvas, node, TEXT_X + INDENT, y)
            y -= block.height

    def _draw_margin(self, canvas: TagCanvas, base: float, *, shown: bool) -> None:
        mark = self.margin.mark
        sign(canvas, mark, MARGIN, base - 1.6, SIGN)
        if shown:
            style = replace(LABEL, color=TINTS[mark].text)
            label(canvas, self.margin.text, style, (LABEL_X, base))
        if self.margin.number:
            label(canvas, self.margin.number, NUMBER, (NUMBER_X, base), 1.0)


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One mark and what it means: the sign is the label of an item, the words are its body."""

    mark: Mark
    text: str
    label: Node
    body: Node
    width: float


class KeyPart(Part):
    """What the marks mean, in as many rows as it takes."""

    step = 17.0

    def __init__(self, items: list[KeyItem]) -> None:
        self.rows: list[list[KeyItem]] = [[]]
        used = 0.0
        for item in items:
            room = item.width + 20 + APART
            if used + room - APART > FULL and self.rows[-1]:
                self.rows.append([])
                used = 0.0
            self.rows[-1].append(item)
            used += room
        self.height = len(self.rows) * self.step + 4

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """Edge, sign and words of each mark."""
        del first
        canvas = sheet.canvas
        for at, row in enumerate(self.rows):
            low, x = top - (at + 1) * self.step + 1, MARGIN
            for item in row:
                if item.mark in MARKED:
                    with canvas.artifact():
                        edge(canvas, item.mark, x + 1.4, low, low + 14)
                with canvas.tag(item.label):
                    sign(canvas, item.mark, x + 7, low + 2, SIGN)
                with canvas.tag(item.body):
                    style = replace(LABEL, color=TINTS[item.mark].text)
                    label(canvas, item.text, style, (x + 20, low + 3.6))
                x += item.width + 20 + APART
