"""Owns small painted things that stand beside words: icons, chips, key caps, own pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from rhi_desktop.ui.icons import STROKE, IconName, draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import (
    CHIP,
    CHIP_LARGE,
    baseline,
    chip_width,
    draw_chip,
    smooth,
)
from rhi_desktop.ui.widgets.typesetting import SMALL, SMALL_QUIET

Draw = Callable[[QPainter, QRectF], None]

TONE_ICONS: Mapping[str, IconName] = {
    "good": "check",
    "notice": "notice",
    "danger": "danger",
    "subtle": "clock",
}
"""The sign that goes with a tone, so that colour is never alone; subtle is for what is not over."""


class Icon(QWidget):
    """An icon in a colour token; decoration beside a word, so it is silent for readers."""

    def __init__(
        self, name: IconName, colour: str = "text2", size: int = 20, *, stroke: float = STROKE
    ) -> None:
        super().__init__()
        self._name: IconName = name
        self._colour, self._stroke = colour, stroke
        side = theme().px(size)
        self.setFixedSize(side, side)

    def show_as(self, name: IconName, colour: str) -> None:
        """Show another icon or colour."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Fill the square with the icon."""
        del event
        painter = smooth(self)
        colour = theme().colour(self._colour)
        draw_icon(painter, self._name, QRectF(self.rect()), colour, self._stroke)
        painter.end()


class Chip(QLabel):
    """A word in a well. tone: plain, accent, notice, good, danger, line, or a voice."""

    def __init__(
        self, text: str, tone: str = "plain", icon: IconName | None = None, *, large: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone, self._icon, self._style = tone, icon, CHIP_LARGE if large else CHIP
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """The word with its margins."""
        width = chip_width(self.text(), self._style, self._icon)
        return QSize(int(width + 0.9), theme().px(24 if self._style is CHIP else 28))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """A chip is never smaller than its word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The well and its word."""
        del event
        painter = smooth(self)
        middle = QPointF(0, self.height() / 2)
        draw_chip(painter, middle, self.text(), self._tone, self._icon, self._style)
        painter.end()


class KeyCap(QLabel):
    """A key in a well and what it does, as one spoken text: "= my view"."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(f"{key} {words}")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._key, self._words = key, words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _cap(self) -> float:
        return max(theme().px(20), SMALL.strong.width(self._key) + theme().px(10))

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """The cap, a gap, the words."""
        width = self._cap() + theme().px(8) + SMALL_QUIET.width(self._words)
        return QSize(int(width + 1), theme().px(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Never smaller than cap and words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The cap with its sign in the middle, then the words."""
        del event
        look, painter, middle, cap = theme(), smooth(self), self.height() / 2, self._cap()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("subtle"))
        box = QRectF(0, middle - look.px(10), cap, look.px(20))
        painter.drawRoundedRect(box, look.radius("chip"), look.radius("chip"))
        style = SMALL.strong
        baseline(self._key, style, middle, painter, (cap - style.width(self._key)) / 2)
        baseline(self._words, SMALL_QUIET, middle, painter, cap + look.px(8))
        painter.end()


class Picture(QWidget):
    """An own drawing. `name` is what a reader hears; "" only where words beside it say the same."""

    def __init__(self, draw: Draw, name: str, *, width: int = 0, height: int = 0) -> None:
        super().__init__()
        self._draw = draw
        self.setAccessibleName(name)
        if width:
            self.setFixedWidth(theme().px(width))
        if height:
            self.setFixedHeight(theme().px(height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Hand a smooth painter and the whole rectangle to the drawing."""
        del event
        painter = smooth(self)
        self._draw(painter, QRectF(self.rect()))
        painter.end()
