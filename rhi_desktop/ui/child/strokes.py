"""Owns strokes on a sheet: undo and redo as values, how they are painted, how they are said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from rhi_desktop.domain.drawing import MOST, WIDTH, Drawing, Stroke, fits, points
from rhi_desktop.ui.child.counts import Counts
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import Picture, smoothen


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn, and what was undone; a new stroke lets go of what was undone.

    A step back takes one stroke away, or brings all of them back when the sheet was cleared.
    """

    strokes: tuple[Stroke, ...] = ()
    before: tuple[tuple[Stroke, ...], ...] = ()
    after: tuple[tuple[Stroke, ...], ...] = ()

    def drawn(self, stroke: Stroke) -> Sheet:
        """One more stroke; the same sheet when it holds no more."""
        if points((*self.strokes, stroke)) > MOST:
            return self
        return self._now((*self.strokes, stroke))

    def cleared(self) -> Sheet:
        """A blank sheet; one step back brings everything again."""
        return self._now(()) if self.strokes else self

    def undone(self) -> Sheet:
        """One step back."""
        if not self.before:
            return self
        after = (self.strokes, *self.after)
        return replace(self, strokes=self.before[-1], before=self.before[:-1], after=after)

    def redone(self) -> Sheet:
        """One step on again."""
        if not self.after:
            return self
        before = (*self.before, self.strokes)
        return replace(self, strokes=self.after[0], before=before, after=self.after[1:])

    def _now(self, strokes: tuple[Stroke, ...]) -> Sheet:
        return Sheet(strokes, (*self.before, self.strokes))


def sheet_of(strokes: Sequence[Stroke]) -> Sheet:
    """A sheet on which these can be undone one by one, the last first."""
    every = tuple(strokes)
    return Sheet(every, tuple(every[:count] for count in range(len(every))))


def packed(strokes: Sequence[Stroke]) -> str:
    """Strokes as the text of a draft."""
    return json.dumps([[stroke.width, *stroke.points] for stroke in strokes])


def unpacked(text: str) -> tuple[Stroke, ...] | None:
    """The strokes of a draft; None when it does not hold any that fit on a sheet."""
    try:
        found = json.loads(text)
        strokes = tuple(Stroke(tuple(map(int, rest)), int(width)) for width, *rest in found)
    except (ValueError, TypeError):
        return None
    return strokes if all(map(fits, strokes)) and points(strokes) <= MOST else None


def draw_strokes(painter: QPainter, rect: QRectF, strokes: Sequence[Stroke]) -> None:
    """Paint strokes into a sheet of any size: straight from point to point, nothing smoothed."""
    scale = rect.width() / WIDTH
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        pen = QPen(theme().colour("paper-ink"), max(1.0, stroke.width * scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        spots = [
            QPointF(rect.x() + x * scale, rect.y() + y * scale)
            for x, y in zip(stroke.points[::2], stroke.points[1::2], strict=True)
        ]
        if len(set(stroke.points[::2])) == len(set(stroke.points[1::2])) == 1:
            painter.drawPoint(spots[0])
            continue
        path = QPainterPath(spots[0])
        for spot in spots[1:]:
            path.lineTo(spot)
        painter.drawPath(path)


def draw_sheet(painter: QPainter, rect: QRectF, strokes: Sequence[Stroke]) -> None:
    """The paper and what is on it."""
    look = theme()
    smoothen(painter)
    painter.setPen(QPen(look.colour("border"), look.edge))
    painter.setBrush(look.colour("paper"))
    radius = look.radius("card")
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.save()
    painter.setClipRect(rect.adjusted(1, 1, -1, -1))
    draw_strokes(painter, rect, strokes)
    painter.restore()


def picture_of(drawing: Drawing, width: int, height: int) -> Picture:
    """A drawing in small: a picture that is never pressed."""
    strokes = drawing.strokes
    small = Picture(lambda painter, rect: draw_sheet(painter, rect, strokes),
                    Counts().drawing(drawing))  # fmt: skip
    small.setFixedSize(theme().px(width), theme().px(height))
    return small
