"""Owns the pane beside reading back: how the talk ended, how much was read, where it was held."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.reading_words import state_words
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets.button import SMALL_LINE, Button
from rhi_desktop.ui.widgets.choice import Radio
from rhi_desktop.ui.widgets.field import Field, labelled_field
from rhi_desktop.ui.widgets.layout import column, hline, row
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL_QUIET, STRONG
from rhi_desktop.workflow import interviewing, reading_back
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace


class TalkEnd(QWidget):
    """Each choice is committed at once. Emits `agreed`: the child agreed to all that is left.

    The end keeps its first time, and can be taken back.
    """

    agreed = Signal()

    def __init__(self, ws: Workspace, shell: Shell, talk: Conversation) -> None:
        super().__init__()
        self._ws, self._shell = ws, shell
        self._talk = talk
        child = talk.child
        outcomes = {
            None: self.tr("It is still going on"),
            Outcome.COMPLETED: self.tr("We came to the end"),
            Outcome.STOPPED_BY_CHILD: self.tr("{child} wanted to stop").format(child=child),
        }
        self._ends = self._group(outcomes)
        self._read = Text("", wrap=True)
        self._read.setObjectName("read_back_state")
        self._count = Text("", SMALL_QUIET, wrap=True)
        words = self.tr("{child} heard the rest and agreed").format(child=child)
        self._all = Button(words, "link", size=SMALL_LINE)
        self._all.setObjectName("agree_to_all")
        self._all.clicked.connect(self.agreed)
        self._stopped = Text(
            self.tr(
                "What was said stays. What was not asked prints as not reached, never as a no."
            ),
            SMALL_QUIET,
            wrap=True,
        )
        head = talk.account.interview
        self.place, self.present = Field(head.place), Field(head.present)
        for field, name in ((self.place, "talk_place"), (self.present, "talk_present")):
            field.setObjectName(name)
            field.setCursorPosition(0)
            field.textEdited.connect(self._mark)
            field.left.connect(self._describe)
            field.returnPressed.connect(self._describe)
        self.setLayout(self._inside())
        self.setEnabled(talk.may_change)

    def _inside(self) -> QVBoxLayout:
        place = labelled_field(self.tr("Where you talked"), self.place)
        alone = self.tr("Empty means that you were alone together.")
        present = labelled_field(self.tr("Who else was in the room"), self.present, hint=alone)
        return column(
            Text(self.tr("How did it end?"), STRONG), 8, *self._ends.values(), self._stopped,
            16, hline(), 16, Text(self.tr("Read back to the child"), STRONG), 6,
            self._read, self._count, 4, row(self._all, "*"), 14, hline(), 16,
            place, 14, present, "*",
        )  # fmt: skip

    def _group(self, choices: dict[Outcome | None, str]) -> dict[Outcome | None, Radio]:
        group = QButtonGroup(self)
        radios = {}
        for value, words in choices.items():
            radio = Radio(words)
            radio.setObjectName(f"ended_{value.value if value is not None else 'open'}")
            radio.clicked.connect(lambda _on=False, value=value: self._finish(value))
            group.addButton(radio)
            radios[value] = radio
        return radios

    @property
    def first(self) -> QWidget:
        """How it ended, as it stands."""
        return next((x for x in self._ends.values() if x.isChecked()), self.place)

    def show_talk(self) -> None:
        """Show how it stands now."""
        account = self._talk.account
        outcome = account.interview.outcome
        if outcome in self._ends:
            self._ends[outcome].setChecked(True)
        self._stopped.setVisible(outcome is Outcome.STOPPED_BY_CHILD)
        self._read.setText(state_words(reading_back.state(account)))
        lines = reading_back.to_read(account)
        heard = reading_back.answered(account)
        words = self.tr("{heard} of {count} lines answered.")
        self._count.setText(words.format(heard=len(heard), count=len(lines)) if lines else "")
        self._count.setVisible(bool(lines))
        self._all.setVisible(len(heard) < len(lines))

        running = self._talk.may_change and account.interview.begun
        self._shell.conversation(running=running and account.interview.ended_at is None)

    def _finish(self, outcome: Outcome | None) -> None:
        read, at = reading_back.state(self._talk.account), self._shell.moment()
        self._try(lambda: self._talk.finish(outcome, read, at))
        self.show_talk()

    def _describe(self) -> None:
        head = self._talk.account.interview
        place, present = self._written()
        if (place, present) != (head.place, head.present) and self._talk.may_change:
            self._try(lambda: self._write(place, present, self._shell.moment()))
            self._talk.reload()

    def _mark(self) -> None:
        """Half a place is kept as well, should the screen be locked now."""
        place, present = self._written()

        def write(_edit: Edit, at: Moment) -> None:
            self._write(place, present, at)

        self._shell.autosave.mark(f"read_back/{self._talk.id}/where", place, 0, write)

    def _write(self, place: str, present: str, at: Moment) -> None:
        meeting = self._talk.account.interview.meeting
        interviewing.describe(self._ws, self._talk.id, place, present, at, meeting)

    def _written(self) -> tuple[str, str]:
        return self.place.text().strip(), self.present.text().strip()

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except RhiError as error:
            self._shell.refuse(error)
            return
        self._shell.saved()
        self._shell.hush()
