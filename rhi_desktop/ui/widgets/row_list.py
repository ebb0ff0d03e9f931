"""Owns lists of painted rows: a model that speaks, a delegate that paints, a view with a ring."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import draw_ring, smoothen
from rhi_desktop.ui.widgets.typesetting import TINY, draw_text

T = TypeVar("T")
AnyIndex = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)


class Rows(QAbstractListModel, Generic[T]):
    """Values as rows; `spoken` says each in one sentence for DisplayRole and AccessibleTextRole.

    Of a long list the first rows are enough: `more` reads the next ones, after so many, once
    somebody comes near the end of those that are there, and none when there are no more.
    """

    def __init__(
        self,
        spoken: Callable[[T], str],
        parent: QObject | None = None,
        more: Callable[[int], Sequence[T]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._spoken, self._more = spoken, more
        self._rows: list[T] = []
        self._all = more is None

    @property
    def rows(self) -> Sequence[T]:
        """The values as they are shown."""
        return self._rows

    def show_rows(self, rows: Sequence[T], *, whole: bool = False) -> None:
        """Show other rows, `whole` when there are no more of them.

        Rows that were added or changed at the end keep the view in place.
        """
        self._all = whole or self._more is None
        same = 0
        for old, new in zip(self._rows, rows, strict=False):
            if old != new:
                break
            same += 1
        if same == len(self._rows) and len(rows) > same:
            self.beginInsertRows(QModelIndex(), same, len(rows) - 1)
            self._rows = list(rows)
            self.endInsertRows()
        elif len(rows) == len(self._rows):
            self._rows = list(rows)
            if same < len(rows):
                self.dataChanged.emit(self.index(same), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def canFetchMore(self, parent: AnyIndex = QModelIndex()) -> bool:  # noqa: N802, B008 - overrides Qt
        """True until the last row of all was read."""
        return not parent.isValid() and not self._all

    def fetchMore(self, parent: AnyIndex = QModelIndex()) -> None:  # noqa: N802, B008 - overrides Qt
        """The view has come to the end of what was read."""
        if self._more is None or not self.canFetchMore(parent):
            return
        found = self._more(len(self._rows))
        self._all = not found
        if found:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(found) - 1)
            self._rows.extend(found)
            self.endInsertRows()

    def at(self, index: AnyIndex) -> T:
        """The value of a row."""
        return self._rows[index.row()]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - overrides Qt
        """How many rows; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The value itself for ROW, its sentence for reading."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(self._rows[index.row()])
        return self._rows[index.row()] if role == ROW else None


class RowPainter(QStyledItemDelegate, Generic[T]):
    """Paints a row: subclasses give `height(row, width)` and `draw(painter, rect, row)`.

    The ground of the chosen row and the ring inside it are painted here; set `ground = False` for
    lists whose rows draw their own.
    """

    ground = True

    def height(self, row: T, width: int) -> int:
        """How high a row is at a width, in real pixels."""
        raise NotImplementedError

    def draw(self, painter: QPainter, rect: QRectF, row: T) -> None:
        """Paint the row."""
        raise NotImplementedError

    def sizeHint(  # noqa: N802 - overrides Qt
        self, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QSize:
        """As wide as the list, as high as the row asks for."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, self.height(index.data(ROW), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, row, ring."""
        painter.save()
        smoothen(painter)
        rect, look = QRectF(option.rect), theme()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen and self.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-soft"))
            painter.drawRoundedRect(
                rect.adjusted(0, 1, 0, -1), look.radius("card"), look.radius("card")
            )
        self.draw(painter, rect, index.data(ROW))
        view = self.parent()
        if chosen and isinstance(view, QWidget) and view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            draw_ring(painter, rect.adjusted(0, 1, 0, -1), look.radius("card") - look.px(5))
        painter.restore()


class RowList(QListView):
    """A list of painted rows for keyboard, mouse and readers. Emits `opened` with a row number.

    Arrows choose, Enter or a double click opens. It needs an accessible name.
    """

    opened = Signal(int)

    def __init__(self, model: QAbstractListModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        # The ring is drawn inside the chosen row.
        self.setProperty("ring_radius", "inside")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)

    def chosen(self) -> int:
        """The number of the chosen row, or -1."""
        return self.currentIndex().row()

    def choose(self, number: int) -> None:
        """Choose a row by its number."""
        self.setCurrentIndex(self.model().index(number, 0))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Enter opens the chosen row; Home, End, arrows and typing work as in every list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen() >= 0:
            self.opened.emit(self.chosen())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Rows break their words anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


@dataclass(frozen=True, slots=True)
class Head:
    """A word above a column: so many pixels at 100 % from the left edge, or from the right."""

    words: str
    at: int
    right: bool = False


def draw_heads(heads: Sequence[Head], painter: QPainter, rect: QRectF) -> None:
    """The words above the columns and the rule below them; the rule alone where it is narrow."""
    look, style = theme(), TINY.medium
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("rule"))
    if look.narrow(int(rect.width())):
        return
    for head in heads:
        left = rect.left() + look.px(head.at)
        if head.right:
            left = rect.right() - look.px(head.at) - style.width(head.words)
        draw_text(painter, QPointF(left, look.px(4)), head.words, style)
