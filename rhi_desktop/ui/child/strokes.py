"""Owns how strokes are painted on a sheet: straight from point to point, at any size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from rhi_desktop.domain.drawing import WIDTH, Drawing, Stroke
from rhi_desktop.ui.child.counts import Counts
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import Picture, smoothen


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
