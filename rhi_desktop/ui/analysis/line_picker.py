"""Owns choosing lines by keyboard: what a view or an indicator rests on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.ids import LineId
from rhi_desktop.domain.line import Line
from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.interview.line_painter import INSET, LinePainter
from rhi_desktop.ui.interview.line_row import LineRow
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H2,
    LARGE,
    QUIET,
    Button,
    RowList,
    Rows,
    Text,
    bar,
    column,
    row,
)

_TICK, _BESIDE, _DOWN = 20, 36, 12
Key = Qt.Key


@dataclass(frozen=True, slots=True)
class PickRow(LineRow):
    """A line that may be chosen, and whether it is."""

    picked: bool = False


class _PickPainter(LinePainter):
    """Paints a tick before the columns of the line."""

    def _room(self, width: int) -> int:
        return super()._room(width) - theme().px(_BESIDE)

    def draw(self, painter: QPainter, rect: QRectF, row: LineRow) -> None:
        """The tick, then the line."""
        look = theme()
        side, on = look.px(_TICK), isinstance(row, PickRow) and row.picked
        box = QRectF(rect.left() + look.px(INSET), rect.top() + look.px(_DOWN), side - 1, side - 1)
        painter.setPen(QPen(look.colour("accent" if on else "border"), look.px(1.5)))
        painter.setBrush(look.colour("accent" if on else "surface"))
        painter.drawRoundedRect(box, look.radius("chip"), look.radius("chip"))
        if on:
            inset = look.px(1)
            square = box.adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, "check", square, look.colour("on-accent"), 2.4)
        super().draw(painter, rect.translated(QPointF(look.px(_BESIDE), 0)), row)


class PickList(RowList):
    """Lines with ticks. Space chooses, Enter is done (`done`), Escape leaves (`gone`)."""

    toggled = Signal(int)
    done = Signal()
    gone = Signal()

    def __init__(self, model: Rows[PickRow], name: str) -> None:
        super().__init__(model, name)
        self.setObjectName("lines_to_choose")
        self.lines_painter = _PickPainter(self)
        self.setItemDelegate(self.lines_painter)
        self.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self.clicked.connect(self._pressed)

    def _pressed(self, index: QModelIndex) -> None:
        self.toggled.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Space, Enter, Escape; arrows as in every list."""
        if event.key() == Key.Key_Space and self.chosen() >= 0:
            self.toggled.emit(self.chosen())
        elif event.key() in {Key.Key_Return, Key.Key_Enter}:
            self.done.emit()
        elif event.key() == Key.Key_Escape:
            self.gone.emit()
        else:
            super().keyPressEvent(event)


class LinePicker(QWidget):
    """The lines of the talk to choose from. Emits `picked` (LineIds in order) and `dropped`."""

    picked = Signal(object)
    dropped = Signal()

    def __init__(self, child: str) -> None:
        super().__init__()
        self._child = child
        self._model: Rows[PickRow] = Rows(_spoken, self)
        self._title = Text(self.tr("Which lines?"), H2)
        self._about = Text("", QUIET, wrap=True, measure=900)
        self.list = PickList(self._model, self.tr("Lines to choose from"))
        self._count = Text("", QUIET)
        keep = Button(self.tr("Use these lines"), "primary", "check", size=LARGE)
        keep.setObjectName("use_lines")
        keep.clicked.connect(self._done)
        drop = Button(self.tr("Never mind"), size=LARGE)
        drop.setObjectName("drop_lines")
        drop.clicked.connect(self.dropped)
        hint = Text(self.tr("Arrows move, Space chooses, Enter is done."), QUIET)
        self._hint = hint
        side = theme().margin
        head = column(row(self._title, 16, column("*", hint, 3), "*"), 4, self._about)
        head.setContentsMargins(*(theme().px(one) for one in (side, 20, side, 12)))
        inset = side - INSET
        body = row((self.list, 1), margins=(inset, 0, inset, 8))
        self.setLayout(column(head, (body, 1), bar(self._count, "*", drop, 12, keep)))
        self.list.toggled.connect(self._toggle)
        self.list.done.connect(self._done)
        self.list.gone.connect(self.dropped)
        self.hide()

    def ask(self, about: str, lines: Sequence[Line], chosen: Collection[LineId]) -> None:
        """Show what was said or seen; those that are chosen already are ticked."""
        self._about.setText(about)
        heard = [line for line in lines if line.voice.is_heard or line.id in chosen]
        rows = [PickRow(line, self._child, picked=line.id in chosen) for line in heard]
        self._model.show_rows(rows)
        first = next((n for n, one in enumerate(rows) if one.picked), 0)
        self.list.choose(first)
        self._say()
        self.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> tuple[LineId, ...]:
        """The lines that are ticked, in the order of the talk."""
        return tuple(one.line.id for one in self._model.rows if one.picked)

    def _toggle(self, number: int) -> None:
        rows = list(self._model.rows)
        old = rows[number]
        rows[number] = PickRow(old.line, old.child, old.mark, picked=not old.picked)
        self._model.show_rows(rows)
        self._say()

    def _say(self) -> None:
        if not self._model.rows:
            self._count.setText(self.tr("Nothing was written down yet."))
            return
        self._count.setText(self.tr("%n line(s) chosen", "", len(self.chosen)))

    def _done(self) -> None:
        self.picked.emit(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Stand on the narrow margin where there is no room for the full one."""
        super().resizeEvent(event)
        narrow = theme().crowded or theme().narrow(self.width())
        self.list.lines_painter.set_compact(compact=narrow)
        self._hint.setVisible(not narrow)


def _spoken(row: PickRow) -> str:
    """A whole row for a screen reader, its tick first."""
    translate = QCoreApplication.translate
    if row.picked:
        return translate("picker", "Chosen. {line}").format(line=row.spoken)
    return translate("picker", "Not chosen. {line}").format(line=row.spoken)
