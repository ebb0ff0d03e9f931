"""Owns the proof that a code is on paper: three of its groups, chosen by chance, typed back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SMALL,
    Button,
    LabelledField,
    SecretField,
    Text,
    announce,
    column,
    labelled_field,
    row,
)

if TYPE_CHECKING:
    from rhi_desktop.workflow.keyholding import RecoveryCode

ASKED = 3
_KEY = 2
"""Random bytes that decide the place of one group: enough that two are hardly ever alike."""


class TypeBack(QWidget):
    """Asks for three groups. Emits `proven` when all are right, `look_wanted` to see them again."""

    proven = Signal()
    look_wanted = Signal()

    def __init__(
        self,
        code: RecoveryCode,
        read: Callable[[str], RecoveryCode],
        draw: Callable[[int], bytes],
        make: str,
    ) -> None:
        super().__init__()
        self.setObjectName("type_back")
        self._code, self._read, self._make = code, read, make
        self._at_work = False
        self.fields = {number: self._field(number) for number in some(len(code.groups), draw)}
        self._kind = Text("", SMALL, wrap=True)
        self._kind.setObjectName("type_back_said")
        self._kind.hide()
        self.button = Button(make, "primary", size=LARGE)
        self.button.setObjectName("prove_code")
        self.button.clicked.connect(self.look)
        again = Button(self.tr("Look at the code again"), "link", size=LARGE)
        again.setObjectName("look_again")
        again.clicked.connect(self.look_wanted)
        self._again = again
        why = self.tr(
            "Read them from the paper: this shows that the code is there and can be read. "
            "Capital or small letters are the same."
        )
        fields = [(column(field, "*"), 1) for field in self.fields.values()]
        self.setLayout(
            column(
                Text(self.tr("Type three groups back"), H1),
                4,
                Text(why, QUIET, wrap=True),
                20,
                row(*fields, gap=16),
                8,
                self._kind,
                20,
                row(self.button, 24, again, "*"),
            )
        )

    @property
    def waits(self) -> bool:
        """True while what was proven is being done."""
        return self._at_work

    def first_focus(self) -> QWidget:
        """The first group asked for."""
        return next(iter(self.fields.values())).field

    def look(self) -> None:
        """Compare what was typed; a wrong group is said kindly and the others stay as they are."""
        if self.waits:
            return
        wrong = [number for number in self.fields if not self._is_right(number)]
        for number, field in self.fields.items():
            missing = not self._text(number)
            told = self.tr("Not typed yet") if missing else self.tr("Not as in the code")
            field.say(told if number in wrong else "")
        self._kind.setVisible(any(self._text(number) for number in wrong))
        if not wrong:
            self.proven.emit()
            return
        self._kind.setText(
            self.tr(
                "No harm done. 5 and S, 2 and Z, 8 and B, U and V are easily mixed up: "
                "compare again, and mend the paper if it is wrong there."
            )
        )
        self.fields[wrong[0]].field.setFocus()
        announce(self, self.tr("Group {number} is not as in the code").format(number=wrong[0] + 1))

    def busy(self, words: str) -> None:
        """Say what is done now and take nothing more; empty words end that."""
        self._at_work = bool(words)
        # The one that was pressed keeps the focus: a second Return would press the next.
        self.button.setEnabled(not words or self.button.hasFocus())
        self._again.setEnabled(not words)
        self.button.setText(words or self._make)

    def _field(self, number: int) -> LabelledField:
        label = self.tr("Group {number}").format(number=number + 1)
        field = SecretField(name=label)
        field.setObjectName(f"group_{number + 1}")
        field.returnPressed.connect(self.look)
        # A moment ago it stood on the screen in large letters: dots would only hide the mistake.
        field.turn()
        return labelled_field(label, field)

    def _text(self, number: int) -> str:
        field = self.fields[number].field
        return field.text() if isinstance(field, SecretField) else ""

    def _is_right(self, number: int) -> bool:
        """Read as the core reads a whole code, with only this group from the paper."""
        groups = list(self._code.groups)
        groups[number] = self._text(number)
        try:
            return self._read("-".join(groups)) == self._code
        except RhiError:
            return False


def some(count: int, draw: Callable[[int], bytes]) -> list[int]:
    """Three different places of so many, in their order."""
    keys = [(draw(_KEY), place) for place in range(count)]
    return sorted(place for _, place in sorted(keys)[:ASKED])
