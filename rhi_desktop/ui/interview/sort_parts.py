"""Owns the head of sorting, and what stands where the card stood once every line was looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.ui.widgets.button import SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.layout import column, row
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import H2, H3, QUIET


class SortHead(QWidget):
    """Title, how many lines are placed, and the ways out.

    Emits `asked_order`, `asked_heard` (the pane), `asked_back` and `asked_check`.
    """

    asked_order = Signal()
    asked_heard = Signal()
    asked_back = Signal()
    asked_check = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Text(self.tr("Sort what was said"), H2)
        self._count = Text("", QUIET)
        self._count.setObjectName("placed_count")
        self._back = self._button(self.tr("Conversation"), "back_to_talk", self.asked_back)
        self._back.set_icon("left")
        self._back.setAccessibleName(self.tr("Back to the conversation"))
        self._order = self._button(self.tr("Original order"), "original_order", self.asked_order)
        self._order.set_icon("clock")
        self._check = self._button(self.tr("Check"), "to_check", self.asked_check)
        self._check.setAccessibleName(self.tr("Check before you sign"))
        self._check.trailing("right")
        self._heard = self._button(self.tr("Heard"), "heard", self.asked_heard)
        self._heard.trailing("right")
        left = row(self._title, 16, self._count, "*")
        right = row(self._back, 4, self._order, 4, self._heard, self._check)
        self.setLayout(row((left, 1), right))
        self.set_compact(compact=False)

    def _button(self, words: str, name: str, signal: object) -> Button:
        button = Button(words, "quiet", size=SMALL_BUTTON)
        button.setObjectName(name)
        button.clicked.connect(signal)
        return button

    def show_count(self, placed: int, count: int, *, ordered: bool) -> None:
        """How many lines of how many are placed."""
        words = self.tr("{placed} of {count} lines placed")
        self._count.setText(words.format(placed=placed, count=count) if count else "")
        way = self.tr("One at a time") if ordered else self.tr("Original order")
        self._order.setText(way)
        self._order.updateGeometry()

    def set_compact(self, *, compact: bool) -> None:
        """Say less where there is less room."""
        self._title.set_style(H3 if compact else H2)
        self._count.setVisible(not compact)
        self._back.setVisible(not compact)
        self._order.setVisible(not compact)
        self._heard.setVisible(compact)


class AllPlaced(QFrame):
    """Every line was looked at. Emits `checked` (go on) and `back` (to the conversation)."""

    checked = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("all_placed")
        self.setProperty("card", "surface")
        self._words = Text("", QUIET, wrap=True)
        self.first = Button(self.tr("Check before you sign"), "primary").trailing("right")
        self.first.setObjectName("check_answers")
        self.first.clicked.connect(self.checked)
        talk = Button(self.tr("Back to the conversation"), "quiet", "left")
        talk.setObjectName("all_placed_back")
        talk.clicked.connect(self.back)
        self._title = Text("", H3)
        buttons = row(talk, "*", self.first)
        inside = column(self._title, 6, self._words, 20, buttons, margins=(24, 20, 24, 20))
        self.setLayout(inside)
        self.show_count(1)

    def show_count(self, lines: int) -> None:
        """Nothing was looked at when there is nothing to look at."""
        if lines:
            self._title.setText(self.tr("All lines looked at"))
            words = self.tr("Every line was looked at. A line without a place is no fault.")
        else:
            self._title.setText(self.tr("Nothing to sort yet"))
            words = self.tr("Lines come here from the conversation.")
        self._words.setText(words)
