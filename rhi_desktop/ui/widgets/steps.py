"""Owns the rail of steps in words: done, asks for a person, refused, or still to come."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.icons import IconName, draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.layout import column, empty, row
from rhi_desktop.ui.widgets.paint import smooth
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import QUIET, SMALL, STRONG

StepState = Literal["done", "refused", "asks", "waits", "todo"]
_LOOK: dict[str, tuple[str, IconName]] = {
    "done": ("accent", "check"),
    "refused": ("danger", "x"),
    "asks": ("notice", "people"),
    "waits": ("notice", "clock"),
}


class StepMark(QWidget):
    """The round sign of a step on its rail."""

    def __init__(self, number: int, state: StepState, *, last: bool) -> None:
        super().__init__()
        self._number, self._state, self._last = number, state, last
        self.setFixedWidth(theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The rail down to the next step, then the sign."""
        del event
        look, painter = theme(), smooth(self)
        centre, radius = QPointF(look.px(16), look.px(18)), look.px(14)
        if not self._last:
            rail = QRectF(centre.x() - 1, centre.y(), 2, self.height())
            painter.fillRect(rail, look.colour("rule"))
        if self._state == "todo":
            self._paint_number(painter, centre, radius)
        else:
            token, icon = _LOOK[self._state]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(token))
            painter.drawEllipse(centre, radius, radius)
            side = look.px(18)
            box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            draw_icon(painter, icon, box, look.colour("canvas"), 2)
        painter.end()

    def _paint_number(self, painter: QPainter, centre: QPointF, radius: int) -> None:
        look = theme()
        painter.setPen(QPen(look.colour("border"), look.px(1.5)))
        painter.setBrush(look.colour("canvas"))
        painter.drawEllipse(centre, radius - 1, radius - 1)
        painter.setFont(SMALL.medium.font)
        painter.setPen(look.colour("text2"))
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))


class Steps(QWidget):
    """Steps below each other: a title and a sentence for each, and its state as shape and words."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = column()
        self.setLayout(self._rows)

    def show_steps(self, steps: tuple[tuple[str, str, StepState], ...]) -> None:
        """Show (title, sentence, state) of each step."""
        empty(self._rows)
        for number, (title, sentence, state) in enumerate(steps, start=1):
            last = number == len(steps)
            head = Text(title, STRONG if state != "todo" else STRONG.tint("text2"), wrap=True)
            words = column(6, head, 2, Text(sentence, QUIET, wrap=True), 20)
            self._rows.addLayout(row(StepMark(number, state, last=last), 20, (words, 1)))
