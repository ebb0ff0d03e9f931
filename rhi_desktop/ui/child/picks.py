"""Owns what a child picks an answer with: numbers, cards with a symbol, ways not to answer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from rhi_desktop.ui.icons import IconName, draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import BODY, TextStyle, baseline, smooth

STEP_SIDE = 72
NUMBER = TextStyle(24, line=30)
FELT = TextStyle(20, line=28)
_ICON, _ICON_X, _WORDS_X = 32, 22, 70


class Step(QRadioButton):
    """One number of a scale: its name is the number, its ground says that it was chosen."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number
        _prepare(self, "child")
        side = theme().px(STEP_SIDE)
        self.setFixedSize(side, side)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - overrides Qt
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """A square with its number in the middle."""
        del event
        painter, on = smooth(self), self.isChecked()
        ground = "accent" if on else "surface"
        _paint_ground(self, painter, ground, "accent" if on else "border", 1)
        style = NUMBER.strong.tint("on-accent") if on else NUMBER
        _paint_middle(self, painter, style)
        painter.end()


class Way(QRadioButton):
    """A way not to give an answer, as large as an answer: it is one."""

    def __init__(self, words: str, height: int = 48) -> None:
        super().__init__(words)
        _prepare(self, "card")
        self._height = height

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Words with their margins."""
        wide = BODY.medium.width(self.text()) + 2 * theme().px(16)
        return QSize(int(wide + 1), theme().px(self._height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Never smaller than its words."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - overrides Qt
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """As a button looks; chosen as a chosen one."""
        del event
        painter, on = smooth(self), self.isChecked()
        ground, edge = ("accent-soft", "accent") if on else ("surface", "border")
        _paint_ground(self, painter, ground, edge, 2 if on else 1)
        _paint_middle(self, painter, BODY.medium.tint("accent-hover" if on else "text"))
        painter.end()


class Feel(QCheckBox):
    """A feeling: a word with its symbol. Chosen shows by edge and weight, not by colour alone."""

    def __init__(self, words: str, icon: IconName | None) -> None:
        super().__init__(words)
        self._icon = icon
        _prepare(self, "child")

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """A card; wider where the word is long."""
        look = theme()
        wide = FELT.medium.width(self.text()) + look.px(_WORDS_X + 22)
        return QSize(max(look.px(192), int(wide + 1)), look.px(92))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Never smaller than its word."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - overrides Qt
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The card, its symbol, its word."""
        del event
        look, painter, on = theme(), smooth(self), self.isChecked()
        ground, edge = ("accent-soft", "accent") if on else ("surface", "border")
        _paint_ground(self, painter, ground, edge, 2 if on else 1)
        middle = self.height() / 2
        if self._icon is not None:
            side = look.px(_ICON)
            box = QRectF(look.px(_ICON_X), middle - side / 2, side, side)
            draw_icon(painter, self._icon, box, look.colour("accent"), 1.4)
        style = FELT.medium.tint("accent-hover") if on else FELT
        x = look.px(_WORDS_X if self._icon is not None else 24)
        baseline(self.text(), style, middle, painter, x)
        painter.end()


def _prepare(button: QAbstractButton, radius: str) -> None:
    button.setProperty("ring_radius", radius)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    # Qt paints it again when the pointer comes or goes.
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)


def _paint_ground(
    button: QAbstractButton, painter: QPainter, ground: str, edge: str, wide: int
) -> None:
    look = theme()
    if not button.isChecked() and button.isEnabled() and button.underMouse():
        ground = "subtle"
    painter.setPen(QPen(look.colour(edge), max(wide, look.edge)))
    painter.setBrush(look.colour(ground))
    radius = look.radius(str(button.property("ring_radius")))
    rect = QRectF(button.rect()).adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(rect, radius, radius)


def _paint_middle(button: QAbstractButton, painter: QPainter, style: TextStyle) -> None:
    x = (button.width() - style.width(button.text())) / 2
    baseline(button.text(), style, button.height() / 2, painter, x)
