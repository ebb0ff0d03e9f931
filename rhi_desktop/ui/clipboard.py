"""Owns how words of a case lie on the clipboard: marked as secret, for half a minute at most."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow

KEEPS_MS = 30_000
_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
_NO = bytes(4)


def marks(platform: str) -> Mapping[str, bytes]:
    """What tells clipboard managers and histories of a system to leave a copy out."""
    if platform == "win32":
        names = (
            "ExcludeClipboardContentFromMonitorProcessing",
            "CanIncludeInClipboardHistory",
            "CanUploadToCloudClipboard",
        )
        return {_WINDOWS.format(name=name): _NO for name in names}
    if platform == "darwin":
        return {"org.nspasteboard.ConcealedType": b""}
    return {"x-kde-passwordManagerHint": b"secret"}


class ClipboardWatch(QObject):
    """Marks what is copied here as secret, and empties the clipboard after 30 s.

    A copy is replaced by the same text with the marks, before anybody else can read it. What is
    merely selected never lies on the second clipboard of X11, where every program could read it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._marks = marks(sys.platform)
        self._kept: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEPS_MS)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._changed)
        self._clipboard.selectionChanged.connect(self._selected)

    def _changed(self) -> None:
        # Not every platform says who owns it; what changes while our window is in use is ours.
        ours = self._clipboard.ownsClipboard() or _in_use()
        text = self._clipboard.text() if ours else ""
        if not text:
            return
        self._kept = hash(text)
        self._timer.start()
        if not all(self._clipboard.mimeData().hasFormat(mark) for mark in self._marks):
            self._clipboard.setMimeData(self._marked(text))

    def _marked(self, text: str) -> QMimeData:
        copy = QMimeData()
        copy.setText(text)
        for name, value in self._marks.items():
            copy.setData(name, value)
        return copy

    def _selected(self) -> None:
        if self._clipboard.ownsSelection() and self._clipboard.text(QClipboard.Mode.Selection):
            self._clipboard.clear(QClipboard.Mode.Selection)

    def clear(self) -> None:
        """Empty it now, as a lock does, unless something else was copied since."""
        self._timer.stop()
        if self._kept is not None and hash(self._clipboard.text()) == self._kept:
            self._clipboard.clear()
        self._kept = None


def _in_use() -> bool:
    window: QWindow | None = QGuiApplication.focusWindow()
    return window is not None
