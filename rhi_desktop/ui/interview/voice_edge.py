"""Owns the voice edge beside large words, as a widget as high as they are."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.line import Voice
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import smooth
from rhi_desktop.ui.widgets.voices import draw_edge


class VoiceEdge(QWidget):
    """The edge of one voice, from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        self._voice = Voice.CHILD
        self.setFixedWidth(theme().size("edge"))

    def show_voice(self, voice: Voice) -> None:
        """Show another voice."""
        self._voice = voice
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The edge."""
        del event
        painter, box = smooth(self), QRectF(self.rect())
        draw_edge(painter, self._voice, 0, box.top() + 4, box.bottom() - 4)
        painter.end()
