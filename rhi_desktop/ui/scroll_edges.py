"""Owns the right edge of a column that scrolls: the bar takes its room from the margin."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QScrollArea


def keep_edges(area: QScrollArea, content: QLayout) -> None:
    """Keep the right edge of a column where it is, whether its scroll bar shows or not."""
    bar, margins = area.verticalScrollBar(), content.contentsMargins()

    def move(_least: int, most: int) -> None:
        right = margins.right() - (bar.sizeHint().width() if most else 0)
        content.setContentsMargins(margins.left(), margins.top(), right, margins.bottom())

    bar.rangeChanged.connect(move)
