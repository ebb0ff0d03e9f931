"""Owns the head of the case page: who it is, the clock, and what one can do next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.person import Child
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    QUIET,
    SMALL_LINE,
    Button,
    Text,
    column,
    hline,
    row,
    wrap,
)

AGE = replace(H1.tint("text2"), weight=400)


@dataclass(frozen=True, slots=True)
class HeadParts:
    """What the page puts into its head: who, the clock, the ways on, links, tabs."""

    who: QLayout
    clock: QWidget
    ways: tuple[Button, ...]
    """Plain ones first, the primary one last."""
    links: tuple[Button, ...]
    tabs: QWidget
    note: QWidget
    """Who still has to be told; nothing while nobody has."""


def case_head(back: Button, parts: HeadParts, *, narrow: bool) -> QWidget:
    """Beside each other where there is room; below each other where there is none."""
    side = theme().margin
    if narrow:
        first = row(column(parts.who, "*"), "*", column(parts.clock, "*"))
        # The primary one first: it is what one came for.
        lower = column(first, 12, row(*reversed(parts.ways), "*", gap=12))
        half = (len(parts.links) + 1) // 2
        pairs = parts.links[:half], parts.links[half:]
        links = column(*(row(*pair, "*", gap=24) for pair in pairs), gap=2)
        below: QLayout = column(10, links, 4, parts.tabs)
    else:
        middle = wrap(column("*", row(*parts.ways, gap=12), "*"))
        lower = column(row(column(parts.who, "*"), "*", parts.clock, 24, middle))
        below = row(column("*", parts.tabs), "*", column(row(*parts.links, gap=20), 6))
    head = column(row(back, 24, parts.note, "*"), 4, lower, 8, below, margins=(side, 12, side, 0))
    return wrap(column(head, hline()))


def who_is_it(child: Child, reference: str, age: int | None) -> QLayout:
    """Initials and age large, the reference and what the child likes to be called below."""
    years = None if age is None else Text(str(age), AGE)
    name = row(Text(child.initials, H1), 12, years, "*")
    called = Text(child.called, QUIET) if child.called.strip() else None
    about = row(Text(reference, QUIET.figures), 16, called, "*")
    return column(name, 2, about)


def back_to_cases() -> Button:
    """The way back to the list."""
    words = QCoreApplication.translate("case", "Cases")
    back = Button(words, "link", "left", size=SMALL_LINE)
    back.setObjectName("back_to_cases")
    return back


def link(words: str, name: str, go: Callable[[], None]) -> Button:
    """A way on as a link."""
    made = Button(words, "link", size=SMALL_LINE)
    made.setObjectName(name)
    made.clicked.connect(go)
    return made
