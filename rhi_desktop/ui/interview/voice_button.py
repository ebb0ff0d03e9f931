"""Owns the choice of whose words the next line holds: on the columns of the margin."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from rhi_desktop.domain.line import Voice
from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.interview.line_painter import COMPACT_GUTTER
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import baseline, smooth
from rhi_desktop.ui.widgets.typesetting import SMALL, TINY
from rhi_desktop.ui.widgets.voices import GUTTER, GUTTER_ICON, GUTTER_WORD, LOOKS, voice_word

SIGNS = {Voice.SAW: ".", Voice.TOLD: ">", Voice.VIEW: "=", Voice.ASKED: "?", Voice.CHILD: ""}
"""What is typed before a line for each voice; nothing for the child."""
_INSET = 16
"""The words of the box stand so far within it; the icon stays on the column of the list."""


class VoiceMenu(QMenu):
    """The five voices. Emits `chosen` with a Voice."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, child: str, now: Voice) -> None:
        super().__init__(parent)
        for voice, sign in SIGNS.items():
            words = voice_word(voice, child)
            action = self.addAction(f"{words}\t{sign}" if sign else words)
            action.setObjectName(f"voice_{voice.value}")
            action.setCheckable(True)
            action.setChecked(voice is now)
            action.triggered.connect(lambda _on=False, v=voice: self.chosen.emit(v))


class VoiceButton(QPushButton):
    """Shows whose words are being typed and opens the menu of voices. Emits `chosen` (Voice)."""

    chosen = Signal(object)

    def __init__(self, child: str) -> None:
        super().__init__()
        self.setObjectName("voice_selector")
        self._child, self._compact = child, False
        self._voice, self._when = Voice.CHILD, self.tr("now")
        self.setProperty("ring_radius", "control")
        self.clicked.connect(self.open_menu)
        self.set_compact(compact=False)
        self.show_voice(Voice.CHILD)

    @property
    def voice(self) -> Voice:
        """Whose words are being typed."""
        return self._voice

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon alone, as the narrow margin does."""
        self._compact = compact
        width = COMPACT_GUTTER - 12 if compact else GUTTER - 18
        self.setFixedSize(theme().px(width), theme().px(40))

    def show_voice(self, voice: Voice, told_by: str = "") -> None:
        """Show another voice."""
        self._voice = voice
        self.setText(voice_word(voice, self._child, told_by))
        spoken = self.tr("Who said it: {voice}").format(voice=self.text())
        self.setAccessibleName(spoken)
        self.update()

    def show_when(self, words: str) -> None:
        """Show another time; empty for now."""
        self._when = words or self.tr("now")
        self.update()

    def open_menu(self) -> None:
        """Offer the five voices."""
        menu = VoiceMenu(self, self._child, self._voice)
        menu.setObjectName("voice_menu")
        menu.chosen.connect(self.chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """The columns of the margin; the icon alone stands for its word where it is narrow."""
        return self.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Down and Enter open the menu as Space does."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_menu()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Time, icon, word, and the sign that opens the menu."""
        del event
        look, painter, middle = theme(), smooth(self), self.height() / 2
        shape = LOOKS[self._voice]
        icon = look.px(14 if self._compact else GUTTER_ICON)
        side = look.px(18)
        box = QRectF(icon, middle - side / 2, side, side)
        draw_icon(painter, shape.icon, box, look.colour(shape.token))
        end = float(look.px(32))
        if not self._compact:
            baseline(self._when, TINY, middle, painter, look.px(_INSET))
            ink = SMALL.medium.tint(f"{shape.token}-ink")
            end = baseline(self._words(), ink, middle, painter, look.px(GUTTER_WORD))
        chevron = look.px(16)
        box = QRectF(end + look.px(4), middle - chevron / 2, chevron, chevron)
        draw_icon(painter, "down", box, look.colour("text2"))
        painter.end()

    def _words(self) -> str:
        # Whoever told it stands in the list; the box has room for the voice alone.
        room = theme().px(GUTTER - 18 - GUTTER_WORD - 22)
        whole = self.text()
        short = voice_word(self._voice, self._child)
        return whole if SMALL.medium.width(whole) <= room else short
