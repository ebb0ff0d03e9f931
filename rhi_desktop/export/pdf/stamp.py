"""Owns the look of a signature: a small page with the faces of the paper."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import datetime

from pikepdf import Pdf
from reportlab.pdfgen.canvas import Canvas

from rhi_desktop.export import times
from rhi_desktop.export.pdf.breaking import Row, Span
from rhi_desktop.export.pdf.finish import clean_character_maps, drop_unused_fonts, steady
from rhi_desktop.export.pdf.fonts import ONE_AT_A_TIME, Fonts
from rhi_desktop.export.pdf.grid import INK, INK2, REGULAR, SEMIBOLD, TEAL, Style
from rhi_desktop.export.pdf.slots import FIELD_HEIGHT, FIELD_WIDTH
from rhi_desktop.export.pdf.words import broken, paint_row
from rhi_desktop.export.wording import say

BAR = 3.0
LEFT = 11.0
SMALLEST = 8.0
TITLE = Style(SEMIBOLD, 8.5, 11.5, TEAL)
NAME = Style(SEMIBOLD, 14, 17, INK)
SMALL = Style(REGULAR, 8.25, 11, INK2)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a signature shows: as whom, who, when by whose clock, and the key in words."""

    title: str
    name: str
    at: datetime
    words: tuple[str, ...]


def draw_stamp(stamp: Stamp) -> bytes:
    """A one-page PDF of the size of a signature field, its fonts embedded."""
    with ONE_AT_A_TIME:
        return _cleaned(_drawn(stamp))


def _drawn(stamp: Stamp) -> bytes:
    fonts = Fonts()
    target = io.BytesIO()
    canvas = Canvas(
        target,
        pagesize=(FIELD_WIDTH, FIELD_HEIGHT),
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs take it for a number
        invariant=1,
        pageCompression=1,
    )
    canvas.setFillColor(TEAL)
    canvas.rect(0, 0, BAR, FIELD_HEIGHT, stroke=0, fill=1)
    when = say("stamp_time", when=times.moment(stamp.at))
    for text, style, y in (
        (stamp.title, TITLE, FIELD_HEIGHT - 14),
        (stamp.name, NAME, FIELD_HEIGHT - 30),
        (when, SMALL, 17.5),
        (" ".join(stamp.words), SMALL, 7.0),
    ):
        paint_row(canvas, fonts, _fitting(fonts, text, style), LEFT, y)
    canvas.save()
    return target.getvalue()


def _fitting(fonts: Fonts, text: str, style: Style) -> Row:
    """One row, in a smaller size if it would not fit; what is too long even then is cut.

    The whole name stands as page text below the field.
    """
    room = FIELD_WIDTH - LEFT - BAR
    row = broken(fonts, (Span(text, style),), float("inf"))[0]
    if row.width <= room:
        return row
    if style.size > SMALLEST:
        return _fitting(fonts, text, replace(style, size=style.size - 0.5))
    return broken(fonts, (Span(text, style),), room)[0]


def _cleaned(data: bytes) -> bytes:
    with Pdf.open(io.BytesIO(data)) as pdf:
        drop_unused_fonts(pdf)
        clean_character_maps(pdf)
        return steady(pdf)
