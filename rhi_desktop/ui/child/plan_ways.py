"""Owns the row that leads to the other parts of the plan: a child may start anywhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.plan_route import FEELINGS, Part
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.widgets import LARGE, Button


class Parts(QWidget):
    """One button for each part; the one that is shown looks chosen. Emits `wanted` (page, detail).

    `earlier` offers the plan from last time as well.
    """

    wanted = Signal(object, str)

    def __init__(self, here: Part, *, earlier: bool) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Parts of my plan"))
        feel = self._button(self.tr("How I am"), "part_feel")
        feel.clicked.connect(lambda: self.wanted.emit(PageName.PLAN_FEEL, FEELINGS))
        last = self._button(self.tr("Last time"), "part_earlier")
        last.clicked.connect(lambda: self.wanted.emit(PageName.PLAN_EARLIER, ""))
        words = {
            Part.FIRST: self.tr("First things"),
            Part.MORE: self.tr("More things"),
            Part.ME: self.tr("About me"),
        }
        parts = [self._part(part, said, on=part is here) for part, said in words.items()]
        self.setLayout(flow(feel, last, *parts, gap=4))
        if not earlier:
            last.hide()

    def _part(self, part: Part, words: str, *, on: bool) -> Button:
        button = self._button(words, f"part_{part.value}")
        button.setCheckable(True)
        button.setChecked(on)
        button.clicked.connect(partial(self._want, button, part, on))
        return button

    def _want(self, button: Button, part: Part, on: bool, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - bound here, Qt's flag
        # Not exclusive, so that Tab comes to each: a press leads on and marks nothing here.
        button.setChecked(on)
        self.wanted.emit(PageName.CHILD_PLAN, part.value)

    def _button(self, words: str, name: str) -> Button:
        button = Button(words, "quiet", size=LARGE)
        button.setObjectName(name)
        return button
