"""Owns what is asked whenever a paper leaves the vault: for whom, who they are, why, and how."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.given_words import OTHER_ROLE, methods, roles
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import Field, LabelledField, column, labelled_field, row, wrap
from rhi_desktop.workflow.exporting import Leaving, Method
from rhi_desktop.workflow.workspace import Workspace


class LeaveForm(QWidget):
    """Recipient, role, purpose and method. Nothing is chosen beforehand; drafts come back.

    Emits `look_at` with the first thing that is missing, and `role_chosen` with a role.
    """

    look_at = Signal(QWidget)
    role_chosen = Signal(str)

    def __init__(self, ws: Workspace, shell: Shell, prefix: str) -> None:
        super().__init__()
        self._form = Form(ws, shell, prefix, self)
        self._recipient = labelled_field(self.tr("For whom"), self._form.line("recipient"))
        self._purpose = labelled_field(self.tr("What for"), self._form.line("purpose"))
        label = self.tr("Who they are")
        self._role = self._form.choice(ChoiceField("role", label, roles()))
        label = self.tr("In your own words, who they are")
        self._own = labelled_field(label, self._form.line("role_in_words"))
        label = self.tr("How it gets to them")
        self._method = self._form.choice(ChoiceField("method", label, methods()))
        self._lay_out()
        for one in (self._recipient, self._purpose, self._own):
            # What is being written is not missing any more.
            one.findChildren(Field)[0].textEdited.connect(partial(_unsay, one))
        self._role.chosen.connect(self._ask_words)
        self._form.restore()
        self._ask_words()

    def asked(self) -> Leaving | None:
        """What was written down; None when something is missing, which is said beside it."""
        missing = list(self._missing())
        for what in (self._recipient, self._purpose, self._own):
            what.say(next((words for one, words in missing if one is what), ""))
        for choice in (self._role, self._method):
            choice.say(next((words for one, words in missing if one is choice), ""))
        if missing:
            self._lead(missing[0][0])
            return None
        role, own = self._role.value(), self._form.text("role_in_words").strip()
        return Leaving(
            self._form.text("recipient").strip(),
            own if role == OTHER_ROLE else role,
            self._form.text("purpose").strip(),
            Method(self._method.value()),
        )

    def done(self) -> None:
        """The paper left: the next one is asked for anew."""
        self._form.done()
        for one in (self._recipient, self._purpose, self._own):
            one.field.setProperty("text", "")
        for choice in (self._role, self._method):
            choice.choose("")
        self._ask_words()

    @property
    def role(self) -> str:
        """The role that is chosen now, or nothing."""
        return self._role.value()

    def _missing(self) -> Iterator[tuple[LabelledField | ChoiceField, str]]:
        text = self._form.text
        if not text("recipient").strip():
            yield self._recipient, self.tr("Write who gets this file")
        if not text("purpose").strip():
            yield self._purpose, self.tr("Write what they need it for")
        if not self._role.value():
            yield self._role, self.tr("Choose who they are")
        if self._role.value() == OTHER_ROLE and not text("role_in_words").strip():
            yield self._own, self.tr("Write who they are")
        if not self._method.value():
            yield self._method, self.tr("Choose how it gets to them")

    def _lead(self, first: LabelledField | ChoiceField) -> None:
        field = first.field if isinstance(first, LabelledField) else first.first
        field.setFocus()
        self.look_at.emit(first)

    def _ask_words(self) -> None:
        self._own.setHidden(self._role.value() != OTHER_ROLE)
        self.role_chosen.emit(self._role.value())

    def _lay_out(self) -> None:
        fields = (wrap(column(self._recipient, "*")), wrap(column(self._purpose, "*")))
        if theme().crowded:
            names = column(*fields, gap=12)
        else:
            names = column(row((fields[0], 1), 16, (fields[1], 1)))
        self.setLayout(column(wrap(names), self._role, self._own, self._method, gap=14))


def _unsay(one: LabelledField, _typed: str) -> None:
    one.say("")
