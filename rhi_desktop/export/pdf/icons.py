"""Owns the signs beside words, drawn as vectors on a grid of 20 units, and each voice's edge."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.colors import Color

from rhi_desktop.export.content import Judged, Mark
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.grid import INK, TINTS, WHITE

UNITS = 20
STROKE = 1.65
SQUARE, SQUARE_ROOM = 6.4, 11.0
MARK, MARK_ROOM = 9.2, 13.0
"""A sign within a row of a table."""
Point = tuple[float, float]


def _lines(canvas: TagCanvas, *points: Point, close: bool = False, fill: bool = False) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if close:
        path.close()
    canvas.drawPath(path, stroke=int(not fill), fill=int(fill))


def _bubble(canvas: TagCanvas) -> None:
    canvas.roundRect(1.5, 6, 17, 12, 3.4, stroke=0, fill=1)
    _lines(canvas, (5, 8), (5, 1.5), (11, 7), close=True, fill=True)


def _eye(canvas: TagCanvas) -> None:
    path = canvas.beginPath()
    path.moveTo(1, 10)
    path.curveTo(5, 17, 15, 17, 19, 10)
    path.curveTo(15, 3, 5, 3, 1, 10)
    path.close()
    canvas.drawPath(path)
    canvas.circle(10, 10, 2.9, stroke=0, fill=1)


def _two_bubbles(canvas: TagCanvas) -> None:
    canvas.roundRect(7, 9.5, 12, 9, 2.4)
    canvas.setFillColor(WHITE)
    path = canvas.beginPath()
    path.moveTo(1, 5.5)
    for point in ((1, 13.5), (13, 13.5), (13, 5.5), (7, 5.5), (4, 1.8), (4, 5.5), (1, 5.5)):
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _pencil(canvas: TagCanvas) -> None:
    _lines(canvas, (2, 2), (3.4, 7.2), (14.2, 18), (18, 14.2), (7.2, 3.4), close=True)
    canvas.line(11.4, 15.2, 15.2, 11.4)


def _asked(canvas: TagCanvas) -> None:
    canvas.circle(10, 10, 7.8)
    path = canvas.beginPath()
    path.moveTo(7.3, 11.9)
    path.curveTo(7.5, 15.4, 12.9, 15.2, 12.7, 12)
    path.curveTo(12.6, 10.4, 10, 10.2, 10, 8)
    canvas.drawPath(path)
    canvas.circle(10, 5.6, 1.1, stroke=0, fill=1)


def _ring(canvas: TagCanvas) -> None:
    canvas.circle(10, 10, 7.2)
    canvas.line(6.6, 10, 13.4, 10)


def _dot(canvas: TagCanvas) -> None:
    canvas.circle(10, 10, 5, stroke=0, fill=1)


def _tick(canvas: TagCanvas) -> None:
    _lines(canvas, (3, 10.5), (8, 5), (17, 16))


_SIGNS: dict[Mark, Callable[[TagCanvas], None]] = {
    Mark.CHILD: _bubble,
    Mark.SEEN: _eye,
    Mark.TOLD: _two_bubbles,
    Mark.VIEW: _pencil,
    Mark.ASKED: _asked,
    Mark.BLANK: _ring,
    Mark.TYPED: _dot,
    Mark.WRITTEN: _pencil,
    Mark.PROMISE: _tick,
}


def sign(canvas: TagCanvas, mark: Mark, x: float, y: float, size: float) -> None:
    """The sign of a mark; x and y are its lower left corner."""
    color = TINTS[mark].edge
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(size / UNITS, size / UNITS)
    _pen(canvas, color, STROKE)
    canvas.setFillColor(color)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    _SIGNS[mark](canvas)
    canvas.restoreState()


def square(canvas: TagCanvas, judged: Judged, x: float, base: float) -> None:
    """Full for yes, half for not sure, empty for no, a dash where nothing was answered."""
    canvas.saveState()
    canvas.setFillColor(INK)
    _pen(canvas, INK, 1.1)
    if judged is Judged.NONE:
        canvas.line(x, base + SQUARE / 2, x + SQUARE, base + SQUARE / 2)
    else:
        canvas.rect(x + 0.5, base, SQUARE, SQUARE, stroke=1, fill=int(judged is Judged.YES))
    if judged is Judged.HALF:
        x += 0.5
        corners = ((x, base), (x, base + SQUARE), (x + SQUARE, base + SQUARE))
        _lines(canvas, *corners, close=True, fill=True)
    canvas.restoreState()


def _pen(canvas: TagCanvas, color: Color, width: float) -> None:
    canvas.setStrokeColor(color)
    canvas.setLineWidth(width)


def edge(canvas: TagCanvas, mark: Mark, x: float, low: float, high: float) -> None:
    """The pattern down the left side of words: it tells the voice on a grey print as well.

    Child solid, seen dashed, told double, my view dotted; a blank and a question have none.
    """
    canvas.saveState()
    _pen(canvas, TINTS[mark].edge, 1)
    canvas.setLineCap(0)
    match mark:
        case Mark.CHILD | Mark.TYPED | Mark.WRITTEN:
            canvas.setLineWidth(2.8)
            canvas.line(x, low, x, high)
        case Mark.SEEN:
            canvas.setLineWidth(1.5)
            canvas.setDash([5.2, 3.2])
            canvas.line(x, high, x, low)
        case Mark.TOLD | Mark.PROMISE:
            canvas.setLineWidth(0.8)
            canvas.line(x - 1.3, low, x - 1.3, high)
            canvas.line(x + 1.3, low, x + 1.3, high)
        case Mark.VIEW:
            canvas.setLineCap(1)
            canvas.setLineWidth(1.9)
            canvas.setDash([0.01, 4.2])
            canvas.line(x, high - 1, x, low + 1)
    canvas.restoreState()
