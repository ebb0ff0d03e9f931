"""Owns the view of one whole line, however long it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rhi_desktop.domain.line import Line
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.widgets.button import SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.layout import column, row
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL_QUIET
from rhi_desktop.ui.widgets.voices import voice_word
from rhi_desktop.ui.words_area import HINTS, wrap_for


class WholeLine(QWidget):
    """Stands where the list stood: every character of a line, to read. Emits `gone`."""

    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", SMALL_QUIET)
        self.words = QPlainTextEdit()
        self.words.setObjectName("whole_line")
        self.words.setReadOnly(True)
        self.words.setInputMethodHints(HINTS)
        self.words.setTabChangesFocus(True)
        self.words.setProperty("bare", "true")
        self.words.setProperty("capture", "true")
        back = Button(self.tr("All lines"), "quiet", "left", hint="Esc", size=SMALL_BUTTON)
        back.setObjectName("all_lines")
        back.clicked.connect(self.gone)
        self.setLayout(column(row(self._title, "*", back), 8, (self.words, 1)))

    def show_line(self, line: Line, child: str) -> None:
        """Show a line."""
        said = voice_word(line.voice, child, line.told_by)
        self._title.setText(f"{clock_time(line.heard_at)}  {said}")
        self.words.setAccessibleName(self.tr("The whole line, {voice}").format(voice=said))
        self.words.setWordWrapMode(wrap_for(line.words))
        self.words.setPlainText(line.words)
        self.words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape goes back to all lines."""
        if event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
            return
        super().keyPressEvent(event)
