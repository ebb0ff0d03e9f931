"""Owns what an adult says about the sheet for the first hour: with the child, until when."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui import dates
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.papers.choices import Kept
from rhi_desktop.ui.widgets import H3, Text, announce, column
from rhi_desktop.ui.widgets.wrap_tick import WrapTick

AGREED, UNTIL = "agreed", "until"
MONTH, QUARTER = 30, 90
NO_DAY = "none"


class AgainAbout(QWidget):
    """Whether the child went through it line by line, and how long it is good. Emits `changed`.

    What was agreed is what was ticked then: another tick takes the agreement away.
    """

    changed = Signal()

    def __init__(self, kept: Kept, child: str, today: date) -> None:
        super().__init__()
        self._kept, self._child, self._today = kept, child, today
        words = self.tr("{child} went through what is ticked with me, line by line")
        note = self.tr("Without it the sheet says that this was not done.")
        self._agreed = WrapTick(words.format(child=child), note)
        self._agreed.setChecked(self.agreed is not None)
        self._agreed.setObjectName("again_agreed")
        self._agreed.clicked.connect(self._agree)
        days = {NO_DAY: self.tr("No day")}
        days |= {str(count): self._until(count) for count in (MONTH, QUARTER)}
        self._until_field = ChoiceField("again_until", self.tr("Good until"), days)
        self._until_field.choose(kept.get(UNTIL) or str(QUARTER))
        self._until_field.chosen.connect(self._choose)
        title = Text(self.tr("Before it leaves"), H3)
        self.setLayout(column(title, 6, self._agreed, 12, self._until_field))

    @property
    def agreed(self) -> date | None:
        """The day on which the child went through it."""
        day = self._kept.get(AGREED)
        return date.fromisoformat(day) if day else None

    @property
    def until(self) -> date | None:
        """How long it is good."""
        count = self._until_field.value()
        return None if count == NO_DAY else self._today + timedelta(days=int(count or QUARTER))

    def take_back(self) -> None:
        """Something else is ticked than what the child went through."""
        if self.agreed is None:
            return
        self._kept.put(AGREED, "")
        self._agreed.setChecked(False)
        words = self.tr("Something changed: go through it with {child} again.")
        announce(self, words.format(child=self._child))

    def _until(self, count: int) -> str:
        return dates.day_and_year(self._today + timedelta(days=count))

    def _agree(self) -> None:
        self._kept.put(AGREED, self._today.isoformat() if self._agreed.isChecked() else "")
        self.changed.emit()

    def _choose(self) -> None:
        self._kept.put(UNTIL, self._until_field.value())
        self.changed.emit()
