"""Owns writing down an offer: when, how, to whom, and what came back in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.episode.moment_field import MomentField
from rhi_desktop.ui.episode.offer_words import METHODS, OFFERED_TO, REPLIES, say
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Text,
    announce,
    bar,
    card,
    column,
    labelled_field,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.entries import NewAttempt
from rhi_desktop.workflow.workspace import Workspace

C = TypeVar("C", Method, OfferedTo, Reply)
WIDE = 1080


class AttemptPage(Page):
    """One offer for the newest time away. Once saved it is never changed (append-only)."""

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.case_id is None or place.episode_id is None:
            raise ValueError("an offer needs an episode")
        self._ws, self._case_id, self._episode_id = ws, place.case_id, place.episode_id
        case = casework.open_case(ws, place.case_id, shell.moment().now).case
        super().__init__(shell, case.reference)
        self._form = Form(ws, shell, f"attempt/{self._episode_id}", self)
        self._when = self._form.moment(MomentField(self.tr("When"), "made"))
        self._when.show_moment(shell.moment().now)
        # Nothing is chosen before somebody chooses: a default would be an answer nobody gave.
        self._method = self._choice("method", self.tr("How"), METHODS, columns=1)
        self._to_whom = self._choice("to", self.tr("Who was asked"), OFFERED_TO)
        self._reply = self._choice("reply", self.tr("What came back"), REPLIES)
        self._note = Text(self.tr("An offer stays as it was written."), SMALL_QUIET)
        self._columns: QBoxLayout
        self._sheet = card(self._fields())
        self._sheet.setMaximumWidth(theme().px(WIDE))
        about = self.tr("{who}, {reference}").format(
            who=case.child.initials, reference=case.reference
        )
        head = column(Text(self.tr("Write down an offer"), H1), 4, Text(about, QUIET))
        side = theme().margin
        body = column(head, 16, row((self._sheet, 1000), "*"), 12, "*", margins=(side, 20, side, 0))
        self.setLayout(column((scrolled(wrap(body)), 1), self._foot()))
        self.act(Menu.FILE, self.tr("Save this offer"), "Ctrl+Return", self._save)
        self.act(Menu.FILE, self.tr("Back"), "Alt+Left", self._back)
        self._form.restore()

    def first_focus(self) -> QWidget | None:
        """The day of the offer."""
        return self._when.day

    def _choice(
        self, name: str, label: str, choices: Mapping[C, str], columns: int = 3
    ) -> ChoiceField:
        words = {value.value: say(text) for value, text in choices.items()}
        return self._form.choice(ChoiceField(name, label, words, columns=columns))

    def _fields(self) -> QLayout:
        made_by = labelled_field(
            self.tr("Who offered it"),
            self._form.line("made_by"),
            optional=self.tr("if it was not you"),
        )
        own_words = labelled_field(
            self.tr("In their own words"),
            self._form.area("reply_words", lines=3),
            hint=self.tr("As they said it. Leave empty if they said nothing."),
        )
        left = column(self._when, self._method, "*", gap=14)
        right = column(made_by, self._to_whom, self._reply, own_words, "*", gap=14)
        self._columns = row((wrap(left), 2), 40, (wrap(right), 3), margins=(24, 18, 24, 18))
        return self._columns

    def _foot(self) -> QWidget:
        back = Button(self.tr("Back"), "link", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        save = Button(self.tr("Save this offer"), "primary", hint="Ctrl Enter", size=LARGE)
        save.setObjectName("save_attempt")
        save.clicked.connect(self._save)
        return bar(back, "*", self._note, 24, save)

    def _back(self) -> None:
        self.shell.go(Place(PageName.CASE, self._case_id))

    def _missing(self) -> QWidget | None:
        """Say at each field what is missing; the first of them, or None."""
        written = self._when.written()
        odd = written.odd or ("" if written.moment else self.tr("Say when it was."))
        self._when.say(odd)
        missing = [self._when.odd_part] if odd else []
        for field, words in (
            (self._method, self.tr("Say how it was offered.")),
            (self._to_whom, self.tr("Say who was asked.")),
            (self._reply, self.tr("Say what came back.")),
        ):
            field.say("" if field.value() else words)
            missing += [] if field.value() else [field.first]
        return missing[0] if missing else None

    def _save(self) -> None:
        made_at, missing = self._when.written().moment, self._missing()
        if missing is not None or made_at is None:
            if missing is not None:
                missing.setFocus(Qt.FocusReason.OtherFocusReason)
                announce(self, self.tr("Something is missing before this offer can be saved"))
            return
        new = NewAttempt(
            self._episode_id,
            made_at,
            Method(self._method.value()),
            OfferedTo(self._to_whom.value()),
            Reply(self._reply.value()),
            self._form.text("reply_words"),
            self._form.text("made_by"),
        )
        try:
            casework.record_attempt(self._ws, new, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self._form.done()
        self.shell.saved()
        self.shell.changed(self._case_id)
        self.shell.go(Place(PageName.CASE, self._case_id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column, and the note gives its room to the button, where there is little."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if narrow else right)
        self._note.setHidden(narrow)
