"""Owns putting parts on pages: first where everything goes, then the drawing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.units import mm

from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.grid import (
    BOLD,
    BOTTOM,
    FULL,
    HEIGHT,
    MARGIN,
    RUNNING,
    SEMIBOLD,
    TOP,
    Style,
)
from rhi_desktop.export.pdf.parts import Heading, Part, Sheet, Turn
from rhi_desktop.export.pdf.verdict import Note, unheard
from rhi_desktop.export.pdf.words import label


@dataclass(frozen=True, slots=True)
class Placed:
    """A part and the height of its upper edge on its page."""

    part: Part
    top: float
    first: bool


@dataclass(slots=True)
class Setter:
    """Fills pages from the top. A part that does not fit is split, or goes to the next page.

    Because every place is known before anything is drawn, page numbers can be printed anywhere.
    """

    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    _y: float = TOP
    _floor: float = TOP
    """How low the side column is filled on this page."""

    def place(self, parts: Sequence[Part]) -> list[list[Placed]]:
        """The pages, each with its parts."""
        waiting = list(reversed(parts))
        while waiting:
            part = waiting.pop()
            if isinstance(part, Turn):
                if len(self.pages) == 1:
                    self._turn()
                continue
            if self._parted(part, waiting[-1] if waiting else None):
                self._turn()
            rest = self._put(part)
            if rest is not None:
                waiting.append(rest)
        return self.pages

    def _parted(self, part: Part, follower: Part | None) -> bool:
        """Whether a heading would stand alone at the foot of a page."""
        if not part.keep or follower is None or not self.pages[-1]:
            return False
        top = min(self._y, self._floor) if isinstance(part, Heading) else self._y
        room = top - part.before - part.height - follower.before - BOTTOM
        return follower.height > room and (room <= 0 or follower.split(room) is None)

    def _turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
        self._y = self._floor = TOP

    def _put(self, part: Part) -> Part | None:
        """Put a part, or as much of it as fits; answer what is left."""
        if isinstance(part, Heading):
            self._y = min(self._y, self._floor)
        first = not self.pages[-1]
        top = self._y if first else self._y - part.before
        room = top - BOTTOM
        if part.height + part.keep <= room or (first and part.height <= room):
            self._set(part, top, first=first)
            return None
        halves = part.split(room)
        if halves is not None:
            self._set(halves[0], top, first=first)
            self._turn()
            return halves[1]
        if first:
            raise AssertionError("a part is taller than a page and cannot be split")
        self._turn()
        return part

    def _set(self, part: Part, top: float, *, first: bool) -> None:
        self.pages[-1].append(Placed(part, top, first))
        self._y = top - part.height
        if part.hangs:
            self._floor = min(self._floor, top - part.hangs)


@dataclass(frozen=True, slots=True)
class Running:
    """The lines at the head and foot of every page, so that a dropped sheet can be put back."""

    marking: str
    left: str
    right: str
    foot: str
    page: str
    """With `{page}` and `{pages}`."""

    def draw(self, canvas: TagCanvas, page: int, pages: int) -> None:
        """Head and foot, as artifacts."""
        number = self.page.format(page=page, pages=pages)
        self._row(canvas, "Header", HEIGHT - 12.2 * mm, (self.left, self.right))
        self._row(canvas, "Footer", 10.2 * mm, (self.foot, number))

    def _row(self, canvas: TagCanvas, place: str, y: float, ends: tuple[str, str]) -> None:
        strong = Style(BOLD, RUNNING.size, RUNNING.leading)
        last = Style(SEMIBOLD, RUNNING.size, RUNNING.leading) if place == "Footer" else RUNNING
        with canvas.artifact("Pagination", place):
            label(canvas, ends[0], RUNNING, (MARGIN, y))
            label(canvas, self.marking, strong, (MARGIN + FULL / 2, y), 0.5)
            label(canvas, ends[1], last, (MARGIN + FULL, y), 1.0)


def paint(
    canvas: TagCanvas, pages: list[list[Placed]], running: Running, note: Note = unheard
) -> None:
    """Draw every page; `note` hears after each how many are drawn."""
    where = {
        placed.part.key: number
        for number, page in enumerate(pages, 1)
        for placed in page
        if isinstance(placed.part, Heading)
    }
    sheet = Sheet(canvas, where)
    for number, page in enumerate(pages, 1):
        if number > 1:
            canvas.turn()
        for placed in page:
            placed.part.draw(sheet, placed.top, first=placed.first)
        running.draw(canvas, number, len(pages))
        note(number, len(pages))
    canvas.showPage()
    canvas.save()
