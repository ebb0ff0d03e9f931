"""Owns how one meets: where, with whom, by which way, and which times away the talk is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from rhi_desktop.domain.ids import EpisodeId
from rhi_desktop.domain.interview import Interview, Meeting
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.dates import short_day
from rhi_desktop.ui.episode.choice_field import BETWEEN, ChoiceField, TicksField
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import H3, Field, Text, column, labelled_field
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.views import CaseView, EpisodeView


class MeetingCard(QFrame):
    """Emits `changed` when a choice was made; what is typed goes to `keep` through autosave.

    A talk may be about several times away that are still open; at least one stays chosen.
    """

    changed = Signal()

    def __init__(
        self,
        shell: Shell,
        view: CaseView,
        head: Interview | None,
        about: EpisodeView,
        keep: Callable[[Moment], object],
    ) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self._shell, self._case_id, self._keep = shell, view.case.id, keep
        chosen = head.episode_ids if head else (about.episode.id,)
        self._place = self._line("meeting_place", head.place if head else "")
        self._present = self._line("meeting_present", head.present if head else "")
        ways = {
            Meeting.FACE_TO_FACE.value: self.tr("Face to face"),
            Meeting.PHONE.value: self.tr("By phone"),
            Meeting.VIDEO.value: self.tr("By video"),
        }
        self._how = ChoiceField("meeting_how", self.tr("In which way"), ways)
        self._how.choose(head.meeting.value if head and head.meeting else "")
        self._how.chosen.connect(self.changed)
        self._about = self._times_away(view, chosen)
        several = len(self._aways) > 1
        self.setLayout(
            column(
                Text(self.tr("The meeting"), H3), 12,
                labelled_field(self.tr("Where you meet"), self._place), 12,
                labelled_field(
                    self.tr("Who else is there"), self._present,
                    hint=self.tr("Leave empty when nobody else is in the room."),
                ), 12,
                self._how, 14 if several else None, self._about if several else None,
                margins=(24, 18, 24, 18),
            )
        )  # fmt: skip

    def place(self) -> str:
        """Where."""
        return self._place.text()

    def present(self) -> str:
        """Who else."""
        return self._present.text()

    def how(self) -> Meeting | None:
        """By which way, if somebody said so."""
        value = self._how.value()
        return Meeting(value) if value else None

    def episode_ids(self) -> tuple[EpisodeId, ...]:
        """Which times away, oldest first."""
        ticked = self._about.value().split(BETWEEN)
        return tuple(one for one in self._aways if one in ticked)

    def _times_away(self, view: CaseView, chosen: tuple[EpisodeId, ...]) -> TicksField:
        shown = [
            one.episode
            for one in reversed(view.episodes)
            if not one.settled or one.episode.id in chosen
        ]
        self._aways = tuple(one.id for one in shown)
        words: dict[str, str] = {}
        for one in shown:
            at = one.last_seen or one.returned or one.found or one.reported
            words[one.id] = short_day(at) if at else self.tr("Time not known")
        field = TicksField("about_times", self.tr("The talk is about"), words, columns=2)
        field.choose(BETWEEN.join(chosen))
        field.chosen.connect(self._keep_one)
        return field

    def _keep_one(self) -> None:
        if not self.episode_ids():
            self._about.choose(self._aways[-1])
            self._about.say(self.tr("A talk is about one time away at least."))
        self.changed.emit()

    def _line(self, name: str, words: str) -> Field:
        field = Field(words)
        field.setObjectName(name)
        field.textEdited.connect(partial(self._typed, name))
        field.left.connect(self._left)
        return field

    def _typed(self, name: str, words: str) -> None:
        def write(_edit: Edit, at: Moment) -> None:
            self._keep(at)

        self._shell.autosave.mark(f"before/{self._case_id}/{name}", words, 0, write)

    def _left(self) -> None:
        self._shell.autosave.flush()
