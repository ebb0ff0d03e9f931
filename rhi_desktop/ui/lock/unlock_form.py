"""Owns the one field that opens a vault, and what is said beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError, VaultError
from rhi_desktop.ui import background, messages
from rhi_desktop.ui.lock.caps import CapsLock
from rhi_desktop.ui.lock.doors import Doors
from rhi_desktop.ui.lock.guess_wait import TOO_SOON, GuessWait
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.vault_names import vault_label
from rhi_desktop.ui.widgets import (
    LABEL,
    LARGE,
    SMALL,
    Button,
    Icon,
    SecretField,
    Select,
    Text,
    announce,
    column,
    row,
    wrap,
)

if TYPE_CHECKING:
    from rhi_desktop.workflow.unlocking import VaultKey

DAMAGE = {
    *("vault_damaged", "vault_missing", "vault_empty", "vault_plain", "vault_foreign"),
    "vault_rolled_back",
}
"""What leads on to the page of damage, because the key is there to look for snapshots with."""


class UnlockForm(QWidget):
    """Asks for the passphrase of a vault. Emits `unlocked` with the open Workspace.

    A refusal is said in words under the field, which then has the focus and is empty. The key is
    derived in the background; while that runs the button says so. After many wrong tries the vault
    waits: what was typed stays, and the words count down. Emits `forgotten` with the folder.
    """

    unlocked = Signal(object)
    forgotten = Signal(object)
    damaged = Signal(object, object, object)
    """Folder, key and refusal: the passphrase is right, and the notes file is not what it was."""
    refused = Signal(object)
    """Why it did not open, for the log: its code alone goes there."""

    def __init__(self, folders: Sequence[Path], moment: Callable[[], Moment], doors: Doors) -> None:
        super().__init__()
        self._moment, self._doors = moment, doors
        self.doubted: Path | None = None
        """A vault that was found damaged: it opens by a choice."""
        self._folders = {folder.name: folder for folder in folders}
        self.field = SecretField(name=self.tr("Passphrase"))
        self.field.setObjectName("passphrase")
        self.field.returnPressed.connect(self.open)
        self.button = Button(self.tr("Unlock"), "primary", size=LARGE)
        self.button.setObjectName("unlock")
        self.button.setMinimumWidth(theme().px(128))
        self.button.clicked.connect(self.open)
        self._sign = Icon("notice", "notice", 18)
        self._said = Text("", SMALL.tint("notice"), wrap=True)
        self._said.setObjectName("unlock_said")
        self._refused, self._at_work = "", False
        self.wait = GuessWait(self)
        self.wait.said.connect(self._still)
        self.wait.over.connect(self._again)
        caps = CapsLock(self.field)
        caps.changed.connect(self._caps)
        label = Text(self.tr("Passphrase"), LABEL)
        label.setBuddy(self.field)
        forgotten = Button(self.tr("Forgotten passphrase?"), "link", size=LARGE)
        forgotten.setObjectName("forgotten")
        forgotten.clicked.connect(lambda: self.forgotten.emit(self.folder))
        said = wrap(row(column(1, self._sign, "*"), 8, (self._said, 1)))
        buttons = row(self.button, 24, forgotten, "*")
        self.setLayout(column(self._choice(), label, 8, self.field, 10, said, 24, buttons))
        self._say("")

    @property
    def folder(self) -> Path:
        """The vault that is to be opened."""
        name = self.vaults.value() if self.vaults else next(iter(self._folders))
        return self._folders[name]

    @property
    def said(self) -> str:
        """What stands under the field now."""
        return self._said.text()

    def open(self) -> None:
        """Derive the key in the background, then open the vault here."""
        if self._at_work or self.wait.waits or not self.field.text():
            self.field.setFocus()
            return
        folder, passphrase = self.folder, self.field.text()
        self._busy(on=True)
        work = partial(self._doors.derive_key, folder, passphrase, self._moment())
        background.run(self, work, partial(self._open, folder), self._refuse)
        self._doors.get_ready()

    def _open(self, folder: Path, key: VaultKey) -> None:
        if folder == self.doubted:
            self.damaged.emit(folder, key, VaultError("vault_damaged", opens=1))
            return
        try:
            ws = self._doors.open_workspace(folder, key)
        except RhiError as error:
            self._refuse(error)
            if error.code in DAMAGE:
                self.damaged.emit(folder, key, error)
            return
        self.field.clear()
        self.unlocked.emit(ws)

    def _refuse(self, error: RhiError) -> None:
        self.refused.emit(error)
        if error.code == TOO_SOON:
            self.wait.start(error)
        else:
            self.field.clear()
            self._refused = messages.not_opened(error).whole
            self._say(self._refused)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._busy(on=False)
        announce(self, self._refused, urgent=True)
        self.field.setAccessibleDescription(self._refused)

    def _still(self, words: str) -> None:
        """The wait goes on: the words change each second, a reader hears them once."""
        self._refused = words
        self._show(words)

    def _again(self) -> None:
        self._busy(on=False)
        self.field.setAccessibleDescription(self._refused)
        announce(self, self._refused)

    def _other_vault(self) -> None:
        self.wait.stop()
        self._refused = ""
        self._busy(on=False)
        self._say("")

    def _busy(self, *, on: bool) -> None:
        self._at_work = on
        # What has the focus keeps it: a second Return would press what stands beside it.
        self.button.setEnabled(not (on or self.wait.waits) or self.button.hasFocus())
        self.field.setReadOnly(on)
        self.button.setText(self.tr("Opening") if on else self.tr("Unlock"))
        if on:
            self._say("")

    def _caps(self, on: bool) -> None:  # noqa: FBT001 - a slot takes what the signal gives
        self._say(self.tr("Caps Lock is on") if on else self._refused)

    def _say(self, words: str) -> None:
        self._show(words)
        self.field.setAccessibleDescription(words)

    def _show(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._sign.setVisible(bool(words))

    def _choice(self) -> QWidget | None:
        """Which vault, when there is more than one."""
        self.vaults: Select | None = None
        if len(self._folders) < 2:  # noqa: PLR2004 - one vault is no choice
            return None
        names = [(name, vault_label(folder)) for name, folder in self._folders.items()]
        self.vaults = Select(names, name=self.tr("Vault"), width=400)
        self.vaults.setObjectName("vault")
        self.vaults.currentIndexChanged.connect(self._other_vault)
        label = Text(self.tr("Vault"), LABEL)
        label.setBuddy(self.vaults)
        return wrap(column(label, 8, self.vaults, 16))
