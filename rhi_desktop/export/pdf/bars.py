"""Owns a table whose counts are drawn as bars beside it: figure and table in one."""

from __future__ import annotations

from itertools import accumulate

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from rhi_desktop.export.content import Run, Table
from rhi_desktop.export.figure import Bar, BarKind, Bars
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import COLUMN, INK, TEAL, TEXT_X
from rhi_desktop.export.pdf.parts import Part, Sheet
from rhi_desktop.export.pdf.table_story import grid
from rhi_desktop.export.pdf.tables import Grid
from rhi_desktop.export.pdf.tags import Node

LIGHT = HexColor("#9DB9BF")
GAP = 6 * mm
HEIGHT, HATCH = 9.0, 3.4


class BarsPart(Part):
    """The rows of a table, each with its bar at the right; it stays on one page.

    The bars are furniture: every one of them stands as a number in the table. Solid, light,
    hatched and outlined differ on a grey print as well.
    """

    def __init__(self, table: Grid, bars: tuple[Bar, ...], x: float) -> None:
        self.table, self.bars, self.x = table, bars, x
        self.table.right = TEXT_X + COLUMN
        self.height = table.height

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """Table first, bars over its last stretch."""
        self.table.draw(sheet, top, first=first)
        longest = max((bar.count for bar in self.bars), default=0) or 1
        room = TEXT_X + COLUMN - self.x
        heights = [line.height for line in self.table.lines]
        tops = accumulate(heights[:-1], lambda at, height: at - height, initial=self._rows(top))
        for bar, row, height in zip(self.bars, tops, heights, strict=True):
            low = row - (height + HEIGHT) / 2
            self._bar(sheet.canvas, bar, low, room * bar.count / longest)

    def _rows(self, top: float) -> float:
        return top - self.table.head_height

    def _bar(self, canvas: TagCanvas, bar: Bar, low: float, width: float) -> None:
        if not width:
            return
        with canvas.artifact():
            canvas.saveState()
            canvas.setLineWidth(0.8)
            canvas.setStrokeColor(INK if bar.kind is BarKind.OUTLINED else TEAL)
            canvas.setFillColor(TEAL if bar.kind is BarKind.SOLID else LIGHT)
            filled = bar.kind in {BarKind.SOLID, BarKind.LIGHT}
            edge = bar.kind is not BarKind.LIGHT
            canvas.rect(self.x, low, width, HEIGHT, stroke=int(edge), fill=int(filled))
            if bar.kind is BarKind.HATCHED:
                self._hatch(canvas, low, width)
            canvas.restoreState()

    def _hatch(self, canvas: TagCanvas, low: float, width: float) -> None:
        path = canvas.beginPath()
        path.rect(self.x, low, width, HEIGHT)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setLineWidth(0.6)
        for at in range(-4, int(width / HATCH) + 2):
            x = self.x + at * HATCH
            canvas.line(x, low - 1, x + HEIGHT + 2, low + HEIGHT + 1)


def bars_part(fonts: Fonts, parent: Node, block: Bars) -> BarsPart:
    """The table of the counts, and a bar for each row."""
    rows = tuple(tuple((Run(text),) for text in bar.cells) for bar in block.rows)
    table = grid(fonts, parent, Table(block.summary, block.head, rows, block.widths))
    return BarsPart(table, block.rows, TEXT_X + sum(block.widths) * mm + GAP)
