"""Owns the running list of lines: it keeps its end in sight and stops on whole rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent

from rhi_desktop.domain.line import Line
from rhi_desktop.ui.interview.line_painter import LinePainter
from rhi_desktop.ui.interview.line_row import LineRow, spoken
from rhi_desktop.ui.widgets.row_list import RowList, Rows

_MOST_COVERED = 0.3


class LineList(RowList):
    """Lines as rows; the end stays in sight when it `follows`.

    `opened` (Enter, double click) comes with a row number.

    Emits `asked_out` (Delete), `gone` (Escape), `typed` (letters that belong into the input) and
    `asked_menu` with a place on the screen; each is about the `line` that is chosen.
    """

    asked_out = Signal()
    gone = Signal()
    typed = Signal(str)
    asked_menu = Signal(QPoint)
    moved = Signal()

    def __init__(self, name: str, *, follows: bool = True) -> None:
        self._model: Rows[LineRow] = Rows(spoken)
        super().__init__(self._model, name)
        self.setObjectName("lines")
        self._model.setParent(self)
        self._painter = LinePainter(self)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self._size, self._following, self._follows = self.size(), follows, follows
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.moved.emit())

    def set_compact(self, *, compact: bool) -> None:
        """Stand on the columns of the narrow margin, or of the full one."""
        self._painter.set_compact(compact=compact)
        self.doItemsLayout()
        if self._following:
            self.settle()

    @property
    def rows(self) -> Sequence[LineRow]:
        """What is shown."""
        return self._model.rows

    @property
    def line(self) -> Line | None:
        """The line that is chosen."""
        number = self.chosen()
        return self.rows[number].line if 0 <= number < len(self.rows) else None

    def show_lines(self, rows: Sequence[LineRow], *, follow: bool = False) -> None:
        """Show other rows; the chosen line stays chosen. `follow` brings the end in sight."""
        chosen = self.line
        self._model.show_rows(rows)
        if chosen is not None and self.line != chosen:
            self.choose_line(chosen)
        if follow:
            self.settle()
        elif not self._follows:
            self._end_on_whole_row()

    def choose_line(self, line: Line) -> None:
        """Choose a line by its id and bring it in sight."""
        for number, one in enumerate(self.rows):
            if one.line.id == line.id:
                self.choose(number)
                self.scrollTo(self.currentIndex())

    def choose_none(self) -> None:
        """Choose no line."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def settle(self) -> None:
        """Show the end of the list, its first visible row whole."""
        room, used = self.height(), 0
        for number in reversed(range(len(self.rows))):
            height = self.sizeHintForIndex(self._model.index(number, 0)).height()
            if used + height > room:
                break
            used += height
        else:
            used = room
        # The rest of a cut row is covered, so that no half words stand under the head; of a row
        # that would leave the page bare, a part is better than nothing.
        rest = room - used
        self.setViewportMargins(0, rest if rest <= room * _MOST_COVERED else 0, 0, 0)
        self.doItemsLayout()
        self.scrollToBottom()
        self._following = self._follows

    def _end_on_whole_row(self) -> None:
        """Cover what is left below the last row that fits, so that no half words stand there."""
        first = max(0, self.indexAt(QPoint(1, 1)).row())
        room, used = self.height(), 0
        for number in range(first, len(self.rows)):
            height = self.sizeHintForIndex(self._model.index(number, 0)).height()
            if used + height > room:
                break
            used += height
        else:
            used = room
        rest = room - used
        self.setViewportMargins(0, 0, 0, rest if used and rest <= room * _MOST_COVERED else 0)

    def _scrolled(self, value: int) -> None:
        self._following = self._follows and value >= self.verticalScrollBar().maximum()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - overrides Qt
        """The menu of the line: by the mouse, by the Menu key or by Shift+F10."""
        place = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            box = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(box.bottomLeft())
        if self.line is not None:
            self.asked_menu.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - overrides Qt
        """Whoever comes by keyboard stands on the last line."""
        if self.chosen() < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose(len(self.rows) - 1)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Delete takes out, Escape goes back, letters go on to the input."""
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Delete:
            self.asked_out.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers() & control:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Follow the end when it was in sight; covering a cut row is no new size."""
        super().resizeEvent(event)
        if self.size() != self._size:
            self._size = self.size()
            if self.chosen() >= 0:
                self.scrollTo(self.currentIndex())
            elif self._following:
                self.settle()
            if not self._follows:
                self._end_on_whole_row()
