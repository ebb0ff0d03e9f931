"""Owns the question that a second time away brings: the open one again, or another."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rhi_desktop.ui.clock_words import clock_words
from rhi_desktop.ui.dates import short_day, short_day_and_time
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.widgets import H3, QUIET, Text, column
from rhi_desktop.workflow.second_time import Which
from rhi_desktop.workflow.views import EpisodeView


class SecondTime(QFrame):
    """A card over the form of a new time away while another is open. `which` is the answer.

    Nothing is chosen to begin with: neither answer may be guessed.
    """

    def __init__(self, form: Form, open_ones: tuple[EpisodeView, ...], hours: int) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self.newest = open_ones[0]
        self.field = form.choice(
            ChoiceField(
                "second_time",
                self.tr("What are you writing down now?"),
                {
                    Which.SAME.value: self.tr("More about that same time away"),
                    Which.TOGETHER.value: self.tr("Another time away; one talk about both"),
                    Which.OWN.value: self.tr("Another time away, with its own talk"),
                },
            )
        )
        title = self.tr("A time away is still open")
        if len(open_ones) > 1:
            title = self.tr("{number} times away are still open").format(number=len(open_ones))
        about = Text(_about(self.newest, hours), QUIET, wrap=True)
        box: QVBoxLayout = column(
            Text(title, H3), 4, about, 14, self.field, margins=(24, 18, 24, 18)
        )
        self.setLayout(box)

    @property
    def which(self) -> Which | None:
        """What was answered."""
        value = self.field.value()
        return Which(value) if value else None


def _about(away: EpisodeView, hours: int) -> str:
    translate = QCoreApplication.translate
    said = clock_words(away.clock, hours)
    returned = away.episode.returned
    if returned is None:
        words = translate("second_time", "Nobody has written down a return yet.")
        seen = away.episode.last_seen
        if seen is None:
            return words
        last = translate("second_time", "Last seen {when}.").format(when=short_day_and_time(seen))
        return f"{last} {words}"
    when = short_day(returned) if away.clock.approximate else short_day_and_time(returned)
    back = translate("second_time", "Came back {when}.").format(when=when)
    return f"{back} {said.short}, {said.below}."
