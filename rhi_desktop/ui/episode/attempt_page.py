"""Owns writing down an offer: when, how, to whom, and what came back in their own words."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QWidget

from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cases.case_words import METHODS, OFFERED_TO, REPLIES, say
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.episode.moment_field import MomentField
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LABEL,
    LARGE,
    QUIET,
    SMALL,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Radio,
    Select,
    Text,
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

WIDE = 720


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
        methods = [(one.value, say(METHODS[one])) for one in Method]
        self._method = Select(methods, name=self.tr("How"), width=280)
        self._method.setObjectName("method")
        self._to_whom, whom = self._choices(
            "to", [(one.value, say(OFFERED_TO[one])) for one in OfferedTo]
        )
        self._reply, replies = self._choices(
            "reply", [(one.value, say(REPLIES[one])) for one in Reply]
        )
        words = self._form.area("reply_words", lines=3)
        # Nothing is chosen before somebody chooses: a default would be an answer nobody gave.
        self._odd = Text("", SMALL.tint("danger"))
        fields = column(
            self._when,
            8,
            labelled_field(self.tr("How"), self._method),
            8,
            Text(self.tr("Who was asked"), LABEL),
            4,
            whom,
            16,
            Text(self.tr("What came back"), LABEL),
            4,
            replies,
            16,
            labelled_field(
                self.tr("In their own words"),
                words,
                hint=self.tr("As they said it. Leave empty if they said nothing."),
            ),
            margins=(24, 18, 24, 12),
        )
        side = theme().margin
        about = self.tr("{who}, {reference}").format(
            who=case.child.initials, reference=case.reference
        )
        head = column(Text(self.tr("Write down an offer"), H1), 4, Text(about, QUIET))
        sheet = card(fields, width=WIDE)
        body = column(head, 18, row(sheet, "*"), 24, "*", margins=(side, 20, side, 0))
        self.setLayout(column((scrolled(wrap(body)), 1), self._foot()))
        self.act(Menu.FILE, self.tr("Save this offer"), "Ctrl+Return", self._save)
        self._form.restore()

    def first_focus(self) -> QWidget | None:
        """The day of the offer."""
        return self._when.day

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> tuple[QButtonGroup, QWidget]:
        group, radios = QButtonGroup(self), []
        for value, words in choices:
            radio = Radio(words)
            radio.setObjectName(f"{name}_{value}")
            radio.setProperty("value", value)
            group.addButton(radio)
            radios.append(radio)
        half = (len(radios) + 1) // 2
        return group, wrap(row(column(*radios[:half]), 48, column(*radios[half:], "*"), "*"))

    def _foot(self) -> QWidget:
        back = Button(self.tr("Back"), "link", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(partial(self.shell.go, Place(PageName.CASE, self._case_id)))
        save = Button(self.tr("Save this offer"), "primary", hint="Ctrl Enter", size=LARGE)
        save.setObjectName("save_attempt")
        save.clicked.connect(self._save)
        note = Text(self.tr("An offer stays as it was written."), SMALL_QUIET)
        return bar(back, "*", self._odd, 24, note, 24, save)

    def _save(self) -> None:
        written = self._when.written()
        if written.odd or written.moment is None:
            self._when.say(written.odd or self.tr("Say when it was."))
            self._when.day.setFocus()
            return
        chosen = _chosen(self._to_whom), _chosen(self._reply)
        self._odd.setText("" if all(chosen) else self.tr("Say who was asked and what came back."))
        if not all(chosen):
            return
        new = NewAttempt(
            self._episode_id,
            written.moment,
            Method(self._method.value()),
            OfferedTo(chosen[0]),
            Reply(chosen[1]),
            self._form.text("reply_words"),
        )
        try:
            casework.record_attempt(self._ws, new, self.shell.moment())
            self._form.done()
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.shell.changed(self._case_id)
        self.shell.go(Place(PageName.CASE, self._case_id))


def _chosen(group: QButtonGroup) -> str:
    button = group.checkedButton()
    return "" if button is None else str(button.property("value"))
