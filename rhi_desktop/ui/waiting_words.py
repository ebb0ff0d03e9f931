"""Owns the words that a full disk refused at a lock, until the vault they are for takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.lock.frame import FrontPage
from rhi_desktop.ui.main_window import MainWindow
from rhi_desktop.ui.shell import Notice
from rhi_desktop.ui.translation import noop
from rhi_desktop.ui.widgets import Said

if TYPE_CHECKING:
    from rhi_desktop.ui.session import Session

_CONTEXT = "waiting_words"
_SAID = (
    noop(_CONTEXT, "Some of your words are not written down yet: the disk refused them"),
    noop(_CONTEXT, "They wait in this window, sealed, and are lost when it is closed."),
    noop(_CONTEXT, "Make room on the disk and unlock your notes. Only a second try closes."),
)


class WaitingWords:
    """Sealed words that are nowhere but in this process.

    They go over every lock. A window does not close over them at the first try, and says why.
    """

    def __init__(self, window: MainWindow) -> None:
        self.sealed: tuple[bytes, ...] = ()
        self._window, self._warned = window, False

    def write_into(self, session: Session) -> RhiError | None:
        """Write what can be written; what cannot waits on, and the last refusal comes back."""
        waiting, refused = self.sealed, None
        self.sealed = ()
        for sealed in waiting:
            try:
                session.take_over(sealed)
            except RhiError as error:
                refused = error
                self.sealed = (*self.sealed, sealed)
        return refused

    def tell(self, front: QWidget | None) -> None:
        """Say on a page in front, or in the open notes, that something waits."""
        if not self.sealed:
            return
        said = Said(*(QCoreApplication.translate(_CONTEXT, words) for words in _SAID))
        if isinstance(front, FrontPage):
            front.tell(said)
        elif self._window.session is not None:
            self._window.desk.notice(Notice(said))

    def may_close(self) -> bool:
        """False once while something waits."""
        if not self.sealed or self._warned:
            return True
        self._warned = True
        self.tell(self._window.front)
        return False
