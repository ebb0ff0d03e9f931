"""Owns what a forgotten passphrase leads to, and the reminder that a recovery code is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.lock.code_notice import CodeNotice
from rhi_desktop.ui.lock.doors import Doors
from rhi_desktop.ui.lock.recover_page import RecoverPage
from rhi_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from rhi_desktop.ui.session import Session


class Forgotten(QObject):
    """Shows the page of the recovery code. Emits `opened` with it, so that it is listened to.

    Emits `left` when somebody goes back to where a vault is chosen.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(self, window: MainWindow, moment: Callable[[], Moment], doors: Doors) -> None:
        super().__init__(window)
        self._window, self._moment, self._doors = window, moment, doors

    def show(self, folder: Path) -> None:
        """Ask for the recovery code of this vault."""
        page = RecoverPage(folder, self._moment, self._doors)
        page.other_wanted.connect(self.left)
        self.opened.emit(page)
        self._window.show_front(page)

    def remind(self, session: Session) -> None:
        """Tell once, in a quiet moment, that this vault has no code."""
        view, free = self._doors.keys_view, self._window.desk_is_free
        CodeNotice(self, session.shell, session.folder, view, free)
