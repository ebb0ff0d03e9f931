"""Owns one question with a few answers, none of which is given before somebody gives it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import LABEL, SMALL, Icon, Radio, Text, column, row, wrap

COLUMNS, BETWEEN = 3, 24


class ChoiceField(QWidget):
    """Radio buttons under one label. Emits `chosen`; `value()` is "" until one was chosen.

    `say(words)` shows what is missing below them, `fit` puts them into columns or one column.
    """

    chosen = Signal()

    def __init__(self, name: str, label: str, choices: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._group, self._grid = QButtonGroup(self), QGridLayout()
        self._radios: dict[str, Radio] = {}
        for value, words in choices.items():
            radio = Radio(words)
            radio.setObjectName(f"{name}_{value}")
            self._group.addButton(radio)
            self._radios[value] = radio
        self._group.buttonClicked.connect(self._pressed)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(BETWEEN))
        self._grid.setVerticalSpacing(0)
        self._odd = Text("", SMALL.tint("danger"))
        self._said = wrap(row(Icon("notice", "danger", 18), 8, self._odd, "*"))
        self._said.hide()
        self.setLayout(column(Text(label, LABEL), 4, self._grid, self._said))
        self.fit(narrow=False)

    @property
    def first(self) -> QWidget:
        """Where the focus goes when an answer is missing."""
        return next(iter(self._radios.values()))

    def value(self) -> str:
        """What was chosen, or nothing."""
        return next((value for value, radio in self._radios.items() if radio.isChecked()), "")

    def choose(self, value: str) -> None:
        """Choose by value; an unknown value changes nothing."""
        if value in self._radios:
            self._radios[value].setChecked(True)

    def say(self, words: str) -> None:
        """Show what is missing, or nothing."""
        self._odd.setText(words)
        self._said.setVisible(bool(words))
        for radio in self._radios.values():
            radio.setAccessibleDescription(words)

    def fit(self, *, narrow: bool) -> None:
        """Three columns, or one."""
        columns = 1 if narrow else COLUMNS
        for number, radio in enumerate(self._radios.values()):
            self._grid.addWidget(
                radio, number // columns, number % columns, Qt.AlignmentFlag.AlignLeft
            )
        self._grid.setColumnStretch(COLUMNS, 1)

    def _pressed(self) -> None:
        self.say("")
        self.chosen.emit()
