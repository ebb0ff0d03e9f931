"""Owns the mark of a 72-hour clock: the shape tells first, the colour second, words beside it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.theme import theme

ClockShape = Literal["running", "soon", "passed", "waiting", "declined", "heard"]
"""An arc of what is left (under a day in notice), a clock face, two bars, a dash, a full disc."""


def draw_clock(painter: QPainter, shape: ClockShape, rect: QRectF, left: float = 0.0) -> None:
    """Draw the mark into a square; `left` is the share of the hours that is left, 0 to 1."""
    if shape == "heard":
        _heard(painter, rect)
        return
    running = shape in {"running", "soon"}
    ring = "rule" if running else "notice" if shape == "passed" else "border"
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # With more contrast ring and arc have nearly one colour: the width tells them apart.
    painter.setPen(_pen(ring, 1 if running and theme().edge > 1 else 2))
    painter.drawEllipse(rect)
    if running:
        painter.setPen(_pen("notice" if shape == "soon" else "accent", 3))
        painter.drawArc(rect, 90 * 16, int(360 * 16 * left))
    for start, end in _strokes(shape):
        centre = rect.center()
        painter.drawLine(centre + start, centre + end)


def _strokes(shape: ClockShape) -> tuple[tuple[QPointF, QPointF], ...]:
    px = theme().zoom
    if shape == "passed":
        return (
            (QPointF(0, 0), QPointF(0, -6 * px)),
            (QPointF(0, 0), QPointF(3.5 * px, 2 * px)),
        )
    if shape == "waiting":
        return tuple((QPointF(x * px, -3 * px), QPointF(x * px, 3 * px)) for x in (-2.5, 2.5))
    if shape == "declined":
        return ((QPointF(-3.5 * px, 0), QPointF(3.5 * px, 0)),)
    return ()


def _heard(painter: QPainter, rect: QRectF) -> None:
    look = theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("border"))
    painter.drawEllipse(rect.adjusted(-1, -1, 1, 1))
    inset = look.px(2)
    square = rect.adjusted(inset, inset, -inset, -inset)
    draw_icon(painter, "quote", square, look.colour("surface"), 2.2)


def _pen(token: str, width: float) -> QPen:
    line, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
    return QPen(theme().colour(token), theme().px(width), line, cap)
