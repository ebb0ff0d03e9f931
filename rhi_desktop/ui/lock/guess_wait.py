"""Owns the wait after many wrong tries: how long it still is, said in calm words each second."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from rhi_desktop.errors import RhiError

TOO_SOON = "guess_too_soon"
SECOND_MS = 1000
MINUTE = 60


class GuessWait(QObject):
    """Counts down. Emits `said` with the words of now, and `over` once when the wait has ended.

    It only says what the vault decided: the vault itself does not try before its time.
    """

    said = Signal(str)
    over = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def waits(self) -> bool:
        """True while nothing would be tried."""
        return self._left > 0

    @property
    def words(self) -> str:
        """Why and how long, and that it ends by itself."""
        if self._left > MINUTE:
            time = self.tr("{time} minutes").format(
                time=f"{self._left // MINUTE}:{self._left % MINUTE:02d}"
            )
        else:
            time = self.tr("%n second(s)", "", self._left)
        return self.tr(
            "Several tries did not open the notes. You can try again in {time}. "
            "Nothing is locked for good, and nothing was lost."
        ).format(time=time)

    def start(self, error: RhiError) -> None:
        """Begin to wait as long as the refusal says."""
        self._left = max(1, int(error.facts.get("seconds", 1)))
        self._timer.start()
        self.said.emit(self.words)

    def tick(self) -> None:
        """A second has passed."""
        if not self.waits:
            return
        self._left -= 1
        if self._left:
            self.said.emit(self.words)
            return
        self._timer.stop()
        self.said.emit(self.tr("You can try again now."))
        self.over.emit()

    def stop(self) -> None:
        """Wait no more: another vault was chosen."""
        self._timer.stop()
        self._left = 0
