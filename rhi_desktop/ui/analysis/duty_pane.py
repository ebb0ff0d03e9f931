"""Owns the prompts beside the indicators: quiet cards, each with its rule and its source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.duty import Duty
from rhi_desktop.ui.analysis.duty_words import duty_words
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    SMALL,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    TINY,
    Button,
    Icon,
    Item,
    Text,
    column,
    empty,
    hline,
    row,
    scrolled,
    wrap,
)


class DutyPane(QFrame):
    """What follows from what was answered. A prompt stops nobody and counts nothing.

    Emits `asked_action` (ids of the indicators) and `asked_safety`.
    """

    asked_action = Signal(object)
    asked_safety = Signal()

    def __init__(self, child: str, *, may_change: bool) -> None:
        super().__init__()
        crowded = theme().crowded
        self.setProperty("card", "surface" if crowded else "pane")
        self.setAccessibleName(self.tr("What follows"))
        self._child, self._may_change = child, may_change
        self._shown: tuple[Duty, ...] | None = None
        self._inside = column()
        inside = wrap(column(self._inside, "*", margins=(24, 20, 20, 20)))
        # Below the signs the page scrolls; beside them the pane does.
        self.setLayout(column(inside) if crowded else column((scrolled(inside), 1)))

    def show_duties(self, duties: Sequence[Duty]) -> None:
        """Show the prompts, the most urgent first."""
        if tuple(duties) == self._shown:
            return
        self._shown = tuple(duties)
        empty(self._inside)
        whole = wrap(column(*self._rows(self._shown)))
        self._inside.addWidget(whole)
        whole.show()

    def _rows(self, duties: tuple[Duty, ...]) -> list[Item]:
        items: list[Item] = [Text(self.tr("What follows"), STRONG), 6]
        if not duties:
            words = self.tr("Nothing in the rules we know. Your own judgement stands above them.")
            return [*items, Text(words, SMALL_QUIET, wrap=True)]
        for number, one in enumerate(duties, start=1):
            items += [10, hline() if number > 1 else None, 12 if number > 1 else 0]
            items.append(self._card(one, number))
        words = self.tr("These are prompts. Follow your local procedure.")
        return [*items, 16, hline(), 10, Text(words, SMALL.medium, wrap=True)]

    def _card(self, duty: Duty, number: int) -> QWidget:
        said = duty_words(duty, self._child)
        sign = Icon("shield" if said.urgent else "notice", "notice", 18)
        head = row(column(3, sign, "*"), 10, (Text(said.title, STRONG, wrap=True), 1))
        act = Button(self.tr("Add what we will do"), "accent", "plus", size=SMALL_LINE)
        act.setObjectName(f"duty_action_{number}")
        act.setAccessibleDescription(said.title)
        act.setAccessibleName(self.tr("Add what we will do: {title}").format(title=said.title))
        act.clicked.connect(lambda: self.asked_action.emit(duty.because))
        if not self._may_change:
            act.hide()
        safety = None
        if said.urgent:
            safety = Button(self.tr("Immediate safety"), "accent", "shield", size=SMALL_LINE)
            safety.setObjectName(f"duty_safety_{number}")
            safety.setAccessibleName(self.tr("Immediate safety: {title}").format(title=said.title))
            safety.clicked.connect(self.asked_safety)
        return wrap(
            column(
                head, 4, Text(said.rule, SMALL, wrap=True), 4,
                Text(said.source, TINY, wrap=True), 6,
                row(safety, "*") if safety is not None else None, row(act, "*"),
            )
        )  # fmt: skip
