"""Owns a tick whose words break into lines: a line of the talk, with a quiet note below it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from rhi_desktop.ui.direction import starting_side
from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import BODY, SMALL_QUIET, Setting, TextStyle, set_text, smooth

_MARK, _GAP, _TOP, _BETWEEN, _BELOW = 20, 12, 6, 2, 6
_USUAL = 480


class WrapTick(QCheckBox):
    """Yes or no to words of any length. `note` says how it is known, or why it cannot be ticked."""

    def __init__(
        self, words: str, note: str = "", *, checked: bool = False, style: TextStyle = BODY
    ) -> None:
        super().__init__()
        self._words, self._note, self._style = words, note, style
        self.setAccessibleName(words)
        self.setAccessibleDescription(note)
        self.setChecked(checked)
        self.setProperty("ring_radius", "chip")
        sizes = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizes.setHeightForWidth(True)
        self.setSizePolicy(sizes)

    @property
    def words(self) -> str:
        """What is ticked."""
        return self._words

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - overrides Qt
        """The words break where they have to."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - overrides Qt
        """Words, then the note."""
        words, note = self._set(width)
        below = theme().px(_BETWEEN) + note.height if self._note else 0.0
        return int(theme().px(_TOP + _BELOW) + words.height + below)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As wide as it gets."""
        wide = theme().px(_USUAL)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Words may break."""
        return QSize(theme().px(160), theme().px(_TOP + _BELOW + self._style.line))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - overrides Qt
        """The words press it as well as the mark."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """A square with a check in it, the words, the note."""
        del event
        look, painter, on = theme(), smooth(self), self.isChecked()
        self._paint_mark(painter, on=on)
        words, note = self._set(self.width())
        x, y = look.px(_MARK + _GAP), look.px(_TOP)
        ink = self._style.colour if self.isEnabled() else "text2"
        words.draw(painter, x, y, look.colour(ink))
        if self._note:
            below = y + words.height + look.px(_BETWEEN)
            note.draw(painter, x, below, look.colour(SMALL_QUIET.colour))
        painter.end()

    def _paint_mark(self, painter: QPainter, *, on: bool) -> None:
        look, side = theme(), theme().px(_MARK)
        middle = look.px(_TOP) + look.px(self._style.line) / 2
        box = QRectF(1, middle - side / 2 + 0.5, side - 1, side - 1)
        edge = "accent" if on else "border"
        if not self.isEnabled():
            edge = "disabled"
        painter.setPen(QPen(look.colour(edge), look.px(1.5)))
        painter.setBrush(look.colour(edge if on else "surface"))
        painter.drawRoundedRect(box, look.radius("chip"), look.radius("chip"))
        if not self.isEnabled():
            # A bar, not an empty box: this one is not offered, whatever its colour.
            inset = look.px(4)
            painter.drawLine(
                QPoint(int(box.left() + inset), int(middle)),
                QPoint(int(box.right() - inset), int(middle)),
            )
        elif on:
            inset = look.px(1)
            square = box.adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, "check", square, look.colour("on-accent"), 2.4)

    def _set(self, width: int) -> tuple[Setting, Setting]:
        room = float(max(width - theme().px(_MARK + _GAP), 1))
        side = starting_side(self._words)
        words = set_text(self._words, self._style, room, align=side)
        return words, set_text(self._note, SMALL_QUIET, room, align=Qt.AlignmentFlag.AlignLeft)
