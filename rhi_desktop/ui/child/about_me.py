"""Owns the part about me: the child's own lines, the drawing in small, and how they feel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rhi_desktop.ui.child.block_card import HIGH
from rhi_desktop.ui.child.counts import Counts
from rhi_desktop.ui.child.feel_words import felt_words
from rhi_desktop.ui.child.plan_board import PlanBoard
from rhi_desktop.ui.child.plan_desk import PlanDesk
from rhi_desktop.ui.child.plan_line import BARE, RING
from rhi_desktop.ui.child.plan_route import FEELINGS
from rhi_desktop.ui.child.strokes import picture_of
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H3,
    QUIET,
    SAID,
    Button,
    Icon,
    Item,
    Text,
    card,
    column,
    row,
    wrap,
)

GAP = 20
SMALL_SHEET = 208, 156


class AboutMe(QWidget):
    """The card of lines beside two quiet ones that lead on. Emits `wanted` (page, detail)."""

    wanted = Signal(object, str)

    def __init__(self, desk: PlanDesk, board: PlanBoard) -> None:
        super().__init__()
        self._desk = desk
        across = QBoxLayout.Direction.TopToBottom if theme().crowded else (
            QBoxLayout.Direction.LeftToRight
        )  # fmt: skip
        box = QBoxLayout(across)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme().px(GAP))
        box.addWidget(board, 3)
        box.addWidget(wrap(column((self._drawing(), 1), GAP, (self._feelings(), 1))), 2)
        self.setLayout(box)
        if not theme().crowded:
            # As high as the other parts, so that nothing jumps from one to the next.
            self.setMinimumHeight(theme().px(2 * HIGH + GAP))

    def _drawing(self) -> QWidget:
        drawing = self._desk.plan.drawing if self._desk.plan else None
        drawn = drawing is not None and bool(drawing.strokes)
        words = self.tr("Look at it or draw on") if drawn else self.tr("Draw something")
        act = self._act(words, "pencil", "open_drawing", PageName.PLAN_DRAW, "")
        small = picture_of(drawing, *SMALL_SHEET) if drawing is not None and drawn else None
        caption = drawing.caption if drawing is not None and drawing.caption else ""
        hint = Text(self.tr("A picture says it as well."), QUIET, wrap=True)
        body: tuple[Item, ...] = (
            (row(small, "*"), 8 if caption else 0, Text(caption, SAID, wrap=True))
            if small is not None
            else (Text(caption, SAID, wrap=True) if caption else hint,)
        )
        tile = self._tile(self.tr("My drawing"), "pencil", body, act)
        tile.setAccessibleDescription(Counts().drawing(drawing))
        return tile

    def _feelings(self) -> QWidget:
        said = felt_words(self._desk)
        words = Text(said or self.tr("Words, pictures, or a number."), SAID if said else QUIET,
                     wrap=True)  # fmt: skip
        act = self._act(self.tr("Say how I am"), "heart", "open_feelings", PageName.PLAN_FEEL,
                        FEELINGS)  # fmt: skip
        return self._tile(self.tr("How I am"), "wave", (words,), act)

    def _act(self, words: str, icon: IconName, name: str, page: PageName, detail: str) -> Button:
        button = Button(words, "accent", icon, size=BARE)
        button.setObjectName(name)
        button.clicked.connect(lambda: self.wanted.emit(page, detail))
        if not self._desk.may_change:
            button.hide()
        return button

    def _tile(self, title: str, icon: IconName, body: tuple[Item, ...], act: Button) -> QWidget:
        head = row(Icon(icon, "accent", 22), 12, (Text(title, H3, wrap=True), 1))
        inside = column(head, 8, *body, margins=(RING, 0, RING, 0))
        tile = card(column(inside, "*", row(act, "*"), margins=(16, 20, 16, 8)), "child")
        tile.setAccessibleName(title)
        return tile
