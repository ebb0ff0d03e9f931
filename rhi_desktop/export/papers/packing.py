"""Owns which part of a plan stands on which of the six inner pages of the pocket card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rhi_desktop.export.sheet import Item, Words

PAGES = 6
HEIGHT, HEADING = 243.0, 26.0
"""Of a small page and of a heading, in points."""
BETWEEN, APART = 5.0, 8.0
"""Between entries, and above a second heading."""
WIDTH, LETTER = 154.0, 0.53
"""Of a row of words; and of a letter, in sizes, with what is lost where rows break."""
TRIES = ((12.5, 16.6), (11.5, 15.2), (10.5, 13.9))
"""Size and leading, from the one we like to the smallest: then a second sheet is needed."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its entries, each with how many letters it has."""

    head: Words = field(repr=False)
    entries: tuple[tuple[Item, int], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Packing:
    """The parts of each page, and at which size and leading."""

    pages: tuple[tuple[Part, ...], ...] = field(repr=False)
    size: float
    leading: float


def packed(parts: Sequence[Part]) -> Packing:
    """The parts in order on at most six pages, as large as one sheet has room for."""
    for size, leading in TRIES:
        found = Fit(size, leading).pages(parts)
        if all(Fit(size, leading).height(page) <= HEIGHT for page in found):
            break
    return Packing(tuple(found), size, leading)


@dataclass(frozen=True, slots=True)
class Fit:
    """Packs at one size. Heights are guessed from letters: the setter has the last word."""

    size: float
    leading: float

    def height(self, page: Sequence[Part]) -> float:
        """Of all parts of a page."""
        return sum(self._part(part) for part in page) + APART * (len(page) - 1)

    def pages(self, parts: Sequence[Part]) -> list[tuple[Part, ...]]:
        """Long parts are divided while pages are free; short ones share when there are too many."""
        found: list[tuple[Part, ...]] = [(part,) for part in parts]
        while len(found) < PAGES and (at := self._longest(found)) is not None:
            first, second = self._halves(found[at][0])
            found[at : at + 1] = [(first,), (second,)]
        while len(found) > PAGES:
            sums = [self.height(one + two) for one, two in pairwise(found)]
            at = sums.index(min(sums))
            found[at : at + 2] = [found[at] + found[at + 1]]
        return found

    def _entry(self, letters: int) -> float:
        rows = int(letters * LETTER * self.size / WIDTH) + 1
        return rows * self.leading + BETWEEN

    def _part(self, part: Part) -> float:
        return HEADING + sum(self._entry(letters) for _, letters in part.entries)

    def _longest(self, pages: Sequence[tuple[Part, ...]]) -> int | None:
        """The page that is most too full, if its part can be divided."""
        full = [
            (self._part(page[0]), at)
            for at, page in enumerate(pages)
            if self._part(page[0]) > HEIGHT and len(page[0].entries) > 1
        ]
        return max(full)[1] if full else None

    def _halves(self, part: Part) -> tuple[Part, Part]:
        """As many entries as fit one page, and the rest under the same heading."""
        used, count = HEADING, 0
        for _, letters in part.entries[:-1]:
            used += self._entry(letters)
            if used > HEIGHT and count:
                break
            count += 1
        first = replace(part, entries=part.entries[:count])
        return first, replace(part, entries=part.entries[count:])
