"""Owns what is said beside a verdict: what to do now, and what no check can tell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from rhi_desktop.ui import verdict_words
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Icon,
    Text,
    card,
    column,
    row,
)
from rhi_desktop.workflow.reviewing import Outcome, Verdict


class Advice(QWidget):
    """The next step of whoever holds the file. `cards` is offered where a signer is not known."""

    def __init__(self, verdict: Verdict, cards: Callable[[], object]) -> None:
        super().__init__()
        unknown = verdict.outcome is Outcome.UNKNOWN_SIGNER
        inside = column(
            Text(self.tr("What to do now"), H3),
            6,
            Text(verdict_words.what_to_do(verdict), BODY, wrap=True),
            8 if unknown else None,
            row(self._way(cards), "*") if unknown else None,
            18,
            Text(self.tr("What no check can tell"), SMALL_QUIET.strong),
            6,
            column(*(_line(one) for one in self._limits()), gap=6),
            margins=(20, 16, 20, 18),
        )
        self.setLayout(column(card(inside, "subtle")))

    def _way(self, cards: Callable[[], object]) -> Button:
        way = Button(self.tr("Cards"), "link", size=SMALL_LINE)
        way.setObjectName("to_cards")
        way.clicked.connect(cards)
        return way

    def _limits(self) -> tuple[str, ...]:
        return (
            self.tr("Whether what was said is true: only who signed these words."),
            self.tr("Whether a newer file exists: an older one stays genuine."),
            self.tr("The real time: each signature carries the clock of its laptop."),
        )


def _line(words: str) -> QWidget:
    made = QWidget()
    made.setLayout(row(Icon("minus", "text2", 18), 8, (Text(words, SMALL_QUIET, wrap=True), 1)))
    return made
