"""Owns the timers around workflow.drafts and the one Saved / Saving / Held state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.widgets.saved_label import SaveStatus
from rhi_desktop.workflow.drafts import Edit, Unsaved, confirm, due, mark, put_back, take

Write = Callable[[Edit, Moment], object]


class Autosave(QObject):
    """Saves what is typed: 0.7 s after the last edit, at most 3 s after the first.

    Owns the unsaved edits. `write` keeps an edit as a draft; a page that knows better gives its
    own writer with the edit. Emits `status` (a SaveStatus) and `refused` (the RhiError of a save
    that failed; None once a later one went through). Edits are never dropped: a failed save keeps
    them and tries again after 2, 4, 8 ... s.
    """

    status = Signal(object)
    refused = Signal(object)

    def __init__(
        self, write: Write, moment: Callable[[], Moment], steady: Callable[[], float]
    ) -> None:
        super().__init__()
        self._write, self._moment, self._steady = write, moment, steady
        self._unsaved = Unsaved()
        self._writers: dict[str, Write] = {}
        self._saved_at: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def unsaved(self) -> tuple[Edit, ...]:
        """What is in memory only: what a lock must hand over."""
        return self._unsaved.all

    def mark(self, key: str, text: str, caret: int = 0, write: Write | None = None) -> None:
        """An edit was made. The newest text of a key replaces the one before."""
        if write is not None:
            self._writers[key] = write
        self._unsaved = mark(self._unsaved, Edit(key, text, caret), self._steady())
        self._plan()

    def flush(self) -> bool:
        """Save now; False when the disk refused and the edits are still held in memory."""
        self._timer.stop()
        if not self._unsaved.all:
            return True
        self._unsaved = take(self._unsaved)
        at = self._moment()
        try:
            for edit in self._unsaved.taken:
                self._writers.get(edit.key, self._write)(edit, at)
        except RhiError as error:
            self._held(error)
            return False
        self._kept(at)
        return True

    def committed(self, at: datetime) -> None:
        """A page wrote something itself: say so in the saved line."""
        self._saved_at = at
        if not self._unsaved.all:
            self.status.emit(SaveStatus("saved", at))

    def _kept(self, at: Moment) -> None:
        failed_before = self._unsaved.failures > 0
        self._unsaved = confirm(self._unsaved)
        self._writers.clear()
        self.committed(at.now)
        if failed_before:
            self.refused.emit(None)

    def _held(self, error: RhiError) -> None:
        self._unsaved = put_back(self._unsaved, self._steady())
        held = len(self._unsaved.all)
        self.status.emit(SaveStatus("held", self._saved_at, held))
        self.refused.emit(error)
        self._plan()

    def _plan(self) -> None:
        when = due(self._unsaved)
        if when is not None:
            self._timer.start(max(0, round((when - self._steady()) * 1000)))
