"""Owns choosing a passphrase: typed twice, with four words offered that nobody chose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import Problem
from rhi_desktop.ui import messages
from rhi_desktop.ui.widgets import (
    SAID,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    LabelledField,
    SecretField,
    Text,
    column,
    labelled_field,
    row,
)


class Verbs(Protocol):
    """What choosing needs of workflow.unlocking; the Doors of the front pages have it too."""

    @property
    def passphrase_problems(self) -> Callable[[str], list[Problem]]:
        """What keeps a passphrase from being taken."""

    @property
    def same_passphrase(self) -> Callable[[str, str], bool]:
        """Whether both spellings open the same vault."""

    @property
    def suggest_passphrase(self) -> Callable[[Moment], str]:
        """Four words."""


class NewPassphrase(QWidget):
    """Two fields and the words on offer. Emits `entered` when Return is pressed in a field.

    `findings` says what is odd, by the name of the field; `say` shows it beside them.
    """

    entered = Signal()

    def __init__(self, verbs: Verbs, moment: Callable[[], Moment], first: str = "") -> None:
        super().__init__()
        self._verbs, self._moment = verbs, moment
        self.words = Text("", SAID)
        self.words.setObjectName("suggested_words")
        self._paper = Text(
            self.tr("Keep them on paper until you know them, away from this laptop."),
            SMALL_QUIET,
            wrap=True,
        )
        self._paper.hide()
        labels = {
            "passphrase": (first or self.tr("Passphrase"), self.tr("15 characters or more")),
            "again": (self.tr("The passphrase again"), ""),
        }
        self.fields = {name: self._field(name, *words) for name, words in labels.items()}
        suggest = Button(self.tr("Suggest four words"), "link", size=SMALL_LINE)
        suggest.setObjectName("suggest")
        suggest.clicked.connect(self._suggest)
        offered = column(row(suggest, 16, self.words, "*"), self._paper)
        self.setLayout(column(self.fields["passphrase"], 8, offered, 14, self.fields["again"]))

    def _field(self, name: str, label: str, hint: str) -> LabelledField:
        field = SecretField(name=label)
        field.setObjectName(name)
        field.returnPressed.connect(self.entered)
        return labelled_field(label, field, optional=hint)

    def text(self, name: str = "passphrase") -> str:
        """What was typed into one of the two."""
        field = self.fields[name].field
        return field.text() if isinstance(field, SecretField) else ""

    def clear(self) -> None:
        """Forget what was typed and offered."""
        for one in self.fields.values():
            one.say("")
            if isinstance(one.field, SecretField):
                one.field.clear()
        self.words.setText("")
        self._paper.hide()

    def findings(self) -> dict[str, str]:
        """What to change, by the name of the field; empty when nothing is odd."""
        found = self._verbs.passphrase_problems(self.text())
        odd = {problem.where: messages.problem_words(problem) for problem in reversed(found)}
        same = self._verbs.same_passphrase(self.text(), self.text("again"))
        if "passphrase" not in odd and not same:
            odd["again"] = self.tr("This is not the same as above")
        return odd

    def say(self, odd: dict[str, str]) -> None:
        """Show beside each field what to change about it, or nothing."""
        for name, field in self.fields.items():
            field.say(odd.get(name, ""))

    def _suggest(self) -> None:
        self.words.setText(self._verbs.suggest_passphrase(self._moment()))
        self._paper.show()
