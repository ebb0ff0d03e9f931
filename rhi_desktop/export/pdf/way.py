"""Owns drawing the places of a way in a row: rings for stops, dots for what nobody said."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.export.figure import Stop, Way
from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import FULL, INK, MARGIN, SEMIBOLD, TABULAR, TEAL, WHITE, Style
from rhi_desktop.export.pdf.grid import INK2 as QUIET
from rhi_desktop.export.pdf.parts import Part, Sheet
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import Words, words

MOST = 6
"""So many stops stand beside each other; the next ones in a row of their own."""
NAME = Style(SEMIBOLD, 8, 9.6, INK)
BELOW = Style(TABULAR, 7.8, 9.6, QUIET)
RING, DOT, CLEAR = 4.4, 2.0, 7.0
GAP = 9.0
"""Between the words of two stops."""
OVER, UNDER, BETWEEN = 9.0, 8.0, 9.0
MOST_ROWS = 3
"""A longer name is cut by its last row: it stands whole in the table below."""


class WayPart(Part):
    """One figure over the whole width, with one row for every six stops."""

    def __init__(self, fonts: Fonts, node: Node, block: Way) -> None:
        self.node = node
        size = -(-len(block.stops) // -(-len(block.stops) // MOST))
        self.step = FULL / size
        self.rows = [
            _Row(fonts, block.stops[at : at + size], self.step)
            for at in range(0, len(block.stops), size)
        ]
        self.height = sum(row.height for row in self.rows) + 4

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """One figure, with its alternative text on the element."""
        del first
        canvas = sheet.canvas
        self.node.box = (MARGIN, top - self.height, MARGIN + FULL, top)
        with canvas.tag(self.node):
            canvas.saveState()
            y = top
            for at, row in enumerate(self.rows):
                row.draw(canvas, y, more=at + 1 < len(self.rows))
                y -= row.height
            canvas.restoreState()


class _Row:
    """Some stops beside each other; their names stand on one line above."""

    def __init__(self, fonts: Fonts, stops: tuple[Stop, ...], step: float) -> None:
        self.stops, self.step = stops, step
        room = step - GAP
        self.names = [_short(words(fonts, (Span(stop.name, NAME),), room)) for stop in stops]
        below = ["\n".join(text for text in stop.below if text) for stop in stops]
        self.below = [_short(words(fonts, (Span(text, BELOW),), room)) for text in below]
        self.above = max(name.height for name in self.names)
        self.height = self.above + OVER + UNDER + max(text.height for text in self.below) + BETWEEN

    def draw(self, canvas: TagCanvas, top: float, *, more: bool) -> None:
        """Names, rings, and what stands below each."""
        y = top - self.above - OVER + RING / 2
        for at, stop in enumerate(self.stops):
            x = MARGIN + at * self.step
            self.names[at].paint(canvas, x, top - self.above + self.names[at].height)
            self.below[at].paint(canvas, x, y - UNDER)
            if at + 1 < len(self.stops) or more:
                _dots(canvas, x + RING + CLEAR, x + self.step + RING - CLEAR, y)
            _ring(canvas, stop, x + RING, y)


def _short(text: Words) -> Words:
    return replace(text, rows=text.rows[:MOST_ROWS])


def _dots(canvas: TagCanvas, left: float, right: float, y: float) -> None:
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(2.2)
    canvas.setLineCap(1)
    canvas.setDash([0.01, 4])
    canvas.line(left, y, right, y)
    canvas.setDash([])


def _ring(canvas: TagCanvas, stop: Stop, x: float, y: float) -> None:
    canvas.setFillColor(WHITE)
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(1.6)
    canvas.setLineCap(0)
    canvas.setDash([] if stop.sure else [1.5, 1.8])
    canvas.circle(x, y, RING, stroke=1, fill=1)
    canvas.setDash([])
    if stop.fixed:
        canvas.setFillColor(TEAL)
        canvas.circle(x, y, DOT, stroke=0, fill=1)
