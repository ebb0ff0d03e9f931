"""Owns the words for how far a card is trusted, and a card's six words as chips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.card import Card, KnownCard, Trust
from rhi_desktop.ui import dates
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.translation import noop
from rhi_desktop.ui.widgets import Chip, column, row, wrap

IN_A_ROW = 3
_STATES: Mapping[Trust, tuple[str, str, IconName, str]] = {
    Trust.PENDING: (
        noop("cards", "Words not compared yet"),
        "notice",
        "ask",
        noop("cards", "Added {day}"),
    ),
    Trust.TRUSTED: (noop("cards", "Trusted"), "good", "check", noop("cards", "Since {day}")),
    Trust.REVOKED: (
        noop("cards", "Not trusted any more"),
        "danger",
        "x",
        noop("cards", "Since {day}"),
    ),
}


def trust_look(trust: Trust) -> tuple[str, str, IconName]:
    """The state in words, the tone of its chip, and its icon: never colour alone."""
    words, tone, icon, _ = _STATES[trust]
    return _tr(words), tone, icon


def since_words(known: KnownCard) -> str:
    """Since when the card has its state."""
    return _tr(_STATES[known.trust][3]).format(day=day_words(known.since))


def trust_chip(trust: Trust) -> Chip:
    """The state as a chip."""
    words, tone, icon = trust_look(trust)
    return Chip(words, tone, icon)


def about(card: Card) -> str:
    """Role and organisation in one line."""
    parts = (card.person.role, card.person.organisation)
    return ", ".join(part for part in parts if part)


def spoken(known: KnownCard) -> str:
    """A whole card in one sentence, as a screen reader says it."""
    state, _, _ = trust_look(known.trust)
    parts = (known.card.person.name, about(known.card), state, since_words(known))
    return ", ".join(part for part in parts if part)


def day_words(moment: datetime) -> str:
    """12 January 2026."""
    said = _tr("{day} {year}")
    return said.format(day=dates.day_and_month(moment), year=moment.year)


def word_chips(words: Sequence[str], *, in_a_row: int = IN_A_ROW) -> QWidget:
    """The words in their order as chips, so many beside each other."""
    lines = [
        row(*(Chip(word, "plain", large=True) for word in words[at : at + in_a_row]), "*", gap=6)
        for at in range(0, len(words), in_a_row)
    ]
    return wrap(column(*lines, gap=6))


def _tr(words: str) -> str:
    return QCoreApplication.translate("cards", words)
