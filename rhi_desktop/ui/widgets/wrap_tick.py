"""Owns a tick whose words break into lines: whose words they are, a note below, and a lock."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from rhi_desktop.domain.line import Voice
from rhi_desktop.ui.direction import starting_side
from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import smooth
from rhi_desktop.ui.widgets.typesetting import BODY, SMALL_QUIET, Setting, TextStyle, set_text
from rhi_desktop.ui.widgets.voices import draw_edge, quoted

_MARK, _EDGE, _WORDS, _AFTER_EDGE = 20, 32, 32, 14
_TOP, _BETWEEN, _LEAST = 2, 1, 160


class WrapTick(QCheckBox):
    """Yes or no to words of any length. What may not be ticked stands there with a lock.

    `note` says what kind of thing it is, how it is known, or why it stays out. With a `voice` the
    words have its edge and marks. `spoken` is what a reader hears in place of the words alone:
    two things may have one name.
    """

    def __init__(
        self,
        words: str,
        note: str = "",
        voice: Voice | None = None,
        *,
        spoken: str = "",
        style: TextStyle = BODY,
    ) -> None:
        # Without a text of the button's own: an ampersand in somebody's words would be a key.
        super().__init__()
        self.words = quoted(voice, words) if voice else words
        self._note, self._voice, self._style = note, voice, style
        self._side = starting_side(words)
        self._closed = False
        # Asked for again and again while a long list settles; neither words nor zoom change.
        self._highs: dict[int, int] = {}
        self.setAccessibleName(spoken or self.words)
        self.setProperty("ring_radius", "chip")
        self.setAccessibleDescription(note)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def close_for_good(self) -> None:
        """Nobody may tick it: a lock stands where the square would be."""
        self._closed = True
        self.setEnabled(False)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - overrides Qt
        """It grows downwards."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - overrides Qt
        """The words, then the note."""
        if width not in self._highs:
            words, note = self._set(width)
            high = words.height + (note.height + theme().px(_BETWEEN) if note else 0)
            self._highs[width] = max(round(high) + 2 * theme().px(_TOP), self._one_row())
        return self._highs[width]

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As wide as it gets."""
        wide = theme().px(2 * _LEAST)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Words may break."""
        return QSize(theme().px(_LEAST), self._one_row())

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - overrides Qt
        """The words press it as well as the mark."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The square or the lock, the edge of the voice, words, note."""
        del event
        look, painter = theme(), smooth(self)
        self._paint_mark(painter)
        words, note = self._set(self.width())
        top, left = float(look.px(_TOP)), self._left()
        if self._voice is not None:
            edge = float(look.px(_EDGE))
            draw_edge(painter, self._voice, edge, top + 3, top + words.height - 3)
        # What cannot be ticked is still there to be read.
        ink = self._style.colour if self.isEnabled() else "text2"
        words.draw(painter, left, top, look.colour(ink))
        if note is not None:
            below = top + words.height + look.px(_BETWEEN)
            note.draw(painter, left, below, look.colour(SMALL_QUIET.colour))
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        look, on = theme(), self.isChecked()
        side, row = look.px(_MARK), self._one_row()
        box = QRectF(1, (row - side) / 2 + 0.5, side - 1, side - 1)
        if self._closed:
            draw_icon(painter, "lock", box, look.colour("text2"))
            return
        edge = "disabled" if not self.isEnabled() else "accent" if on else "border"
        painter.setPen(QPen(look.colour(edge), look.px(1.5)))
        painter.setBrush(look.colour(edge if on else "surface"))
        painter.drawRoundedRect(box, look.radius("chip"), look.radius("chip"))
        if on:
            inset = look.px(1)
            square = box.adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, "check", square, look.colour("on-accent"), 2.4)

    def _one_row(self) -> int:
        return int(theme().px(2 * _TOP + self._style.line))

    def _left(self) -> int:
        return theme().px(_WORDS + (_AFTER_EDGE if self._voice is not None else 0))

    def _set(self, width: int) -> tuple[Setting, Setting | None]:
        room = float(max(width - self._left(), 1))
        words = set_text(self.words, self._style, room, align=self._side)
        return words, set_text(self._note, SMALL_QUIET, room) if self._note else None
