"""Owns tables: quiet rows without uprights, split between rows, and within a row when they must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color

from rhi_desktop.export.content import Judged, Mark
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.grid import BOTTOM, HAIR, INK2, LABEL, MARGIN, TOP
from rhi_desktop.export.pdf.icons import MARK, MARK_ROOM, SQUARE_ROOM, sign, square
from rhi_desktop.export.pdf.parts import Part, Sheet
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import Words, label

HEAD_BELOW = 2.5
BELOW = 3.0
"""Below the last row."""
PAD, DENSE = (4.0, 4.6), (2.4, 3.0)
RAISED = 2.6
"""Without a head the first row stands higher, on the line of the heading beside it."""
HEAD_RULE, ROW_RULE = (0.6, INK2), (0.4, HAIR)
SPARE = 0.3
"""A row is only divided when at least this share of a page is free for its first part."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell and its element."""

    words: Words
    node: Node
    judged: Judged | None = None
    """The square before the words."""
    mark: Mark | None = None
    """The sign of a voice before the words, which name it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of cells."""

    cells: tuple[Cell, ...]
    pad: tuple[float, float] = PAD
    """Above and below."""

    @property
    def height(self) -> float:
        """Of the tallest cell, with the room above and below."""
        return max(cell.words.height for cell in self.cells) + sum(self.pad)

    def split(self, room: float) -> tuple[Line, Line] | None:
        """Cut every cell at the same height."""
        inner = room - sum(self.pad)
        if all(cell.words.split(inner) is None for cell in self.cells):
            return None
        upper, lower = [], []
        for cell in self.cells:
            halves = cell.words.split(inner)
            above, below = halves or (cell.words, replace(cell.words, rows=()))
            upper.append(replace(cell, words=above))
            lower.append(Cell(below, cell.node))
        return Line(tuple(upper), self.pad), Line(tuple(lower), self.pad)


def _draw(canvas: TagCanvas, cell: Cell, x: float, top: float) -> None:
    """The words of a cell; a square before them is furniture, for the word beside it says it."""
    if cell.judged is not None:
        base = top - cell.words.base
        with canvas.artifact():
            square(canvas, cell.judged, x, base)
        x += SQUARE_ROOM
    if cell.mark is not None:
        with canvas.artifact():
            sign(canvas, cell.mark, x, top - cell.words.base - 1.4, MARK)
        x += MARK_ROOM
    cell.words.draw(canvas, cell.node, x, top)


class Grid(Part):
    """A table. On every page its head is printed again, as furniture after the first time."""

    def __init__(
        self, x: Sequence[float], right: float, head: Line | None, continued: str = ""
    ) -> None:
        self.x, self.right, self.head, self.continued = tuple(x), right, head, continued
        self.again = False
        self.lines: tuple[Line, ...] = ()
        self.head_height = 0.0
        if head is not None:
            self.head_height = max(cell.words.height for cell in head.cells) + HEAD_BELOW

    def filled(self, lines: Sequence[Line], *, again: bool = False) -> Grid:
        """The same table with these rows; `again` when its head was printed before."""
        grid = Grid(self.x, self.right, self.head, self.continued)
        grid.lines, grid.again = tuple(lines), again
        grid.height = grid.head_height + sum(line.height for line in lines) + BELOW
        return grid

    def split(self, room: float) -> tuple[Part, Part] | None:
        """Between rows; a row taller than what a page has left is divided itself."""
        room -= self.head_height + BELOW
        fitting = 0
        for line in self.lines:
            if line.height > room:
                break
            room -= line.height
            fitting += 1
        upper, lower = list(self.lines[:fitting]), list(self.lines[fitting:])
        if lower and (lower[0].height > (TOP - BOTTOM) * (1 - SPARE)):
            halves = lower[0].split(room)
            if halves is not None:
                upper, lower = [*upper, halves[0]], [halves[1], *lower[1:]]
        if not upper or not lower:
            return None
        return self.filled(upper, again=self.again), self.filled(lower, again=True)

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """Head, rows, and a hairline between rows."""
        canvas, y = sheet.canvas, top
        if first and self.again and self.continued:
            with canvas.artifact("Pagination"):
                label(canvas, self.continued, LABEL, (MARGIN, top + 7))
        if self.head is not None:
            self._draw_head(canvas, top)
            y -= self.head_height
            self._rule(canvas, y, HEAD_RULE)
        raised = 0.0 if self.head is not None else RAISED
        for at, line in enumerate(self.lines):
            if at:
                raised = 0.0
                self._rule(canvas, y, ROW_RULE)
            for x, cell in zip(self.x, line.cells, strict=True):
                if cell.words.rows:
                    _draw(canvas, cell, x, y - line.pad[0] + raised)
            y -= line.height

    def _draw_head(self, canvas: TagCanvas, top: float) -> None:
        if self.head is None:
            return
        for x, cell in zip(self.x, self.head.cells, strict=True):
            y = top - (self.head_height - HEAD_BELOW - cell.words.height)
            if self.again:
                with canvas.artifact("Pagination"):
                    cell.words.paint(canvas, x, y)
            else:
                cell.words.draw(canvas, cell.node, x, y)

    def _rule(self, canvas: TagCanvas, y: float, rule: tuple[float, Color]) -> None:
        with canvas.artifact():
            canvas.setLineWidth(rule[0])
            canvas.setStrokeColor(rule[1])
            canvas.line(self.x[0], y, self.right, y)
