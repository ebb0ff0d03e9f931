"""Owns the list of contents beside a question: every one of a part, with its state in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QResizeEvent

from rhi_desktop.forms.model import Question
from rhi_desktop.ui.icons import IconName, draw_icon
from rhi_desktop.ui.interview.guide import Entry
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.row_list import RowList, RowPainter, Rows
from rhi_desktop.ui.widgets.typesetting import SMALL, TINY, Setting, set_text

_SIDE = 12
_ABOVE = 7
_GROUP = 24
_ICON = 18


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """An entry as it is painted: under its heading where a new group begins."""

    entry: Entry
    group: str
    unfolded: bool = False


def spoken(row: ContentsRow) -> str:
    """The whole row for a screen reader."""
    entry = row.entry
    if entry.question is None:
        translate = QCoreApplication.translate
        state = translate("guide", "shown") if row.unfolded else translate("guide", "folded away")
        return f"{entry.words}, {state}"
    parts = [part for part in (row.group, entry.words, entry.state) if part]
    return ". ".join(parts)


class ContentsPainter(RowPainter[ContentsRow]):
    """Heading, words, state."""

    def height(self, row: ContentsRow, width: int) -> int:
        """Words in up to as many lines as they need, and the state below them."""
        look = theme()
        used = 2 * look.px(_ABOVE) + self._words(row, width).height
        used += look.px(_GROUP) if row.group else 0
        return int(used + (TINY.line * look.zoom if row.entry.state else 0))

    def draw(self, painter: QPainter, rect: QRectF, row: ContentsRow) -> None:
        """From top to bottom."""
        look = theme()
        x, y = rect.left() + look.px(_SIDE), rect.top() + look.px(_ABOVE)
        if row.group:
            head = set_text(row.group, TINY.strong.tint("text2"), rect.width())
            head.draw(painter, x, y, look.colour("text2"))
            y += look.px(_GROUP)
        words = self._words(row, int(rect.width()))
        if row.entry.question is None:
            icon = look.px(_ICON)
            box = QRectF(QPointF(x, y + (words.height - icon) / 2), QPointF(x, y))
            box.setWidth(icon)
            box.setHeight(icon)
            name: IconName = "down" if row.unfolded else "right"
            draw_icon(painter, name, box, look.colour("accent"))
            words.draw(painter, x + icon + look.px(6), y, look.colour("accent"))
            return
        words.draw(painter, x, y, look.colour("text"))
        if row.entry.state:
            state = set_text(row.entry.state, TINY, rect.width())
            state.draw(painter, x, y + words.height, look.colour("text2"))

    def _words(self, row: ContentsRow, width: int) -> Setting:
        look = theme()
        fold = row.entry.question is None
        room = width - 2 * look.px(_SIDE) - (look.px(_ICON + 6) if fold else 0)
        return set_text(row.entry.words, SMALL.medium if fold else SMALL, max(room, look.px(80)))


class ContentsList(RowList):
    """Arrows choose, Enter or a press goes there. `opened` comes with the number of a row."""

    def __init__(self, name: str) -> None:
        self._model: Rows[ContentsRow] = Rows(spoken)
        super().__init__(self._model, name)
        self.setObjectName("contents")
        self._model.setParent(self)
        self.setItemDelegate(ContentsPainter(self))
        self.clicked.connect(lambda index: self.opened.emit(index.row()))

    @property
    def rows(self) -> Sequence[ContentsRow]:
        """What is shown."""
        return self._model.rows

    def show_entries(self, entries: Sequence[Entry], here: Question, *, unfolded: bool) -> None:
        """Show a part, the present question chosen."""
        rows, group = [], ""
        for entry in entries:
            new = entry.group if entry.group != group else ""
            group = entry.group or group
            rows.append(ContentsRow(entry, new, unfolded and entry.question is None))
        self._model.show_rows(rows)
        for number, row in enumerate(rows):
            if row.entry.question is not None and row.entry.question.id == here.id:
                self.choose(number)
                self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The present question stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
