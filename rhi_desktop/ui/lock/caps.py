"""Owns what can be known about Caps Lock: a letter that came out against the Shift key tells."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class CapsLock(QObject):
    """Watches a field. Emits `changed` with True while Caps Lock is known to be on."""

    changed = Signal(bool)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._on = False
        field.installEventFilter(self)

    def _tell(self, *, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.changed.emit(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Compare a letter with the Shift key; the Caps Lock key itself makes it unknown."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            letter = event.text()
            if event.key() == Qt.Key.Key_CapsLock:
                self._tell(on=False)
            elif len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
                self._tell(on=letter.isupper() != shift)
        return super().eventFilter(watched, event)
