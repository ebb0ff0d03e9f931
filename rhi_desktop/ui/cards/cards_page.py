"""Owns the page of cards: mine to give away, those of others, and trusting one after comparing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rhi_desktop.domain.card import KnownCard
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cards.adding import add_card_file
from rhi_desktop.ui.cards.card_rows import CardRowPainter
from rhi_desktop.ui.cards.card_words import spoken
from rhi_desktop.ui.cards.compare_card import CompareCard
from rhi_desktop.ui.cards.my_card import MyCard
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    H3,
    QUIET,
    SMALL_LINE,
    Button,
    ButtonKind,
    RowList,
    Rows,
    Said,
    Text,
    announce,
    column,
    empty,
    row,
    scrolled,
    sized,
    wrap,
)
from rhi_desktop.workflow import trusting
from rhi_desktop.workflow.workspace import Workspace

COMPARE_WIDTH = 500
USUAL_WIDTH = 1366
UNBOUND = 16_777_215
"""Qt's own largest width."""


class CardsPage(Page):
    """The book of cards. `place.detail` is the fingerprint of the card to show first.

    A place with a report leads back to that report. Nobody is trusted but by the button that
    says that the words are the same. RhiErrors of files and cards go to the banner.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Cards"))
        self._ws, self._place = ws, place
        self._rows: Rows[KnownCard] = Rows(spoken)
        self._list = RowList(self._rows, self.tr("Cards of others"))
        self._list.setObjectName("card_list")
        self._list.setItemDelegate(CardRowPainter(self._list))
        self._list.selectionModel().currentChanged.connect(self._show_chosen)
        self._nobody = Text(self.tr("No card of anybody else yet."), QUIET)
        self._compare = CompareCard()
        self._compare.same.connect(self._trust)
        self._compare.differ.connect(self._refuse)
        self._compare.revoked.connect(self._revoke)
        self._way_in = row()
        self._sides = row(gap=32)
        mine = MyCard(ws, shell)
        heading = Text(self.tr("Cards of others"), H3)
        left = column(mine, 28, heading, 8, self._nobody, self._list, "*")
        self._sides.addWidget(wrap(left), 1)
        right = column(self._compare, "*")
        self._right = wrap(right)
        self._sides.addWidget(self._right)
        side = theme().margin
        body = wrap(column(self._sides, margins=(side, 20, side, 32)))
        self.setLayout(column((scrolled(wrap(column(self._head(), body, "*"))), 1)))
        self.act(Menu.REVIEW, self.tr("Add a card"), "Ctrl+Shift+A", self._add)
        self.act(Menu.REVIEW, self.tr("Save my card"), "Ctrl+S", mine.save)
        self.act(Menu.FILE, self.tr("Back"), "Alt+Left", self._back)
        self._arrange(USUAL_WIDTH)
        self._read(place.detail)

    def first_focus(self) -> QWidget | None:
        """The list, or the way to a first card."""
        return self._list if self._rows.rows else self.findChild(Button, "add_card")

    def refresh(self) -> None:
        """Read the book again and keep the chosen card chosen."""
        known = self._chosen()
        self._read(known.card.fingerprint if known else "")

    def _read(self, fingerprint: str) -> None:
        found = trusting.cards(self._ws)
        self._rows.show_rows(found)
        prints = [known.card.fingerprint for known in found]
        self._list.setVisible(bool(found))
        self._nobody.setVisible(not found)
        if found:
            self._list.choose(prints.index(fingerprint) if fingerprint in prints else 0)
        empty(self._way_in)
        # The one way on while there is nobody to compare with.
        kind: ButtonKind = "plain" if found else "primary"
        add = Button(self.tr("Add a card"), kind, "plus")
        self._way_in.addWidget(self._button(add, "add_card", self._add))
        self._fit_list()
        self._show_chosen()

    def _chosen(self) -> KnownCard | None:
        at = self._list.chosen()
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    def _show_chosen(self) -> None:
        known = self._chosen()
        if known is None:
            self._compare.show_nobody()
            return
        self._compare.show_card(known, trusting.words(known.card))

    def _head(self) -> QWidget:
        side = theme().margin
        to_report = self._place.interview_id is not None
        back = Button(
            self.tr("Report") if to_report else self.tr("Cases"), "link", "left", size=SMALL_LINE
        )
        back = self._button(back, "back", self._back)
        words = self.tr("A card tells you whose bundles and reports you have in front of you.")
        lower = row(
            (column(Text(self.tr("Cards"), H1), 4, Text(words, QUIET, wrap=True), "*"), 1),
            24,
            self._way_in,
        )
        return wrap(column(row(back, "*"), 4, lower, margins=(side, 12, side, 0)))

    def _button(self, button: Button, name: str, act: Callable[[], object]) -> Button:
        button.setObjectName(name)
        button.clicked.connect(act)
        return button

    def _add(self) -> None:
        path = self.shell.chooser.open_file(self, FileKind.CARD)
        if path is None:
            return
        before = {known.card.fingerprint: known for known in self._rows.rows}
        try:
            known = add_card_file(self._ws, path, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self._read(known.card.fingerprint)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        if before.get(known.card.fingerprint) == known:
            self.shell.say(Said(self.tr("This card is here already"), self.tr("It is as it was.")))
            return
        self.shell.saved()
        self.shell.hush()
        announce(self, self.tr("Added. Compare the six words before you trust it."))

    def _trust(self) -> None:
        self._turn(trusting.trust, self.tr("{name}\u2019s card is trusted"))

    def _revoke(self) -> None:
        self._turn(trusting.revoke, self.tr("{name}\u2019s card is not trusted any more"))

    def _refuse(self) -> None:
        known = self._chosen()
        if known is None or not self._turn(trusting.revoke, ""):
            return
        words = self.tr("Do not use this card for {name}").format(name=known.card.person.name)
        safe = self.tr("What it signs is refused from now on.")
        then = self.tr("Ask {name} for a new card, in person if you can, and tell your supervisor.")
        then = then.format(name=known.card.person.name)
        self.shell.say(Said(words, safe, then), tone="danger")

    def _turn(self, act: Callable[[Workspace, str, Moment], KnownCard], words: str) -> bool:
        known = self._chosen()
        if known is None:
            return False
        try:
            act(self._ws, known.card.fingerprint, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return False
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read(known.card.fingerprint)
        self.shell.saved()
        if words:
            self.shell.say(Said(words.format(name=known.card.person.name)))
        return True

    def _back(self) -> None:
        here = self._place
        if here.interview_id is None:
            self.shell.go(Place(PageName.CASES))
            return
        self.shell.go(
            Place(
                PageName.SEND,
                here.case_id,
                interview_id=here.interview_id,
                report_id=here.report_id,
            )
        )

    def _fit_list(self) -> None:
        """As high as its rows: the page scrolls, not the list in it."""
        rows = range(self._rows.rowCount())
        width = max(self._list.width(), 1)
        painter = self._list.itemDelegate()
        if isinstance(painter, CardRowPainter):
            high = sum(painter.height(self._rows.rows[at], width) for at in rows)
            self._list.setFixedHeight(high + theme().px(4))

    def _arrange(self, width: int) -> None:
        narrow = theme().narrow(width)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)
        self._sides.setStretch(0, 0 if narrow else 1)
        if narrow:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(UNBOUND)
        else:
            sized(self._right, COMPARE_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column where there is room for one only."""
        super().resizeEvent(event)
        self._arrange(self.width())
        self._fit_list()
