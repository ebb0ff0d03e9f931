"""Owns what a page is made of: parts with a height, that can be put anywhere and perhaps split."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.lib.units import mm

from rhi_desktop.domain import drawing
from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.export.content import Mark, Setting
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.grid import (
    COLUMN,
    FULL,
    HAIR,
    INDENT,
    INK,
    MARGIN,
    NOTE,
    NUMBER,
    NUMBER_X,
    TEXT_X,
)
from rhi_desktop.export.pdf.icons import edge, sign
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import ASCENT, Words, label

QUOTE_SIGN = 9.6


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where drawing goes, and on which page each section begins."""

    canvas: TagCanvas
    page_of: Mapping[str, int]


class Part:
    """One thing on a page. The height is known before anything is drawn.

    `before` is the gap above, dropped at the top of a page; `keep` the room that must be left
    below on the same page; `hangs` how far it reaches down in the side column.
    """

    before = 0.0
    keep = 0.0
    hangs = 0.0
    height = 0.0

    def split(self, _room: float) -> tuple[Part, Part] | None:
        """A first part that fits the room, and the rest; None when it cannot be divided so."""
        return None

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """Put it on the page below `top`; `first` tells that it stands at the top of the page."""
        raise NotImplementedError


class Turn(Part):
    """What follows does not stand on the first page."""


class Heading(Part):
    """A rule over the full width, a heading and its notes.

    SIDE: they hang in the side column and take no height. WIDE and TOPIC: the heading stands
    left, the note beside it on the same line, and both take height.
    """

    def __init__(self, node: Node, words: Words, key: str, title: str, setting: Setting) -> None:
        self.node, self.words, self.key, self.title = node, words, key, title
        self.setting = setting
        self.notes: list[tuple[Node, Words]] = []
        self.see: tuple[Node, str, str] | None = None
        self.level = 1
        self._measure()

    def annotate(
        self, notes: list[tuple[Node, Words]], see: tuple[Node, str, str] | None = None
    ) -> None:
        """Add notes, and a line that names the page of another section."""
        self.notes, self.see = notes, see
        self._measure()

    def _measure(self) -> None:
        topic = self.setting is Setting.TOPIC
        self.pad = 6.0 if topic else 7.5
        self.before = 12.0 if topic else 15.0
        noted = sum(words.height for _, words in self.notes) + (NOTE.leading if self.see else 0)
        if self.setting is Setting.SIDE:
            self.height, self.keep = self.pad, max(40.0, self.words.height + noted)
            self.hangs = self.pad + self.words.height + noted
        else:
            tail = 3.0 if topic else 5.0
            self.height = self.pad + max(self.words.height, noted + 2) + tail
            self.keep = 60.0

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """The rule is furniture; heading and notes are content in reading order."""
        del first
        canvas = sheet.canvas
        with canvas.artifact():
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.5 if self.setting is Setting.TOPIC else 0.8)
            canvas.line(MARGIN, top, MARGIN + FULL, top)
        canvas.outline(self.title, self.key, self.level, top + 8)
        y = top - self.pad
        self.words.draw(canvas, self.node, MARGIN, y)
        if self.setting is Setting.SIDE:
            self._draw_notes(sheet, MARGIN, y - self.words.height)
        else:
            size = self.notes[0][1].size if self.notes else NOTE.size
            self._draw_notes(sheet, TEXT_X, y - (self.words.size - size) * ASCENT)

    def _draw_notes(self, sheet: Sheet, x: float, y: float) -> None:
        for node, words in self.notes:
            words.draw(sheet.canvas, node, x, y)
            y -= words.height
        if self.see is not None:
            node, text, key = self.see
            line = text.format(page=sheet.page_of[key])
            with sheet.canvas.tag(node):
                label(sheet.canvas, line, NOTE, (x, y - NOTE.size * ASCENT))


class Paragraph(Part):
    """Words of ours in the text column."""

    def __init__(self, node: Node, words: Words, after: float = 5.0, x: float = TEXT_X) -> None:
        self.node, self.words, self.after, self.x = node, words, after, x
        self.height = words.height + after

    def split(self, room: float) -> tuple[Part, Part] | None:
        """Between two rows."""
        halves = self.words.split(room)
        if halves is None:
            return None
        first = Paragraph(self.node, halves[0], 0.0, self.x)
        return first, Paragraph(self.node, halves[1], self.after, self.x)

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """At its left edge."""
        del first
        self.words.draw(sheet.canvas, self.node, self.x, top)


class Flagged(Paragraph):
    """A paragraph that must not be overlooked: a heavy bar stands beside it."""

    def split(self, room: float) -> tuple[Part, Part] | None:
        """Between two rows; the bar goes on overleaf."""
        halves = self.words.split(room)
        if halves is None:
            return None
        first = Flagged(self.node, halves[0], 0.0, self.x)
        return first, Flagged(self.node, halves[1], self.after, self.x)

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """The bar is furniture: the words say it."""
        canvas = sheet.canvas
        with canvas.artifact():
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(3.4)
            x = self.x - INDENT + 1.7
            canvas.line(x, top - self.words.height - 1, x, top)
        super().draw(sheet, top, first=first)


class SubHeading(Paragraph):
    """A heading within a section, kept with what follows."""

    before, keep = 6.0, 44.0

    def split(self, _room: float) -> tuple[Part, Part] | None:
        """It is short, and stays whole."""
        return None


class Sketched(Part):
    """A drawing: its strokes as vectors in a frame of their own."""

    width = 90 * mm

    def __init__(self, node: Node, strokes: tuple[Stroke, ...]) -> None:
        self.node, self.strokes = node, strokes
        self.scale = self.width / drawing.WIDTH
        self.high = drawing.HEIGHT * self.scale
        self.height = self.high + 8.0

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """One figure; the frame is the edge of the paper that the child drew on."""
        del first
        canvas, low = sheet.canvas, top - self.high
        self.node.box = (TEXT_X, low, TEXT_X + self.width, top)
        with canvas.artifact():
            canvas.setStrokeColor(HAIR)
            canvas.setLineWidth(0.5)
            canvas.rect(TEXT_X, low, self.width, self.high)
        with canvas.tag(self.node):
            canvas.saveState()
            canvas.translate(TEXT_X, low)
            canvas.setStrokeColor(INK)
            canvas.setLineCap(1)
            canvas.setLineJoin(1)
            for stroke in self.strokes:
                self._stroke(canvas, stroke)
            canvas.restoreState()

    def _stroke(self, canvas: TagCanvas, stroke: Stroke) -> None:
        xs = [x * self.scale for x in stroke.points[::2]]
        ys = [self.high - y * self.scale for y in stroke.points[1::2]]
        canvas.setLineWidth(max(stroke.width * self.scale, 0.4))
        path = canvas.beginPath()
        path.moveTo(xs[0], ys[0])
        # A dot is a line of no length with round ends.
        for x, y in zip(xs[1:] or xs, ys[1:] or ys, strict=True):
            path.lineTo(x, y)
        canvas.drawPath(path)


class Quoted(Part):
    """The child's words on the first page, and beside them the number of their line.

    `again` tells that they go on from the page before.
    """

    width = COLUMN - INDENT - 2.0

    def __init__(
        self, words: Words, node: Node, source: str, source_node: Node, *, again: bool = False
    ) -> None:
        self.words, self.node, self.again = words, node, again
        self.source, self.source_node = source, source_node
        self.height = words.height + 6.0

    def split(self, room: float) -> tuple[Part, Part] | None:
        """Between two rows; the number stays with the first part."""
        halves = self.words.split(room - 6.0)
        if halves is None:
            return None
        first = Quoted(halves[0], self.node, self.source, self.source_node, again=self.again)
        return first, Quoted(halves[1], self.node, "", self.source_node, again=True)

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """The edge joins from one quotation to the next."""
        del first
        with sheet.canvas.artifact():
            edge(sheet.canvas, Mark.CHILD, TEXT_X, top - self.height, top)
        base = top - 3.0 - self.words.base
        if not self.again:
            with sheet.canvas.tag(self.source_node):
                self._draw_source(sheet.canvas, base)
        self.words.draw(sheet.canvas, self.node, TEXT_X + INDENT + 2, top - 3.0)

    def _draw_source(self, canvas: TagCanvas, base: float) -> None:
        """The number of the line; words that are no line have the sign of the child's words."""
        if self.source:
            label(canvas, self.source, NUMBER, (NUMBER_X, base), 1.0)
        else:
            sign(canvas, Mark.CHILD, NUMBER_X - QUOTE_SIGN, base - 1.6, QUOTE_SIGN)
