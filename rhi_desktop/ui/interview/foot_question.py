"""Owns one small question below the lines: a name or a few, typed and kept with Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.field import Field
from rhi_desktop.ui.widgets.layout import row
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL, SMALL_QUIET


class SmallField(Field):
    """A field that says when Escape was pressed in it. Emits `escaped`."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape leaves the question open."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)


class FootQuestion(QWidget):
    """Label, field, hint in one row. Emits `answered` (the words) and `left` (Escape)."""

    answered = Signal(str)
    left = Signal()

    def __init__(self, words: str, example: str, name: str) -> None:
        super().__init__()
        self.field = SmallField(placeholder=example, name=words)
        self.field.setObjectName(name)
        self.field.setMaximumWidth(theme().px(320))
        self.field.returnPressed.connect(lambda: self.answered.emit(self.field.text().strip()))
        self.field.escaped.connect(self.left)
        label = Text(words, SMALL)
        label.setBuddy(self.field)
        self._hint = Text(self.tr("Enter keeps it, Esc leaves it open"), SMALL_QUIET)
        parts = row(label, 12, (self.field, 1), 12, self._hint, "*", margins=(INSET, 0, INSET, 0))
        self.setLayout(parts)

    def set_compact(self, *, compact: bool) -> None:
        """Leave out what a narrow page has no room for."""
        self._hint.setVisible(not compact)

    def ask(self, words: str) -> None:
        """Begin with what is known."""
        self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()
