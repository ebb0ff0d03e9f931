"""Owns the strokes every painted widget shares: a smooth painter, focus ring, chips, the mark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPainter, QPainterPath, QPen

from rhi_desktop.ui.icons import IconName, draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.typesetting import TextStyle

HALF = 0.5
"""A stroke of one pixel is sharp when its middle lies on half a pixel."""

TONES = {
    "plain": ("subtle", "text2"),
    "accent": ("accent-soft", "accent-hover"),
    "notice": ("notice-soft", "notice"),
    "good": ("good-soft", "good"),
    "danger": ("danger-soft", "danger"),
    "line": ("", "text2"),
}
CHIP = TextStyle(13, 500)
CHIP_LARGE = TextStyle(14, 500)


def smooth(device: QPaintDevice) -> QPainter:
    """A painter with soft edges."""
    painter = QPainter(device)
    smoothen(painter)
    return painter


def smoothen(painter: QPainter) -> None:
    """Soft edges for a painter that was handed in."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)


def inner(rect: QRectF) -> QRectF:
    """The rectangle on which a sharp edge of one pixel runs."""
    return rect.adjusted(HALF, HALF, -HALF, -HALF)


def baseline(text: str, style: TextStyle, centre: float, painter: QPainter, x: float) -> float:
    """Draw one line with its capitals centred on a height; returns where it ends."""
    painter.setFont(style.font)
    painter.setPen(theme().colour(style.colour))
    metrics = QFontMetricsF(style.font)
    painter.drawText(QPointF(x, centre + metrics.capHeight() / 2), text)
    return x + style.width(text)


def draw_ring(painter: QPainter, outer: QRectF, radius: float) -> None:
    """The focus ring: two pixels of paper next to the control, three of ink round them."""
    ink, paper = theme().size("focus-outer"), theme().size("focus-inner")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, inset, corner in (
        (ink, ink / 2, radius + paper + ink / 2),
        (paper, ink + paper / 2, radius + paper / 2),
    ):
        painter.setPen(QPen(theme().colour("focus" if width is ink else "focus-gap"), width))
        rect = outer.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, corner, corner)


def chip_width(text: str, style: TextStyle = CHIP, icon: IconName | None = None) -> float:
    """How wide a chip with these words is."""
    return style.width(text) + theme().px(16) + (theme().px(20) if icon else 0)


def draw_chip(
    painter: QPainter,
    at: QPointF,
    text: str,
    tone: str = "plain",
    icon: IconName | None = None,
    style: TextStyle = CHIP,
) -> float:
    """Draw a word in a well, left edge and middle at a point; returns its width.

    `tone` is one of TONES or the name of a voice.
    """
    look = theme()
    ground, ink = TONES.get(tone, (f"{tone}-soft", f"{tone}-ink"))
    width, height = chip_width(text, style, icon), look.px(24 if style is CHIP else 28)
    contrast = look.edge > 1
    painter.setPen(QPen(look.colour("divider"), 1) if contrast or not ground else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(ground) if ground else Qt.BrushStyle.NoBrush)
    radius = look.radius("chip")
    painter.drawRoundedRect(QRectF(at.x(), at.y() - height / 2, width, height), radius, radius)
    x = at.x() + look.px(8)
    if icon:
        box = QRectF(x - look.px(1), at.y() - look.px(8), look.px(16), look.px(16))
        draw_icon(painter, icon, box, look.colour(ink))
        x += look.px(20)
    baseline(text, style.tint(ink), at.y(), painter, x)
    return width


def draw_mark(painter: QPainter, rect: QRectF) -> None:
    """The mark of the program: a page with its margin, and a way back."""
    look = theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawRoundedRect(rect, rect.width() * 0.26, rect.width() * 0.26)
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 40, rect.width() / 40)
    painter.setPen(
        QPen(
            look.colour("on-accent"),
            3,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(13, 11))
    path.lineTo(13, 29)
    path.moveTo(28, 14)
    path.cubicTo(28, 24, 26, 24, 19, 24)
    path.moveTo(22.5, 20)
    path.lineTo(18.5, 24)
    path.lineTo(22.5, 28)
    painter.drawPath(path)
    painter.restore()
