"""Owns what is noted beside the words: what the child knows and wants, who was told, danger."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.disclosure import DisclosureStep, StepKind, Told
from rhi_desktop.ui.disclosure.step_words import noted, step_words
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.widgets import (
    BODY,
    SMALL_QUIET,
    Icon,
    Item,
    Text,
    Tick,
    column,
    empty,
    row,
    wrap,
)
from rhi_desktop.workflow.entries import NewStep

_ASKED = (
    StepKind.CHILD_KNOWS,
    StepKind.CHILD_AGREES,
    StepKind.CHILD_DISAGREES,
    StepKind.NOBODY_IN_DANGER,
)
_OPPOSITE = {
    StepKind.CHILD_AGREES: StepKind.CHILD_DISAGREES,
    StepKind.CHILD_DISAGREES: StepKind.CHILD_AGREES,
}


class Ticks(QWidget):
    """Ticks wait for Keep, since nothing can be taken away afterwards; what was kept stands.

    Emits `asked_told` (Told.MANAGER) when the supervisor was told: a name and a time belong to it.
    """

    asked_told = Signal(object)

    def __init__(self, child: str, interviewer: str, typed: HalfTyped) -> None:
        super().__init__()
        self._by, self._typed = interviewer, typed
        self._words = {
            StepKind.CHILD_KNOWS: self.tr("{child} knows I am passing this on"),
            StepKind.CHILD_AGREES: self.tr("{child} agrees"),
            StepKind.CHILD_DISAGREES: self.tr("{child} does not agree"),
            StepKind.NOBODY_IN_DANGER: self.tr("I do not think anyone is in danger today"),
        }
        self._words = {kind: words.format(child=child) for kind, words in self._words.items()}
        self._ticks = {kind: self._tick(kind) for kind in _ASKED}
        self._manager = Tick(self.tr("I told my manager or supervisor"))
        self._manager.setObjectName("told_my_manager")
        self._manager.clicked.connect(self._ask_manager)
        self._kept = {kind: column() for kind in (*_ASKED, StepKind.TOLD)}
        rows: list[Item] = []
        for kind in _ASKED[:-1]:
            rows += [wrap(self._kept[kind]), self._ticks[kind], 4]
        rows += [wrap(self._kept[StepKind.TOLD]), self._manager, 4]
        danger = StepKind.NOBODY_IN_DANGER
        self.setLayout(column(*rows, wrap(self._kept[danger]), self._ticks[danger]))

    @property
    def pending(self) -> tuple[NewStep, ...]:
        """What is ticked and not kept."""
        return tuple(
            NewStep(kind, name=self._by if kind is StepKind.CHILD_KNOWS else "")
            for kind, tick in self._ticks.items()
            if tick.isChecked()
        )

    def show_steps(self, steps: Sequence[DisclosureStep]) -> None:
        """Show what was kept; of two that exclude each other the later one stands."""
        for kind, tick in self._ticks.items():
            found = [x for x in steps if x.kind in {kind, _OPPOSITE.get(kind, kind)}]
            stands = bool(found) and found[-1].kind is kind
            self._show(kind, self._words[kind], noted(found[-1]) if stands else "")
            tick.setVisible(not stands)
        told = [x for x in steps if x.kind is StepKind.TOLD and x.whom is Told.MANAGER]
        self._show(StepKind.TOLD, self._manager.text(), step_words(told[-1]) if told else "")
        self._manager.setVisible(not told)
        self._manager.setChecked(False)

    def clear(self) -> None:
        """What was ticked is kept."""
        for tick in self._ticks.values():
            tick.setChecked(False)

    def _show(self, kind: StepKind, words: str, note: str) -> None:
        box = self._kept[kind]
        empty(box)
        if note:
            sign = column(2, Icon("check", "accent", 20, stroke=2.4), "*")
            text = column(Text(words, BODY, wrap=True), Text(note, SMALL_QUIET, wrap=True))
            box.addLayout(row(sign, 10, (text, 1)))

    def _tick(self, kind: StepKind) -> Tick:
        tick = Tick(self._words[kind])
        tick.setObjectName(f"tick_{kind.value}")
        tick.setChecked(bool(self._typed.text(kind.value)))
        tick.toggled.connect(lambda on: self._turn(kind, on=on))
        return tick

    def _turn(self, kind: StepKind, *, on: bool) -> None:
        self._typed.mark(kind.value, "1" if on else "")
        other = self._ticks.get(_OPPOSITE.get(kind, kind))
        if on and other is not None and other is not self._ticks[kind]:
            other.setChecked(False)

    def _ask_manager(self) -> None:
        self._manager.setChecked(False)
        self.asked_told.emit(Told.MANAGER)
