"""Owns the order of Tab where a part of a page is made anew: it follows the eye."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow_eye(*parts: QWidget) -> None:
    """Let Tab go through these parts one after the other, in each as it went before.

    What was made later stands last in Qt's own order, however far above it is seen.
    """
    stops = [stop for part in parts for stop in _stops(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> list[QWidget]:
    found = [part]
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return [one for one in found if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
