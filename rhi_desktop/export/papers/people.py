"""Owns how the people who help stand on a child's paper: name, number large, and what they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rhi_desktop.export.papers.chosen import Scale, plain
from rhi_desktop.export.sheet import MM, Block, Column, Columns, Face, Item, Items, Type, Words

_BETWEEN = r"(?:[\s()\u2010-\u2013-]{0,3}|[./](?=\d{3}))"
_NUMBER = re.compile(
    r"(?<![\w.])(?!\d{1,2}[-./]\d{1,2}[-./]\d)(?:\(?\+\s?\d|\(?[0\u0660\u06f0])"
    rf"(?:{_BETWEEN}\d){{7,14}}(?!\w)"
)
"""Eight to fifteen figures that begin with a nought or a plus; a date is none."""
BETWEEN = 6.0
PAIR, GUTTER = 2, 8 * MM
"""Two stand on the columns of the plan."""
SHORT = 44
"""Four people stand side by side when nobody needs more letters than these."""


@dataclass(frozen=True, slots=True)
class Card:
    """A line about a person in three parts; together they are the line, letter by letter."""

    name: str
    number: str
    rest: str


def card(words: str) -> Card:
    """The parts before, of, and after the first telephone number; without one all is `rest`."""
    found = _NUMBER.search(words)
    if found is None:
        return Card("", "", words)
    end = found.end()
    # A comma after a number stays on its line.
    while end < len(words) and words[end] in ",;.:":
        end += 1
    return Card(words[: found.start()].strip(), words[found.start() : end], words[end:].strip())


def numbers_in(words: str) -> tuple[str, ...]:
    """Every telephone number in a line, as it is written there."""
    return tuple(found.group() for found in _NUMBER.finditer(words))


def rows(items: Sequence[tuple[Item, str]], kinds: Scale, width: float) -> tuple[Block, ...]:
    """Cards side by side, as many as their words allow; each item with the words of its line."""
    cards = [card(words) for _, words in items]
    across = _across(cards)
    between = BETWEEN if across > PAIR else GUTTER
    blocks: list[Block] = []
    for start in range(0, len(items), across):
        row = items[start : start + across]
        wide = (width - (across - 1) * between) / across
        made = tuple(Column(wide, (one(item, words, kinds),)) for item, words in row)
        last = start + across >= len(items)
        blocks.append(Columns(made, between, 12.0 if last else 9.0, whole=True))
    return tuple(blocks)


def one(item: Item, words: str, kinds: Scale, indent: float = 20.0) -> Items:
    """One person as a list of one."""
    parts = card(words)
    if not parts.number:
        return Items((item,), kinds.body, indent=indent, after=0.0)
    name = Type(kinds.body.size + 2.5, kinds.body.leading + 1.4, Face.STRONG)
    below = [Words(plain(parts.number), kinds.call)] if parts.name else []
    if parts.rest:
        small = Type(kinds.body.size - 1, kinds.body.leading - 1.6)
        below.append(Words(plain(parts.rest), small))
    text = plain(parts.name or parts.number)
    shown = replace(item, text=text, below=(*below, *_noted(item, kinds)), note=())
    return Items((shown,), name if parts.name else kinds.call, indent=indent, after=0.0)


def _noted(item: Item, kinds: Scale) -> tuple[Words, ...]:
    return (Words(item.note, kinds.small),) if item.note else ()


def _across(cards: Sequence[Card]) -> int:
    longest = max(len(one.rest) for one in cards)
    named = max(len(one.name) for one in cards)
    if all(one.number for one in cards) and longest <= SHORT and named <= SHORT / 3:
        return min(len(cards), 4)
    return min(len(cards), PAIR)
