"""Owns one "Add" of an import from press to end: it goes on when somebody leaves its page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject

from rhi_desktop.domain.exchange import MergePlan
from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import Said
from rhi_desktop.workflow import exchanging, keeping
from rhi_desktop.workflow.workspace import Workspace


class Adding(QObject):
    """Belongs to the shell and not to the page: "Add" was pressed, and so it is added.

    First a snapshot is taken behind the work; one that is refused stops nothing, because adding is
    whole or not at all. When its page is gone by then, the banner says what became of it. A lock in
    between ends it with the process, and nothing is added then.
    """

    def __init__(self, ws: Workspace, shell: Shell, plan: MergePlan) -> None:
        super().__init__(shell)
        self._ws, self._shell, self._plan = ws, shell, plan
        self._ended: Callable[[bool], object] | None = None

    def begin(self, page: QObject, ended: Callable[[bool], object]) -> None:
        """Start it; as long as the page is there it is told whether all of it was added."""
        self._ended = ended
        page.destroyed.connect(self._leave)
        store = self._ws.store
        keep = partial(keeping.keep_up, store.folder, store.keys, self._shell.moment(), timedelta())
        self._shell.run(self, keep, self._end, self._end)

    def _leave(self) -> None:
        self._ended = None

    def _end(self, _kept: object) -> None:
        added = self._add()
        if self._ended is not None:
            self._ended(added)
        elif added:
            happened = self.tr("Added to your cases")
            safe = self.tr("The bundle was still being added when you left its page.")
            self._shell.say(Said(happened, safe))
        self.deleteLater()

    def _add(self) -> bool:
        try:
            result = exchanging.apply(self._ws, self._plan, self._shell.moment())
        except RhiError as error:
            self._shell.refuse(error)
            return False
        self._shell.saved(Event.RECEIVED)
        for case_id in result.case_ids:
            self._shell.changed(case_id)
        return True
