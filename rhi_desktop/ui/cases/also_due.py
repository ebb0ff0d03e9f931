"""Owns what waits beside the cases: reports that somebody asked this laptop's holder to review."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import SMALL_LINE, STRONG, Button, Text, empty, row


class AlsoDue(QWidget):
    """Says how many reports wait for a review, and nothing when none does. Emits `opened`."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting = 0
        self._parts = row(gap=24)
        self.setLayout(self._parts)

    def show_waiting(self, waiting: int) -> None:
        """Show another number; the same one leaves the link, and whoever stands on it, alone."""
        if waiting == self._waiting:
            return
        self._waiting = waiting
        empty(self._parts)
        if not waiting:
            return
        self._parts.addWidget(Text(_tr("Also due"), STRONG))
        words = _tr("1 report to review")
        if waiting > 1:
            words = _tr("{count} reports to review").format(count=waiting)
        link = Button(words, "link", size=SMALL_LINE)
        link.setObjectName("go_reviews")
        link.clicked.connect(self.opened)
        self._parts.addWidget(link)
        self._parts.addSpacing(theme().px(24))


def _tr(words: str) -> str:
    return QCoreApplication.translate("cases", words)
