"""Owns the page for a forgotten passphrase: the recovery code opens, a new passphrase is set."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError, VaultError
from rhi_desktop.ui import background, messages
from rhi_desktop.ui.lock.code_field import CodeField
from rhi_desktop.ui.lock.doors import Doors
from rhi_desktop.ui.lock.frame import FrontPage
from rhi_desktop.ui.lock.guess_wait import TOO_SOON, GuessWait
from rhi_desktop.ui.lock.new_passphrase import NewPassphrase
from rhi_desktop.ui.lock.unlock_form import DAMAGE
from rhi_desktop.ui.lock.wait_line import WaitLine
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    Button,
    Text,
    announce,
    column,
    row,
)

if TYPE_CHECKING:
    from rhi_desktop.workflow.keyholding import KeysView
    from rhi_desktop.workflow.unlocking import VaultKey

TOP = 56 / 712
WIDTH = 480
WRONG = "wrong_code"


class RecoverPage(FrontPage):
    """Asks for the recovery code and a new passphrase. Emits `unlocked` with the open Workspace.

    A slip of the pen is told before anything is tried. A vault without a code says so and asks
    for nothing. `other_wanted` leads back to Unlock.
    """

    unlocked = Signal(object)
    damaged = Signal(object, object, object)
    """Folder, key and refusal, as the form of the passphrase says it."""

    def __init__(self, folder: Path, moment: Callable[[], Moment], doors: Doors) -> None:
        work = QWidget()
        super().__init__(work, top=TOP, width=WIDTH, back=self.tr("Back to Unlock"))
        self._folder, self._moment, self._doors = folder, moment, doors
        self._at_work = False
        self.doubted: Path | None = None
        """A vault that was found damaged: it opens by a choice."""
        self.code = CodeField(doors.read_code)
        self.code.entered.connect(self.open)
        self.secret = NewPassphrase(doors, moment, self.tr("New passphrase"))
        self.secret.entered.connect(self.open)
        self.button = Button(self.tr("Open the notes"), "primary", size=LARGE)
        self.button.setObjectName("recover")
        self.button.setMinimumWidth(theme().px(128))
        self.button.clicked.connect(self.open)
        self._waiting = WaitLine("recover_said")
        self.wait = GuessWait(self)
        self.wait.said.connect(self._waiting.say)
        self.wait.over.connect(self._again)
        self._head = Text("", QUIET, wrap=True)
        self._head.setObjectName("recover_head")
        self._form = self._typing()
        title = Text(self.tr("Forgotten passphrase"), H1)
        work.setLayout(column(title, 4, self._head, 12, self._form))
        self._say_head()
        seen = partial(doors.keys_view, folder)
        background.run(self, seen, self._seen, self._refuse)

    def first_focus(self) -> QWidget:
        """The code."""
        return self.code.field

    @property
    def said(self) -> str:
        """What stands under the code now: how long to wait."""
        return self._waiting.words

    @property
    def head(self) -> str:
        """What the page says first."""
        return self._head.text()

    def typed(self) -> bool:
        """While something is typed, Esc does not take it away."""
        return bool(self.code.field.text() or self.secret.text() or self.secret.text("again"))

    def open(self) -> None:
        """Look at what was typed; if nothing is odd, try the code in the background."""
        if self._at_work or self.wait.waits:
            return
        odd = self.secret.findings()
        self.secret.say(odd)
        code = self.code.code()
        if code is None:
            return
        if odd:
            first = next(name for name in self.secret.fields if name in odd)
            self.secret.fields[first].field.setFocus()
            announce(self, odd[first])
            return
        self.put_away()
        self._busy(on=True)
        work = partial(self._doors.recover, self._folder, code, self.secret.text(), self._moment())
        background.run(self, work, self._open, self._refuse)
        self._doors.get_ready()

    def _typing(self) -> QWidget:
        form = QWidget()
        form.setLayout(
            column(8, self.code, self._waiting, 18, self.secret, 30, row(self.button, "*"))
        )
        return form

    def _say_head(self) -> None:
        self._head.setText(
            self.tr(
                "The sheet with the recovery code is in your organisation\u2019s safe. "
                "The code opens these notes as they were left; your new passphrase opens them "
                "from then on."
            )
        )

    def _seen(self, view: KeysView) -> None:
        if view.has_code:
            return
        self._form.hide()
        self._head.setText(
            self.tr(
                "These notes have no recovery code, so only their passphrase opens them. "
                "Nobody else can, not even the makers of this program.\n\n"
                "Nothing is lost while you look for it. Try with Show on, look at Caps Lock and "
                "the keyboard language, and look where you keep words on paper."
            )
        )
        announce(self, self._head.text())
        self.focus_back()

    def _open(self, key: VaultKey) -> None:
        if self._folder == self.doubted:
            self.damaged.emit(self._folder, key, VaultError("vault_damaged", opens=1))
            return
        try:
            ws = self._doors.open_workspace(self._folder, key)
        except RhiError as error:
            self._refuse(error)
            if error.code in DAMAGE:
                self.damaged.emit(self._folder, key, error)
            return
        self.code.clear()
        self.secret.clear()
        self.unlocked.emit(ws)

    def _refuse(self, error: RhiError) -> None:
        if error.code == TOO_SOON:
            self.wait.start(error)
            announce(self, self.said, urgent=True)
        elif error.code == WRONG:
            said = messages.not_opened(error).whole
            self.code.say(said)
            announce(self, said, urgent=True)
        else:
            self.tell(messages.not_opened(error))
        self.code.field.setFocus()
        self._busy(on=False)

    def _again(self) -> None:
        self._busy(on=False)
        announce(self, self.said)

    def _busy(self, *, on: bool) -> None:
        self._at_work = on
        # The one that was pressed keeps the focus: a second Return would press the next.
        self.button.setEnabled(not (on or self.wait.waits) or self.button.hasFocus())
        self.button.setText(self.tr("Opening") if on else self.tr("Open the notes"))
        if on:
            self._waiting.say("")
