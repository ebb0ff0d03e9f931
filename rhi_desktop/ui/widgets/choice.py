"""Owns choices: drop-down, tick and radio button, painted so that they scale and theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QRadioButton, QSizePolicy

from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import baseline, inner, smooth
from rhi_desktop.ui.widgets.typesetting import BODY, SMALL_QUIET, draw_text, elided

_MARK = 20
_GAP = 10
_LINE = 28


class Select(QComboBox):
    """One of a few words. `choices` are (value, words); `value()` is what was chosen."""

    def __init__(
        self, choices: Sequence[tuple[str, str]], *, name: str = "", width: int = 0
    ) -> None:
        super().__init__()
        for value, words in choices:
            self.addItem(words, value)
        self.setAccessibleName(name)
        self.setProperty("ring_radius", "control")
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # A wheel over the closed list must not change an answer while the page scrolls.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> str:
        """The value of the words that are chosen."""
        return str(self.currentData())

    def choose(self, value: str) -> None:
        """Choose by value; an unknown value changes nothing."""
        index = self.findData(value)
        if index >= 0:
            self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - overrides Qt
        """Let the page scroll instead."""
        event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As wide as the longest choice, or as asked for."""
        look = theme()
        words = (self.itemText(index) for index in range(self.count()))
        widest = max((BODY.width(word) for word in words), default=0.0)
        wanted = look.px(self._width) if self._width else int(widest + 1) + look.px(48)
        return QSize(wanted, look.size("control"))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Never smaller than the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Edge, words, and the sign that opens the list."""
        del event
        look, painter, middle = theme(), smooth(self), self.height() / 2
        ink = "text" if self.isEnabled() else "disabled"
        painter.setBrush(look.colour("surface" if self.isEnabled() else "subtle"))
        painter.setPen(QPen(look.colour("border"), look.edge))
        radius = look.radius("control")
        painter.drawRoundedRect(inner(QRectF(self.rect())), radius, radius)
        words = elided(self.currentText(), BODY, self.width() - look.px(44))
        baseline(words, BODY.tint(ink), middle, painter, look.px(12))
        box = QRectF(self.width() - look.px(28), middle - look.px(9), look.px(18), look.px(18))
        draw_icon(painter, "down", box, look.colour("text2" if self.isEnabled() else ink))
        painter.end()


class Tick(QCheckBox):
    """Yes or not yet, with an optional quiet line below its words."""

    def __init__(self, text: str, *, checked: bool = False, note: str = "") -> None:
        super().__init__(text)
        self._note = note
        _prepare(self, note)
        self.setChecked(checked)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Mark, words, note."""
        return _size(self, self._note)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Never smaller than mark and words."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - overrides Qt
        """The words press it as well as the mark."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """A square with a check in it, then the words."""
        del event
        look, painter, on = theme(), smooth(self), self.isChecked()
        box, edge = _mark_box(), _edge(self, on=on)
        painter.setPen(QPen(look.colour(edge), look.px(1.5)))
        painter.setBrush(look.colour(edge if on else "surface"))
        painter.drawRoundedRect(box, look.radius("chip"), look.radius("chip"))
        if on:
            inset = look.px(1)
            square = box.adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, "check", square, look.colour("on-accent"), 2.4)
        _paint_words(self, painter, self._note)
        painter.end()


class Radio(QRadioButton):
    """One of several that exclude each other: put the set into one QButtonGroup or parent."""

    def __init__(self, text: str, *, checked: bool = False, note: str = "") -> None:
        super().__init__(text)
        self._note = note
        _prepare(self, note)
        self.setChecked(checked)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Mark, words, note."""
        return _size(self, self._note)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Never smaller than mark and words."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - overrides Qt
        """The words press it as well as the mark."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """A circle with a dot in it, then the words."""
        del event
        look, painter, on = theme(), smooth(self), self.isChecked()
        box, edge = _mark_box(), _edge(self, on=on)
        painter.setPen(QPen(look.colour(edge), look.px(1.5)))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(box)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(edge))
            painter.drawEllipse(box.center(), look.px(5), look.px(5))
        _paint_words(self, painter, self._note)
        painter.end()


def _prepare(button: QAbstractButton, note: str) -> None:
    button.setProperty("ring_radius", "chip")
    button.setAccessibleDescription(note)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


def _edge(button: QAbstractButton, *, on: bool) -> str:
    if not button.isEnabled():
        return "disabled"
    return "accent" if on else "border"


def _mark_box() -> QRectF:
    side, middle = theme().px(_MARK), theme().px(_LINE / 2)
    return QRectF(1, middle - side / 2 + 0.5, side - 1, side - 1)


def _size(button: QAbstractButton, note: str) -> QSize:
    look = theme()
    words = max(BODY.width(button.text()), SMALL_QUIET.width(note) if note else 0)
    width = words + look.px(_MARK + _GAP) + 1
    return QSize(int(width + 1), look.px(_LINE + (20 if note else 0)))


def _paint_words(button: QAbstractButton, painter: QPainter, note: str) -> None:
    look = theme()
    x = look.px(_MARK + _GAP)
    ink = "text" if button.isEnabled() else "disabled"
    baseline(button.text(), BODY.tint(ink), look.px(_LINE / 2), painter, x)
    if note:
        draw_text(painter, QPointF(x, look.px(_LINE - 2)), note, SMALL_QUIET)
