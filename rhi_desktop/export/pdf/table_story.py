"""Owns the elements of a table: head, rows, and which cells are headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest

from reportlab.lib.units import mm

from rhi_desktop.export.content import Judged, Mark, Table, Text
from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import CELL, MARGIN, TABLE_HEAD, TEXT_X
from rhi_desktop.export.pdf.icons import MARK_ROOM, SQUARE_ROOM
from rhi_desktop.export.pdf.spans import spans
from rhi_desktop.export.pdf.tables import DENSE, Cell, Grid, Line
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import words

JUDGED = 1
"""The column with the squares."""
MARKED = -2
"""The column with the signs of voices."""
BETWEEN = 9.0
"""Room between the words of two columns."""


def grid(fonts: Fonts, parent: Node, table: Table) -> Grid:
    """The table as one part. Column heads and, if wished, first cells are headings of their own."""
    node = parent.child("Table")
    node.summary = table.summary
    widths = [width * mm for width in table.widths]
    left = MARGIN if table.wide else TEXT_X
    starts = [left, *(left + at for at in accumulate(widths))]
    rooms = [*(width - BETWEEN for width in widths[:-1]), widths[-1]]
    head = _head(fonts, node, table.head, rooms) if table.head else None
    body = node.child("TBody")
    if table.judged:
        rooms[JUDGED] -= SQUARE_ROOM
    if table.marks:
        rooms[MARKED] -= MARK_ROOM
    lines = [
        _line(fonts, body.child("TR"), row, rooms, heads=table.row_heads) for row in table.rows
    ]
    if table.dense:
        lines = [replace(line, pad=DENSE) for line in lines]
    lines = [_squared(line, judged) for line, judged in zip_longest(lines, table.judged)]
    lines = [_marked(line, mark) for line, mark in zip_longest(lines, table.marks)]
    return Grid(starts[:-1], starts[-1], head, table.continued).filled(lines)


def _squared(line: Line, judged: Judged | None) -> Line:
    cells = list(line.cells)
    if judged is not None:
        cells[JUDGED] = replace(cells[JUDGED], judged=judged)
    return replace(line, cells=tuple(cells))


def _marked(line: Line, mark: Mark | None) -> Line:
    cells = list(line.cells)
    if mark is not None:
        cells[MARKED] = replace(cells[MARKED], mark=mark)
    return replace(line, cells=tuple(cells))


def _head(fonts: Fonts, node: Node, titles: Sequence[str], rooms: Sequence[float]) -> Line:
    row = node.child("THead").child("TR")
    cells = []
    for title, room in zip(titles, rooms, strict=True):
        cell = row.child("TH")
        cell.scope = "Column"
        cells.append(Cell(words(fonts, (Span(title, TABLE_HEAD),), room), cell))
    return Line(tuple(cells))


def _line(
    fonts: Fonts, row: Node, texts: Sequence[Text], rooms: Sequence[float], *, heads: bool
) -> Line:
    cells = []
    for at, (text, room) in enumerate(zip(texts, rooms, strict=True)):
        head = heads and at == 0
        cell = row.child("TH" if head else "TD")
        cell.scope = "Row" if head else ""
        cells.append(Cell(words(fonts, spans(text, CELL), room), cell))
    return Line(tuple(cells))
