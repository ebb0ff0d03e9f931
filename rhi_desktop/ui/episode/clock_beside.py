"""Owns the clock beside a heading: the mark, the words, and a way to say why it is late."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.clock import Clock
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.ui.clock_words import ClockWords
from rhi_desktop.ui.dates import short_day_and_time
from rhi_desktop.ui.episode.clock_line import clock_line
from rhi_desktop.ui.widgets import (
    BODY,
    STRONG,
    TINY,
    Button,
    Picture,
    Text,
    column,
    draw_clock,
    row,
    wrap,
)


def clock_beside(
    clock: Clock,
    hours: int,
    outcome: Outcome | None = None,
    late: LateReason | None = None,
    link: Button | None = None,
) -> QWidget:
    """The mark and the words of a time away; `link` stands below them, to say why it is late."""
    said = clock_line(clock, hours, outcome, late)
    mark = Picture(partial(_draw, said), "", width=24, height=24)
    below = Text(said.below, TINY)
    if link is not None and clock.due is not None and said.shape == "passed":
        # The link says what to do; the words need not say it again.
        below.setText(short_day_and_time(clock.due))
    way = row(link, "*") if link is not None else None
    words = column("*", Text(said.short, STRONG if said.live else BODY), below, way, "*")
    return wrap(row(column("*", mark, "*"), 12, words))


def _draw(said: ClockWords, painter: QPainter, rect: QRectF) -> None:
    draw_clock(painter, said.shape, rect.adjusted(2, 2, -2, -2), said.left)
