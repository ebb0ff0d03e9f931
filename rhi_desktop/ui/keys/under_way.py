"""Owns a new recovery code between being shown and being typed back: in memory, nowhere else."""

from __future__ import annotations

from PySide6.QtCore import QObject

from rhi_desktop.ui.lock.sheet import Sheet
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow.keyholding import RecoveryCode


class UnderWay(QObject):
    """Lives on the shell, so that another zoom or theme does not ask for a second sheet.

    Whoever goes to another page leaves it behind: the code that was there goes on being valid.
    """

    def __init__(self, shell: Shell, code: RecoveryCode, sheet: Sheet, passphrase: str) -> None:
        super().__init__(shell)
        self.code, self.sheet, self.passphrase = code, sheet, passphrase
        shell.wanted.connect(self._gone)

    def _gone(self, place: Place) -> None:
        if place.page is not PageName.KEYS:
            self.end()

    def end(self) -> None:
        """Forget it."""
        self.setParent(None)
        self.deleteLater()
