"""Owns the three forms of the page: another passphrase, trying the code, asking for a new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from rhi_desktop.ui.keys.asking import Asking
from rhi_desktop.ui.lock.code_field import CodeField
from rhi_desktop.ui.lock.new_passphrase import NewPassphrase
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import LabelledField, SecretField
from rhi_desktop.workflow import keyholding, unlocking

WRONG_PASSPHRASE, WRONG_CODE = "wrong_passphrase", "wrong_code"


class ChangeForm(Asking):
    """The old passphrase once, the new one twice. Emits `done` when it was changed."""

    done = Signal()

    def __init__(self, folder: Path, shell: Shell) -> None:
        super().__init__(shell, "change_passphrase")
        self._folder = folder
        self.old = self.secret("old_passphrase", self.tr("Current passphrase"))
        self.blame(WRONG_PASSPHRASE, self.old)
        self.new = NewPassphrase(unlocking, shell.moment, self.tr("New passphrase"))
        self.new.entered.connect(self.wanted)
        self.wanted.connect(self._change)
        act, trying = self.tr("Change the passphrase"), self.tr("Changing it")
        self.lay(act, trying, self.old, 14, self.new)

    def _change(self) -> None:
        odd = self.new.findings()
        self.new.say(odd)
        if odd:
            first = next(name for name in self.new.fields if name in odd)
            self.new.fields[first].field.setFocus()
            return
        at = self._shell.moment()
        old, new = typed(self.old), self.new.text()
        change = partial(keyholding.change_passphrase, self._folder, old, new, at)
        self.attempt(change, lambda _: self.done.emit())


class TryForm(Asking):
    """The code from the sheet. Emits `done` when it opens these notes; nothing changes by it."""

    done = Signal()

    def __init__(self, folder: Path, shell: Shell) -> None:
        super().__init__(shell, "try_code")
        self._folder = folder
        self.code = CodeField(keyholding.read_code)
        self.code.entered.connect(self.wanted)
        self.blame(WRONG_CODE, self.code)
        self.wanted.connect(self._try)
        self.lay(self.tr("Try this code"), self.tr("Trying it"), self.code)

    def _try(self) -> None:
        code = self.code.code()
        if code is None:
            return
        attempt = partial(keyholding.try_code, self._folder, code, self._shell.moment())
        self.attempt(attempt, lambda _: self.done.emit())


class BeforeCode(Asking):
    """The passphrase, before a new code is shown. Emits `given` with it when it is right."""

    given = Signal(str)

    def __init__(self, folder: Path, shell: Shell) -> None:
        super().__init__(shell, "ask_for_code")
        self._folder = folder
        self.passphrase = self.secret("passphrase", self.tr("Current passphrase"))
        self.blame(WRONG_PASSPHRASE, self.passphrase)
        self.wanted.connect(self._ask)
        self.lay(self.tr("Show a new code"), self.tr("Looking"), self.passphrase)

    def _ask(self) -> None:
        passphrase = typed(self.passphrase)
        at = self._shell.moment()
        look = partial(unlocking.derive_key, self._folder, passphrase, at)
        self.attempt(look, lambda _: self.given.emit(passphrase))


def typed(field: LabelledField) -> str:
    """What was typed into a field for a secret."""
    return field.field.text() if isinstance(field.field, SecretField) else ""
