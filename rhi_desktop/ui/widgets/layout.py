"""Owns the tools that put things beside and below each other in exact distances."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rhi_desktop.ui.theme import theme

Item = QWidget | QLayout | int | str | tuple[QWidget | QLayout, int] | None
"""A widget, a layout, a distance, "*" for a stretch, (thing, stretch), or None for nothing."""
W = TypeVar("W", bound=QWidget)
Margins = tuple[int, int, int, int]
NO_MARGINS = (0, 0, 0, 0)


def column(*items: Item, gap: int = 0, margins: Margins = NO_MARGINS) -> QVBoxLayout:
    """Things below each other. Distances are pixels at 100 %."""
    box = QVBoxLayout()
    _fill(box, items, gap, margins)
    return box


def row(*items: Item, gap: int = 0, margins: Margins = NO_MARGINS) -> QHBoxLayout:
    """Things beside each other. Distances are pixels at 100 %."""
    box = QHBoxLayout()
    _fill(box, items, gap, margins)
    return box


def wrap(layout: QLayout, name: str = "") -> QWidget:
    """A widget round a layout, so that it keeps its own width and can be hidden as one."""
    widget = QWidget()
    widget.setObjectName(name)
    widget.setLayout(layout)
    return widget


def card(layout: QLayout, kind: str = "surface", *, width: int = 0, height: int = 0) -> QFrame:
    """A surface: surface, subtle, child, notice, danger, good, pane, well, strip or bar."""
    frame = QFrame()
    frame.setProperty("card", kind)
    frame.setLayout(layout)
    sized(frame, width, height)
    return frame


def bar(*items: Item, height: int = 72) -> QFrame:
    """The bar at the foot of a page: 48 with links, 56 with 36 px buttons, 72 with large ones."""
    side = theme().margin
    return card(row(*items, margins=(side, 0, side, 0)), "bar", height=height)


def sized(widget: W, width: int = 0, height: int = 0) -> W:
    """The widget with a fixed width or height, pixels at 100 %."""
    if width:
        widget.setFixedWidth(theme().px(width))
    if height:
        widget.setFixedHeight(theme().px(height))
    return widget


def hline() -> QFrame:
    """A hairline between things below each other."""
    return _line("h")


def vline() -> QFrame:
    """A hairline between things beside each other."""
    return _line("v")


def page_body(*items: Item, name: str = "page") -> QWidget:
    """A full page on the canvas, from top to bottom."""
    return wrap(column(*items), name)


def scrolled(content: QWidget) -> QScrollArea:
    """A column that scrolls down and never sideways; its wheel and Page keys work everywhere."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(content)
    # Only now: taking a widget in makes the area fill its ground.
    content.setAutoFillBackground(False)
    return area


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)


def _line(direction: str) -> QFrame:
    line = QFrame()
    line.setProperty("line", direction)
    if direction == "h":
        line.setFixedHeight(1)
    else:
        line.setFixedWidth(1)
    return line


def _fill(box: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> None:
    look = theme()
    box.setContentsMargins(*(look.px(margin) for margin in margins))
    box.setSpacing(look.px(gap))
    for item in items:
        if item is None:
            continue
        if isinstance(item, int):
            box.addSpacing(look.px(item))
        elif isinstance(item, str):
            box.addStretch(1)
        else:
            thing, stretch = item if isinstance(item, tuple) else (item, 0)
            if isinstance(thing, QLayout):
                box.addLayout(thing, stretch)
            else:
                box.addWidget(thing, stretch)
