"""Owns head and foot of the guided page: the parts of the conversation, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QTabBar, QWidget

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import LARGE, SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.choice import Select
from rhi_desktop.ui.widgets.layout import row, sized
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import QUIET


class GuidedHead(QWidget):
    """Emits `asked_part` (its number), `asked_contents` and `asked_back`."""

    asked_part = Signal(int)
    asked_contents = Signal()
    asked_back = Signal()

    def __init__(self, parts: Sequence[str]) -> None:
        super().__init__()
        self.tabs = QTabBar()
        self.tabs.setObjectName("sections")
        self.tabs.setAccessibleName(self.tr("Parts of the conversation"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in parts:
            self.tabs.addTab(words)
        named = [(str(number), words) for number, words in enumerate(parts)]
        self.picker = Select(named, name=self.tabs.accessibleName())
        self.picker.setObjectName("section")
        self._contents = Button(self.tr("Contents"), "quiet", size=SMALL_BUTTON).trailing("right")
        self._contents.setObjectName("show_contents")
        self._contents.clicked.connect(self.asked_contents)
        crowded = theme().crowded
        back = self.tr("Back to the conversation")
        words = self.tr("Talk") if crowded else back
        leave = Button(words, "quiet", "left", hint="Esc", size=SMALL_BUTTON)
        leave.setObjectName("back_to_talk")
        leave.setAccessibleName(back)
        leave.clicked.connect(self.asked_back)
        side = theme().margin
        margins = (side, 8, side - 10, 8 if crowded else 0)
        stretch = "*" if crowded else 16
        self.setLayout(
            row((self.tabs, 1), self.picker, stretch, self._contents, leave, margins=margins)
        )
        # Seven tabs have no room at a high zoom: one field says and changes the part.
        (self.tabs if crowded else self.picker).hide()
        self._contents.hide()
        self.tabs.currentChanged.connect(self.asked_part)
        self.picker.activated.connect(self.asked_part)

    def show_part(self, number: int) -> None:
        """Another part is shown."""
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(number)
        self.picker.setCurrentIndex(number)

    def set_compact(self, *, compact: bool, drawer: bool) -> None:
        """Offer the contents by a button where they have no room beside the question."""
        self._contents.setVisible(drawer)
        self._contents.set_hint("" if compact else "F6")


class GuidedFoot(QFrame):
    """The way on: with what was typed, or without. Emits `kept` and `left`."""

    kept = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "bar")
        crowded, side = theme().crowded, theme().margin
        later = Button(self.tr("Leave for now"), size=LARGE)
        later.setObjectName("leave_for_now")
        later.clicked.connect(self.left)
        keep = Button(self.tr("Keep and go on"), "primary", size=LARGE).trailing("right")
        keep.setObjectName("keep_and_go_on")
        keep.clicked.connect(self.kept)
        words = None if crowded else Text(self.tr("Nothing here is required."), QUIET)
        right = side if crowded else 36
        self.setLayout(row(words, "*", later, 12, keep, margins=(side, 0, right, 0)))
        sized(self, height=72)
