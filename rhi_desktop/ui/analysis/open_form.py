"""Owns the keys of a form that is open within a page: Escape leaves it, Ctrl+Enter keeps it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class OpenForm(QWidget):
    """Emits `left` on Escape: it is to be closed, and what was typed stays a draft.

    Ctrl+Enter keeps this form, and never presses the coloured button of the page round it.
    """

    left = Signal()

    def first(self) -> QWidget:
        """Where typing goes when the form is opened."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep what stands in the fields, or say beside a field what is missing."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape and Ctrl+Enter, from every field of the form."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.keep()
        else:
            super().keyPressEvent(event)
