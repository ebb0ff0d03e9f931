"""Owns the line that says how long to wait, with its sign, under what was refused."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.widgets import SMALL, Icon, Text, column, row


class WaitLine(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words = Text("", SMALL.tint("notice"), wrap=True)
        self._words.setObjectName(name)
        sign = column(1, Icon("notice", "notice", 18), "*")
        self.setLayout(row(sign, 8, (self._words, 1)))
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str) -> None:
        """Say other words; without any it goes."""
        self._words.setText(words)
        self.setVisible(bool(words))
