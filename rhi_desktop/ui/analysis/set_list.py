"""Owns the contents of the indicators: one row a set, and what was answered in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    TINY,
    RowList,
    RowPainter,
    Rows,
    TextStyle,
    draw_text,
    elided,
    set_text,
)

_SIDE, _TOP, _BETWEEN, _SIGN = 12, 7, 2, 18


@dataclass(frozen=True, slots=True)
class SetRow:
    """A set by its title; whether signs of it were answered, and whether some lack evidence."""

    id: str
    title: str
    answered: bool
    bare: bool

    @property
    def below(self) -> str:
        """What was answered, in words; nothing where nothing was."""
        if self.bare:
            return QCoreApplication.translate("sets", "Not yet supported")
        if self.answered:
            return QCoreApplication.translate("sets", "Looked at")
        return ""


class _SetPainter(RowPainter[SetRow]):
    def height(self, row: SetRow, width: int) -> int:
        """The title, and a line for what was answered."""
        look = theme()
        words = set_text(row.title, _style(row), width - look.px(2 * _SIDE))
        below = look.px(_BETWEEN + TINY.line) if row.below else 0
        return int(words.height) + below + look.px(2 * _TOP)

    def draw(self, painter: QPainter, rect: QRectF, row: SetRow) -> None:
        """The title; below it what was answered, with a sign where evidence is missing."""
        look = theme()
        x, y = rect.left() + look.px(_SIDE), rect.top() + look.px(_TOP)
        room = rect.width() - look.px(2 * _SIDE)
        y += draw_text(painter, QPointF(x, y), row.title, _style(row), room).height
        if not row.below:
            return
        y += look.px(_BETWEEN)
        ink = TINY.tint("notice") if row.bare else TINY
        if row.bare:
            side = look.px(_SIGN)
            box = QRectF(x, y + look.px(1), side, side)
            draw_icon(painter, "notice", box, look.colour("notice"))
            x += side + look.px(6)
        draw_text(painter, QPointF(x, y), elided(row.below, ink, room), ink)


def _style(row: SetRow) -> TextStyle:
    return BODY.medium if row.answered else BODY


class SetList(RowList):
    """The sets; whoever moves to a row sees it beside the list."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._rows: Rows[SetRow] = Rows(_spoken)
        super().__init__(self._rows, name)
        self._rows.setParent(self)
        self.setParent(parent)
        self.setObjectName("sets")
        self.setItemDelegate(_SetPainter(self))
        self.setSelectionMode(RowList.SelectionMode.SingleSelection)

    def show_sets(self, rows: list[SetRow]) -> None:
        """Show the sets as they stand; the chosen one stays chosen."""
        chosen = self.chosen()
        self._rows.show_rows(rows)
        if chosen >= 0 and self.chosen() != chosen:
            self.choose(chosen)
        self.scheduleDelayedItemsLayout()


def _spoken(row: SetRow) -> str:
    return f"{row.title}. {row.below}" if row.below else row.title
