"""Owns a row of large buttons of which one is chosen: arrows move, Tab enters and leaves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.widgets import CHILD, Button


class Choice(QWidget):
    """One of a few, 48 high, as radio buttons are. Emits `chosen` (value) when a person chooses.

    `names` are stable object names, one for each of the (value, words).
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], names: Sequence[str], value: str
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[str, Button] = {}
        for (one, words), object_name in zip(choices, names, strict=True):
            button = Button(words, "plain", size=CHILD)
            button.setObjectName(object_name)
            button.setCheckable(True)
            self._buttons[one] = button
        self.setLayout(flow(*self._buttons.values()))
        for one, button in self._buttons.items():
            # Only now: buttons exclude each other within the same parent.
            button.setAutoExclusive(True)
            button.setChecked(one == value)
            button.clicked.connect(partial(self._choose, one))
        self._one_stop()

    @property
    def value(self) -> str:
        """What is chosen."""
        return next((one for one, button in self._buttons.items() if button.isChecked()), "")

    def _choose(self, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        self._one_stop()
        self.chosen.emit(value)

    def _one_stop(self) -> None:
        # Tab comes to what is chosen; the arrows lead to the others.
        for button in self._buttons.values():
            on, off = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(on if button.isChecked() else off)
