"""Owns drawing the times away below each other on one clock, with the nights as grey columns."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from rhi_desktop.export.figure import Nights
from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import (
    CELL,
    FULL,
    HAIR,
    INK2,
    MARGIN,
    SEMIBOLD,
    TABLE_HEAD,
    TABULAR,
    TEAL,
    Style,
)
from rhi_desktop.export.pdf.parts import Part, Sheet
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import Words, label, words

NIGHT = HexColor("#E7EAEA")
DUSK, DAWN, DAY = 10.0, 18.0, 24.0
"""Night is from 22 to 06: so many hours after noon."""
LEFT_WIDTH, AWAY_WIDTH = 40 * mm, 26 * mm
ROW, BAR, HEAD = 26.0, 6.6, 14.0
TIME = Style(TABULAR, 7.5, 9, INK2)
FIRST = Style(SEMIBOLD, 9, 12.4)
TIME_ROOM = 26.0
"""Left and right of the longest bar, for its times."""
LABEL_ROOM = 34.0


@dataclass(frozen=True, slots=True)
class NightRow:
    """One time away: its words, its figure, and where on the clock it stands."""

    left: tuple[Node, Words]
    away: tuple[Node, Words]
    figure: Node
    start: float
    end: float
    ends: tuple[str, str]


class NightsPart(Part):
    """A table whose last column is drawn to one measure in hours; it stays on one page."""

    def __init__(
        self,
        head: tuple[tuple[Node, Words], ...],
        rows: tuple[NightRow, ...],
        axis: tuple[str, str],
    ) -> None:
        self.head, self.rows, self.axis = head, rows, axis
        self.x = MARGIN + LEFT_WIDTH + AWAY_WIDTH
        self.width = FULL - LEFT_WIDTH - AWAY_WIDTH
        self.hours = max(DAY, *(row.end for row in rows))
        self.height = 2 * HEAD + ROW * len(rows) + 10

    def at(self, hours: float) -> float:
        """Where so many hours after noon stand on the page."""
        room = self.width - 2 * TIME_ROOM
        return self.x + TIME_ROOM + hours / self.hours * room

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """Nights first, so that rules and bars stand on them."""
        del first
        canvas, rows_top = sheet.canvas, top - 2 * HEAD
        with canvas.artifact():
            self._grey(canvas, rows_top)
            self._clock(canvas, rows_top + 3.5)
            self._rules(canvas, rows_top)
        for x, (node, text) in zip(self._columns(), self.head, strict=True):
            text.draw(canvas, node, x, top)
        for at, row in enumerate(self.rows):
            self._row(canvas, row, rows_top - at * ROW)

    def _columns(self) -> tuple[float, float, float]:
        return MARGIN, MARGIN + LEFT_WIDTH, self.x

    def _grey(self, canvas: TagCanvas, top: float) -> None:
        canvas.setFillColor(NIGHT)
        low = top - ROW * len(self.rows)
        night = DUSK
        while night < self.hours:
            right = min(night + DAWN - DUSK, self.hours)
            canvas.rect(
                self.at(night), low, self.at(right) - self.at(night), top - low, stroke=0, fill=1
            )
            night += DAY

    def _clock(self, canvas: TagCanvas, y: float) -> None:
        """Noons and nights by name, as many as have room."""
        noon, night = self.axis
        middle = (DUSK + DAWN) / 2
        step = 1
        while self.at(DAY * step) - self.at(0) < LABEL_ROOM * 2:
            step += 1
        for day in range(0, int(self.hours / DAY) + 1, step):
            label(canvas, noon, TIME, (self.at(day * DAY), y), 0.5)
            if day * DAY + middle <= self.hours:
                label(canvas, night, TIME, (self.at(day * DAY + middle), y), 0.5)

    def _rules(self, canvas: TagCanvas, top: float) -> None:
        for at in range(len(self.rows)):
            canvas.setLineWidth(0.4 if at else 0.6)
            canvas.setStrokeColor(HAIR if at else INK2)
            canvas.line(MARGIN, top - at * ROW, MARGIN + FULL, top - at * ROW)

    def _row(self, canvas: TagCanvas, row: NightRow, top: float) -> None:
        down = (ROW - CELL.leading) / 2
        row.left[1].draw(canvas, row.left[0], MARGIN, top - down)
        row.away[1].draw(canvas, row.away[0], MARGIN + LEFT_WIDTH, top - down)
        low, start, end = top - (ROW + BAR) / 2, self.at(row.start), self.at(row.end)
        row.figure.box = (self.x, top - ROW, self.x + self.width, top)
        with canvas.tag(row.figure):
            canvas.setFillColor(TEAL)
            canvas.rect(start, low, max(end - start, 0.8), BAR, stroke=0, fill=1)
            label(canvas, row.ends[0], TIME, (start - 2.5, low + 0.8), 1.0)
            label(canvas, row.ends[1], TIME, (end + 2.5, low + 0.8))


def nights_part(fonts: Fonts, parent: Node, block: Nights) -> NightsPart:
    """The figure as a real table: date, length, and what the bar says in words."""
    node = parent.child("Table")
    node.summary = block.summary
    widths = (LEFT_WIDTH, AWAY_WIDTH, float("inf"))
    head, titles = [], node.child("THead").child("TR")
    for title, width in zip(block.head, widths, strict=True):
        cell = titles.child("TH")
        cell.scope = "Column"
        head.append((cell, words(fonts, (Span(title, TABLE_HEAD),), width)))
    body = node.child("TBody")
    rows = []
    for night in block.rows:
        line = body.child("TR")
        named = line.child("TH")
        named.scope = "Row"
        left = (named, words(fonts, (Span(night.left, FIRST),), LEFT_WIDTH))
        away = (line.child("TD"), words(fonts, (Span(night.away, CELL),), AWAY_WIDTH))
        figure = line.child("TD").child("Figure", alt=night.alt)
        rows.append(NightRow(left, away, figure, night.start, night.end, night.ends))
    return NightsPart(tuple(head), tuple(rows), block.axis)
