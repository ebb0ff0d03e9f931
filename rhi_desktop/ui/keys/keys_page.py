"""Owns the page of what opens the vault: the passphrase, and the recovery code in the safe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.clock import local
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.keys.asking import Asking
from rhi_desktop.ui.keys.code_card import CodeCard
from rhi_desktop.ui.keys.forms import BeforeCode, ChangeForm, TryForm
from rhi_desktop.ui.keys.key_card import KeyCard
from rhi_desktop.ui.keys.under_way import UnderWay
from rhi_desktop.ui.lock.code_page import CodeSteps
from rhi_desktop.ui.lock.printing import print_sheet
from rhi_desktop.ui.lock.sheet import Printed, Sheet
from rhi_desktop.ui.places import HOME, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.vault_names import vault_name
from rhi_desktop.ui.widgets import (
    H1,
    QUIET,
    SMALL_LINE,
    Button,
    Said,
    Text,
    column,
    empty,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import keyholding
from rhi_desktop.workflow.keyholding import KeysView, RecoveryCode
from rhi_desktop.workflow.workspace import Workspace

CARDS_WIDTH, CODE_WIDTH = 680, 520


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the steps of a code need of the world."""

    read_code: Callable[[str], RecoveryCode]
    print_sheet: Callable[[QWidget, Sheet, Callable[[Printed], object]], None]


PAPER = _Paper(keyholding.read_code, print_sheet)


class KeysPage(Page):
    """A card for each, one form open at a time. A new code takes the page until it is typed back.

    Only then the old code stops working. What refuses goes beside its field or to the banner.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Passphrase and recovery code"))
        del place
        self._folder = ws.store.folder
        self.code_steps: CodeSteps | None = None
        self._told, self._from_code = False, False
        self._body = column()
        self._inside = wrap(self._body)
        back = Button(self.tr("Cases"), "link", "left", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        side = theme().margin
        inside = row((self._inside, 100), "*")
        page = column(row(back, "*"), 4, inside, "*", margins=(side, 12, side, 32))
        self._area = scrolled(wrap(page))
        self.setLayout(column((self._area, 1)))
        self.act(Menu.FILE, self.tr("Back"), "Alt+Left", self._back)
        under_way = shell.findChild(UnderWay)
        if isinstance(under_way, UnderWay):
            self._show_steps(under_way)
        else:
            self._show_cards()

    @property
    def form(self) -> Asking | None:
        """The form that is open."""
        if self.code_steps is not None:
            return None
        return self._passphrase.form or self._code.form

    def first_focus(self) -> QWidget | None:
        """The code that is shown, or the first button."""
        if self.code_steps is not None:
            return self.code_steps.first_focus()
        return self.findChild(Button, "open_change")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Esc leads a step back: out of the groups, out of the code, out of a form."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.code_steps is not None:
            self.code_steps.back()
        elif self.form is not None:
            self._close_forms()

    def _show_cards(self) -> None:
        empty(self._body)
        self.code_steps = None
        self._inside.setMaximumWidth(theme().px(CARDS_WIDTH))
        self._passphrase = KeyCard(self.tr("Passphrase"), "lock")
        self._passphrase.say(
            self.tr("You type it each time you unlock. Only you know it."),
            (self.tr("Change the passphrase"), "open_change", "plain", self._open_change),
        )
        self._code = CodeCard()
        self._code.try_wanted.connect(self._open_try)
        self._code.new_wanted.connect(self._open_new)
        words = self.tr("The passphrase opens these notes; if it is lost, the recovery code does.")
        for part in (
            column(Text(self.title, H1), 4, Text(words, QUIET, wrap=True), 20),
            column(self._passphrase, 16),
            column(self._code),
        ):
            self._body.addLayout(part)
        self.refresh()

    def refresh(self) -> None:
        """Read again whether there is a code, and since when."""
        self.shell.run(self, partial(keyholding.keys_view, self._folder), self._seen)

    def _seen(self, view: KeysView) -> None:
        if self.code_steps is not None:
            return
        self._code.show_view(view, alone=self._passphrase.form is None)
        if self._from_code:
            self._code.focus_first()
        self._from_code = False

    def _close_forms(self) -> None:
        for one in (self._passphrase, self._code):
            if one.form is not None:
                one.close_form()
        self.refresh()

    def _open_change(self) -> None:
        self._make_room()
        form = ChangeForm(self._folder, self.shell)
        form.done.connect(self._changed)
        # One coloured button at a time: the other is back when the form is gone.
        form.left.connect(self.refresh)
        self._passphrase.ask(form, "open_change")
        self.refresh()

    def _make_room(self) -> None:
        """No other form, and no word in the banner about what was done before."""
        self._close_forms()
        if self._told:
            self.shell.hush()
        self._told = False

    def _tell(self, said: Said) -> None:
        self.shell.say(said)
        self._told = True

    def _open_try(self) -> None:
        self._make_room()
        form = TryForm(self._folder, self.shell)
        form.done.connect(self._tried)
        self._code.ask(form, "open_try")

    def _open_new(self) -> None:
        self._make_room()
        form = BeforeCode(self._folder, self.shell)
        form.given.connect(self._draw)
        self._code.ask(form, "open_new")

    def _changed(self) -> None:
        self._close_forms()
        self._tell(
            Said(
                self.tr("The passphrase is changed"),
                self.tr("From now on only the new one opens these notes."),
                self.tr("The recovery code is the same as before."),
            )
        )

    def _tried(self) -> None:
        self._close_forms()
        self._tell(
            Said(
                self.tr("This code opens these notes"),
                self.tr("Nothing was changed by trying it."),
                self.tr("Put the sheet back into the safe."),
            )
        )

    def _draw(self, passphrase: str) -> None:
        self.shell.hush()
        at = self.shell.moment()
        code = keyholding.new_code(at)
        sheet = Sheet(code.groups, vault_name(self._folder), local(at.now).date())
        self._show_steps(UnderWay(self.shell, code, sheet, passphrase))

    def _show_steps(self, under_way: UnderWay) -> None:
        empty(self._body)
        self._inside.setMaximumWidth(theme().px(CODE_WIDTH))
        steps = CodeSteps(under_way.sheet, under_way.code, PAPER, self.shell.moment)
        steps.name_last(
            self.tr("Use this code from now on"),
            note=self.tr("An earlier code goes on working until this one is typed back."),
        )
        steps.left.connect(partial(self._leave_steps, under_way))
        steps.proven.connect(partial(self._replace, under_way))
        self.code_steps = steps
        self._body.addWidget(steps)
        steps.show()
        steps.first_focus().setFocus()
        self._area.verticalScrollBar().setValue(0)

    def _leave_steps(self, under_way: UnderWay) -> None:
        under_way.end()
        self._show_cards()
        # The card of the code is there once it is known whether there is one.
        self._from_code = True
        self._passphrase.show()
        self._passphrase.focus_first()

    def _replace(self, under_way: UnderWay) -> None:
        if self.code_steps is not None:
            self.code_steps.busy(self.tr("Putting it in place"))
        at = self.shell.moment()
        work = partial(
            keyholding.replace_code, self._folder, under_way.passphrase, under_way.code, at
        )
        self.shell.run(self, work, partial(self._replaced, under_way), self._refuse)

    def _replaced(self, under_way: UnderWay, _: object) -> None:
        self._leave_steps(under_way)
        self._tell(
            Said(
                self.tr("The new recovery code works from now on"),
                self.tr("An earlier sheet opens nothing any more."),
                self.tr("Put the new one into the safe, and shred the old one."),
            )
        )

    def _refuse(self, error: RhiError) -> None:
        if self.code_steps is not None:
            self.code_steps.busy("")
        self.shell.refuse(error)

    def _back(self) -> None:
        self.shell.go(HOME)
