"""Owns the signs of free sheets on a grid of 20 units, and the colours and cuts of their words."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.colors import Color
from reportlab.pdfgen.pathobject import PDFPathObject

from rhi_desktop.export.content import Mark
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.grid import (
    HAIR,
    INK,
    INK2,
    MEDIUM,
    MID,
    REGULAR,
    SEMIBOLD,
    TABULAR,
    TABULAR_SEMIBOLD,
    TEAL,
    TINTS,
    WHITE,
    Style,
)
from rhi_desktop.export.pdf.icons import UNITS
from rhi_desktop.export.sheet import Face, Ink, Sign, Type

COLORS: dict[Ink, Color] = {
    Ink.INK: INK,
    Ink.QUIET: INK2,
    Ink.TEAL: TEAL,
    Ink.CHILD: TINTS[Mark.CHILD].text,
    Ink.CHILD_EDGE: TINTS[Mark.CHILD].edge,
    Ink.TOLD: TINTS[Mark.TOLD].text,
    Ink.TOLD_EDGE: TINTS[Mark.TOLD].edge,
    Ink.MID: MID,
    Ink.HAIR: HAIR,
}
_FACES = {
    Face.REGULAR: REGULAR,
    Face.MEDIUM: MEDIUM,
    Face.STRONG: SEMIBOLD,
    Face.FIGURES: TABULAR,
    Face.STRONG_FIGURES: TABULAR_SEMIBOLD,
}


def style(kind: Type) -> Style:
    """The measures of a type as the engine knows them."""
    return Style(_FACES[kind.face], kind.size, kind.leading, COLORS[kind.ink])


def draw_sign(canvas: TagCanvas, sign: Sign, place: tuple[float, float], size: float) -> None:
    """A sign in the colours that are set; the place is its lower left corner."""
    canvas.saveState()
    canvas.translate(*place)
    canvas.scale(size / UNITS, size / UNITS)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    _SIGNS[sign](canvas)
    canvas.restoreState()


def scissors(canvas: TagCanvas) -> None:
    """Where a cut begins; on the grid, in the colours that are set."""
    for y in (5, 15):
        canvas.circle(4.5, y, 2.6)
    canvas.line(6.8, 6.4, 18, 14)
    canvas.line(6.8, 13.6, 18, 6)


def _stroked(*steps: tuple[float, ...]) -> Callable[[TagCanvas], None]:
    """A path: six numbers are a curve, two a line, three a move whose third number is nothing."""

    def draw(canvas: TagCanvas) -> None:
        path: PDFPathObject = canvas.beginPath()
        for step in steps:
            if len(step) == 6:  # noqa: PLR2004  a curve has three points
                path.curveTo(*step)
            elif len(step) == 3:  # noqa: PLR2004  see above
                path.moveTo(*step[:2])
            else:
                path.lineTo(*step)
        canvas.drawPath(path)

    return draw


def _with(
    path: Callable[[TagCanvas], None], *circles: tuple[float, float, float], full: bool = False
) -> Callable[[TagCanvas], None]:
    """A path and some circles."""

    def draw(canvas: TagCanvas) -> None:
        path(canvas)
        for x, y, radius in circles:
            canvas.circle(x, y, radius, stroke=int(not full), fill=int(full))

    return draw


def _day(canvas: TagCanvas) -> None:
    canvas.roundRect(2.5, 2.5, 15, 14, 2)
    for line in ((2.5, 12, 17.5, 12), (6.5, 14.6, 6.5, 18.6), (13.5, 14.6, 13.5, 18.6)):
        canvas.line(*line)


def _phone(canvas: TagCanvas) -> None:
    canvas.roundRect(5.5, 1.5, 9, 17, 2.2)
    canvas.line(9, 4.4, 11, 4.4)


def _talk(canvas: TagCanvas) -> None:
    canvas.roundRect(7, 9.5, 12, 9, 2.4)
    canvas.setFillColor(WHITE)
    path = canvas.beginPath()
    path.moveTo(1, 5.5)
    for point in ((1, 13.5), (13, 13.5), (13, 5.5), (7, 5.5), (4, 1.8), (4, 5.5), (1, 5.5)):
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _wave(low: float) -> tuple[tuple[float, ...], ...]:
    return (
        (1.5, low, 0),
        (4.5, low + 4, 7, low + 4, 10, low),
        (13, low - 4, 15.5, low - 4, 18.5, low),
    )


_EYE = ((1, 10, 0), (5, 17, 15, 17, 19, 10), (15, 3, 5, 3, 1, 10))
_SIGNS: dict[Sign, Callable[[TagCanvas], None]] = {
    Sign.WAVE: _stroked(*_wave(5), *_wave(10), *_wave(15)),
    Sign.HEART: _stroked((10, 3, 0), (-4, 11, 4, 20.5, 10, 14), (16, 20.5, 24, 11, 10, 3)),
    Sign.PERSON: _with(_stroked((2.5, 2, 0), (3, 10.5, 17, 10.5, 17.5, 2)), (10, 14, 3.6)),
    Sign.PIN: _with(
        _stroked((10, 1.5, 0), (2.5, 9, 3, 18.5, 10, 18.5), (17, 18.5, 17.5, 9, 10, 1.5)),
        (10, 12, 2.4),
    ),
    Sign.BACK: _stroked((18, 4, 0), (18, 9.5), (4, 9.5), (8.5, 14, 0), (3.6, 9.5), (8.5, 5)),
    Sign.PATH: _with(
        _stroked((6.4, 4.4, 0), (17, 5, 3, 15, 13.6, 15.6)), (4, 4, 2.2), (16, 16, 2.2)
    ),
    Sign.TICK: _stroked((3, 10.5, 0), (8, 5), (17, 16)),
    Sign.DAY: _day,
    Sign.EYE: _with(_stroked(*_EYE), (10, 10, 2.9), full=True),
    Sign.PHONE: _phone,
    Sign.PENCIL: _stroked(
        (2, 2, 0),
        (3.4, 7.2),
        (14.2, 18),
        (18, 14.2),
        (7.2, 3.4),
        (2, 2),
        (11.4, 15.2, 0),
        (15.2, 11.4),
    ),
    Sign.TALK: _talk,
    Sign.HAND: _with(_stroked((2, 8, 0), (4, 2.5, 16, 2.5, 18, 8)), (10, 13, 3.2)),
    Sign.HOUSE: _stroked(
        (2, 10, 0), (10, 17.5), (18, 10), (4.5, 8.5, 0), (4.5, 2), (15.5, 2), (15.5, 8.5)
    ),
    Sign.DOT: _with(_stroked((10, 10, 0)), (10, 10, 4), full=True),
}
