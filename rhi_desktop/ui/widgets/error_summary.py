"""Owns the list of things to look at: it takes the focus and each entry leads to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from rhi_desktop.ui.widgets.announce import announce
from rhi_desktop.ui.widgets.button import Button
from rhi_desktop.ui.widgets.layout import column, empty, row
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import STRONG
from rhi_desktop.ui.widgets.wrap_link import WrapLink

Entry = tuple[str, Callable[[], object]]
"""The same words as beside the field, and how to get there."""


class ErrorSummary(QFrame):
    """Shown above the first field when something is missing or odd; hidden when nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("error_summary")
        self.setProperty("card", "notice")
        self._title = Text("", STRONG, wrap=True)
        self._links = column(gap=4)
        self._first: Button | None = None
        self.setLayout(column(self._title, 6, self._links, margins=(20, 14, 20, 14)))
        self.hide()

    def show_entries(self, title: str, entries: Sequence[Entry], *, focus: bool = True) -> None:
        """Show the entries as links; the first takes the focus. No entries hide it."""
        empty(self._links)
        self._first = None
        self._title.setText(title)
        for number, (words, act) in enumerate(entries, start=1):
            link = WrapLink(words)
            link.setObjectName(f"error_{number}")
            link.clicked.connect(act)
            self._links.addLayout(row((link, 1000), "*"))
            self._first = self._first or link
        self.setVisible(bool(entries))
        if self._first and focus:
            announce(self, title)
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> tuple[str, ...]:
        """What the links say now."""
        return tuple(link.text() for link in self.findChildren(Button) if not link.isHidden())
