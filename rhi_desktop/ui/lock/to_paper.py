"""Owns the two ways of a code onto paper, print and hand, and the one warning before a print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.ui.lock.sheet import Printed
from rhi_desktop.ui.widgets import (
    LABEL,
    SMALL,
    SMALL_QUIET,
    Button,
    Text,
    announce,
    card,
    column,
    empty,
    row,
    vline,
    wrap,
)


class ToPaper(QWidget):
    """Print or write by hand, side by side. Emits `print_wanted` after the warning was read."""

    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._face = QVBoxLayout(self)
        self._face.setContentsMargins(0, 0, 0, 0)
        self._show_ways("")

    def say_printed(self, how: Printed) -> None:
        """Say how it went, beside both ways: either can still be taken."""
        words = {
            Printed.SENT: self.tr(
                "Sent. Fetch the sheet yourself now, and compare it with the screen."
            ),
            Printed.NO_PRINTER: self.tr(
                "No printer is set up on this laptop. Write the code by hand instead."
            ),
            Printed.REFUSED: self.tr(
                "The printer did not take the sheet. Try again, or write the code by hand."
            ),
            Printed.LEFT: "",
        }[how]
        self._show_ways(words).setFocus()
        if words:
            announce(self, words)

    def _show_ways(self, said: str) -> Button:
        """Both ways, and the button of the first."""
        empty(self._face)
        ask = Button(self.tr("Print the sheet"))
        ask.setObjectName("print_sheet")
        ask.clicked.connect(self._warn)
        one_page = self.tr("One page with the code and how to use it.")
        by_hand = self.tr("Seven groups of four, on any paper. It counts just as much.")
        left = column(
            Text(self.tr("Print it"), LABEL),
            2,
            Text(one_page, SMALL_QUIET, wrap=True),
            8,
            row(ask, "*"),
            "*",
        )
        right = column(
            Text(self.tr("Or write it by hand"), LABEL),
            2,
            Text(by_hand, SMALL_QUIET, wrap=True),
            "*",
        )
        ways = wrap(row((left, 1), 20, vline(), 20, (right, 1)))
        self._face.addWidget(ways)
        ways.show()
        if said:
            words = Text(said, SMALL, wrap=True)
            words.setObjectName("printed_said")
            self._face.addLayout(column(12, card(column(words, margins=(14, 8, 14, 8)), "subtle")))
        return ask

    def _warn(self) -> None:
        empty(self._face)
        words = self.tr(
            "A printer and its queue may keep a copy of what they print. "
            "Use one that you trust, near you, and fetch the sheet yourself."
        )
        go = Button(self.tr("Print now"))
        go.setObjectName("print_now")
        go.clicked.connect(self.print_wanted)
        not_now = Button(self.tr("Write it by hand instead"), "quiet")
        not_now.setObjectName("by_hand")
        not_now.clicked.connect(self._by_hand)
        warning = column(
            Text(words, wrap=True), 10, row(go, 8, not_now, "*"), margins=(16, 12, 16, 12)
        )
        shown = card(warning, "notice")
        self._face.addWidget(shown)
        shown.show()
        announce(self, words)
        go.setFocus()

    def _by_hand(self) -> None:
        self._show_ways("").setFocus()
