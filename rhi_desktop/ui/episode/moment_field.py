"""Owns typing a day and a time as a clock on the wall shows them, both clock changes included."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain import clock
from rhi_desktop.ui.widgets import (
    LABEL,
    SMALL,
    Field,
    Icon,
    Select,
    Text,
    column,
    row,
    sized,
    wrap,
)

_DAY = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{2}|\d{4})")
_TIME = re.compile(r"(\d{1,2})[:.]?(\d{2})")
CENTURY = 2000
SHORT_YEAR = 100


@dataclass(frozen=True, slots=True)
class Written:
    """What two fields say: a moment, or nothing, or what is odd about them."""

    moment: datetime | None = None
    day_only: bool = False
    twice: bool = False
    """The hour came twice that night: somebody has to say which one."""
    odd: str = ""


def read_written(day: str, at: str, fold: int | None = None) -> Written:
    """What somebody typed into the two fields; empty fields are no moment and nothing odd."""
    if not day.strip() and not at.strip():
        return Written()
    on = read_day(day)
    if on is None:
        return Written(odd=_tr("Write the day as 3/11/2026."))
    if not at.strip():
        return Written(clock.start_of_day(on), day_only=True)
    hour = _read_time(at)
    return Written(odd=_tr("Write the time as 16:40.")) if hour is None else _at(on, hour, fold)


def _at(on: date, hour: time, fold: int | None) -> Written:
    try:
        return Written(clock.local_time(on, hour, fold), twice=clock.comes_twice(on, hour))
    except clock.NoSuchTimeError:
        return Written(odd=_tr("The clocks went forward over this hour. Check the time."))
    except clock.TwiceError:
        return Written(twice=True, odd=_tr("This hour came twice that night. Say which one."))


def read_day(words: str) -> date | None:
    """A day as people here write it: 3/11/26, 03.11.2026."""
    found = _DAY.fullmatch(words.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year + CENTURY if year < SHORT_YEAR else year, month, day)
    except ValueError:
        return None


def write_day(day: date) -> str:
    """A day as the field shows it."""
    return f"{day.day}/{day.month}/{day.year}"


def _read_time(words: str) -> time | None:
    found = _TIME.fullmatch(words.strip())
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2]))
    except ValueError:
        return None


class MomentField(QWidget):
    """A day and a time under one label. Emits `edited`; `written()` says what stands there.

    The hour that comes twice in October asks which one; it is never guessed.
    """

    edited = Signal()

    def __init__(self, label: str, name: str, *, hint: str = "") -> None:
        super().__init__()
        self.day = Field(
            placeholder=_tr("day/month/year"), name=_tr("{label}, day").format(label=label)
        )
        self.time = Field(
            placeholder=_tr("hour:minute"), name=_tr("{label}, time").format(label=label)
        )
        self.day.setObjectName(f"{name}_day")
        self.time.setObjectName(f"{name}_time")
        self.which = Select(
            (("", _tr("Which one?")), ("0", _tr("The first")), ("1", _tr("The second"))),
            name=_tr("{label}, which hour").format(label=label),
        )
        self.which.setObjectName(f"{name}_which")
        self.which.hide()
        self._sign, self._odd = Icon("notice", "danger", 18), Text("", SMALL.tint("danger"))
        self._said = wrap(row(self._sign, 8, self._odd, "*", margins=(0, 4, 0, 6)))
        self._said.hide()
        head = row(Text(label, LABEL), 8, Text(hint, SMALL.tint("text2")) if hint else None, "*")
        fields = row(sized(self.day, 140), 8, sized(self.time, 124), 8, self.which, "*")
        self.label = label
        self.setLayout(column(head, 6, fields, self._said))
        for field in (self.day, self.time):
            field.textEdited.connect(self._edited)
        self.which.currentIndexChanged.connect(self._edited)

    def show_moment(self, moment: datetime | None, *, day_only: bool = False) -> None:
        """Show a moment that is known already."""
        if moment is None:
            return
        wall = clock.local(moment)
        self.day.setText(write_day(wall.date()))
        self.time.setText("" if day_only else f"{wall:%H:%M}")
        if not day_only and clock.comes_twice(wall.date(), wall.time()):
            self.which.choose(str(wall.fold))
        self.ask()

    def written(self) -> Written:
        """What stands in the fields; what is odd is shown below them."""
        found = self._read()
        self.say(found.odd)
        return found

    def ask(self) -> None:
        """Ask which hour it was as soon as it can be both, and no more once it cannot."""
        twice = self._read().twice
        self.which.setHidden(not twice)
        if not twice:
            self.which.choose("")

    def _read(self) -> Written:
        fold = self.which.value()
        return read_written(self.day.text(), self.time.text(), int(fold) if fold else None)

    @property
    def odd_part(self) -> QWidget:
        """The field that has to be looked at: the day, the time, or which hour it was."""
        if self._read().twice:
            return self.which
        if read_day(self.day.text()) is None:
            return self.day
        return self.time if self.time.text().strip() else self.day

    def say(self, words: str) -> None:
        """Show what is odd, or nothing."""
        self._odd.setText(words)
        self._said.setVisible(bool(words))
        for field in (self.day, self.time):
            field.set_odd(bool(words))
            field.setAccessibleDescription(words)

    def _edited(self, _: object) -> None:
        self.say("")
        self.ask()
        self.edited.emit()


def _tr(words: str) -> str:
    return QCoreApplication.translate("moment", words)
