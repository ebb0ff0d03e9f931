"""Owns the field for a recovery code: one field, typed or pasted, that tells a slip by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.widgets import (
    SMALL_QUIET,
    LabelledField,
    SecretField,
    Text,
    column,
    labelled_field,
)
from rhi_desktop.ui.widgets.typesetting import SMALL, TextStyle

if TYPE_CHECKING:
    from rhi_desktop.workflow.keyholding import RecoveryCode


class CodeField(QWidget):
    """Counts while somebody types; the check characters tell a slip before anything is tried.

    Emits `entered` when Return is pressed.
    """

    entered = Signal()

    def __init__(self, read: Callable[[str], RecoveryCode]) -> None:
        super().__init__()
        self._read = read
        label = self.tr("Recovery code")
        self.field = SecretField(name=label)
        self.field.setObjectName("recovery_code")
        self.field.textEdited.connect(self._look)
        self.field.returnPressed.connect(self.entered)
        self.labelled: LabelledField = labelled_field(
            label, self.field, optional=self.tr("seven groups of four, from the sheet")
        )
        self._count = Text("", SMALL_QUIET, wrap=True)
        self._count.setObjectName("code_count")
        self._count.hide()
        self.setLayout(column(self.labelled, self._count))

    def say(self, words: str) -> None:
        """Show what is odd about the code, or nothing."""
        self._count.hide()
        self.labelled.say(words)

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.say("")

    def code(self) -> RecoveryCode | None:
        """The code, or None after saying in words what is wrong with it."""
        try:
            return self._read(self.field.text())
        except RhiError as error:
            self.say(self._slip(error))
            self.field.setFocus()
            return None

    def _slip(self, error: RhiError) -> str:
        count, wanted = int(error.facts.get("count", 0)), int(error.facts.get("wanted", 0))
        if count == wanted:
            return self.tr(
                "At least one character is not as on the sheet. Compare group by group: "
                "5 and S, 2 and Z, 8 and B, U and V are easily mixed up."
            )
        if not count:
            return self.tr("Type the code from the sheet.")
        words = self.tr("A code has {wanted} characters; these are {count}. Nothing was tried.")
        return words.format(wanted=wanted, count=count)

    def _look(self) -> None:
        self.say("")
        words, style = self._told()
        self._count.set_style(style)
        self._count.setText(words)
        self._count.setVisible(bool(self.field.text()))

    def _told(self) -> tuple[str, TextStyle]:
        try:
            self._read(self.field.text())
        except RhiError as error:
            count, wanted = int(error.facts.get("count", 0)), int(error.facts.get("wanted", 0))
            if count == wanted:
                return self._slip(error), SMALL.tint("notice")
            words = self.tr("{count} of {wanted} characters")
            return words.format(count=count, wanted=wanted), SMALL_QUIET
        return self.tr("This is a whole code."), SMALL.tint("good")
