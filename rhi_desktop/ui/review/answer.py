"""Owns the supervisor's answer: the comment, countersigning, giving back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from rhi_desktop.domain.interview import Report
from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import reviewing
from rhi_desktop.workflow.workspace import Workspace


class Answer(QObject):
    """Answers one report. Emits `stored` once the vault holds the answer, `refused` when not.

    `stored` carries True for a countersignature, False for a report that was given back.
    """

    stored = Signal(bool)
    refused = Signal(object)

    def __init__(self, ws: Workspace, shell: Shell, report: Report, data: bytes) -> None:
        super().__init__()
        self._ws, self._shell, self._report, self._data = ws, shell, report, data

    def countersign(self, owner: QObject, comment: str) -> None:
        """Add our signature in the background, then keep the file and the words."""
        try:
            by = reviewing.countersigner(self._ws, self._report)
        except RhiError as error:
            self.refused.emit(error)
            return
        at = self._shell.moment()
        work = partial(reviewing.countersign, self._data, by, at)
        self._shell.run(owner, work, partial(self._keep, comment), self.refused.emit)

    def give_back(self, comment: str) -> None:
        """Return the report with words; the signed file stays as it is."""
        try:
            reviewing.give_back(self._ws, self._report, comment, self._shell.moment())
        except RhiError as error:
            self.refused.emit(error)
            return
        self.stored.emit(False)  # noqa: FBT003 - Qt's signals take no names

    def _keep(self, comment: str, data: bytes) -> None:
        at = self._shell.moment()
        try:
            reviewing.store_countersigned(self._ws, self._report, data, comment, at)
        except RhiError as error:
            self.refused.emit(error)
            return
        self._shell.happened.emit(Event.SIGNED)
        self.stored.emit(True)  # noqa: FBT003 - Qt's signals take no names
