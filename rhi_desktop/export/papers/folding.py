"""Owns the geometry of the pocket card: eight small pages on a sheet, folds, and one cut.

The bottom row is 6 7 8 1, the top row turned 5 4 3 2. With the cut it folds to a booklet without
staples; without scissors, folded in half three times, page 1 is still the cover and 8 the back.
"""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.export.sheet import A4_LANDSCAPE, MM, Block, Box, Crease, Panel, Way
from rhi_desktop.export.wording import say

WIDTH, HEIGHT = A4_LANDSCAPE[0] / 4, A4_LANDSCAPE[1] / 2
EDGE, LOW = 8 * MM, 11.2 * MM
INSIDE = WIDTH - 2 * EDGE
ROOM = HEIGHT - EDGE - LOW
BOTTOM, TOP = (6, 7, 8, 1), (5, 4, 3, 2)
COVER, BACK = 1, 8
TICK = (5 * MM, 9 * MM)
SCISSORS = 3.0
"""The dots of a fold keep so far from where folds cross."""


def panel(
    number: int, blocks: Sequence[Block], *, foot: Sequence[Block] = (), title: str = ""
) -> Panel:
    """One small page; cover and back have no number."""
    upper = number in TOP
    column = TOP.index(number) if upper else BOTTOM.index(number)
    # A turned page has its upper edge at the fold in the middle of the sheet.
    low = HEIGHT + EDGE if upper else LOW
    box = Box(column * WIDTH + EDGE, low, INSIDE, ROOM)
    shown = "" if number in {COVER, BACK} else str(number)
    continued = say("own_continued", title=title) if title else ""
    return Panel(box, tuple(blocks), upper, tuple(foot), shown, continued)


def _creases() -> tuple[Crease, ...]:
    wide, high = A4_LANDSCAPE
    near, far = TICK
    found = []
    for x in (WIDTH, 2 * WIDTH, 3 * WIDTH):
        found += [
            Crease(Way.TICK, (x, near), (x, far)),
            Crease(Way.TICK, (x, high - far), (x, high - near)),
            Crease(Way.FOLD, (x, far), (x, HEIGHT - SCISSORS)),
            Crease(Way.FOLD, (x, HEIGHT + SCISSORS), (x, high - far)),
        ]
    found += [
        Crease(Way.TICK, (near, HEIGHT), (far, HEIGHT)),
        Crease(Way.TICK, (wide - far, HEIGHT), (wide - near, HEIGHT)),
        Crease(Way.FOLD, (far, HEIGHT), (WIDTH - SCISSORS, HEIGHT)),
        Crease(Way.FOLD, (3 * WIDTH + SCISSORS, HEIGHT), (wide - far, HEIGHT)),
        Crease(Way.CUT, (WIDTH, HEIGHT), (3 * WIDTH, HEIGHT)),
    ]
    return tuple(found)


CREASES = _creases()
