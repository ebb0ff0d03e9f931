"""Owns the head of the first page and the clock line below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rhi_desktop.export.figure import ClockLine
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.grid import (
    FIGURE,
    FULL,
    HAIR,
    INK,
    INK2,
    LABEL,
    MARGIN,
    MID,
    NAME,
    NOTE,
    SEMIBOLD,
    TEAL,
    TEXT_X,
    WHITE,
    Style,
)
from rhi_desktop.export.pdf.parts import Part, Sheet
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import ASCENT, Words, label


class MastPart(Part):
    """What this is, about whom, and in a sentence what to know: one first heading in two parts."""

    def __init__(self, heading: Node, eyebrow: Words, name: Words) -> None:
        self.heading, self.eyebrow, self.name = heading, eyebrow, name
        self.below: list[tuple[Node, Words, float]] = []
        self.outline = ""
        self.height = name.height + 10

    def add(self, node: Node, words: Words, gap: float) -> None:
        """A paragraph below the name, after a gap."""
        self.below.append((node, words, gap))
        self.height += words.height + gap

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """The last row of the eyebrow stands on the baseline of the name."""
        del first
        canvas = sheet.canvas
        canvas.outline(self.outline, "top", 0, top + 8)
        base = top - NAME.size * ASCENT
        rows = len(self.eyebrow.rows) - 1
        eyebrow_top = base + self.eyebrow.size * ASCENT + rows * self.eyebrow.leading
        self.eyebrow.draw(canvas, self.heading, MARGIN, eyebrow_top)
        self.name.draw(canvas, self.heading, TEXT_X, top)
        y = top - self.name.height
        for node, words, gap in self.below:
            words.draw(canvas, node, TEXT_X, y - gap)
            y -= words.height + gap


ROOM = 72.0
"""Right of the last tick, for its words."""
BAR, LOW = 13.0, 13.0
NARROW, WIDE = 84.0, 150.0
"""The bar of the time away is never drawn narrower or wider than this."""
NEAR = 125.0
"""Two ticks nearer than this would print their words over each other."""
DAY_ROOM = 42.0
_IN_BAR = Style(SEMIBOLD, 8.5, 11.5, WHITE)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a moment stands on the line; the time away may be drawn to another scale."""

    gone: datetime | None
    back: datetime
    end: datetime
    back_x: float

    def x(self, at: datetime) -> float:
        """The place of a moment, from the left end of the figure."""
        if at < self.back and self.gone is not None:
            share = (at - self.gone) / (self.back - self.gone)
            return 0.4 + share * (self.back_x - 0.4)
        return self.back_x + (at - self.back) / (self.end - self.back) * (FULL - ROOM - self.back_x)


def scale(line: ClockLine) -> tuple[Scale, bool]:
    """The scale of a figure, and whether both parts are drawn to one measure."""
    end = max(line.due, line.talked)
    if line.gone is None or line.gone >= line.back:
        return Scale(None, line.back, end, 0.4), True
    true = (FULL - ROOM) * ((line.back - line.gone) / (end - line.gone))
    drawn = min(max(true, NARROW), WIDE)
    return Scale(line.gone, line.back, end, drawn), drawn == true


class ClockPart(Part):
    """From going missing to the end of the hours: away hatched, used solid, left dashed."""

    before = 13.0

    def __init__(self, node: Node, line: ClockLine) -> None:
        self.node, self.line = node, line
        self.scale, self.to_measure = scale(line)
        self.height = 50.0

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """One figure, with its alternative text on the element."""
        del first
        canvas, low = sheet.canvas, top - self.height
        self.node.box = (MARGIN, low, MARGIN + FULL, top)
        with canvas.tag(self.node):
            canvas.saveState()
            canvas.translate(MARGIN, low)
            self._days(canvas)
            self._away(canvas)
            self._used(canvas)
            self._ticks(canvas)
            canvas.restoreState()

    def _days(self, canvas: TagCanvas) -> None:
        canvas.setLineWidth(0.5)
        last = -DAY_ROOM
        for at, text in self.line.days:
            x = self.scale.x(at)
            if (at < self.line.back and not self.to_measure) or x - last < DAY_ROOM:
                continue
            canvas.setStrokeColor(HAIR)
            canvas.line(x, LOW - 12, x, LOW)
            label(canvas, text, FIGURE, (x + 3, LOW - 10))
            last = x

    def _away(self, canvas: TagCanvas) -> None:
        if self.scale.gone is None:
            return
        width = self.scale.back_x
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(0, LOW, width, BAR)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setStrokeColor(MID)
        canvas.setLineWidth(0.6)
        for at in range(-6, int(width / 3.4) + 2):
            canvas.line(at * 3.4, LOW - 1, at * 3.4 + 15, LOW + BAR + 1)
        canvas.restoreState()
        canvas.setLineWidth(0.8)
        canvas.setStrokeColor(INK2)
        canvas.rect(0.4, LOW, width - 0.4, BAR)
        text = canvas.fonts.width(self.line.away, LABEL.face, LABEL.size)
        canvas.setFillColor(WHITE)
        canvas.rect(width / 2 - text / 2 - 4, LOW + 1.2, text + 8, BAR - 2.4, stroke=0, fill=1)
        label(canvas, self.line.away, LABEL, (width / 2, LOW + 3.7), 0.5)

    def _used(self, canvas: TagCanvas) -> None:
        start, talked = self.scale.back_x, self.scale.x(self.line.talked)
        due = self.scale.x(self.line.due)
        canvas.setStrokeColor(TEAL)
        canvas.setFillColor(TEAL)
        canvas.setLineWidth(0.8)
        canvas.rect(start, LOW, min(talked, due) - start, BAR, stroke=1, fill=1)
        canvas.setDash([1.8, 1.8])
        canvas.rect(min(talked, due), LOW, abs(due - talked), BAR)
        canvas.setDash()
        solid = min(talked, due) - start
        if canvas.fonts.width(self.line.used, _IN_BAR.face, _IN_BAR.size) + 8 < solid:
            label(canvas, self.line.used, _IN_BAR, (start + solid / 2, LOW + 3.7), 0.5)
        if canvas.fonts.width(self.line.over, LABEL.face, LABEL.size) + 8 < talked - due:
            label(canvas, self.line.over, LABEL, ((due + talked) / 2, LOW + 3.7), 0.5)

    def _ticks(self, canvas: TagCanvas) -> None:
        talked, due = self.scale.x(self.line.talked), self.scale.x(self.line.due)
        late = talked > due
        turned = late or talked - self.scale.back_x > NEAR
        places = [(self.scale.back_x, False), (talked, turned and not late), (due, late)]
        if self.scale.gone is not None:
            places.insert(0, (0.4, False))
        for (x, left), (title, time) in zip(places, self.line.labels, strict=True):
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.8)
            canvas.line(x, LOW + BAR, x, LOW + BAR + 21)
            at, anchor = (x - 4, 1.0) if left else (x + 4, 0.0)
            strong = Style(LABEL.face, LABEL.size, LABEL.leading, INK)
            label(canvas, title, strong, (at, LOW + BAR + 14.2), anchor)
            label(canvas, time, NOTE, (at, LOW + BAR + 4), anchor)
