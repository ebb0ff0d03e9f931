"""Owns the icons: resources/icons/*.svg drawn as vectors in the colour of the moment."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rhi_desktop.resources import resource

IconName = Literal[
    "arrow",
    "ask",
    "back",
    "bag",
    "box",
    "calendar",
    "check",
    "clock",
    "cover",
    "danger",
    "down",
    "export",
    "eye",
    "file",
    "flag",
    "fog",
    "graph",
    "grip",
    "hand",
    "heart",
    "home",
    "import",
    "key",
    "knot",
    "left",
    "lock",
    "low",
    "minus",
    "mixed",
    "moon",
    "music",
    "notice",
    "pause",
    "pencil",
    "people",
    "person",
    "phone",
    "pin",
    "plus",
    "print",
    "quote",
    "repeat",
    "right",
    "saved",
    "search",
    "shield",
    "sign",
    "signs",
    "sound",
    "spark",
    "sun",
    "table",
    "text",
    "told",
    "train",
    "undo",
    "wave",
    "x",
]
STROKE = 1.75


def draw_icon(
    painter: QPainter, name: IconName, rect: QRectF, colour: QColor, stroke: float = STROKE
) -> None:
    """Draw an icon into a square: sharp at every zoom, no pixmaps that could go stale."""
    _renderer(name, colour.name(), stroke).render(painter, rect)


def window_icon() -> QIcon:
    """A neutral page for the task bar: nothing that tells what the program is for."""
    pixels = QPixmap(64, 64)
    pixels.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixels)
    draw_icon(painter, "file", QRectF(4, 4, 56, 56), QColor("#4F5D61"))
    painter.end()
    return QIcon(pixels)


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    svg = resource("icons", f"{name}.svg").read_text("utf-8")
    svg = svg.replace("currentColor", colour).replace(f'"{STROKE}"', f'"{stroke}"')
    return QSvgRenderer(QByteArray(svg.encode()))
