"""Owns a line as a view rests on it: edge, who said it, the words; and the arrows between."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.direction import starting_side
from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.interview.line_row import LineRow
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    LOOKS,
    TINY,
    Picture,
    Setting,
    baseline,
    draw_edge,
    set_text,
    smooth,
)

_WORDS, _VOICE, _HEAD, _ICON = 16, 40, 22, 18
_LINE = BODY.size * 1.45


class Quote(QWidget):
    """One line, painted with its margin edge; a reader hears it as the list of lines says it."""

    def __init__(self, line: Line, child: str) -> None:
        super().__init__()
        self._row = LineRow(line, child)
        self.setAccessibleName(self._row.spoken)
        sizes = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizes.setHeightForWidth(True)
        self.setSizePolicy(sizes)

    def _set(self, width: int) -> Setting:
        room = float(width - theme().px(_WORDS))
        return set_text(self._row.shown, BODY, room, align=starting_side(self._row.line.words))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - overrides Qt
        """The words break where they have to."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - overrides Qt
        """The head, then the words."""
        return theme().px(_HEAD) + int(self._set(width).height)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As wide as it gets."""
        return QSize(theme().px(240), self.heightForWidth(theme().px(240)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Words may break."""
        return QSize(theme().px(80), theme().px(_HEAD + BODY.line))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Edge, icon, who and when, words."""
        del event
        look, painter, line = theme(), smooth(self), self._row.line
        shape = LOOKS[line.voice]
        draw_edge(painter, line.voice, 0, 2, self.height() - 2)
        side, middle = look.px(_ICON), look.px(_HEAD / 2)
        box = QRectF(look.px(_WORDS), middle - side / 2, side, side)
        draw_icon(painter, shape.icon, box, look.colour(shape.token))
        said = self.tr("{voice}, {time}").format(
            voice=self._row.voice, time=clock_time(line.heard_at)
        )
        ink = TINY.medium.tint(f"{shape.token}-ink")
        baseline(said, ink, middle, painter, look.px(_VOICE))
        words = self._set(self.width())
        words.draw(painter, look.px(_WORDS), look.px(_HEAD), look.colour("text"))
        painter.end()


def arrow(*, supported: bool = True) -> Picture:
    """The arrow from one column to the next; dashed in notice where nothing supports the view."""

    def draw(painter: QPainter, rect: QRectF) -> None:
        look = theme()
        colour = look.colour("border" if supported else "notice")
        y, left, right = look.px(34), rect.left() + look.px(6), rect.right() - look.px(7)
        pen = QPen(colour, look.px(1.5) if look.zoom > 1 else 1.5)
        if not supported:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right - 1, y))
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        wing = look.px(5)
        tip = QPointF(right, y)
        painter.drawPolyline(
            QPolygonF([tip + QPointF(-wing, -wing), tip, tip + QPointF(-wing, wing)])
        )

    return Picture(draw, "", width=44)


def view_edge() -> Picture:
    """The dotted edge of a view: it never reads as the account."""
    return Picture(
        lambda painter, rect: draw_edge(painter, Voice.VIEW, 0, rect.top() + 3, rect.bottom() - 6),
        "",
        width=4,
    )
