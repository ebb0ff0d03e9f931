"""Owns a small form that asks for a secret, tries it in the background, and says how it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

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


class AtFault(Protocol):
    """A field that can say what is odd about it."""

    @property
    def field(self) -> QWidget:
        """Where somebody types."""

    def say(self, words: str) -> None:
        """Show what is odd, or nothing."""


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
        self._act, self._trying, self._at_work = "", "", False
        self.button = Button("", "primary")
        self.button.setObjectName(name)
        self.button.clicked.connect(self._want)
        self._waiting = WaitLine(f"{name}_said")
        self.wait = GuessWait(self)
        self.wait.said.connect(self._waiting.say)
        self.wait.over.connect(self._again)
        self._at_fault: dict[str, AtFault] = {}

    @property
    def said(self) -> str:
        """How long to wait, while there is a wait."""
        return self._waiting.words

    def lay(self, act: str, trying: str, *parts: Item) -> None:
        """Put the fields in, the secret that is tried first; under them the button.

        It says what it does, and what it is at meanwhile. A wait is said under the secret.
        """
        self._act, self._trying = act, trying
        self.button.setText(act)
        back = Button(self.tr("Not now"), "quiet")
        back.setObjectName("not_now")
        back.clicked.connect(self.left)
        tried, *rest = parts
        buttons = row(self.button, 8, back, "*")
        self.setLayout(column(tried, self._waiting, *rest, 18, buttons))

    def secret(self, name: str, label: str) -> LabelledField:
        """A field for a secret."""
        field = SecretField(name=label)
        field.setObjectName(name)
        field.returnPressed.connect(self._want)
        return labelled_field(label, field)

    def blame(self, code: str, field: AtFault) -> None:
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
        if not (self._at_work or self.wait.waits):
            self.wanted.emit()

    def _refuse(self, error: RhiError) -> None:
        field = self._at_fault.get(error.code)
        if error.code == TOO_SOON:
            self.wait.start(error)
            self._at_fault_first()
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
        self._at_work = on
        # The one that was pressed stays: the focus would jump to the button that leaves.
        self.button.setEnabled(not (on or self.wait.waits) or self.button.hasFocus())
        self.button.setText(self._trying if on else self._act)
        if on:
            self._waiting.say("")
            for field in self._at_fault.values():
                field.say("")

    def _at_fault_first(self) -> None:
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    def first_focus(self) -> QWidget | None:
        """The first field."""
        found = self.findChildren(SecretField)
        return found[0] if found else None
