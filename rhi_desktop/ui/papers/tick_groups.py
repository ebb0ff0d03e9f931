"""Owns lists of things to tick, group by group; what may not be ticked says why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    SMALL_QUIET,
    Text,
    column,
    empty,
    wrap,
)
from rhi_desktop.ui.widgets.wrap_tick import WrapTick


@dataclass(frozen=True, slots=True)
class TickItem:
    """One thing: its words, a quiet note below them, and whether it may be ticked at all."""

    id: str
    words: str = field(repr=False)
    note: str = field(default="", repr=False)
    may: bool = True
    childs: bool = False
    """In the child's own words: in their ink, in quotation marks."""


@dataclass(frozen=True, slots=True)
class TickGroup:
    """Things under one heading; `about` says what they are."""

    title: str
    items: tuple[TickItem, ...] = field(repr=False)
    about: str = ""


class TickGroups(QWidget):
    """Emits `ticked` after each press. Nothing is ticked that was not chosen by somebody."""

    ticked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name = name
        self._ticks: dict[str, WrapTick] = {}
        self._groups = column()
        self.setLayout(self._groups)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked, in the order of the list."""
        return tuple(one for one, tick in self._ticks.items() if tick.isChecked())

    @property
    def first(self) -> QWidget | None:
        """The first thing that may be ticked."""
        return next((tick for tick in self._ticks.values() if tick.isEnabled()), None)

    def show_groups(self, groups: Sequence[TickGroup], chosen: Collection[str]) -> None:
        """Show what there is to tick, and what was."""
        empty(self._groups)
        self._ticks = {}
        for number, group in enumerate(groups):
            if number:
                self._groups.addSpacing(18)
            self._groups.addWidget(self._group(group, chosen))

    def tick(self, ids: Collection[str]) -> None:
        """Tick these besides what is ticked."""
        for one, tick in self._ticks.items():
            if one in ids and tick.isEnabled():
                with QSignalBlocker(tick):
                    tick.setChecked(True)
        self.ticked.emit()

    def clear(self) -> None:
        """Take every tick away."""
        for tick in self._ticks.values():
            with QSignalBlocker(tick):
                tick.setChecked(False)
        self.ticked.emit()

    def _group(self, group: TickGroup, chosen: Collection[str]) -> QWidget:
        rows = column(gap=8)
        for item in group.items:
            rows.addWidget(self._tick(item, item.id in chosen))
        about = Text(group.about, SMALL_QUIET, wrap=True) if group.about else None
        title = Text(group.title, H3, wrap=True) if group.title else None
        made = wrap(column(title, 2 if about else None, about, 4, wrap(rows)))
        made.setAccessibleName(group.title)
        return made

    def _tick(self, item: TickItem, on: bool) -> WrapTick:  # noqa: FBT001 - of one caller
        words = f"\u201c{item.words}\u201d" if item.childs else item.words
        style = BODY.tint("child-ink") if item.childs else BODY
        tick = WrapTick(words, item.note, style=style)
        tick.setObjectName(f"{self._name}_{len(self._ticks) + 1}")
        tick.setChecked(on and item.may)
        if not item.may:
            tick.close_for_good()
        tick.clicked.connect(self.ticked)
        self._ticks[item.id] = tick
        return tick
