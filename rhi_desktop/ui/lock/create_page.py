"""Owns the page that makes a vault, in two steps: who and passphrase, then the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui import background, messages
from rhi_desktop.ui.focus_ring import focus_in_view
from rhi_desktop.ui.lock.code_page import CodeSteps
from rhi_desktop.ui.lock.doors import Doors
from rhi_desktop.ui.lock.frame import FrontPage
from rhi_desktop.ui.lock.sheet import Sheet
from rhi_desktop.ui.lock.who_form import WHO, WhoForm
from rhi_desktop.ui.vault_names import vault_name
from rhi_desktop.ui.widgets import LabelledField, column, empty
from rhi_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from rhi_desktop.workflow.keyholding import RecoveryCode
    from rhi_desktop.workflow.unlocking import VaultKey

TOP = 40 / 712
WIDTH = 520


class CreatePage(FrontPage):
    """Makes a vault in `folder`. Emits `unlocked` with the open Workspace.

    Nothing is made until the code was typed back: who leaves before that leaves nothing behind.
    Esc leads a step back, and what was typed there still stands.
    """

    unlocked = Signal(object)

    def __init__(
        self, folder: Path, moment: Callable[[], Moment], doors: Doors, *, back: bool = False
    ) -> None:
        work = QWidget()
        way_back = self.tr("Back to Unlock") if back else ""
        super().__init__(work, top=TOP, width=WIDTH, back=way_back)
        self._folder, self._moment, self._doors = folder, moment, doors
        self._code: RecoveryCode | None = None
        self.code_steps: CodeSteps | None = None
        self.who = WhoForm(doors, moment)
        self.who.given.connect(self._show_code)
        self._step = column()
        work.setLayout(column(self.who, self._step))

    @property
    def fields(self) -> dict[str, LabelledField]:
        """The fields of the first step by name."""
        return self.who.fields

    @property
    def button(self) -> Button:
        """The button that leads on from the first step."""
        return self.who.button

    def text(self, name: str) -> str:
        """What was typed into a field of the first step."""
        return self.who.text(name)

    def typed(self) -> bool:
        """While something is typed, Esc does not take it away."""
        return any(map(self.text, self.fields))

    def make(self) -> None:
        """Look at the first step, and go on to the code if nothing is odd."""
        self.who.look()

    def first_focus(self) -> QWidget:
        """Begin with the name."""
        return self.fields["name"].field

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Esc leads a step back."""
        if event.key() == Qt.Key.Key_Escape and self.code_steps is not None:
            self.code_steps.back()
            return
        super().keyPressEvent(event)

    def _show_code(self) -> None:
        """The same code however often somebody goes back: it may be on paper already."""
        if self.code_steps is not None:
            return
        at = self._moment()
        self._code = self._code or self._doors.new_code(at)
        sheet = Sheet(self._code.groups, vault_name(self._folder), local(at.now).date())
        steps = CodeSteps(sheet, self._code, self._doors, self._moment)
        steps.name_last(self.tr("Make the vault"), step=self.tr("Step 2 of 2"))
        steps.left.connect(self._show_who)
        steps.proven.connect(self._make)
        self.code_steps = steps
        self.put_away()
        self.who.hide()
        self._step.addWidget(steps)
        steps.show()
        self.fit()
        steps.first_focus().setFocus()
        self.to_top()

    def _show_who(self) -> None:
        self.code_steps = None
        empty(self._step)
        self.put_away()
        self.who.show()
        self.fit()
        focus_in_view(self.button)

    def _make(self) -> None:
        self.put_away()
        self._busy(on=True)
        who = self._doors.person(*(self.text(name).strip() for name in WHO))
        passphrase, at = self.text("passphrase"), self._moment()
        work = partial(self._doors.create_vault, self._folder, passphrase, who, at, self._code)
        background.run(self, work, self._open, self._refuse)
        self._doors.get_ready()

    def _open(self, key: VaultKey) -> None:
        try:
            ws = self._doors.open_workspace(self._folder, key)
        except RhiError as error:
            self._refuse(error)
            return
        self.unlocked.emit(ws)

    def _refuse(self, error: RhiError) -> None:
        self._busy(on=False)
        self.tell(messages.not_made(error))

    def _busy(self, *, on: bool) -> None:
        if self.code_steps is not None:
            self.code_steps.busy(self.tr("Making your vault") if on else "")
