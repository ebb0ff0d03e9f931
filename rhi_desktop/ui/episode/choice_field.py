"""Owns questions with a few answers, none of which is given before somebody gives it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from rhi_desktop.ui.widgets import (
    LABEL,
    SMALL,
    Icon,
    OptionGrid,
    Radio,
    Text,
    Tick,
    column,
    row,
    wrap,
)

MOST_COLUMNS = 3
BETWEEN = ","


class ChoiceField(QWidget):
    """Radio buttons under one label. Emits `chosen`; `value()` is "" until one was chosen.

    `say(words)` shows what is missing below them. `columns` is the most that stand side by side.
    """

    chosen = Signal()
    many = False

    def __init__(
        self,
        name: str,
        label: str,
        choices: Mapping[str, str],
        *,
        columns: int = MOST_COLUMNS,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        self._options: dict[str, QAbstractButton] = {}
        for value, words in choices.items():
            option = Tick(words) if self.many else Radio(words)
            option.setObjectName(f"{name}_{value}")
            option.clicked.connect(self._pressed)
            if not self.many:
                # Tab goes to one button of a group only: right for these, wrong for ticks.
                self._group.addButton(option)
            self._options[value] = option
        self._odd = Text("", SMALL.tint("danger"))
        self._said = wrap(row(Icon("notice", "danger", 18), 8, self._odd, "*"))
        self._said.hide()
        grid = OptionGrid(tuple(self._options.values()), columns)
        title = Text(label, LABEL, wrap=True) if label else None
        self.setLayout(column(title, 4, grid, self._said))

    @property
    def first(self) -> QWidget:
        """Where the focus goes when an answer is missing."""
        return next(iter(self._options.values()))

    def value(self) -> str:
        """What was chosen, or nothing; several ticks stand with commas between them."""
        return BETWEEN.join(one for one, option in self._options.items() if option.isChecked())

    def choose(self, value: str) -> None:
        """Choose by value; an unknown value chooses nothing."""
        wanted = value.split(BETWEEN)
        # An exclusive group would keep its last choice for ever.
        self._group.setExclusive(False)
        for one, option in self._options.items():
            option.setChecked(one in wanted)
        self._group.setExclusive(True)

    def say(self, words: str) -> None:
        """Show what is missing, or nothing."""
        self._odd.setText(words)
        self._said.setVisible(bool(words))
        for option in self._options.values():
            option.setAccessibleDescription(words)

    def _pressed(self) -> None:
        self.say("")
        self.chosen.emit()


class TicksField(ChoiceField):
    """The same with ticks: any of them, or none."""

    many = True
