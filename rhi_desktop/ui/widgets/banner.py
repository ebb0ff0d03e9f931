"""Owns the banner: what happened, what is safe, what to do, inside the column and never over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame

from rhi_desktop.ui.said import Said
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.announce import announce
from rhi_desktop.ui.widgets.button import Button
from rhi_desktop.ui.widgets.icon import TONE_ICONS, Icon
from rhi_desktop.ui.widgets.layout import Item, column, empty, row
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL, STRONG

__all__ = ["Banner", "Offer", "Said"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of a banner: its words, what it does, its stable name."""

    words: str
    act: Callable[[], object]
    name: str


class Banner(QFrame):
    """Stays until it is replaced or put away; typing goes on. Tone: notice, danger or good."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._words = Text("", STRONG, wrap=True)
        self._rest = Text("", SMALL, wrap=True)
        self._icon = Icon("notice", "notice", 22)
        self._offers = row(gap=8)
        self._words.setObjectName("banner_words")
        text = column(self._words, self._rest)
        inside: tuple[Item, ...] = (self._icon, 14, (text, 1), 16, self._offers)
        self.setLayout(row(*inside, margins=(18, 10, 16, 10)))
        self._place_icon()
        self.hide()

    def say(self, said: Said, *offers: Offer, tone: str = "notice") -> None:
        """Show three sentences and up to two buttons, the first of them the one to take."""
        self.setProperty("card", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.show_as(TONE_ICONS[tone], tone)
        self._words.setText(said.happened)
        self._rest.setText(said.rest)
        self._rest.setVisible(bool(said.rest))
        empty(self._offers)
        for index, offer in enumerate(offers):
            button = Button(offer.words, "quiet" if index else "plain")
            button.setObjectName(offer.name)
            button.clicked.connect(offer.act)
            self._offers.addWidget(button)
        self.setAccessibleName(said.happened)
        self.show()
        announce(self, said.whole, urgent=tone != "good")

    def put_away(self) -> None:
        """Show nothing."""
        self.hide()

    @property
    def words(self) -> str:
        """What it says now; empty when it is put away."""
        return "" if self.isHidden() else self._words.text()

    def _place_icon(self) -> None:
        self.setMinimumHeight(theme().px(48))
