"""Owns the direction of brackets in mixed rows: both of a pair turn the same way (UAX 9, N0).

The library that resolves everything else knows this rule only where it answers with a finished
line, and not where it answers with levels.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from bidi.mirror import MIRRORED

Char = dict[str, Any]
DEEPEST = 63
"""Brackets nested deeper than this are left alone, as the rule says."""
_RIGHT = {"R", "EN", "AN"}


def pair_brackets(storage: dict[str, Any]) -> None:
    """Give every pair its direction; to be called between the weak and the neutral types."""
    for run in storage["runs"]:
        chars = storage["chars"][run["start"] : run["start"] + run["length"]]
        for first, last in sorted(pairs(chars)):
            _settle(chars, (first, last), run["sor"])


def pairs(chars: Sequence[Char]) -> list[tuple[int, int]]:
    """Where the brackets of each pair stand (BD16)."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        kind = _kind(char)
        if kind == "Ps":
            if len(waiting) == DEEPEST:
                return []
            waiting.append((MIRRORED[char["ch"]], at))
        elif kind == "Pe":
            opened = [depth for depth, (close, _) in enumerate(waiting) if close == char["ch"]]
            if opened:
                found.append((waiting[opened[-1]][1], at))
                del waiting[opened[-1] :]
    return found


def _kind(char: Char) -> str:
    if char["type"] != "ON" or char["ch"] not in MIRRORED:
        return ""
    return unicodedata.category(char["ch"])


def _settle(chars: Sequence[Char], pair: tuple[int, int], before: str) -> None:
    first, last = pair
    own = "R" if chars[first]["level"] % 2 else "L"
    inside = {side for char in chars[first + 1 : last] if (side := _side(char))}
    if not inside:
        return
    direction = own
    if own not in inside:
        sides = [side for char in chars[:first] if (side := _side(char))]
        # What stands before the pair says whether the other direction goes on.
        direction = [before, *sides][-1]
    for at in pair:
        _turn(chars, at, direction)


def _side(char: Char) -> str:
    kind = char["type"]
    if kind in _RIGHT:
        return "R"
    return "L" if kind == "L" else ""


def _turn(chars: Sequence[Char], at: int, direction: str) -> None:
    chars[at]["type"] = direction
    for char in chars[at + 1 :]:
        if char["orig"] != "NSM":
            break
        char["type"] = direction
