"""Owns the parts of the people page: its head, the card of the picture, the card of the table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.line import Voice
from rhi_desktop.ui.analysis.network import Network, tie_pen
from rhi_desktop.ui.analysis.people_table import PeopleTable, column_heads
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    H2,
    QUIET,
    SMALL,
    SMALL_BUTTON,
    SMALL_QUIET,
    TINY,
    Button,
    Item,
    Picture,
    Select,
    Text,
    card,
    column,
    draw_text,
    empty,
    row,
    sized,
    voice_word,
    wrap,
)

HEADS = 38


class PeopleHead(QWidget):
    """Title, episode filter, picture or table. Emits `asked_turn`, `asked_new`, `asked_undo`."""

    asked_turn = Signal()
    asked_new = Signal()
    asked_undo = Signal()

    def __init__(self, reference: str, child: str, episodes: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        crowded, side = theme().crowded, theme().margin
        title = Text(self.tr("People and places"), H2 if crowded else H1)
        words = self.tr("Only what was said or seen. No guesses.")
        about = Text(words if crowded else f"{reference}, {child}    {words}", QUIET, wrap=crowded)
        every = [("", self.tr("All times away")), *episodes]
        self.episode = Select(every, name=self.tr("Which time away"), width=190)
        self.episode.setObjectName("episode")
        self.turn = Button("", "plain", "graph", hint="F6")
        self.turn.setObjectName("turn")
        self.turn.clicked.connect(self.asked_turn)
        self.new = Button(self.tr("New card"), "plain", "plus")
        self.new.setObjectName("new_card")
        self.new.clicked.connect(self.asked_new)
        self._undo = self._undo_strip()
        tools: list[Item] = [self.episode, 12, self.turn, 12, self.new]
        if crowded:
            inside = column(title, 2, about, 8, row(*tools, "*"), self._undo,
                            margins=(side, 10, side, 8))  # fmt: skip
        else:
            left = column(title, 4, row(about, "*"), self._undo)
            right = column("*", row(*tools), "*")
            inside = column(row((left, 1), 24, right), margins=(side, 20, side, 16))
        self.setLayout(inside)

    def show_turn(self, words: str) -> None:
        """Say what the button shows next."""
        self.turn.setText(words)
        self.turn.updateGeometry()

    def show_undo(self, *, offered: bool) -> None:
        """Offer back the card that was taken out."""
        self._undo.setVisible(offered)

    def _undo_strip(self) -> QWidget:
        back = Button(self.tr("Put it back"), "soft", "undo", size=SMALL_BUTTON)
        back.setObjectName("put_back")
        back.clicked.connect(self.asked_undo)
        words = Text(self.tr("A card was taken out."), SMALL)
        strip = wrap(column(8, row(words, 12, back, "*")))
        strip.hide()
        return strip


class PictureCard(QFrame):
    """The picture and, below it, what its lines mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self.network = Network()
        self._legend = row()
        under = wrap(row(self._legend, "*", margins=(24, 0, 24, 16)))
        self.setLayout(column((self.network, 1), under, margins=(1, 1, 1, 0)))

    def show_legend(
        self, voices: Sequence[Voice], child: str, *, asked: bool, more: int = 0
    ) -> None:
        """Name the patterns that the picture shows, and how many cards it has no room for."""
        empty(self._legend)
        shown: list[Voice | None] = [*voices, *([None] if asked else [])]
        for number, voice in enumerate(shown):
            if voice is None:
                words = self.tr("Needs a person to confirm")
            elif voice is Voice.TOLD:
                words = self.tr("Someone told us")
            else:
                words = voice_word(voice, child)
            sample = Picture(partial(_draw_sample, voice), "", width=32, height=20)
            one = wrap(row(20 if number else 0, sample, 8, Text(words, SMALL_QUIET)))
            self._legend.addWidget(one)
            one.show()
        if more > 0:
            rest = Text(self.tr("%n more in the table", "", more), SMALL_QUIET)
            self._legend.addSpacing(theme().px(20))
            self._legend.addWidget(rest)
            rest.show()


def table_card(table: PeopleTable, nothing: QWidget) -> QFrame:
    """The table under the words above its columns; `nothing` stands where there are no rows."""
    heads = sized(Picture(partial(_draw_heads, table), ""), height=8 if theme().crowded else HEADS)
    inset = row((table, 1), margins=(8, 0, 8, 0))
    return card(column(heads, (inset, 1), nothing, margins=(1, 1, 1, 8)))


def _draw_heads(table: PeopleTable, painter: QPainter, rect: QRectF) -> None:
    look = theme()
    if table.rows and not look.crowded:
        for head in column_heads():
            # The list is always as narrow as a narrow page: its heads are drawn all the same.
            _draw_head(painter, rect, head.words, head.at, right=head.right)
    if not look.crowded:
        rule = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(rule, look.colour("rule"))


def _draw_head(painter: QPainter, rect: QRectF, words: str, at: int, *, right: bool) -> None:
    look, style = theme(), TINY.medium
    left = rect.left() + look.px(at)
    if right:
        left = rect.right() - look.px(at) - style.width(words)
    draw_text(painter, QPointF(left, look.px(9)), words, style)


def _draw_sample(voice: Voice | None, painter: QPainter, rect: QRectF) -> None:
    painter.setPen(tie_pen(voice))
    middle = rect.center().y()
    painter.drawLine(QPointF(1, middle), QPointF(theme().px(30), middle))


def turn_words(*, picture: bool, narrow: bool) -> str:
    """What the button shows next."""
    translate = QCoreApplication.translate
    if picture:
        return translate("people", "Table") if narrow else translate("people", "Table alone")
    return translate("people", "Picture") if narrow else translate("people", "Picture and table")
