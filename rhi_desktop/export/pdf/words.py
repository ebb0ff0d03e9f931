"""Owns drawing a paragraph: rows of words in reading order, also from right to left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from rhi_desktop.export.pdf.bidi_order import Stretch, levelled, visual
from rhi_desktop.export.pdf.breaking import Breaker, Row, Span, right_to_left
from rhi_desktop.export.pdf.canvas import TagCanvas, reads_as
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import Style
from rhi_desktop.export.pdf.tags import Node

LONELY = 2
"""Fewer rows than these are never left alone on a page."""
ASCENT = 0.98
"""From the top of a row to its baseline, in sizes, at the leadings used here."""
TALL = {"Nastaliq": (1.75, 0.75), "Arabic": (1.08, 0.5)}
"""Faces that climb higher or hang lower than their size: above and below the baseline, in sizes."""


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
    lift: float = 0.0
    """Room above the letters that the script needs beyond the usual."""

    @property
    def base(self) -> float:
        """From the top of the first row to its baseline."""
        return self.size * ASCENT + self.lift

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
        return replace(self, rows=rows, hang=hang)

    def draw(self, canvas: TagCanvas, node: Node, x: float, top: float) -> None:
        """Put the rows on the page as content of an element."""
        with canvas.tag(node):
            self.paint(canvas, x, top)

    def paint(self, canvas: TagCanvas, x: float, top: float) -> None:
        """Put the rows on the page inside whatever is open already."""
        base = top - self.base
        for at, row in enumerate(self.rows):
            y = base - at * self.leading
            start = x - (self.hang if at == 0 else 0.0)
            if self.backwards:
                start = x + self.width - row.width
            paint_row(canvas, canvas.fonts, row, start, y)


def words(fonts: Fonts, spans: tuple[Span, ...], width: float, *, quoted: bool = False) -> Words:
    """Break a paragraph. A quoted one is set in quotation marks; the opening one hangs."""
    style = spans[0].style
    backwards = _backwards(spans)
    hang = 0.0
    if quoted:
        spans = _in_quotes(spans)
        hang = 0.0 if backwards else fonts.width("\u201c", style.face, style.size)
    rows = broken(fonts, spans, width, width + hang)
    leading, lift = _room(rows, style)
    return Words(rows, leading, style.size, width, hang, backwards, lift)


def broken(
    fonts: Fonts, spans: tuple[Span, ...], width: float, first: float | None = None
) -> tuple[Row, ...]:
    """The rows of a paragraph, each knowing in which order it stands on the paper."""
    rows = Breaker(fonts, width, first).rows(spans)
    text = "".join(span.text for span in spans)
    if not right_to_left(text):
        return rows
    return levelled(rows, backwards=_backwards(spans))


def _room(rows: tuple[Row, ...], style: Style) -> tuple[float, float]:
    """Leading of the rows, and how much lower than usual the first baseline stands."""
    faces = {piece.face for row in rows for piece in row.pieces} & TALL.keys()
    leading = max((style.size * sum(TALL[face]) for face in faces), default=0.0)
    lift = max((style.size * (TALL[face][0] - ASCENT) for face in faces), default=0.0)
    return max(style.leading, leading), lift


def label(
    canvas: TagCanvas, text: str, style: Style, place: tuple[float, float], anchor: float = 0.0
) -> float:
    """Put one row of text with its baseline at a place; answer its width.

    `anchor` says which part of the row stands there: 0 its left end, 0.5 its middle, 1 its right.
    """
    row = broken(canvas.fonts, (Span(text, style),), float("inf"))[0]
    paint_row(canvas, canvas.fonts, row, place[0] - anchor * row.width, place[1])
    return row.width


def _in_quotes(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    first, last = spans[0], spans[-1]
    opened = (Span("\u201c" + first.text, first.style), *spans[1:])
    closing = opened[-1]
    return (*opened[:-1], Span(closing.text + "\u201d", last.style))


def _backwards(spans: Sequence[Span]) -> bool:
    """Whether a paragraph runs from right to left.

    What somebody said, in whatever language, goes by its first letter. Our own sentences do not:
    they are English also where the first word is a name in Arabic.
    """
    said = "".join(span.text for span in spans if span.style.language)
    if any(char.isalpha() for char in said):
        return next(right_to_left(char) for char in said if char.isalpha())
    letters = [char for span in spans for char in span.text if char.isalpha()]
    return bool(letters) and all(right_to_left(char) for char in letters)


class RisenText(PDFTextObject):
    """Text whose marks keep the height that the shaper gives each of them.

    Reportlab merges two changes of height and forgets the second one: the marks after it stand
    where they do not belong. Guarded by tests/unit/export/pdf/test_cures.py.
    """

    _code: list[str]
    _rise: float

    def setRise(self, rise: float) -> None:  # noqa: N802  reportlab's name
        """Set the height above the baseline, and know it."""
        self._rise = rise
        self._code.append(f"{fp_str(rise)} Ts")


def paint_row(canvas: Canvas, fonts: Fonts, row: Row, x: float, y: float) -> None:
    """Put a row on a baseline; what is shaped is read and copied as it was typed."""
    if not row.shaped:
        stretches = [Stretch(piece.text, piece, shaped=False) for piece in row.pieces]
        _paint(canvas, fonts, stretches, (x, y))
        return
    with reads_as(canvas, row.text):
        _paint(canvas, fonts, visual(row), (x, y))


def _paint(
    canvas: Canvas, fonts: Fonts, stretches: Sequence[Stretch], place: tuple[float, float]
) -> None:
    """Put stretches side by side."""
    drawn = RisenText(canvas, *place)
    color: Color | None = None
    for stretch in stretches:
        piece, text = stretch.piece, stretch.text
        drawn.setFont(piece.face, piece.size)
        if piece.color is not color:
            color = piece.color
            drawn.setFillColor(color)
        if stretch.shaped:
            text = fonts.shape(text, piece.face, piece.size)
        drawn.textOut(text)
    canvas.drawText(drawn)
