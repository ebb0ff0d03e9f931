"""Owns what one person may see of the plan: all of it, only some parts, or not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.plan import PlanBlock, Sight
from rhi_desktop.ui.child.choice import Choice
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.widgets import CHILD, QUIET, SAID, Button, Text, card, column, row, wrap


class PersonSees(QWidget):
    """A person and the four answers about them; parts open below. Emits `decided` (Sight, blocks).

    `titles` are the parts of the plan, in its order. "Not sure yet" is no no.
    """

    decided = Signal(object, object)

    def __init__(
        self, number: int, who: str, sight: Sight, blocks: Sequence[PlanBlock],
        titles: Sequence[tuple[PlanBlock, str]],
    ) -> None:  # fmt: skip
        super().__init__()
        self.setAccessibleName(who)
        words = {
            Sight.ALL: self.tr("All of it"),
            Sight.PARTS: self.tr("Only some parts"),
            Sight.NO: self.tr("No"),
            Sight.UNSAID: self.tr("Not sure yet"),
        }
        choices = [(one.value, said) for one, said in words.items()]
        names = [f"sees_{number}_{one.value}" for one in words]
        asked = self.tr("What may {who} see?").format(who=who)
        self._choice = Choice(asked, choices, names, sight.value)
        self._choice.chosen.connect(lambda _: self._tell())
        self._parts = {
            block: self._part(number, block, title, on=block in blocks) for block, title in titles
        }
        self._open = wrap(column(12, Text(self.tr("These parts:"), QUIET), 8,
                                 flow(*self._parts.values())))  # fmt: skip
        name = Text(who, SAID.medium, wrap=True)
        named = column("*", name, "*")
        head = row((wrap(named), 2), 16, (self._choice, 5))
        body = column(head, self._open, margins=(24, 14, 24, 14))
        self.setLayout(column(card(body, "child")))
        if sight is not Sight.PARTS:
            self._open.hide()

    def _part(self, number: int, block: PlanBlock, title: str, *, on: bool) -> Button:
        button = Button(title, "plain", size=CHILD)
        button.setObjectName(f"part_{number}_{block.value}")
        button.setCheckable(True)
        button.setChecked(on)
        button.clicked.connect(partial(self._turned))
        return button

    def _turned(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        self._tell()

    def _tell(self) -> None:
        sight = Sight(self._choice.value)
        self._open.setVisible(sight is Sight.PARTS)
        chosen = [block for block, button in self._parts.items() if button.isChecked()]
        self.decided.emit(sight, tuple(chosen))
