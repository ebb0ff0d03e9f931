"""Owns the offer to put a line back that was taken out: it stays until something else happens."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.plan import PlanLine
from rhi_desktop.ui.widgets import LARGE, QUIET, Button, Text, announce, column, row


class TakenOut(QWidget):
    """Says that a line was taken out, with the way back. Emits `put_back` (PlanLine)."""

    put_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._line: PlanLine | None = None
        words = Text(self.tr("A line was taken out."), QUIET)
        back = Button(self.tr("Put it back"), "soft", "undo", size=LARGE)
        back.setObjectName("put_back")
        back.clicked.connect(self._back)
        self.setLayout(row(column("*", words, "*"), 16, back))
        self.hide()

    def offer(self, line: PlanLine) -> None:
        """Offer this line."""
        self._line = line
        self.show()
        announce(self, self.tr("A line was taken out. You can put it back."))

    def _back(self) -> None:
        self.hide()
        if self._line is not None:
            self.put_back.emit(self._line)
