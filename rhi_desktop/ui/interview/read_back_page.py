"""Owns the end of a talk: reading the words back to the child, how it ended, where it was held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from rhi_desktop.domain.interview import Outcome, ReadBack
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.line_list import LineList
from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.interview.line_row import LineRow
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.choice import Radio
from rhi_desktop.ui.widgets.field import Field, labelled_field
from rhi_desktop.ui.widgets.layout import card, column, hline, row, scrolled, sized, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import H2, QUIET, STRONG
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace

_WIDTH = 336


class ReadBackPage(Page):
    """What the child said and what was seen, to read aloud; beside it how the talk ended.

    Every choice is committed at once. The end keeps its first time, and can be taken back.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("reading back needs an interview")
        self.talk = Conversation(ws, place.interview_id)
        super().__init__(shell, self.talk.account.case.reference)
        self._ws = ws
        child = self.talk.child
        self.outcomes = {
            None: self.tr("It is still going on"),
            Outcome.COMPLETED: self.tr("We came to the end"),
            Outcome.STOPPED_BY_CHILD: self.tr("{child} wanted to stop").format(child=child),
        }
        self.readings = {
            ReadBack.NOT_DONE: self.tr("Not read back"),
            ReadBack.IN_PART: self.tr("In part"),
            ReadBack.DONE: self.tr("All of it"),
        }
        self._ends = self._group("ended", self.outcomes)
        self._read = self._group("read_back", self.readings)
        self.lines = LineList(self.tr("Words to read back"), follows=False)
        self.lines.set_compact(compact=theme().crowded)
        self.place = Field(self.talk.account.interview.place)
        self.place.setObjectName("talk_place")
        self.present = Field(self.talk.account.interview.present)
        self.present.setObjectName("talk_present")
        for field in (self.place, self.present):
            field.setCursorPosition(0)
            field.textEdited.connect(self._mark)
            field.left.connect(self._describe)
            field.returnPressed.connect(self._describe)
        self._lay_out()
        self._offer()
        self.refresh()

    def _lay_out(self) -> None:
        child, side = self.talk.child, theme().margin
        back = Button(self.tr("Conversation"), "quiet", "left", size=SMALL_BUTTON)
        back.setObjectName("back_to_talk")
        back.setAccessibleName(self.tr("Back to the conversation"))
        back.clicked.connect(lambda: self._go(PageName.CAPTURE))
        title = self.tr("Read back to {child}").format(child=child)
        words = self.tr("In {child}\u2019s own words and order. Change a line in the conversation.")
        head = row((Text(title, H2, wrap=True), 1), 16, back)
        self._note = Text(words.format(child=child), QUIET, wrap=True)
        right = side if theme().crowded else 36
        top = column(head, 4, self._note, margins=(side, 14, right, 10))
        inset = (side - INSET, 0, right - INSET, 14)
        lines = wrap(column(self.lines, margins=inset))
        further = Button(self.tr("Sort what was said"), "primary").trailing("right")
        further.setObjectName("to_sort")
        further.clicked.connect(lambda: self._go(PageName.SORT))
        foot = row("*", further, margins=(24, 12, 24, 20))
        pane = card(column((scrolled(wrap(self._pane())), 1), foot), "pane")
        sized(pane, _WIDTH)
        if theme().crowded:
            self.setLayout(column(top, (row((lines, 1), pane), 1)))
        else:
            self.setLayout(row((column(top, (lines, 1)), 1), pane))

    def _pane(self) -> QVBoxLayout:
        place = labelled_field(self.tr("Where you talked"), self.place)
        alone = self.tr("Empty means that you were alone together.")
        present = labelled_field(self.tr("Who else was in the room"), self.present, hint=alone)
        return column(
            Text(self.tr("How did it end?"), STRONG), 8, *self._ends.values(), 18, hline(), 18,
            Text(self.tr("Read back to the child?"), STRONG, wrap=True), 8,
            *self._read.values(), 18, hline(), 18, place, 16, present, "*",
            margins=(24, 22, 24, 8),
        )  # fmt: skip

    def _offer(self) -> None:
        talk = Menu.CONVERSATION
        for words, keys, page in (
            (self.tr("Back to the conversation"), "Alt+Left", PageName.CAPTURE),
            (self.tr("Sort what was said"), "", PageName.SORT),
        ):
            self.act(talk, words, keys, self._way(page))
        self.act(Menu.CHILD, self.tr("My plan"), "Ctrl+M", self._way(PageName.CHILD_PLAN))

    def _way(self, page: PageName) -> Callable[[], None]:
        return lambda: self._go(page)

    def _group(
        self, name: str, choices: Mapping[Outcome | None, str] | Mapping[ReadBack, str]
    ) -> dict[Outcome | ReadBack | None, Radio]:
        group = QButtonGroup(self)
        radios: dict[Outcome | ReadBack | None, Radio] = {}
        for value, words in choices.items():
            radio = Radio(words)
            radio.setObjectName(f"{name}_{value.value if value is not None else 'open'}")
            radio.setEnabled(self.talk.may_change)
            radio.clicked.connect(self._finish)
            group.addButton(radio)
            radios[value] = radio
        return radios

    def first_focus(self) -> QWidget | None:
        """How it ended."""
        return next(x for x in self._ends.values() if x.isChecked())

    def refresh(self) -> None:
        """Read the talk again."""
        self.talk.reload()
        head = self.talk.account.interview
        self._ends[head.outcome].setChecked(True)
        self._read[head.read_back].setChecked(True)
        # Where a line was sorted is nothing to read to a child.
        bare = (replace(x, topics=(), come_back=False) for x in to_read(self.talk))
        rows = [LineRow(line, self.talk.child) for line in bare]
        self.lines.show_lines(rows)
        if not rows:
            self._note.setText(self.tr("Nothing to read back has been written down yet."))
        self.shell.conversation(running=self.talk.may_change and head.ended_at is None)

    def _finish(self) -> None:
        outcome = next(x for x, radio in self._ends.items() if radio.isChecked())
        read = next(x for x, radio in self._read.items() if radio.isChecked())
        if (outcome is None or isinstance(outcome, Outcome)) and isinstance(read, ReadBack):
            self._try(lambda: self.talk.finish(outcome, read, self.shell.moment()))
        running = self.talk.account.interview.ended_at is None
        self.shell.conversation(running=running)

    def _describe(self) -> None:
        head = self.talk.account.interview
        place, present = self.place.text().strip(), self.present.text().strip()
        if (place, present) == (head.place, head.present) or not self.talk.may_change:
            return
        at = self.shell.moment()
        self._try(lambda: interviewing.describe(self._ws, self.talk.id, place, present, at))
        self.talk.reload()

    def _mark(self) -> None:
        """Half a place is kept as well, should the screen be locked now."""
        place, present = self.place.text().strip(), self.present.text().strip()

        def write(_edit: Edit, at: Moment) -> None:
            interviewing.describe(self._ws, self.talk.id, place, present, at)

        self.shell.autosave.mark(f"read_back/{self.talk.id}", place, 0, write)

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.shell.hush()

    def _go(self, page: PageName) -> None:
        self.shell.go(Place(page, self.talk.case_id, interview_id=self.talk.id))


def to_read(talk: Conversation) -> tuple[Line, ...]:
    """What a child hears again: what they said, what was seen, what others told; not our view."""
    quiet = {Voice.ASKED, Voice.VIEW}
    return tuple(line for line in talk.account.standing if line.voice not in quiet)
