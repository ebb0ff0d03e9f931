"""Owns the card of the times away: the ribbon, and the table that says the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.ui.cases.ribbon import Away, draw_ribbon, spoken
from rhi_desktop.ui.dates import day_and_year
from rhi_desktop.ui.number_words import in_words
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    TINY,
    Button,
    Picture,
    Text,
    card,
    column,
    row,
    wrap,
)


def times_card(
    times: Sequence[Away], count: int, now: datetime, turn: Callable[[], None], *, table: bool
) -> QFrame:
    """The picture or the table, and the link that turns one into the other."""
    title = Text(away_words(count), STRONG)
    link = Button(
        _tr("Picture") if table else _tr("Table"),
        "link",
        "graph" if table else "table",
        size=SMALL_LINE,
    )
    link.setObjectName("turn_times")
    link.clicked.connect(turn)
    if not times:
        nothing = Text(_tr("No time is known yet."), QUIET)
        return card(column(title, 8, nothing, margins=(24, 16, 24, 16)))
    note = Text(_tr("A longer shape is a longer time away"), SMALL_QUIET)
    note.setObjectName("ribbon_note")
    if table or theme().crowded:
        note.hide()
    head = row(title, "*", note, 20, link, 8, Text("F6", TINY))
    inner = _table(times) if table else _picture(times, now)
    return card(column(head, inner, margins=(24, 12, 24, 12)))


def _picture(times: Sequence[Away], now: datetime) -> QWidget:
    return Picture(lambda p, r: draw_ribbon(p, r, times, now), spoken(times), height=128)


def _table(times: Sequence[Away]) -> QWidget:
    lines = [
        row(Text(day_and_year(one.began), BODY), 24, Text(one.length, STRONG), "*")
        for one in reversed(times)
    ]
    return wrap(column(*lines, gap=8, margins=(0, 12, 0, 12)))


def away_words(count: int) -> str:
    """How many times away there are."""
    if count == 1:
        return _tr("One time away")
    return _tr("{number} times away").format(number=in_words(count))


def _tr(words: str) -> str:
    return QCoreApplication.translate("case", words)
