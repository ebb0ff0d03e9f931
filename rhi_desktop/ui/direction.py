"""Owns on which side words start: at the right for what is written from right to left."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt

_ENOUGH = 200


def starting_side(words: str) -> Qt.AlignmentFlag:
    """Right when the first letter with a direction has that one; left otherwise."""
    strong = (unicodedata.bidirectional(char) for char in words[:_ENOUGH])
    first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
    side = Qt.AlignmentFlag
    return side.AlignLeft if first == "L" else side.AlignRight | side.AlignAbsolute
