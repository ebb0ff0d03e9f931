"""Owns the first step of making a vault: who holds it, and the passphrase that only they know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui import messages
from rhi_desktop.ui.lock.doors import Doors
from rhi_desktop.ui.lock.new_passphrase import NewPassphrase
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SMALL_QUIET,
    Button,
    Field,
    LabelledField,
    Text,
    announce,
    column,
    labelled_field,
    row,
)

WHO = ("name", "role", "organisation")


class WhoForm(QWidget):
    """Name, role, organisation, the passphrase twice. Emits `given` when nothing in it is odd.

    Findings stand beside their field, and the first of them has the focus.
    """

    given = Signal()

    def __init__(self, doors: Doors, moment: Callable[[], Moment]) -> None:
        super().__init__()
        self._doors = doors
        self.secret = NewPassphrase(doors, moment)
        self.secret.entered.connect(self.look)
        self.fields: dict[str, LabelledField] = {**self._who_fields(), **self.secret.fields}
        self.button = Button(self.tr("Go on to the recovery code"), "primary", size=LARGE)
        self.button.setObjectName("to_code")
        self.button.setMinimumWidth(theme().px(128))
        self.button.clicked.connect(self.look)
        promise = self.tr("What you write is sealed with a passphrase that only you know.")
        at = self.fields
        self.setLayout(
            column(
                Text(self.tr("Step 1 of 2"), SMALL_QUIET),
                2,
                Text(self.tr("Your vault"), H1),
                4,
                Text(promise, QUIET, wrap=True),
                18,
                at["name"],
                12,
                row((at["role"], 1), 16, (at["organisation"], 1)),
                12,
                self.secret,
                22,
                row(self.button, "*"),
            )
        )

    def _who_fields(self) -> dict[str, LabelledField]:
        words = {
            "name": (self.tr("Your name"), self.tr("as it stands on reports")),
            "role": (self.tr("Your role"), ""),
            "organisation": (self.tr("Organisation"), ""),
        }
        fields: dict[str, LabelledField] = {}
        for name, (label, hint) in words.items():
            field = Field()
            field.setObjectName(name)
            field.returnPressed.connect(self.look)
            fields[name] = labelled_field(label, field, optional=hint)
        return fields

    def text(self, name: str) -> str:
        """What was typed into a field."""
        field = self.fields[name].field
        return field.text() if isinstance(field, Field) else ""

    def look(self) -> None:
        """Look at everything that was typed; if nothing is odd, say that it is given."""
        odd = self._findings()
        for name, field in self.fields.items():
            field.say(odd.get(name, ""))
        if not odd:
            self.given.emit()
            return
        first = next(name for name in self.fields if name in odd)
        self.fields[first].field.setFocus()
        announce(self, odd[first])

    def _findings(self) -> dict[str, str]:
        who = self._doors.person(*(self.text(name).strip() for name in WHO))
        found = reversed(self._doors.person_problems(who))
        odd = {problem.where: messages.problem_words(problem) for problem in found}
        return {**odd, **self.secret.findings()}
