"""Owns a small form that asks for a secret, tries it in the background, and says how it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.lock.guess_wait import TOO_SOON, GuessWait
from rhi_desktop.ui.lock.wait_line import WaitLine
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import (
    Button,
    Item,
    LabelledField,
    SecretField,
    announce,
    column,
    labelled_field,
    row,
)

R = TypeVar("R")


class Asking(QWidget):
    """Emits `left` when somebody goes back without it, `wanted` when its button is pressed.

    A refusal stands beside the field it is about, anything else in the banner. After many wrong
    tries the words count down, and the button is there again by itself.
    """

    left = Signal()
    wanted = Signal()

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__()
        self._shell = shell
        self._act, self._trying = "", ""
        self.button = Button("", "primary")
        self.button.setObjectName(name)
        self.button.clicked.connect(self._want)
        self._waiting = WaitLine(f"{name}_said")
        self.wait = GuessWait(self)
        self.wait.said.connect(self._waiting.say)
        self.wait.over.connect(self._again)
        self._at_fault: dict[str, LabelledField] = {}

    @property
    def said(self) -> str:
        """How long to wait, while there is a wait."""
        return self._waiting.words

    def lay(self, act: str, trying: str, *parts: Item) -> None:
        """Put the fields in, and under them the button: what it does, what it says meanwhile."""
        self._act, self._trying = act, trying
        self.button.setText(act)
        back = Button(self.tr("Not now"), "quiet")
        back.setObjectName("not_now")
        back.clicked.connect(self.left)
        self.setLayout(column(*parts, 10, self._waiting, 8, row(self.button, 8, back, "*")))

    def secret(self, name: str, label: str) -> LabelledField:
        """A field for a secret."""
        field = SecretField(name=label)
        field.setObjectName(name)
        field.returnPressed.connect(self._want)
        return labelled_field(label, field)

    def blame(self, code: str, field: LabelledField) -> None:
        """Where a refusal of this code is said."""
        self._at_fault[code] = field

    def attempt(self, work: Callable[[], R], done: Callable[[R], object]) -> None:
        """Try it in the background."""
        self._busy(on=True)

        def went_well(value: R) -> None:
            self._busy(on=False)
            done(value)

        self._shell.run(self, work, went_well, self._refuse)

    def _want(self) -> None:
        if self.button.isEnabled():
            self.wanted.emit()

    def _refuse(self, error: RhiError) -> None:
        field = self._at_fault.get(error.code)
        if error.code == TOO_SOON:
            self.wait.start(error)
            announce(self, self.said, urgent=True)
        elif field is not None:
            said = messages.refusal(error).whole
            field.say(said)
            field.field.setFocus()
            announce(self, said, urgent=True)
        else:
            self._shell.refuse(error)
        self._busy(on=False)

    def _again(self) -> None:
        self._busy(on=False)
        announce(self, self.said)

    def _busy(self, *, on: bool) -> None:
        self.button.setEnabled(not on and not self.wait.waits)
        self.button.setText(self._trying if on else self._act)
        if on:
            self._waiting.say("")
            for field in self._at_fault.values():
                field.say("")

    def first_focus(self) -> QWidget | None:
        """The first field."""
        found = self.findChildren(SecretField)
        return found[0] if found else None
