"""Owns telephone numbers on the paper: read from left to right as a whole, never over two rows."""

from __future__ import annotations

import re
from collections.abc import Callable

_GROUPS = r"(?:[ \u00a0().\-\u2010-\u2013]{1,2}\d+)+"
_BEGINS = r"\+\d+|\(0\d*\)\d*|0\d*|116(?=[ \u00a0]\d{3}\b)"
_TELEPHONE = re.compile(rf"(?<!\w)(?:{_BEGINS}){_GROUPS}")
FEWEST = 6
"""Digits of a telephone number in several groups."""


def as_one_number(text: str) -> str:
    """The same length, with zeros alone where a telephone number stands."""
    return _changed(text, lambda number: "0" * len(number))


def held_together(text: str) -> str:
    """The same with spaces that do not break inside telephone numbers."""
    return _changed(text, lambda number: number.replace(" ", "\u00a0"))


def _changed(text: str, change: Callable[[str], str]) -> str:
    def changed(found: re.Match[str]) -> str:
        few = sum(char.isdigit() for char in found[0]) < FEWEST
        return found[0] if few else change(found[0])

    return _TELEPHONE.sub(changed, text)
