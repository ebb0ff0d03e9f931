"""Owns what stands round the card of reading back: what the child adds, and the end of lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import Button
from rhi_desktop.ui.widgets.layout import column, row
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import H3, QUIET, SMALL
from rhi_desktop.ui.words_area import WordsArea


class AddedLine(QWidget):
    """A line that the child adds. Emits `given` (the words) when its button is pressed."""

    given = Signal(str)

    def __init__(self, child: str, typed: HalfTyped) -> None:
        super().__init__()
        self._typed = typed
        words = self.tr("{child} wants to add").format(child=child)
        self.area = WordsArea(words, lines=1)
        self.area.setObjectName("added_words")
        typed.watch(self.area, "added")
        add = Button(self.tr("Add as a line"))
        add.setObjectName("add_line")
        add.clicked.connect(self._tell)
        label = Text(words, SMALL)
        label.setBuddy(self.area)
        if theme().crowded:
            self.setLayout(column(label, 6, self.area, 8, row(add, "*")))
        else:
            self.setLayout(row(label, 12, (self.area, 1), 12, add))

    def clear(self) -> None:
        """What was typed is kept."""
        self.area.clear()
        self._typed.forget()

    def _tell(self) -> None:
        if self.area.words().strip():
            self.given.emit(self.area.words())
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)


class AllRead(QFrame):
    """Stands where the card stood once every line was answered. Emits `asked_sort`."""

    asked_sort = Signal()

    def __init__(self, child: str) -> None:
        super().__init__()
        self.setObjectName("all_read")
        self.setProperty("card", "surface")
        self._child = child
        self._title, self._words = Text("", H3), Text("", QUIET, wrap=True)
        self.first = Button(self.tr("Sort what was said"), "quiet").trailing("right")
        self.first.setObjectName("all_read_sort")
        self.first.setAccessibleName(self.tr("Go on to sorting"))
        self.first.clicked.connect(self.asked_sort)
        inside = column(self._title, 6, self._words, 12, row("*", self.first))
        inside.setContentsMargins(*(theme().px(x) for x in (24, 20, 24, 16)))
        self.setLayout(inside)

    def show_state(self, *, any_lines: bool) -> None:
        """Nothing was read where nothing was said."""
        if any_lines:
            self._title.setText(self.tr("Every line was answered"))
            words = self.tr("Choose a line below to hear it again with {child}.")
            self._words.setText(words.format(child=self._child))
        else:
            self._title.setText(self.tr("Nothing to read back"))
            self._words.setText(self.tr("Nothing to read back has been written down yet."))
