"""Owns slips that hold others: columns side by side, and the adults' part on a tint."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import Color

from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.icons import edge
from rhi_desktop.export.pdf.sheet_parts import Slip, fill, overleaf
from rhi_desktop.export.sheet import Tinted

TINT_PAD = (11.0, 9.0)
TINTED = Color(0xFB / 255, 0xF3 / 255, 0xE4 / 255)
"""Behind the promises of adults; 4% on a grey print."""


class Abreast(Slip):
    """Columns side by side, each with its width and its slips."""

    def __init__(
        self, columns: Sequence[tuple[float, Sequence[Slip]]], gap: float, *, whole: bool = False
    ) -> None:
        self.columns, self.gap, self.whole = columns, gap, whole
        self.filled = [fill(slips, float("inf")) for _, slips in columns]
        self.height = max(one.height for one in self.filled)

    def split(self, room: float, *, _forced: bool = False) -> tuple[Slip, Slip] | None:
        """Every column at the same height."""
        if self.whole and not _forced:
            return None
        halves = [fill(slips, room, fresh=_forced) for _, slips in self.columns]
        if not any(half.laid for half in halves):
            return None
        widths = [width for width, _ in self.columns]
        upper = [[one.slip for one in half.laid] for half in halves]
        lower = [overleaf(half.rest) for half in halves]
        rest = self._with(list(zip(widths, lower, strict=True)))
        return self._with(list(zip(widths, upper, strict=True))), rest

    def _with(self, columns: Sequence[tuple[float, Sequence[Slip]]]) -> Abreast:
        made = Abreast(columns, self.gap, whole=self.whole)
        made.after = self.after
        return made

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """From left to right."""
        for (width, _), one in zip(self.columns, self.filled, strict=True):
            one.draw(canvas, x, top, room)
            x += width + self.gap


class Tint(Slip):
    """Slips on a tint, with the edge of a voice at the left."""

    def __init__(self, slips: Sequence[Slip], tinted: Tinted, width: float) -> None:
        self.slips, self.tinted, self.width = slips, tinted, width
        self.after = tinted.after
        self.filled = fill(slips, float("inf"))
        self.height = self.filled.height + sum(TINT_PAD)

    def split(self, room: float, *, _forced: bool = False) -> tuple[Slip, Slip] | None:
        """The tint goes on overleaf."""
        half = fill(self.slips, room - sum(TINT_PAD), fresh=_forced)
        if not half.laid or not half.rest:
            return None
        upper = Tint([one.slip for one in half.laid], self.tinted, self.width)
        return upper, Tint(overleaf(half.rest), self.tinted, self.width)

    def draw(self, canvas: TagCanvas, x: float, top: float, room: float) -> None:
        """Tint and edge are furniture: the heading says whose part it is."""
        low = top - self.height
        with canvas.artifact():
            canvas.setFillColor(TINTED)
            canvas.rect(x, low, self.width, self.height, stroke=0, fill=1)
            edge(canvas, self.tinted.mark, x + 1.4, low, top)
        self.filled.draw(canvas, x + self.tinted.indent, top - TINT_PAD[0], room)
