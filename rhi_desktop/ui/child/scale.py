"""Owns a scale from 0 to 10: eleven numbers, and ways not to give one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.picks import Step, Way
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import QUIET, Text, column, row

STEPS = range(11)


class Scale(QWidget):
    """One of eleven numbers, or a way not to give one, as one set of radio buttons.

    `ends` are the words for 0 and for 10, `ways` are (value, words). Emits `chosen` (value) when
    a person chooses; a number is its own value. Nothing is chosen to begin with.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, ends: tuple[str, str], ways: Sequence[tuple[str, str]], value: str
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Step | Way] = {}
        for number in STEPS:
            step = Step(number)
            step.setAccessibleDescription(ends[0] if number == 0 else ends[1])
            if 0 < number < STEPS[-1]:
                step.setAccessibleDescription("")
            self._add(str(number), step, f"scale_{number}")
        for one, words in ways:
            self._add(one, Way(words), f"scale_{one}")
        numbers = [self._buttons[str(number)] for number in STEPS]
        others = [self._buttons[one] for one, _ in ways]
        low, high = (Text(words, QUIET) for words in ends)
        said = flow(low, high, gap=40) if theme().crowded else row(low, "*", high)
        self.setLayout(column(flow(*numbers, gap=16), 14, said, 32, flow(*others, gap=12)))
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    @property
    def value(self) -> str:
        """What is chosen; empty when nothing is."""
        return next((one for one, button in self._buttons.items() if button.isChecked()), "")

    @property
    def first(self) -> QWidget:
        """What is chosen, or the first number."""
        return self._buttons[self.value or "0"]

    def _add(self, value: str, button: Step | Way, name: str) -> None:
        button.setObjectName(name)
        self._group.addButton(button)
        self._buttons[value] = button
        button.clicked.connect(partial(self._choose, value))

    def _choose(self, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        self.chosen.emit(value)
