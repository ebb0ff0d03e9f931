"""Owns the head of the case page: who it is, the clock, and what one can do next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.clock import Clock
from rhi_desktop.domain.person import Child
from rhi_desktop.ui.clock_words import ClockWords, clock_words
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    QUIET,
    SMALL_LINE,
    STRONG,
    TINY,
    Button,
    Picture,
    Text,
    column,
    draw_clock,
    hline,
    row,
    wrap,
)

AGE = replace(H1.tint("text2"), weight=400)


@dataclass(frozen=True, slots=True)
class HeadButtons:
    """The four ways on, made by the page that does what they say."""

    back: Button
    details: Button
    away: Button
    start: Button


def case_head(who: QLayout, clock: QWidget, buttons: HeadButtons, *, narrow: bool) -> QWidget:
    """Beside each other where there is room; below each other where there is none."""
    side = theme().margin
    if narrow:
        first = row(column(who, "*"), "*", clock)
        ways = row(buttons.start, 12, buttons.details, 12, buttons.away, "*")
        lower = column(first, 12, ways)
    else:
        ways = row(buttons.details, 12, buttons.away, 12, buttons.start)
        middle = wrap(column("*", ways, "*"))
        lower = column(row(column(who, "*"), "*", clock, 24, middle))
    head = column(row(buttons.back, "*"), 4, lower, 16, margins=(side, 12, side, 0))
    return wrap(column(head, hline()))


def who_is_it(child: Child, reference: str, age: int | None) -> QLayout:
    """Initials and age large, the reference and what the child likes to be called below."""
    years = None if age is None else Text(str(age), AGE)
    name = row(Text(child.initials, H1), 12, years, "*")
    called = Text(child.called, QUIET) if child.called.strip() else None
    about = row(Text(reference, QUIET.figures), 16, called, "*")
    return column(name, 2, about)


def clock_beside(clock: Clock, hours: int) -> QWidget:
    """The mark and the words of the newest time away."""
    said = clock_words(clock, hours)
    mark = Picture(partial(_draw, said), "", width=24, height=24)
    words = column(
        "*", Text(said.short, STRONG if said.live else BODY), Text(said.below, TINY), "*"
    )
    return wrap(row(column("*", mark, "*"), 12, words))


def back_to_cases() -> Button:
    """The way back to the list."""
    words = QCoreApplication.translate("case", "Cases")
    back = Button(words, "link", "left", size=SMALL_LINE)
    back.setObjectName("back_to_cases")
    return back


def _draw(said: ClockWords, painter: QPainter, rect: QRectF) -> None:
    draw_clock(painter, said.shape, rect.adjusted(2, 2, -2, -2), said.left)
