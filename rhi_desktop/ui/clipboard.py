"""Owns how long words of a case may lie on the clipboard: half a minute, and not beyond a lock."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow

KEEPS_MS = 30_000


class ClipboardWatch(QObject):
    """Empties the clipboard after 30 s, if what lies on it came from here."""

    def __init__(self) -> None:
        super().__init__()
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._kept: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEPS_MS)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._changed)

    def _changed(self) -> None:
        text = self._clipboard.text()
        # Not every platform says who owns it; what changes while our window is in use is ours.
        ours = self._clipboard.ownsClipboard() or _in_use()
        if ours and text:
            self._kept = hash(text)
            self._timer.start()

    def clear(self) -> None:
        """Empty it now, as a lock does, unless something else was copied since."""
        self._timer.stop()
        if self._kept is not None and hash(self._clipboard.text()) == self._kept:
            self._clipboard.clear()
        self._kept = None


def _in_use() -> bool:
    window: QWindow | None = QGuiApplication.focusWindow()
    return window is not None
