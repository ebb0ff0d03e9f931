"""Owns the time without a key or a touch: a warning first, then the lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QSinglePointEvent
from PySide6.QtWidgets import QApplication

QUIET = 5 * 60.0
"""Seconds without a sign of life until the lock, outside a conversation."""
TALKING = 20 * 60.0
"""The same while a conversation runs: the interviewer listens and does not type."""
WARNING = 60.0
"""Seconds before the lock at which the warning comes (WCAG 2.2.1)."""
_LOOK = 1000
_SIGNS = {
    QEvent.Type.KeyPress,
    # A child's drawing and a long word of an input method are one press and many events.
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.NativeGesture,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
}
_MOVES = {QEvent.Type.MouseMove, QEvent.Type.TabletMove}
"""Signs only while something is pressed: a knock against the table moves a mouse too."""


class Idle(QObject):
    """Watches for signs of life while the vault is open.

    Emits `warned` with the seconds left, each second; `calmed` when a sign of life ends a
    warning; `expired` once. `steady` gives seconds of a clock that nobody can set. Whether the
    window is seen or another program is in use makes no difference: only what comes here counts.
    """

    warned = Signal(int)
    calmed = Signal()
    expired = Signal()

    def __init__(self, steady: Callable[[], float]) -> None:
        super().__init__()
        self._steady = steady
        self._limit = QUIET
        self._last = steady()
        self._warning = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._last, self._warning = self._steady(), False
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._timer.start(_LOOK)

    def stop(self) -> None:
        """Watch no more."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._timer.stop()

    def talking(self, running: bool) -> None:  # noqa: FBT001 - a slot takes what the signal gives
        """A conversation started or ended."""
        self._limit = TALKING if running else QUIET

    def look(self) -> None:
        """See how long it has been quiet."""
        left = self._limit - (self._steady() - self._last)
        if left <= 0:
            self.stop()
            self.expired.emit()
        elif left <= WARNING:
            self._warning = True
            self.warned.emit(round(left))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Any key or touch is a sign of life, unless it comes too late."""
        if event.type() in _SIGNS or (event.type() in _MOVES and _pressed(event)):
            if self._steady() - self._last >= self._limit:
                # A laptop that slept: its first key comes before the clock had a look.
                self.look()
                return True
            self._last = self._steady()
            if self._warning:
                self._warning = False
                self.calmed.emit()
        return super().eventFilter(watched, event)


def _pressed(event: QEvent) -> bool:
    return isinstance(event, QSinglePointEvent) and bool(event.buttons().value)
