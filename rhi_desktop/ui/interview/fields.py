"""Owns the field of every kind of question: kind -> widget, beside forms.kinds.KINDS."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from rhi_desktop.forms.kinds import SCALE
from rhi_desktop.forms.model import Option, Question
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.choice import Radio, Tick
from rhi_desktop.ui.widgets.field import Field
from rhi_desktop.ui.widgets.layout import column, row
from rhi_desktop.ui.widgets.option_grid import OptionGrid
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL, SMALL_QUIET

_DAY = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})")
_ROOM = 640
_ACROSS = {2: 2, 4: 4}
"""Four answers stand in one row where there is room: the last one alone would look like more."""


class AnswerField(QWidget):
    """What can be answered beside words. Emits `changed` when somebody answered, `typed` before.

    `held` is what the field holds, for `KINDS[kind].read`; `show_values` shows what is stored.
    """

    changed = Signal()
    typed = Signal()

    def __init__(self, question: Question, language: str) -> None:
        super().__init__()
        self.setObjectName("answer")
        self.setAccessibleName(question.ask.get(language))

    def held(self) -> tuple[str, ...]:
        """What the field holds."""
        return ()

    def show_values(self, values: Sequence[str]) -> None:
        """Show what is stored; nothing unsets every choice."""


class ChoicesField(AnswerField):
    """Options as radio buttons, or as ticks when several may be chosen."""

    exclusive = True

    def __init__(self, question: Question, language: str) -> None:
        super().__init__(question, language)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QAbstractButton] = {}
        made = [self._make(option, language) for option in question.options]
        most = _ACROSS.get(len(made), 3)
        self.setLayout(column(OptionGrid(made, 1 if theme().crowded else most, down=8)))

    def _make(self, option: Option, language: str) -> QAbstractButton:
        words = option.text.get(language)
        button = Radio(words) if self.exclusive else Tick(words)
        button.setObjectName(f"answer_{option.id}")
        button.clicked.connect(self.changed)
        if self.exclusive:
            # Tab goes to one button of a group only: right for these, wrong for ticks.
            self._group.addButton(button)
        self._buttons[option.id] = button
        return button

    def held(self) -> tuple[str, ...]:
        """The ids that are chosen, in the pack's order."""
        return tuple(one for one, button in self._buttons.items() if button.isChecked())

    def show_values(self, values: Sequence[str]) -> None:
        """Show what is stored."""
        # An exclusive group would keep its last choice for ever.
        self._group.setExclusive(False)
        for one, button in self._buttons.items():
            button.setChecked(one in values)
        self._group.setExclusive(self.exclusive)


class ManyField(ChoicesField):
    """Options as ticks: any of them."""

    exclusive = False


class ScaleField(AnswerField):
    """Eleven radio buttons from 0 to 10 with words at both ends; arrow keys, no slider."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__(question, language)
        low, high = question.low.get(language), question.high.get(language)
        self._group = QButtonGroup(self)
        steps: list[QWidget | int | str] = []
        for step in SCALE:
            button = Radio(str(step))
            button.setObjectName(f"answer_{step}")
            ends = {SCALE.start: low, SCALE.stop - 1: high}
            spoken = f"{step}, {ends[step]}" if step in ends else str(step)
            button.setAccessibleName(spoken)
            button.clicked.connect(self.changed)
            self._group.addButton(button, step)
            steps += [button, 12]
        ends_row = row(Text(low, SMALL_QUIET), "*", Text(high, SMALL_QUIET))
        inside = column(row(*steps[:-1]), 4, ends_row)
        self.setLayout(row(inside, "*"))

    def held(self) -> tuple[str, ...]:
        """The number that is chosen."""
        chosen = self._group.checkedId()
        return (str(chosen),) if chosen in SCALE else ()

    def show_values(self, values: Sequence[str]) -> None:
        """Show what is stored."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(str(self._group.id(button)) in values)
        self._group.setExclusive(True)


class WordsField(AnswerField):
    """A short text, kept as given when the field is left."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__(question, language)
        self._field = Field(name=question.ask.get(language))
        self._field.setObjectName("answer_words")
        self._field.setMaximumWidth(theme().px(_ROOM))
        self._field.textEdited.connect(self.typed)
        self._field.left.connect(self.changed)
        self._field.returnPressed.connect(self.changed)
        self.setLayout(row((self._field, 1), "*"))

    def held(self) -> tuple[str, ...]:
        """The words."""
        return (self._field.text(),)

    def show_values(self, values: Sequence[str]) -> None:
        """Show what is stored."""
        self._field.setText(values[0] if values else "")


class WhenField(AnswerField):
    """A day, and perhaps a time on the wall, in figures as they are written here."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__(question, language)
        self._day = self._part("answer_day", self.tr("Day"), self.tr("day/month/year"))
        self._time = self._part("answer_time", self.tr("Time, if known"), self.tr("16:30"))
        day = Text(self.tr("Day"), SMALL)
        at = Text(self.tr("Time, if known"), SMALL_QUIET)
        self.setLayout(row(day, 8, self._day, 16, at, 8, self._time, "*"))

    def _part(self, name: str, words: str, hint: str) -> Field:
        field = Field(placeholder=hint, name=words)
        field.setObjectName(name)
        field.setFixedWidth(theme().px(150))
        field.textEdited.connect(self.typed)
        field.left.connect(self.changed)
        field.returnPressed.connect(self.changed)
        return field

    def held(self) -> tuple[str, ...]:
        """The day and the time in the form that is stored; as typed when they are none."""
        day, at = self._day.text().strip(), self._time.text().strip()
        found = (_day(day), _time(at)) if at else (_day(day),)
        return () if not day and not at else found

    def show_values(self, values: Sequence[str]) -> None:
        """Show what is stored; what cannot be read stays as it was typed."""
        day, at = (*values, "", "")[:2]
        self._day.setText(_shown(day) if day else "")
        self._time.setText(at[:5])


def _day(typed: str) -> str:
    found = _DAY.fullmatch(typed)
    if not found:
        return typed
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        return typed


def _time(typed: str) -> str:
    found = _TIME.fullmatch(typed)
    try:
        return time(int(found[1]), int(found[2])).isoformat("minutes") if found else typed
    except ValueError:
        return typed


def _shown(stored: str) -> str:
    try:
        return f"{date.fromisoformat(stored):%d/%m/%Y}"
    except ValueError:
        return stored


FIELDS: Mapping[str, Callable[[Question, str], AnswerField]] = {
    "open": AnswerField,  # what is said stands in lines, which every question takes
    "words": WordsField,
    "choice": ChoicesField,
    "many": ManyField,
    "yes_no": ChoicesField,
    "scale": ScaleField,
    "when": WhenField,
}
