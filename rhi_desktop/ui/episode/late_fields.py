"""Owns the two fields that say why the hours of a time away passed; they stop no clock."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.episode import Episode
from rhi_desktop.ui.episode.clock_line import PASSED
from rhi_desktop.ui.episode.ending_words import LATE, choices
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.widgets import Select, column, labelled_field, wrap
from rhi_desktop.workflow.views import EpisodeView


def asks_why_late(away: EpisodeView) -> bool:
    """Whether a time away needs the question: its hours passed, or an answer stands already."""
    return away.clock.state in PASSED or away.episode.late is not None


class LateFields(QObject):
    """A reason and a few words, in their form. `onto` puts them on a time away."""

    def __init__(self, form: Form, episode: Episode, hours: int, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._hours, self._words = form, hours, episode.late_words
        self.select = form.select(
            "late", Select((("", _tr("No reason given yet")), *choices(LATE).items()))
        )
        self.select.choose(episode.late.value if episode.late else "")

    def panel(self) -> QWidget:
        """Both fields below each other."""
        why = _tr("Why the {hours} hours passed").format(hours=self._hours)
        words = self._form.line("late_words", self._words)
        return wrap(
            column(
                labelled_field(why, self.select, hint=_tr("The clock stays as it is.")),
                10,
                labelled_field(_tr("A few words about it"), words),
            )
        )

    def onto(self, episode: Episode) -> Episode:
        """A time away with what was chosen and written."""
        chosen = self._form.text("late")
        if not chosen:
            return replace(episode, late=None, late_words="")
        words = self._form.text("late_words")
        return replace(episode, late=LateReason(chosen), late_words=words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ending", words)
