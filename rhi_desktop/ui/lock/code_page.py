"""Owns putting a recovery code on paper: shown once, printed or written down, then typed back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.lock.code_grid import CodeGrid
from rhi_desktop.ui.lock.sheet import Printed, Sheet
from rhi_desktop.ui.lock.to_paper import ToPaper
from rhi_desktop.ui.lock.type_back import TypeBack
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SMALL_QUIET,
    STRONG,
    Button,
    Text,
    column,
    empty,
    row,
)

if TYPE_CHECKING:
    from rhi_desktop.workflow.keyholding import RecoveryCode


class PaperVerbs(Protocol):
    """What these steps need: reading a code as the core does, and a way to a printer."""

    @property
    def read_code(self) -> Callable[[str], RecoveryCode]:
        """Reads a code that somebody typed."""

    @property
    def print_sheet(self) -> Callable[[QWidget, Sheet, Callable[[Printed], object]], None]:
        """Prints the sheet; says how it went."""


class CodeSteps(QWidget):
    """The code, then three of its groups from the paper.

    Emits `proven` when all three are right, and `left` when somebody goes back from the code.
    While groups are asked for, the code is nowhere on the screen.
    """

    proven = Signal()
    left = Signal()

    def __init__(
        self, sheet: Sheet, code: RecoveryCode, verbs: PaperVerbs, moment: Callable[[], Moment]
    ) -> None:
        super().__init__()
        self._sheet, self._code, self._verbs, self._moment = sheet, code, verbs, moment
        self._step = Text("", SMALL_QUIET)
        self._step.hide()
        self._make, self._note = self.tr("Go on"), ""
        self._face = column()
        self.asked: TypeBack | None = None
        self.setLayout(column(self._step, 2, self._face))
        self._show_code()

    def name_last(self, make: str, *, step: str = "", note: str = "") -> None:
        """What the last button does, the step above the title, and a note beside the code."""
        self._make = make
        self._step.setText(step)
        self._step.setVisible(bool(step))
        self._note = note
        self._show_code()

    def first_focus(self) -> QWidget:
        """The first group, or the code itself: a reader then hears it."""
        return self.asked.first_focus() if self.asked is not None else self._grid

    def back(self) -> None:
        """From the groups to the code; from the code, out of here."""
        if self.asked is None:
            self.left.emit()
        elif not self.asked.waits:
            self._show_code()
            # What was put in just now is not there yet, and only what is there takes the focus.
            self._grid.show()
            self._grid.setFocus()

    def busy(self, words: str) -> None:
        """Say what is done now and take nothing more; empty words end that."""
        if self.asked is not None:
            self.asked.busy(words)

    def _show_code(self) -> None:
        empty(self._face)
        self.asked = None
        self._grid = CodeGrid(self._sheet.groups)
        self._paper = ToPaper()
        self._paper.print_wanted.connect(self._print)
        go_on = Button(self.tr("The code is on paper"), "primary", size=LARGE)
        go_on.setObjectName("on_paper")
        go_on.clicked.connect(self._ask)
        back = Button(self.tr("Back"), "link", size=LARGE)
        back.setObjectName("code_back")
        back.clicked.connect(self.left)
        why = self.tr(
            "If the passphrase is forgotten, only this code opens the notes. "
            "There is no copy of it anywhere, not even with the makers of this program."
        )
        keep = self.tr("Keep it in your organisation\u2019s safe, not with the laptop.")
        for part in (
            Text(self.tr("Your recovery code"), H1),
            4,
            Text(why, QUIET, wrap=True),
            16,
            self._grid,
            14,
            Text(keep, STRONG, wrap=True),
            Text(self._note, QUIET, wrap=True) if self._note else 0,
            14,
            self._paper,
            20,
        ):
            self._put(part)
        self._face.addLayout(row(go_on, 24, back, "*"))

    def _put(self, part: QWidget | int) -> None:
        self._face.addLayout(column(part))

    def _print(self) -> None:
        self._verbs.print_sheet(self, self._sheet, self._paper.say_printed)

    def _ask(self) -> None:
        empty(self._face)
        self.asked = TypeBack(self._code, self._verbs.read_code, self._moment().draw, self._make)
        self.asked.proven.connect(self.proven)
        self.asked.look_wanted.connect(self.back)
        self._face.addWidget(self.asked)
        self.asked.show()
        self.asked.first_focus().setFocus()
