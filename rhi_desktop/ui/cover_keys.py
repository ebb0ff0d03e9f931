"""Owns the keys that cover or lock from anywhere: F9, Esc three times within a second, Ctrl+L."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

WITHIN = 1.0
TIMES = 3


class CoverKeys(QObject):
    """Listens before any widget does, so that no field or dialog can swallow the keys.

    Emits `pressed` for the cover and `locking` for the lock: the key of the menu does not reach
    the window while a dialog has it. Esc goes on to whoever wants it; the others stop here.
    """

    pressed = Signal()
    locking = Signal()

    def __init__(self, steady: Callable[[], float]) -> None:
        super().__init__()
        self._steady = steady
        self._times: list[float] = []
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _stops(self, event: QKeyEvent) -> bool:
        """The keys that go no further, whoever was to get them: no dialog sees them."""
        if event.key() == Qt.Key.Key_F9:
            self.pressed.emit()
            return True
        if (event.key(), event.modifiers()) == (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier):
            self.locking.emit()
            return True
        return False

    def _escape(self) -> None:
        now = self._steady()
        self._times = [at for at in self._times if now - at <= WITHIN] + [now]
        if len(self._times) >= TIMES:
            self._times = []
            self.pressed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Count Esc, stop at F9 and Ctrl+L."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not event.isAutoRepeat()
        ):
            if self._stops(event):
                return True
            if event.key() == Qt.Key.Key_Escape and watched is _receiver():
                self._escape()
        return super().eventFilter(watched, event)


def _receiver() -> QWidget | None:
    """Who gets a key first. An unwanted press travels on to all parents: it counts once."""
    popup: QWidget | None = QApplication.activePopupWidget()
    if popup is not None:
        inside: QWidget | None = popup.focusWidget()
        return inside or popup
    focus: QWidget | None = QApplication.focusWidget()
    return focus or QApplication.activeWindow()
