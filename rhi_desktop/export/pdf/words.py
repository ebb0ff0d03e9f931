"""Owns drawing a paragraph: rows of words in reading order, also from right to left."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from rhi_desktop.export.pdf.bidi_order import Stretch, visual
from rhi_desktop.export.pdf.breaking import Breaker, Piece, Row, Span, right_to_left
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import Style
from rhi_desktop.export.pdf.tags import Node

LONELY = 2
"""Fewer rows than these are never left alone on a page."""
ASCENT = 0.98
"""From the top of a row to its baseline, in sizes, at the leadings used here."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph broken into rows, ready to be put on a page at any height.

    `hang` is how far the opening quotation mark stands out to the left of the text edge.
    """

    rows: tuple[Row, ...]
    leading: float
    size: float
    width: float
    hang: float = 0.0
    backwards: bool = False
    """Drawn from right to left, against the right edge."""
    mixed: bool = False
    """Holds letters of a script that runs from right to left."""

    @property
    def height(self) -> float:
        """How much room the rows take."""
        return len(self.rows) * self.leading

    def split(self, room: float) -> tuple[Words, Words] | None:
        """As many rows as fit, and the rest, neither with a lonely row; None when that fails."""
        count = min(int(room / self.leading + 1e-6), len(self.rows) - LONELY)
        if count < LONELY:
            return None
        return self._part(self.rows[:count], self.hang), self._part(self.rows[count:], 0.0)

    def _part(self, rows: tuple[Row, ...], hang: float) -> Words:
        return Words(rows, self.leading, self.size, self.width, hang, self.backwards, self.mixed)

    def draw(self, canvas: TagCanvas, node: Node, x: float, top: float) -> None:
        """Put the rows on the page as content of an element."""
        with canvas.tag(node):
            self.paint(canvas, x, top)

    def paint(self, canvas: TagCanvas, x: float, top: float) -> None:
        """Put the rows on the page inside whatever is open already."""
        base = top - self.size * ASCENT
        for at, row in enumerate(self.rows):
            y = base - at * self.leading
            start = x - (self.hang if at == 0 else 0.0)
            if self.mixed:
                self._paint_mixed(canvas, row, start, y)
            else:
                paint_row(canvas, row.pieces, start, y)

    def _paint_mixed(self, canvas: TagCanvas, row: Row, x: float, y: float) -> None:
        stretches = visual(row.pieces, backwards=self.backwards)
        widths = [canvas.fonts.width(s.text, s.piece.face, s.piece.size) for s in stretches]
        at = x + self.width - sum(widths) if self.backwards else x
        with canvas.reads_as("".join(piece.text for piece in row.pieces)):
            for stretch, width in zip(stretches, widths, strict=True):
                _paint_stretch(canvas, stretch, at, y)
                at += width


def words(fonts: Fonts, spans: tuple[Span, ...], width: float, *, quoted: bool = False) -> Words:
    """Break a paragraph. A quoted one is set in quotation marks; the opening one hangs."""
    style = spans[0].style
    text = "".join(span.text for span in spans)
    mixed = right_to_left(text)
    backwards = mixed and _begins_backwards(text)
    hang = 0.0
    if quoted:
        spans = _in_quotes(spans)
        hang = 0.0 if backwards else fonts.width("\u201c", style.face, style.size)
    rows = Breaker(fonts, width, width + hang).rows(spans)
    return Words(rows, style.leading, style.size, width, hang, backwards, mixed)


def label(
    canvas: TagCanvas, text: str, style: Style, place: tuple[float, float], anchor: float = 0.0
) -> float:
    """Put one row of text with its baseline at a place; answer its width.

    `anchor` says which part of the row stands there: 0 its left end, 0.5 its middle, 1 its right.
    """
    row = Breaker(canvas.fonts, float("inf")).rows((Span(text, style),))[0]
    paint_row(canvas, row.pieces, place[0] - anchor * row.width, place[1])
    return row.width


def _in_quotes(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    first, last = spans[0], spans[-1]
    opened = (Span("\u201c" + first.text, first.style), *spans[1:])
    closing = opened[-1]
    return (*opened[:-1], Span(closing.text + "\u201d", last.style))


def _begins_backwards(text: str) -> bool:
    return next((right_to_left(char) for char in text if char.isalpha()), False)


def paint_row(canvas: Canvas, pieces: tuple[Piece, ...], x: float, y: float) -> None:
    """Put the pieces of one row side by side on a baseline."""
    row = canvas.beginText(x, y)
    for piece in pieces:
        row.setFont(piece.face, piece.size)
        row.setFillColor(piece.color)
        row.textOut(piece.text)
    canvas.drawText(row)


def _paint_stretch(canvas: TagCanvas, stretch: Stretch, x: float, y: float) -> None:
    piece = stretch.piece
    text = stretch.text
    if stretch.backwards:
        text = canvas.fonts.shape(text, piece.face, piece.size)
    row = canvas.beginText(x, y)
    row.setFont(piece.face, piece.size)
    row.setFillColor(piece.color)
    row.textOut(text)
    canvas.drawText(row)
