"""Owns the page of the manual: contents on the left, the chapter on the right, the way back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.manual.contents import CHAPTER_OF, Chapter, chapters, known
from rhi_desktop.ui.manual.leaf import Leaf
from rhi_desktop.ui.places import Place, back_from, shown_aside
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H2,
    Button,
    RowList,
    RowPainter,
    Rows,
    Select,
    Text,
    column,
    draw_text,
    elided,
    row,
)
from rhi_desktop.workflow.workspace import Workspace

CONTENTS, MEASURE, ROW_HIGH, SIDE = 312, 800, 40, 12
WORDS_FIRST = 20
"""The words get the room before the empty space beside them does."""


class ManualPage(Page):
    """Reads the manual beside the work; Esc or the button leads back to where somebody was."""

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Manual"))
        del ws
        self._back_to = back_from(place)
        wanted = shown_aside(place) or CHAPTER_OF.get(self._back_to.page.value, "")
        self._leaf = Leaf()
        self._leaf.asked.connect(self.show_chapter)
        self._list, self._pick = self._contents(), self._narrow_contents()
        self._build()
        self.show_chapter(known(wanted))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave)
        self.act(Menu.HELP, self.tr("Back to where you were"), "Alt+Left", self._leave)

    @property
    def chapter(self) -> str:
        """The name of the chapter that shows."""
        return chapters()[self._list.chosen()].name

    def show_chapter(self, name: str) -> None:
        """Show a chapter, and mark it in the contents."""
        wanted = known(name)
        number = next(at for at, one in enumerate(chapters()) if one.name == wanted)
        if self._list.chosen() != number:
            self._list.choose(number)
        if self._pick.value() != wanted:
            self._pick.choose(wanted)
        chapter = chapters()[number]
        self._leaf.show_chapter(chapter.title, chapter.text)

    def first_focus(self) -> QWidget | None:
        """The words: arrows and Page Down read on at once."""
        return self._leaf

    def _build(self) -> None:
        side = theme().margin
        back = Button(self.tr("Back"), "quiet", "back", hint="Esc")
        back.setObjectName("back")
        back.clicked.connect(self._leave)
        head = row(Text(self.tr("Manual"), H2), "*", back, margins=(side, 20, side, 14))
        self._list.setFixedWidth(theme().px(CONTENTS))
        self._leaf.setMaximumWidth(theme().px(MEASURE))
        self._body = row(self._list, (self._leaf, WORDS_FIRST), "*", gap=24)
        narrow = row(self._pick, "*", margins=(side, 0, side, 12))
        self.setLayout(column(head, narrow, (self._body, 1)))

    def _contents(self) -> RowList:
        model: Rows[Chapter] = Rows(lambda chapter: chapter.title, self)
        model.show_rows(chapters())
        shown = RowList(model, self.tr("Contents of the manual"))
        shown.setObjectName("contents")
        shown.setItemDelegate(_ChapterPainter(shown))
        shown.selectionModel().currentChanged.connect(self._chosen)
        shown.opened.connect(self._leaf_gets_focus)
        return shown

    def _narrow_contents(self) -> Select:
        named = [(chapter.name, chapter.title) for chapter in chapters()]
        pick = Select(named, name=self.tr("Chapter"))
        pick.setObjectName("pick_chapter")
        pick.activated.connect(self._picked)
        return pick

    def _chosen(self, index: QModelIndex) -> None:
        self.show_chapter(chapters()[index.row()].name)

    def _picked(self) -> None:
        self.show_chapter(self._pick.value())

    def _leaf_gets_focus(self) -> None:
        self._leaf.setFocus()

    def _leave(self) -> None:
        self.shell.go(self._back_to)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Where there is little room the contents become one field above the words."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        self._list.setVisible(not narrow)
        self._pick.setVisible(narrow)
        look, side = theme(), theme().margin
        # The titles in the list stand under the head; the words alone begin there themselves.
        left = side if narrow else side - SIDE
        self._body.setContentsMargins(look.px(left), 0, look.px(side), look.px(24))


class _ChapterPainter(RowPainter[Chapter]):
    """Paints the title of a chapter."""

    def height(self, row: Chapter, width: int) -> int:
        """One line each."""
        del row, width
        return theme().px(ROW_HIGH)

    def draw(self, painter: QPainter, rect: QRectF, row: Chapter) -> None:
        """The title alone."""
        look = theme()
        words = elided(row.title, BODY, rect.width() - 2 * look.px(SIDE))
        at = QPointF(rect.left() + look.px(SIDE), rect.top() + look.px((ROW_HIGH - 24) / 2))
        draw_text(painter, at, words, BODY)
