"""Owns locking with the laptop itself: what hears it is loaded once a vault is open and painted."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from rhi_desktop.ui.login1 import Watch


class WithLaptop(QObject):
    """Emits `locking` with the cause while it listens on the system bus, if there is an address."""

    locking = Signal(object)

    def __init__(self, bus: str) -> None:
        super().__init__()
        self._bus = bus
        self._wanted = False
        self._watch: Watch | None = None

    def start(self) -> None:
        """Listen, as soon as the first page is painted."""
        self._wanted = bool(self._bus)
        if self._wanted:
            QTimer.singleShot(0, self, self._listen)

    def stop(self) -> None:
        """Listen no more, and let the laptop sleep."""
        self._wanted = False
        if self._watch is not None:
            self._watch.stop()
            self._watch = None

    def _listen(self) -> None:
        if self._wanted and self._watch is None:
            login1 = importlib.import_module("rhi_desktop.ui.login1")
            self._watch = login1.Watch(self._bus)
            self._watch.locking.connect(self.locking)
            self._watch.start()
