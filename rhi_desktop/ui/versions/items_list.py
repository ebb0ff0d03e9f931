"""Owns the list of what may go into a version: a tick for each thing, in groups of one kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.versions.version_words import VersionWords
from rhi_desktop.ui.widgets import (
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    Button,
    Text,
    column,
    row,
    wrap,
)
from rhi_desktop.ui.widgets.wrap_tick import WrapTick
from rhi_desktop.workflow.variants import Item, ItemKind, Offer, Why

ABOUT_READER = {Why.SAID_NO, Why.SAID_PART, Why.NOT_ASKED}
"""What speaks against everything the child said, not against one thing."""

NAMED = {ItemKind.ENTITY, ItemKind.SIGN, ItemKind.ANSWER, ItemKind.FACT}
"""A card is known by its name, a sign by its wording, an answer by its question."""
CLOSED = {
    *(Why.KEPT, Why.WITH_KEPT, Why.UNSAFE, Why.SAFE_PLACE),
    *(Why.HARM, Why.NOT_AGREED, Why.NOT_SEEN),
}
"""What is shown in its place although nobody can tick it: somebody could miss it there."""


class CountedItems(QObject):
    """How many of how many, in the singular or the plural. lupdate sees plurals of `tr` only."""

    def ticked(self, count: int, of: int) -> str:
        """So many of so many go in."""
        return self.tr("%n of {of} ticked", "", count).format(of=of)

    def kept(self, count: int) -> str:
        """So many cannot be ticked."""
        return self.tr("%n cannot be ticked", "", count)


class ItemGroup(QWidget):
    """The things of one kind, with how many of them go, and a link that ticks all or none.

    Emits `changed`. What is kept or unsafe stands in its place and cannot be ticked; the rest of
    what may not go is named in the list below only.
    """

    changed = Signal()

    def __init__(self, kind: ItemKind, items: Collection[Item], said: VersionWords) -> None:
        super().__init__()
        self._said, self._held = said, len(items)
        self.setObjectName(f"group_{kind.value}")
        self.setAccessibleName(said.kind(kind))
        shown = {one.key: self._tick(one) for one in items if one.allowed or one.why in CLOSED}
        allowed = {one.key for one in items if one.allowed}
        self._ticks = {key: tick for key, tick in shown.items() if key in allowed}
        for key in shown.keys() - allowed:
            shown[key].close_for_good()
        self._count = Text("", SMALL_QUIET, wrap=True)
        self._all = Button("", "link", size=SMALL_LINE)
        self._all.setObjectName(f"all_{kind.value}")
        self._all.clicked.connect(self._turn_all)
        for number, tick in enumerate(self._ticks.values()):
            tick.setObjectName(f"item_{kind.value}_{number}")
            tick.clicked.connect(self._pressed)
        title = column(Text(said.kind(kind), STRONG, wrap=True), self._count)
        head = row((wrap(title), 1), 12, wrap(column(self._all, "*")))
        if len(self._ticks) < 2:  # noqa: PLR2004 - one tick needs no way to tick all of them
            self._all.hide()
        self.setLayout(column(wrap(head), *shown.values(), gap=6))
        self._say()

    @property
    def ticks(self) -> tuple[WrapTick, ...]:
        """Every tick, in order."""
        return tuple(self._ticks.values())

    @property
    def chosen(self) -> frozenset[str]:
        """The keys that are ticked."""
        return frozenset(key for key, tick in self._ticks.items() if tick.isChecked())

    def choose(self, keys: Collection[str]) -> None:
        """Tick these and no others."""
        for key, tick in self._ticks.items():
            with QSignalBlocker(tick):
                tick.setChecked(key in keys)
        self._say()

    def _tick(self, one: Item) -> WrapTick:
        named = one.kind in NAMED
        shown, beside = (one.name, one.words) if named else (one.words, self._said.name(one))
        # What the child said about this reader stands above the list, once.
        why = self._said.why(one.why) if one.why and one.why not in ABOUT_READER else ""
        note = ". ".join(part.rstrip(".") for part in (beside, why) if part)
        spoken = ": ".join(part for part in (self._said.name(one), one.words) if part)
        return WrapTick(shown or self._said.kind(one.kind), note, one.voice, spoken=spoken)

    def _pressed(self) -> None:
        self._say()
        self.changed.emit()

    def _turn_all(self) -> None:
        self.choose(() if self._whole else tuple(self._ticks))
        self.changed.emit()

    @property
    def _whole(self) -> bool:
        return len(self.chosen) == len(self._ticks)

    def _say(self) -> None:
        said, never = CountedItems(), self._held - len(self._ticks)
        words = [said.ticked(len(self.chosen), self._held)]
        words += [said.kept(never)] if never else []
        self._count.setText(", ".join(words))
        way = self.tr("Tick none") if self._whole else self.tr("Tick all")
        self._all.setText(way)
        self._all.setAccessibleName(f"{way}: {self.accessibleName()}")


class ItemsList(QWidget):
    """Every group of an offer. Emits `changed` after each tick; `chosen` are the ticked keys."""

    changed = Signal()

    def __init__(self, offer: Offer, said: VersionWords) -> None:
        super().__init__()
        self.setObjectName("items")
        self._groups = [
            ItemGroup(kind, items, said)
            for kind, items in _by_kind(offer, said.first)
            if any(one.allowed for one in items)
        ]
        for one in self._groups:
            one.changed.connect(self.changed)
        self.setLayout(column(*self._groups, gap=22))
        self.choose(offer.suggested)

    @property
    def chosen(self) -> frozenset[str]:
        """The keys that are ticked."""
        return frozenset(key for one in self._groups for key in one.chosen)

    @property
    def ticks(self) -> tuple[WrapTick, ...]:
        """Every tick, in order."""
        return tuple(tick for one in self._groups for tick in one.ticks)

    def choose(self, keys: Collection[str]) -> None:
        """Tick these and no others."""
        for one in self._groups:
            one.choose(keys)


def _by_kind(
    offer: Offer, first: Sequence[ItemKind]
) -> Iterator[tuple[ItemKind, tuple[Item, ...]]]:
    for kind in dict.fromkeys((*first, *(one.kind for one in offer.items))):
        found = tuple(one for one in offer.items if one.kind is kind)
        # Lines keep the order in which they were said; elsewhere what can be ticked comes first.
        kept_order = kind is ItemKind.LINE
        yield kind, found if kept_order else tuple(sorted(found, key=lambda one: not one.allowed))
