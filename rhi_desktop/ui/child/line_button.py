"""Owns how a line of the plan looks: its author's mark, the words, who and whether agreed below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.plan import PlanAuthor, PlanLine
from rhi_desktop.ui.child.plan_words import below
from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import SAID, TINY, draw_edge, set_text, smooth

MARK_WIDE = 34
"""The words of a line stand under the words of the card's title."""
_MIDDLE, _DOT, _PENCIL, _AIR = 11, 5, 18, 4
_EDGE_X = 9


def draw_author(painter: QPainter, author: PlanAuthor, x: float, top: float, bottom: float) -> None:
    """The mark of who made a line: dot typed by the child, pencil for it, double edge a promise."""
    look = theme()
    first = top + look.px(SAID.line / 2)
    middle = QPointF(x + look.px(_MIDDLE), first)
    if author is PlanAuthor.ADULT_PROMISE:
        draw_edge(painter, Voice.TOLD, x + look.px(_EDGE_X), top + look.px(3), bottom - look.px(2))
    elif author is PlanAuthor.WRITTEN_FOR_CHILD:
        side = look.px(_PENCIL)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        draw_icon(painter, "pencil", box, look.colour("child"))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("child"))
        painter.drawEllipse(middle, look.px(_DOT), look.px(_DOT))


class AuthorMark(QWidget):
    """The mark alone, beside a field: whose words are being typed. Words say the same."""

    def __init__(self, author: PlanAuthor) -> None:
        super().__init__()
        self._author = author
        self.setFixedWidth(theme().px(MARK_WIDE))

    def show_author(self, author: PlanAuthor) -> None:
        """Show the mark of somebody else."""
        self._author = author
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The mark, on the middle of a field; the edge of a promise along all of its fields."""
        del event
        painter, high = smooth(self), theme().px(SAID.line)
        promise = self._author is PlanAuthor.ADULT_PROMISE
        top = 0.0 if promise else (self.height() - high) / 2
        draw_author(painter, self._author, 0, top, self.height() - top)
        painter.end()


class LineButton(QPushButton):
    """A line as a large button: pressing it opens what can be done with it.

    A reader hears the words, who made the line and whether it is agreed, in one sentence.
    """

    def __init__(self, line: PlanLine) -> None:
        super().__init__()
        self.show_line(line)
        self.setObjectName(f"line_{line.number}")
        self.setProperty("ring_radius", "control")
        self.setAutoDefault(True)
        sizes = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizes.setHeightForWidth(True)
        self.setSizePolicy(sizes)

    def show_line(self, line: PlanLine) -> None:
        """Show the line as it stands now."""
        self._line, self._below = line, below(line)
        self.setText(line.words)
        self.setAccessibleName(f"{line.words}. {self._below}")
        self.updateGeometry()
        self.update()

    def _room(self, width: int) -> float:
        return float(max(1, width - theme().px(MARK_WIDE)))

    def _heights(self, width: int) -> tuple[float, float]:
        room = self._room(width)
        words = set_text(self._line.words, SAID, room).height
        return words, set_text(self._below, TINY, room).height

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - overrides Qt
        """Long words go on in the next line."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - overrides Qt
        """Words, who made it, air; never smaller than a target for a child."""
        words, quiet = self._heights(width)
        return max(theme().px(44), int(words + quiet + 2 * theme().px(_AIR) + 1))

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As a card has room."""
        wide = theme().px(320)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """It may become narrow."""
        return QSize(theme().px(140), theme().px(44))

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes or goes."""
        if isinstance(event, QEnterEvent) or event.type() == QEvent.Type.Leave:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Mark, words, quiet words."""
        del event
        look, painter, air = theme(), smooth(self), theme().px(_AIR)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("subtle"))
            radius = look.radius("control")
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        words, quiet = self._heights(self.width())
        draw_author(painter, self._line.author, 0, air, air + words + quiet)
        x, room = look.px(MARK_WIDE), self._room(self.width())
        set_text(self._line.words, SAID, room).draw(painter, x, air, look.colour("text"))
        said = set_text(self._below, TINY, room)
        said.draw(painter, x, air + words, look.colour("text2"))
        painter.end()
