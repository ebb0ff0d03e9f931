"""Owns the coverage wheel: five petals of one size, told apart by texture; never a score."""

from __future__ import annotations

import math
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.line import Topic
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import smooth
from rhi_desktop.ui.widgets.typesetting import STRONG

_STEP = 72


class Texture(Enum):
    """How a topic stands, as a texture that prints in grey."""

    HEARD = "heard"
    CHOSE = "chose"
    """Hatched: the child chose not to say."""
    BLANK = "blank"
    """Dotted: not asked, not known, not relevant."""
    OPEN = "open"
    """A dashed outline: not reached."""


def texture_of(count: int, blank: Blank | None) -> Texture:
    """The texture of a topic with so many lines, or this reason for having none."""
    if count:
        return Texture.HEARD
    if blank is Blank.CHOSE_NOT_TO_SAY:
        return Texture.CHOSE
    return Texture.OPEN if blank in {None, Blank.NOT_REACHED} else Texture.BLANK


class Wheel(QWidget):
    """Mirrors the table below it, which is what readers and keys use; so it is silent itself."""

    def __init__(self, side: int = 208) -> None:
        super().__init__()
        self._textures = dict.fromkeys(Topic, Texture.OPEN)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_side(side)

    def set_side(self, side: int) -> None:
        """Be larger or smaller."""
        self.setFixedSize(theme().px(side), theme().px(side))

    def show_textures(self, textures: dict[Topic, Texture]) -> None:
        """Show other states."""
        self._textures = textures
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Five petals clockwise from the top, each with its number."""
        del event
        painter = smooth(self)
        centre, radius = QRectF(self.rect()).center(), self.width() / 2 - theme().px(2)
        for number, topic in enumerate(Topic):
            texture = self._textures[topic]
            angle = math.radians(number * _STEP)
            paint_texture(painter, _petal(centre, angle, radius * 0.08, radius), texture)
            at = QPointF(math.sin(angle), -math.cos(angle)) * (radius * 0.66) + centre
            _number(painter, at, str(number + 1), texture)
        painter.end()


class Key(QWidget):
    """The texture of a topic as a small disc beside its word."""

    def __init__(self, texture: Texture) -> None:
        super().__init__()
        self._texture = texture
        self.setFixedSize(theme().px(18), theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The disc."""
        del event
        painter, path = smooth(self), QPainterPath()
        path.addEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        paint_texture(painter, path, self._texture)
        painter.end()


def paint_texture(painter: QPainter, path: QPainterPath, texture: Texture) -> None:
    """Ink for heard, hatch, dots or an outline for what was not."""
    look = theme()
    painter.save()
    if texture is Texture.HEARD:
        painter.fillPath(path, look.colour("accent"))
        painter.restore()
        return
    painter.fillPath(path, look.colour("surface"))
    if texture is not Texture.OPEN:
        _fill(painter, path, hatch=texture is Texture.CHOSE)
    pen = QPen(look.colour("border" if texture is Texture.OPEN else "accent"), look.px(1.5))
    if texture is Texture.OPEN:
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def _fill(painter: QPainter, path: QPainterPath, *, hatch: bool) -> None:
    look, box = theme(), path.boundingRect()
    painter.save()
    painter.setClipPath(path)
    pen = QPen(look.colour("accent"), look.px(2))
    if not hatch:
        pen = QPen(look.colour("accent"), look.px(2.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.6])
    painter.setPen(pen)
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += look.px(7)
    painter.restore()


def _number(painter: QPainter, at: QPointF, words: str, texture: Texture) -> None:
    look = theme()
    if texture in {Texture.CHOSE, Texture.BLANK}:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(at, look.px(12), look.px(12))
    painter.setFont(STRONG.font)
    painter.setPen(look.colour("on-accent" if texture is Texture.HEARD else "text"))
    side = look.px(24)
    box = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _petal(centre: QPointF, angle: float, inner: float, outer: float) -> QPainterPath:
    """A leaf; the control points at its tip lie square to its axis, so that the tip is round."""
    wide, length = outer * 0.46, outer - inner

    def at(along: float, across: float) -> QPointF:
        x = along * math.sin(angle) + across * math.cos(angle)
        y = -along * math.cos(angle) + across * math.sin(angle)
        return QPointF(centre.x() + x, centre.y() + y)

    path = QPainterPath(at(inner, 0))
    bend = inner + length * 0.34
    path.cubicTo(at(bend, -wide * 0.86), at(outer, -wide), at(outer, 0))
    path.cubicTo(at(outer, wide), at(bend, wide * 0.86), at(inner, 0))
    return path
