"""Owns the calm note that somebody still has to be told, for every page of a case."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.disclosure import unresolved
from rhi_desktop.ui.places import PageName, Place, aside
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import SMALL_LINE, Button, Icon, row
from rhi_desktop.workflow import disclosing
from rhi_desktop.workflow.workspace import Workspace


class WaitingNote(QWidget):
    """A link with the number of people who wait; nothing at all when nobody does.

    It leads to the oldest disclosure that waits, and from there back to `place`.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__()
        self._ws, self._shell, self._place = ws, shell, place
        self._link = Button("", "link", size=SMALL_LINE)
        self._link.setObjectName("still_to_be_told")
        self._link.clicked.connect(self._open)
        self.setLayout(row(Icon("shield", "text2", 18), 8, self._link))
        self._shown = ""
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        case_id = self._place.case_id
        waiting = unresolved(disclosing.disclosures(self._ws, case_id)) if case_id else ()
        self._shown = waiting[0].id if waiting else ""
        self._link.setText(waiting_words(sum(len(one.waiting) for one in waiting)))
        self._link.updateGeometry()
        # Shown before it has its place it would be a window of its own, and take the focus along.
        if not waiting or self.parentWidget() is not None:
            self.setHidden(not waiting)

    def _open(self) -> None:
        self._shell.go(aside(PageName.SAFETY, self._place, self._shown))


class _Counted(QObject):
    """Texts with a number: only a context of its own is looked through for plural forms."""

    def waiting(self, people: int) -> str:
        """How many wait."""
        return self.tr("%n person(s) still to be told", "", people)


def waiting_words(people: int) -> str:
    """How many people still have to be told; calm, and empty when nobody waits."""
    return _Counted().waiting(people) if people else ""
