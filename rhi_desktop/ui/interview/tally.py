"""Owns pen strokes as on paper: counts of lines heard, never a score."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from rhi_desktop.domain.line import Topic
from rhi_desktop.ui.interview.topics import lines_word, topic_word
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import baseline, smooth
from rhi_desktop.ui.widgets.typesetting import BODY, SMALL_QUIET

_ROW = 34
_AT = 150
_FIVE = 5
_BEFORE_NUMBER = 34


class TallyRow(QLabel):
    """One topic: its word, its strokes, its number; "not yet" in words while nothing was heard."""

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self._topic, self._count, self._blank = topic, 0, ""
        self.setObjectName(f"heard_{topic.value}")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int, blank: str = "") -> None:
        """How many lines were heard, or why there are none."""
        self._count, self._blank = count, blank or self.tr("not yet")
        said = lines_word(count) if count else self._blank
        self.setText(f"{topic_word(self._topic)}: {said}")
        self.setAccessibleName(self.text())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As high as the rows of the pane."""
        return QSize(theme().px(200), theme().px(_ROW))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Word and number beside each other."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Word, strokes, number."""
        del event
        look, painter, middle = theme(), smooth(self), self.height() / 2
        ink = BODY if self._count else BODY.tint("text2")
        baseline(topic_word(self._topic), ink, middle, painter, 0)
        if self._count:
            room = self.width() - look.px(_AT + _BEFORE_NUMBER)
            draw_tally(painter, QPointF(look.px(_AT), middle), self._count, room)
            number, style = str(self._count), BODY.tint("text2").figures
        else:
            number, style = self._blank, SMALL_QUIET
        baseline(number, style, middle, painter, self.width() - style.width(number))
        painter.end()


def draw_tally(painter: QPainter, at: QPointF, count: int, room: float) -> None:
    """Five-bar gates from a point to the right; many strokes stand closer."""
    look = theme()
    pen = QPen(look.colour("accent"), look.px(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    gates = -(-count // _FIVE)
    gap = min(float(look.px(7)), max(1.0, room / (gates * 5.5)))
    x, cy = at.x(), at.y()
    for stroke in range(count):
        if stroke % _FIVE == _FIVE - 1:
            left = QPointF(x - 3.7 * gap, cy + look.px(4))
            painter.drawLine(left, QPointF(x + gap / 7, cy - look.px(4)))
            x += 1.3 * gap
        else:
            painter.drawLine(QPointF(x, cy - look.px(7)), QPointF(x, cy + look.px(7)))
            x += gap
