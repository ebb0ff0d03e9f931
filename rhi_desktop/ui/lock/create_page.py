"""Owns the page that makes a vault: who holds it, and the passphrase that only they know."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import Problem, RhiError
from rhi_desktop.ui import background, messages
from rhi_desktop.ui.lock.doors import Doors
from rhi_desktop.ui.lock.frame import FrontPage
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SAID,
    SMALL_LINE,
    SMALL_QUIET,
    Banner,
    Button,
    Field,
    LabelledField,
    SecretField,
    Text,
    announce,
    column,
    labelled_field,
    row,
)
from rhi_desktop.ui.widgets.banner import Said

if TYPE_CHECKING:
    from rhi_desktop.workflow.entries import NewPerson
    from rhi_desktop.workflow.unlocking import VaultKey

TOP = 56 / 712
WIDTH = 480


class CreatePage(FrontPage):
    """Makes a vault in `folder`. Emits `unlocked` with the open Workspace.

    Findings stand beside their field. The passphrase is typed twice; four words can be suggested.
    """

    unlocked = Signal(object)

    def __init__(
        self, folder: Path, moment: Callable[[], Moment], doors: Doors, *, back: bool = False
    ) -> None:
        work = QWidget()
        other = self.tr("Back to Unlock") if back else ""
        super().__init__(work, top=TOP, width=WIDTH, other=other)
        self._folder, self._moment, self._doors = folder, moment, doors
        self.fields = self._fields()
        self.banner = Banner()
        self.words = Text("", SAID)
        self.words.setObjectName("suggested_words")
        self.button = Button(self.tr("Make the vault"), "primary", size=LARGE)
        self.button.setObjectName("make_vault")
        self.button.setMinimumWidth(theme().px(128))
        self.button.clicked.connect(self.make)
        promise = self.tr("What you write is sealed with a passphrase that only you know.")
        head = column(Text(self.tr("Your vault"), H1), 4, Text(promise, QUIET, wrap=True))
        work.setLayout(column(head, self.banner, 20, self._typing(), 24, row(self.button, "*")))

    def _typing(self) -> QVBoxLayout:
        at = self.fields
        suggest = Button(self.tr("Suggest four words"), "link", size=SMALL_LINE)
        suggest.setObjectName("suggest")
        suggest.clicked.connect(self._suggest)
        paper = self.tr("Keep them on paper until you know them, away from this laptop.")
        self._paper = Text(paper, SMALL_QUIET)
        self._paper.hide()
        who = column(at["name"], 14, row((at["role"], 1), 16, (at["organisation"], 1)))
        words = column(row(suggest, 16, self.words, "*"), self._paper)
        return column(who, 14, at["passphrase"], 8, words, 14, at["again"])

    def _fields(self) -> dict[str, LabelledField]:
        words = {
            "name": (self.tr("Your name"), self.tr("as it stands on reports")),
            "role": (self.tr("Your role"), ""),
            "organisation": (self.tr("Organisation"), ""),
            "passphrase": (self.tr("Passphrase"), self.tr("15 characters or more")),
            "again": (self.tr("The passphrase again"), ""),
        }
        fields: dict[str, LabelledField] = {}
        for name, (label, hint) in words.items():
            secret = name in {"passphrase", "again"}
            field = SecretField(name=label) if secret else Field()
            field.setObjectName(name)
            field.returnPressed.connect(self.make)
            fields[name] = labelled_field(label, field, optional=hint)
        return fields

    def text(self, name: str) -> str:
        """What was typed into a field."""
        field = self.fields[name].field
        return field.text() if isinstance(field, Field) else ""

    def make(self) -> None:
        """Look at everything that was typed; if nothing is odd, make the vault."""
        typed = (self.text(name).strip() for name in ("name", "role", "organisation"))
        who = self._doors.person(*typed)
        odd = self._findings(who)
        for name, field in self.fields.items():
            field.say(odd.get(name, ""))
        if odd:
            first = next(name for name in self.fields if name in odd)
            self.fields[first].field.setFocus()
            announce(self, odd[first])
            return
        if not self.button.isEnabled():
            return
        self.banner.put_away()
        self._busy(on=True)
        work = partial(
            self._doors.create_vault, self._folder, self.text("passphrase"), who, self._moment()
        )
        background.run(self, work, self._open, self._refuse)

    def _findings(self, who: NewPerson) -> dict[str, str]:
        passphrase = self.text("passphrase")
        found: list[Problem] = [
            *self._doors.person_problems(who),
            *self._doors.passphrase_problems(passphrase),
        ]
        odd = {problem.where: messages.problem_words(problem) for problem in reversed(found)}
        same = self._doors.same_passphrase(passphrase, self.text("again"))
        if "passphrase" not in odd and not same:
            odd["again"] = self.tr("This is not the same as above")
        return odd

    def _open(self, key: VaultKey) -> None:
        try:
            ws = self._doors.open_workspace(self._folder, key)
        except RhiError as error:
            self._refuse(error)
            return
        self.unlocked.emit(ws)

    def _refuse(self, error: RhiError) -> None:
        self._busy(on=False)
        said: Said = messages.not_made(error)
        self.banner.say(said)

    def _busy(self, *, on: bool) -> None:
        self.button.setEnabled(not on)
        self.button.setText(self.tr("Making your vault") if on else self.tr("Make the vault"))

    def _suggest(self) -> None:
        words = self._doors.suggest_passphrase(self._moment())
        self.words.setText(words)
        self._paper.show()

    def first_focus(self) -> QWidget:
        """Begin with the name."""
        return self.fields["name"].field
