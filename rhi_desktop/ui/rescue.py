"""Owns what leads from damage to a choice: at the door, in the middle of work, and over a lock."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.forgotten import Forgotten
from rhi_desktop.ui.lock.doors import Doors
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.lock.recover_page import RecoverPage
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from rhi_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from rhi_desktop.ui.keeping.keeper import Keeper
    from rhi_desktop.ui.lock.damaged_page import DamagedPage
    from rhi_desktop.ui.session import Session
    from rhi_desktop.workflow.unlocking import VaultKey


class Rescue(QObject):
    """Shows the page of damage when a vault does not open, and keeps an open one.

    Emits `unlocked` with a workspace that a form or that page opened, `left` when somebody goes
    back to where a vault is chosen, and `refused` with the error of one that stayed shut. The
    page of damage holds the key: `holding` says that it is there, `locking` that somebody leaves
    it. What crypto and store need is loaded when it is wanted.
    """

    unlocked = Signal(object)
    left = Signal()
    holding = Signal()
    locking = Signal()
    refused = Signal(object)

    def __init__(self, window: MainWindow, moment: Callable[[], Moment], doors: Doors) -> None:
        super().__init__(window)
        self._window, self._moment = window, moment
        self._forgotten = Forgotten(window, moment, doors)
        self._forgotten.left.connect(self.left)
        self._forgotten.opened.connect(self._listen)
        self._keeper: Keeper | None = None
        self._doubted: Path | None = None
        self.held: Path | None = None
        """The vault whose key is in this process, open or not."""

    @property
    def damaged(self) -> bool:
        """True when a page of the held vault could not be read though it opens."""
        doubted = self._doubted is not None and self._doubted == self.held
        return doubted or (self._keeper is not None and self._keeper.damaged)

    def doubt(self, handed: Handover | None) -> None:
        """Remember which vault was found damaged before it was locked."""
        self._doubted = handed.vault if handed is not None and handed.damaged else None

    def listen(self, form: UnlockForm) -> None:
        """Pass on what the form opens, and take over when it meets damage or is of no use."""
        form.forgotten.connect(self._forgotten.show)
        form.refused.connect(self.refused)
        self._listen(form)

    def _listen(self, form: UnlockForm | RecoverPage) -> None:
        """A doubted vault is not opened without a choice."""
        form.doubted = self._doubted
        form.unlocked.connect(self.unlocked)
        form.damaged.connect(self.show)

    def show(self, folder: Path, key: VaultKey, error: RhiError) -> None:
        """Say what is damaged, what is safe, and offer what can be brought back."""
        damaged_page = importlib.import_module("rhi_desktop.ui.lock.damaged_page")
        # Behind a cover the clock showed; from here on somebody has given the passphrase.
        page: DamagedPage = damaged_page.DamagedPage(folder, key, error, self._moment)
        page.unlocked.connect(self.unlocked)
        # The key goes with the process, also when nothing was opened.
        page.other_wanted.connect(self.locking)
        self._window.show_front(page)
        self.held = folder
        self.holding.emit()

    def keep(self, session: Session) -> None:
        """From now on snapshots and checks are made behind the work."""
        keeper = importlib.import_module("rhi_desktop.ui.keeping.keeper")
        self._doubted, self.held = None, session.folder
        self._keeper = keeper.Keeper(session)
        self._keeper.start()
        self._forgotten.remind(session)

    def stop(self) -> None:
        """The vault is about to close, and the key to go."""
        self.held = None
        if self._keeper is not None:
            self._keeper.stop()
