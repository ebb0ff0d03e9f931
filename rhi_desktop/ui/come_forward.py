"""Owns coming forward: a second start on an open vault touches a file, and this window shows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject
from PySide6.QtWidgets import QWidget

from rhi_desktop.errors import FileError
from rhi_desktop.files import touch


class ComeForward(QObject):
    """Brings `window` to the front whenever the watched file is touched."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._come)

    def watch(self, raised: Path) -> None:
        """Watch this file and no other. A disk that refuses costs only the coming forward."""
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        try:
            touch(raised)
        except FileError:
            return
        self._watcher.addPath(str(raised))

    def _come(self, changed: str) -> None:
        # A file that went away was touched by nobody.
        if not Path(changed).exists():
            return
        window = self._window
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()
