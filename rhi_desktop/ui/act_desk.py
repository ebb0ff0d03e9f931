"""Owns one act at a time on what a page shows: committed at once, or refused in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow.workspace import Workspace

R = TypeVar("R")


class ActDesk(QObject):
    """What a page shows. Emits `changed` after each act; a refused act changes nothing.

    Subclasses say in `reload` how it is read.
    """

    changed = Signal()

    def __init__(self, ws: Workspace, shell: Shell) -> None:
        super().__init__()
        self.ws, self.shell = ws, shell

    def reload(self) -> None:
        """Read what is shown again."""
        raise NotImplementedError

    def do(self, deed: Callable[[Moment], R]) -> R | None:
        """Do one act at the moment of now; None when it was refused, which is said."""
        try:
            done = deed(self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return None
        self.shell.saved()
        self.shell.hush()
        self.reload()
        self.changed.emit()
        return done
