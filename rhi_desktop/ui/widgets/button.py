"""Owns the push button in its kinds and sizes, with icon and key hint at exact distances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from rhi_desktop.ui.icons import IconName, draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import baseline, inner, smooth
from rhi_desktop.ui.widgets.typesetting import BODY, SMALL, TINY, TextStyle

ButtonKind = Literal[
    "primary", "plain", "quiet", "accent", "danger", "danger-plain", "soft", "link"
]


@dataclass(frozen=True, slots=True)
class ButtonSize:
    """Height, inner margin and text of a button, at 100 %."""

    height: int
    padding: int
    style: TextStyle
    radius: str = "control"


REGULAR = ButtonSize(36, 16, BODY)
SMALL_BUTTON = ButtonSize(32, 10, SMALL)
LARGE = ButtonSize(44, 16, BODY, "card")
"""In the bar at the foot of a page."""
CHILD = ButtonSize(48, 16, BODY, "card")
LINE = ButtonSize(28, 0, BODY)
"""A link in running text, and a quiet button without margins."""
SMALL_LINE = ButtonSize(28, 0, SMALL)

_GROUND = {
    "primary": "accent",
    "plain": "surface",
    "danger": "danger",
    "danger-plain": "surface",
    "soft": "accent-soft",
}
_EDGE = {"plain": "border", "danger-plain": "danger"}
_INK = {
    "primary": "on-accent",
    "accent": "accent",
    "link": "accent",
    "danger": "focus-gap",
    "danger-plain": "danger",
    "soft": "accent-hover",
}
_HOVER = {"primary": "accent-hover", "danger": "danger", "danger-plain": "danger-soft", "link": ""}


class Button(QPushButton):
    """A push button. One primary button a screen, at most.

    `hint` names its key beside the words ("Ctrl N"); it is shown only, the shortcut itself is an
    action. A button with an icon alone must be given an accessible name. `setCheckable(True)`
    gives the look of chosen while checked. `setMinimumWidth(theme().px(n))` makes it wider.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "plain",
        icon: IconName | None = None,
        *,
        hint: str = "",
        size: ButtonSize = REGULAR,
    ) -> None:
        super().__init__(text)
        self._kind, self._icon, self._hint, self._size = kind, icon, hint, size
        self._after: IconName | None = None
        self._resting = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Return presses the button that has the focus, as everywhere else on this page.
        self.setAutoDefault(True)
        self.setProperty("ring_radius", "chip" if kind == "link" else size.radius)

    @property
    def primary(self) -> bool:
        """True for the one coloured button of a page."""
        return self._kind == "primary"

    @property
    def allowed(self) -> bool:
        """True when pressing it does something."""
        return self.isEnabled() and not self._resting

    def allow(self, *, on: bool) -> None:
        """Enable or disable it without moving the focus.

        A button that is disabled under somebody's finger hands the focus to the next one, and
        the second press goes there. This one rests instead until the focus has gone by itself.
        """
        self._resting = not on and self.hasFocus()
        self.setEnabled(on or self._resting)
        self.update()

    def trailing(self, icon: IconName) -> Button:
        """The same button with an icon after its words."""
        self._after = icon
        self.updateGeometry()
        return self

    def set_hint(self, hint: str) -> None:
        """Name another key beside the words, or none where there is no room."""
        self._hint = hint
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: IconName | None) -> None:
        """Show another icon before the words."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def _look(self) -> tuple[str, str, str]:
        """Tokens of ground, edge and ink for the state of now."""
        kind = self._kind
        if not self.allowed:
            return ("" if kind in {"link", "accent"} else "subtle", "", "disabled")
        ground, edge = _GROUND.get(kind, ""), _EDGE.get(kind, "")
        ink = _INK.get(kind, "text")
        if self.isChecked():
            return ("accent-soft", "accent", "accent-hover")
        if self.isDown() or self.underMouse():
            ground = _HOVER.get(kind, "rule" if self.isDown() else "subtle")
            ink = "accent-hover" if kind in {"link", "accent"} else ink
        return (ground, edge, ink)

    def _content_width(self) -> float:
        look = theme()
        style = self._size.style.medium
        gap = look.px(8) if self.text() else 0
        width = style.width(self.text())
        width += look.px(20) + gap if self._icon else 0
        width += look.px(20) if self._after else 0
        return width + (look.px(8) + TINY.width(self._hint) if self._hint else 0)

    def _paint_ground(self, painter: QPainter, ground: str, edge: str) -> None:
        look = theme()
        if not ground and not edge:
            return
        wide = 2 if self.isChecked() else look.edge
        painter.setBrush(look.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour(edge), wide) if edge else Qt.PenStyle.NoPen)
        radius = look.radius(self._size.radius)
        painter.drawRoundedRect(inner(QRectF(self.rect())), radius, radius)

    def _paint_words(self, painter: QPainter, x: float, ink: str) -> float:
        look, middle = theme(), self.height() / 2
        style = self._size.style.medium.tint(ink)
        end = baseline(self.text(), style, middle, painter, x)
        if self._kind == "link":
            y = middle + QFontMetricsF(style.font).capHeight() / 2 + look.px(4)
            painter.setPen(QPen(look.colour(ink, 0.45), max(1, look.px(1))))
            painter.drawLine(QPointF(x, y), QPointF(end, y))
        return end

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes or goes: hover is drawn, not styled."""
        if isinstance(event, QEnterEvent) or event.type() == QEvent.Type.Leave:
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Enter presses it; with Ctrl it means the coloured button of the page."""
        wanted = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if wanted and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        pressing = wanted or event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
        if pressing and self._resting:
            return
        super().keyPressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - overrides Qt
        """While it rests the mouse does not press it either."""
        return not self._resting and super().hitButton(pos)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - overrides Qt
        """Left for another control, not for another window: now it can be disabled."""
        super().focusOutEvent(event)
        if self._resting and self.window().focusWidget() is not self:
            self._resting = False
            self.setEnabled(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Words, icons and hint with their margins."""
        look = theme()
        padding = 0 if self._kind == "link" else self._size.padding
        if not self.text():
            padding = min(padding, 8)
        width = self._content_width() + 2 * look.px(padding)
        return QSize(int(width + 0.999), look.px(self._size.height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """A button is never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Ground, icon, words, second icon, hint: from left to right."""
        del event
        look, painter, middle = theme(), smooth(self), self.height() / 2
        ground, edge, ink = self._look()
        self._paint_ground(painter, ground, edge)
        x = 0.0 if self._kind == "link" else (self.width() - self._content_width()) / 2
        if self._icon:
            box = QRectF(x, middle - look.px(10), look.px(20), look.px(20))
            draw_icon(painter, self._icon, box, look.colour(ink))
            x += look.px(20) + (look.px(8) if self.text() else 0)
        x = self._paint_words(painter, x, ink)
        if self._after:
            box = QRectF(x + look.px(6), middle - look.px(8), look.px(16), look.px(16))
            draw_icon(painter, self._after, box, look.colour(ink))
            x += look.px(20)
        if self._hint:
            quiet = ink if ink in {"on-accent", "disabled", "accent-hover"} else "text2"
            baseline(self._hint, TINY.tint(quiet), middle, painter, x + look.px(8))
        painter.end()
