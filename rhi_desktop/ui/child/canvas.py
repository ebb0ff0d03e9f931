"""Owns the sheet that a child draws on: by pen, by mouse, by finger, or by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhi_desktop.domain.drawing import HEIGHT, WIDTH, Stroke
from rhi_desktop.ui.child.strokes import draw_sheet
from rhi_desktop.ui.theme import theme

STEP, LEAP = 100, 500
"""How far an arrow key moves the pen, alone and with Shift, in units of the paper."""
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
WIDE, HIGH = 640, 480


class Canvas(QWidget):
    """A sheet of paper. Emits `drawn` (Stroke) when the pen was lifted, `moved` with every move.

    By keys: the arrows move the pen, Space puts it down and lifts it. Pressure is not looked at:
    a stroke is as wide as its pen.
    """

    drawn = Signal(object)
    moved = Signal()

    def __init__(self, *, may_draw: bool) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setProperty("ring_radius", "card")
        self._may_draw = may_draw
        self._strokes: tuple[Stroke, ...] = ()
        self._points: list[int] = []
        self._pen = [WIDTH // 2, HEIGHT // 2]
        self.width_of_pen = 60
        self.by_keys = False
        """True while the pen is down by the keyboard."""
        if may_draw:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.CrossCursor)

    def show_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Show what is drawn."""
        self._strokes = strokes
        self.update()

    def lift(self) -> None:
        """Lift the pen: what was drawn becomes a stroke."""
        self.by_keys = False
        if self._points:
            stroke = Stroke(tuple(self._points), self.width_of_pen)
            self._points = []
            self.drawn.emit(stroke)
        self.update()

    def _sheet(self) -> QRectF:
        return QRectF(0, 0, self.width(), self.width() * HEIGHT / WIDTH)

    def _to_paper(self, at: QPointF) -> tuple[int, int]:
        scale = WIDTH / self._sheet().width()
        x, y = round(at.x() * scale), round(at.y() * scale)
        # A pen that leaves the sheet draws along its edge.
        return min(max(x, 0), WIDTH), min(max(y, 0), HEIGHT)

    def _go_to(self, x: int, y: int) -> None:
        self._pen = [x, y]
        if self._points[-2:] != [x, y]:
            self._points += [x, y]
        self.moved.emit()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - overrides Qt
        """The pen comes down."""
        left = event.button() is Qt.MouseButton.LeftButton
        if self._may_draw and left and self._sheet().contains(event.position()):
            self.lift()
            self._go_to(*self._to_paper(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - overrides Qt
        """The pen moves."""
        if self._points and not self.by_keys:
            self._go_to(*self._to_paper(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - overrides Qt
        """The pen is lifted."""
        del event
        if not self.by_keys:
            self.lift()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Arrows move the pen, Space puts it down or lifts it; everything else goes on."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space:
            self._down_or_up()
        elif step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            far = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            self._step(step[0] * far, step[1] * far)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - overrides Qt
        """Whoever goes on has lifted the pen."""
        super().focusOutEvent(event)
        self.lift()

    def event(self, event: QEvent) -> bool:
        """The ring and the pen's mark come and go with the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def _down_or_up(self) -> None:
        if self.by_keys:
            self.lift()
            self.moved.emit()
            return
        self.by_keys = True
        self._go_to(*self._pen)

    def _step(self, right: int, down: int) -> None:
        x = min(max(self._pen[0] + right, 0), WIDTH)
        y = min(max(self._pen[1] + down, 0), HEIGHT)
        if self.by_keys:
            self._go_to(x, y)
            return
        self._pen = [x, y]
        self.moved.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Paper, strokes, the stroke under way, and where the pen of the keys stands."""
        del event
        painter = QPainter(self)
        now = (Stroke(tuple(self._points), self.width_of_pen),) if self._points else ()
        draw_sheet(painter, self._sheet(), (*self._strokes, *now))
        if self.hasFocus() and self._may_draw:
            self._mark(painter)
        painter.end()

    def _mark(self, painter: QPainter) -> None:
        look, scale = theme(), self._sheet().width() / WIDTH
        at, arm = QPointF(self._pen[0] * scale, self._pen[1] * scale), look.px(8)
        painter.setPen(QPen(look.colour("paper-ink2"), look.px(2)))
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))
        if self.by_keys:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, arm, arm)


class Easel(QWidget):
    """Holds the sheet: as large as there is room, always in the shape of the paper."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        canvas.setParent(self)
        sizes = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(sizes)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """A sheet as wide as a page has room."""
        return QSize(theme().px(WIDE), theme().px(HIGH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Large enough to draw on."""
        return QSize(theme().px(WIDE // 2), theme().px(HIGH // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Fit the paper in, from the upper left corner."""
        super().resizeEvent(event)
        wide = min(self.width(), self.height() * WIDTH // HEIGHT)
        self._canvas.setGeometry(0, 0, wide, wide * HEIGHT // WIDTH)
