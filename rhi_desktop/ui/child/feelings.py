"""Owns the cards of feelings: as many as fit, a word of one's own, and ways not to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.picks import Feel, Way
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import Field, column

SYMBOLS: dict[str, IconName] = {
    "calm": "wave",
    "worried": "knot",
    "angry": "spark",
    "low": "low",
    "tired": "moon",
    "numb": "fog",
    "okay": "sun",
    "mixed": "mixed",
}
"""A feeling that a pack adds stands without a symbol: a word is enough."""
BESIDE, BESIDE_LARGE, GAP = 4, 2, 16


class Feelings(QWidget):
    """Many may be chosen, or none; `own` is the field for another word.

    Emits `chosen` when a person chooses, `named` (words) with each key in the field. Choosing a
    feeling lets go of a way not to say, and the other way round.
    """

    chosen = Signal()
    named = Signal(str)

    def __init__(
        self,
        name: str,
        words: Sequence[tuple[str, str]],
        ways: Sequence[tuple[str, str]],
        own: Field,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._feels = {one: self._feel(one, said) for one, said in words}
        self._ways = {one: self._way(one, said) for one, said in ways}
        self.own = own
        self.own.setPlaceholderText(self.tr("My own word"))
        self.own.setAccessibleName(self.tr("My own word"))
        self.own.setProperty("child", "large")
        self.own.setProperty("ring_radius", "card")
        self.own.textEdited.connect(self._named)
        grid = QGridLayout()
        grid.setSpacing(theme().px(GAP))
        beside = BESIDE_LARGE if theme().crowded else BESIDE
        # All as wide as the longest word needs: no feeling stands out.
        one = max(feel.sizeHint().width() for feel in self._feels.values())
        self.wide = beside * one + (beside - 1) * theme().px(GAP)
        for part in (*self._feels.values(), *self._ways.values()):
            part.setFixedWidth(max(one, part.sizeHint().width()))
        self.own.setFixedWidth(2 * one + theme().px(GAP))
        for number, feel in enumerate(self._feels.values()):
            grid.addWidget(feel, number // beside, number % beside)
        self.setLayout(column(grid, 24, flow(self.own, *self._ways.values(), gap=GAP)))

    def show_chosen(self, values: Sequence[str], way: str) -> None:
        """Show what stands."""
        for one, feel in self._feels.items():
            feel.setChecked(one in values)
        for one, button in self._ways.items():
            button.setChecked(one == way)

    @property
    def values(self) -> tuple[str, ...]:
        """The feelings that are chosen, in their order."""
        return tuple(one for one, feel in self._feels.items() if feel.isChecked())

    @property
    def way(self) -> str:
        """The way not to say; empty when there is none."""
        return next((one for one, button in self._ways.items() if button.isChecked()), "")

    @property
    def first(self) -> QWidget:
        """The first card."""
        return next(iter(self._feels.values()))

    def _feel(self, value: str, words: str) -> Feel:
        feel = Feel(words, SYMBOLS.get(value))
        feel.setObjectName(f"feel_{value}")
        feel.clicked.connect(self._felt)
        return feel

    def _way(self, value: str, words: str) -> Way:
        way = Way(words, 56)
        # A second press takes it back.
        way.setAutoExclusive(False)
        way.setObjectName(f"feel_{value}")
        way.clicked.connect(lambda: self._not_said(way))
        return way

    def _felt(self) -> None:
        for way in self._ways.values():
            way.setChecked(False)
        self.chosen.emit()

    def _not_said(self, way: Way) -> None:
        for other in (*self._feels.values(), *self._ways.values()):
            if other is not way:
                other.setChecked(False)
        self.chosen.emit()

    def _named(self, words: str) -> None:
        for way in self._ways.values():
            way.setChecked(False)
        self.named.emit(words)
