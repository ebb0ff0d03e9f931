"""Owns the table of people and places: the true view, and the twin of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from rhi_desktop.domain.ids import EntityId
from rhi_desktop.ui.analysis.people_rows import KIND_ICONS, CardRow
from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    LOOKS,
    SMALL_QUIET,
    STRONG,
    TINY,
    Head,
    RowList,
    RowPainter,
    Rows,
    Setting,
    draw_text,
    elided,
    set_text,
)
from rhi_desktop.ui.widgets.row_list import AnyIndex

WHO, WHAT, EDGE = 12, 192, 12
INSET = 8
"""The list stands so far within its card, so that the chosen row has its own edge."""
_TOP, _NAME_HIGH, _BELOW, _BESIDE_ICON, _ICON = 10, 26, 20, 30, 20
_AWAY, _TWO_COLUMNS = 60, 420
_LINES = (1.85, 1.7, 1.5, 1.2)


class _PeoplePainter(RowPainter[CardRow]):
    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def height(self, row: CardRow, width: int) -> int:
        """The name and what was said beside it; below each other where it is narrow."""
        look = theme()
        words = _words(row, self._room(width)).height
        above = look.px(_NAME_HIGH) if self._narrow(width) else 0
        return int(above + words) + look.px(_BELOW + 2 * _TOP)

    def _narrow(self, width: int) -> bool:
        return width / theme().zoom < _TWO_COLUMNS

    def _room(self, width: int) -> float:
        look = theme()
        left = WHO + _BESIDE_ICON if self._narrow(width) else WHAT
        return float(width - look.px(left + EDGE + (0 if self._narrow(width) else _AWAY)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """A hairline between two rows, never at the edge of the chosen one; then the row."""
        chosen = self._view.currentIndex().row()
        if index.row() and chosen not in {index.row(), index.row() - 1}:
            rect, side = QRectF(option.rect), theme().px(WHO)
            line = QRectF(rect.left() + side, rect.top(), rect.width() - 2 * side, 1)
            painter.fillRect(line, theme().colour("divider"))
        super().paint(painter, option, index)

    def draw(self, painter: QPainter, rect: QRectF, row: CardRow) -> None:
        """Sign and name, what was said and by whom, the times away."""
        look = theme()
        narrow = self._narrow(int(rect.width()))
        left, end = rect.left() + look.px(WHO), rect.right() - look.px(EDGE)
        first = rect.top() + look.px(_TOP + 12)
        side = look.px(_ICON)
        box = QRectF(left, first - side / 2, side, side)
        draw_icon(painter, KIND_ICONS[row.entity.kind], box, look.colour("text2"))
        x = left + look.px(_BESIDE_ICON)
        room = end - x - look.px(_AWAY) if narrow else look.px(WHAT - WHO - _BESIDE_ICON - 10)
        name = elided(row.entity.name, STRONG, room)
        draw_text(painter, QPointF(x, first - look.px(12)), name, STRONG)
        style = SMALL_QUIET
        at = QPointF(end - style.width(row.numbers), first - look.px(10.5))
        draw_text(painter, at, row.numbers, style)
        x = x if narrow else rect.left() + look.px(WHAT)
        top = rect.top() + look.px(_TOP + (_NAME_HIGH if narrow else 0))
        room = self._room(int(rect.width()))
        words = _words(row, room)
        words.draw(painter, x, top, look.colour("text"))
        ink = TINY.medium
        if row.said is not None:
            ink = ink.tint(f"{LOOKS[row.said.voice].token}-ink")
        below = QPointF(x, top + words.height)
        draw_text(painter, below, elided(row.by_whom, ink, room), ink)


def _words(row: CardRow, room: float) -> Setting:
    """At most two lines of what was said; the card has all of it."""
    setting = set_text(row.words, BODY, room)
    most = 2 * set_text("x", BODY, room).height
    for lines in _LINES:
        if setting.height <= most:
            break
        # Words break before the end of a line, so that two lines hold less than two widths.
        setting = set_text(elided(row.words, BODY, room * lines), BODY, room)
    return setting


class PeopleTable(RowList):
    """The cards as rows. Emits `moved` with the id of the chosen card."""

    moved = Signal(str)

    def __init__(self, name: str) -> None:
        self._rows: Rows[CardRow] = Rows(lambda row: row.spoken)
        super().__init__(self._rows, name)
        self._rows.setParent(self)
        self.setObjectName("people")
        self.setItemDelegate(_PeoplePainter(self))
        self.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self._tell())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._end_on_whole_row())

    @property
    def rows(self) -> Sequence[CardRow]:
        """What is shown."""
        return self._rows.rows

    @property
    def row(self) -> CardRow | None:
        """The card that is chosen."""
        number = self.chosen()
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def show_rows(self, rows: Sequence[CardRow]) -> None:
        """Show other cards; the chosen one stays chosen while it is there."""
        before = self.row.entity.id if self.row else None
        self._rows.show_rows(rows)
        self.doItemsLayout()
        self._end_on_whole_row()
        self.choose_card(before)

    def fit(self, *, whole: bool) -> None:
        """As high as all of its rows, where something round it scrolls; or as there is room."""
        self.setMinimumHeight(sum(self._heights()) + theme().px(2) if whole else 0)

    def choose_card(self, card: str | EntityId | None) -> None:
        """Choose a card by its id; the first one when it is not there."""
        ids = [row.entity.id for row in self.rows]
        if ids:
            self.choose(next((n for n, one in enumerate(ids) if one == card), 0))
            self.scrollTo(self.currentIndex())
            self._tell()

    def _heights(self) -> list[int]:
        model = self.model()
        return [self.sizeHintForIndex(model.index(n, 0)).height() for n in range(model.rowCount())]

    def _end_on_whole_row(self) -> None:
        """Cover what is left below the last row that fits, so that no half words stand there."""
        top, room, end = self.verticalScrollBar().value(), self.contentsRect().height(), 0
        for height in self._heights():
            if end + height > top + room:
                break
            end += height
        else:
            end = top + room
        rest = top + room - end if end > top else 0
        if rest != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, rest)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Another height ends on another row; at another width every row has another place."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self._end_on_whole_row()

    def _tell(self) -> None:
        if self.row is not None:
            self.moved.emit(self.row.entity.id)


def column_heads() -> tuple[Head, ...]:
    """The words above the columns."""
    return (
        Head(_tr("Who or where"), WHO + INSET),
        Head(_tr("What was said, and by whom"), WHAT + INSET),
        Head(_tr("Time away"), EDGE + INSET, right=True),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("people", words)
