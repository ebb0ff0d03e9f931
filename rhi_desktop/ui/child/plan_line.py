"""Owns one line of the plan and, when it is open, what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.plan import Agreed, PlanLine
from rhi_desktop.ui.child.choice import Choice
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.line_button import MARK_WIDE, LineButton
from rhi_desktop.ui.child.plan_words import agreed_choice
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.widgets import (
    BODY,
    SMALL_QUIET,
    Button,
    ButtonSize,
    Text,
    column,
    row,
    wrap,
)

BARE = ButtonSize(44, 8, BODY, "card")
"""Words that act, without an edge, in a card of the child: its ring needs the 8 px round them."""
RING = 8


class PlanLineView(QWidget):
    """A line that opens and closes. Emits `pressed`, `agreed` (Agreed), `change`, `taken_out`."""

    pressed = Signal()
    agreed = Signal(object)
    change = Signal()
    taken_out = Signal()

    def __init__(self, line: PlanLine, *, opened: bool, may_change: bool) -> None:
        super().__init__()
        self.line, self.opened = line, opened
        self.button = LineButton(line)
        self.button.setEnabled(may_change)
        self.button.clicked.connect(self.pressed)
        self.setLayout(column(self.button, self._acts() if opened else None))

    def show_line(self, line: PlanLine) -> None:
        """Show the same line as it stands now."""
        self.line = line
        self.button.show_line(line)

    def _acts(self) -> QWidget:
        number = self.line.number
        choices = [(one.value, agreed_choice(one)) for one in Agreed]
        names = [f"agree_{number}_{one.value}" for one in Agreed]
        asked = self.tr("Do I agree with this?")
        choice = Choice(asked, choices, names, self.line.agreed.value)
        choice.chosen.connect(self._agree)
        change = self._act(self.tr("Change it"), "pencil", f"change_{number}")
        change.clicked.connect(self.change)
        out = self._act(self.tr("Take it out"), "minus", f"take_out_{number}")
        out.clicked.connect(self.taken_out)
        acts = wrap(flow(change, out))
        asking = row(RING, (column(4, Text(asked, SMALL_QUIET), 4, choice), 1))
        return wrap(row(MARK_WIDE - RING, (column(asking, 4, acts, 6), 1)))

    def _act(self, words: str, icon: IconName, name: str) -> Button:
        button = Button(words, "accent", icon, size=BARE)
        button.setObjectName(name)
        return button

    def _agree(self, value: str) -> None:
        self.agreed.emit(Agreed(value))
