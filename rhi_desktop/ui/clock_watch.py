"""Owns the look at the laptop's own clock: falling behind is said, and noted once in the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from rhi_desktop.domain.moment import Moment
from rhi_desktop.log import Event, Log
from rhi_desktop.ui.widgets.banner import Said

LOOK_MS = 15_000


class ClockWatch(QObject):
    """Asks `behind` at the start, every quarter of a minute, and whenever `look` is called.

    Emits `warned` each time it is behind; the log gets one line for each time it fell behind: when,
    which event, and nothing of any case.
    """

    warned = Signal(object)

    def __init__(
        self, behind: Callable[[datetime], bool], moment: Callable[[], Moment], log: Log
    ) -> None:
        super().__init__()
        self._behind, self._moment, self._log = behind, moment, log
        self._fell = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and from now on."""
        self.look()
        self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Look no more: the vault is about to close."""
        self._timer.stop()

    def look(self) -> None:
        """Warn while the clock is behind; note it once."""
        now = self._moment().now
        fell, self._fell = self._fell, self._behind(now)
        if not self._fell:
            return
        if not fell:
            self._log.note(now, Event.CLOCK_BACK)
        self.warned.emit(self._said())

    def _said(self) -> Said:
        return Said(
            self.tr("The clock of this laptop is behind"),
            self.tr("It was later when something was last saved here. What you wrote is safe."),
            self.tr("Set the clock right before you go on. Nothing can be signed until then."),
        )
