"""Owns the list of cases: running clocks first, search, new episode, import."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cases.also_due import AlsoDue
from rhi_desktop.ui.cases.case_rows import CaseRowPainter, column_heads, spoken
from rhi_desktop.ui.cases.list_words import LATE, count_words, nothing_words, summary, which_cases
from rhi_desktop.ui.cases.no_cases import NoCases
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Field,
    Icon,
    Picture,
    RowList,
    Rows,
    Text,
    announce,
    bar,
    column,
    draw_heads,
    row,
    scrolled,
    sized,
    wrap,
)
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.views import CaseRow
from rhi_desktop.workflow.workspace import Workspace

MINUTE_MS = 60_000
SEARCH_PAUSE_MS = 120
FIRST_PAGE, NEXT_PAGE = 60, 200
"""Rows that are read at once, and then each time somebody comes to the end of them."""
FIND_WIDE, FIND_LEAST, ANY_WIDTH = 360, 160, 16_777_215
HEADS, NARROW_HEADS = 30, 4
NARROW_SIDE = 16
"""A list of cards stands closer to the edge, so that its words stand where the others do."""


class CasesPage(Page):
    """The cases of this vault. Opens one with Enter; goes to a new episode, import, reviews.

    Reads the list anew every minute, so that no clock stands still.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Cases"))
        del place
        self._ws = ws
        self._sentence, self._count = Text("", QUIET, wrap=True), Text("", SMALL_QUIET)
        self._find = self._search_field()
        self._which = which_cases()
        self._which.activated.connect(self.refresh)
        hours = ws.profile.hours
        self._rows: Rows[CaseRow] = Rows(lambda one: spoken(one, hours), more=self._more)
        self._list = RowList(self._rows, self.tr("Cases"))
        self._list.setObjectName("case_list")
        self._painter = CaseRowPainter(self._list, hours, shell.moment().now)
        self._list.setItemDelegate(self._painter)
        self._list.opened.connect(self._open)
        # The hairlines round the chosen row are the neighbours': they are drawn anew with it.
        self._list.selectionModel().currentChanged.connect(self._list.viewport().update)
        self._nothing = Text("", QUIET, wrap=True)
        self._heads = sized(Picture(partial(draw_heads, column_heads()), ""), height=HEADS)
        self._due = AlsoDue()
        self._due.opened.connect(self._reviews)
        self._note = Text(
            self.tr("Works without internet. Nothing leaves this laptop unless you export it."),
            SMALL_QUIET,
            wrap=True,
        )
        self._around_list = row((self._list, 1))
        self._full = wrap(column(self._head(), 18, (self._listing(), 1)))
        self._none = NoCases(self._new, self._import, self._practise)
        self._start = scrolled(self._none)
        self.setLayout(column((self._full, 1), (self._start, 1), self._foot()))
        self._acts()
        self._timer = QTimer(self, interval=MINUTE_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self._pause = QTimer(self, interval=SEARCH_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """The list, or the first way to start when it is empty."""
        return self._list if self._rows.rows else self._none.first

    def refresh(self) -> None:
        """Read the list again and keep the chosen case chosen."""
        at, now = self._list.chosen(), self.shell.moment().now
        chosen = self._rows.rows[at].case_id if 0 <= at < len(self._rows.rows) else None
        words, late = self._words(), self._which.value() == LATE
        limit = max(FIRST_PAGE, len(self._rows.rows))
        found = self._read(now, limit, 0)
        total = casework.count_cases(self._ws)
        self._painter.show_at(now)
        self._rows.show_rows(found, whole=len(found) < limit)
        self._full.setVisible(total > 0)
        self._start.setVisible(total == 0)
        ids = [one.case_id for one in found]
        if found:
            self._list.choose(ids.index(chosen) if chosen in ids else 0)
        self._list.viewport().update()
        self._list.setVisible(bool(found))
        self._heads.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._nothing.setText(nothing_words(words, late=late))
        if total and not found:
            announce(self, self._nothing.text())
        if not words and not late:
            running = casework.count_running(self._ws, now)
            self._sentence.setText(summary(running, found[0] if found else None))
            self._count.setText(count_words(total, searched=False))
        else:
            matches = casework.count_cases(self._ws, now, words, unexplained=late)
            self._count.setText(count_words(matches, searched=True))
        self._due.show_waiting(casework.count_waiting(self._ws))

    def _words(self) -> str:
        return self._find.text().strip()

    def _read(self, now: datetime, limit: int, skip: int) -> tuple[CaseRow, ...]:
        late = self._which.value() == LATE
        words = self._words()
        return casework.list_cases(self._ws, now, words, limit, skip, unexplained=late)

    def _more(self, after: int) -> tuple[CaseRow, ...]:
        """Counted from the moment of the rows before, so that none comes twice or never."""
        return self._read(self._painter.now, NEXT_PAGE, after)

    def _search_field(self) -> Field:
        find = Field(
            placeholder=self.tr("Find a reference or initials"), name=self.tr("Find a case")
        )
        find.setObjectName("find")
        find.setTextMargins(theme().px(26), 0, 0, 0)
        glass = Icon("search", size=18)
        glass.setParent(find)
        glass.move(theme().px(12), theme().px(9))
        find.textEdited.connect(self._search_soon)
        find.returnPressed.connect(self._to_list)
        return find

    def _search_soon(self, words: str) -> None:
        del words
        self._pause.start()

    def _to_list(self) -> None:
        """Enter in the search: what was typed last counts, then on to what was found."""
        self._pause.stop()
        self.refresh()
        if self._rows.rows:
            self._list.setFocus()

    def _head(self) -> QWidget:
        side = theme().margin
        self._bring = Button(self.tr("Import"), icon="import")
        self._bring.setObjectName("import_bundle")
        self._bring.clicked.connect(self._import)
        self._begin = Button(self.tr("New episode"), "primary", "plus")
        self._begin.setObjectName("new_episode")
        self._begin.clicked.connect(self._new)
        head = row(
            (wrap(column(row(Text(self.tr("Your cases"), H1), "*"), 4, self._sentence, "*")), 1),
            24,
            wrap(column("*", self._bring, "*")),
            12,
            wrap(column("*", self._begin, "*")),
            margins=(side, 24, side, 0),
        )
        return wrap(head)

    def _listing(self) -> QVBoxLayout:
        side = theme().margin
        around = (side, 0, side, 0)
        tools = row((self._find, 100), 12, self._which, "*", self._count, margins=around)
        heads = row(self._heads, margins=around)
        nothing = row(self._nothing, margins=(side, 4, side, 0))
        return column(tools, 12, nothing, heads, 6, (self._around_list, 1000), "*")

    def _foot(self) -> QWidget:
        cards = Button(self.tr("Cards"), "link", size=SMALL_LINE)
        cards.setObjectName("go_cards")
        cards.clicked.connect(self._cards)
        return bar(self._due, (wrap(column("*", self._note, "*")), 1000), "*", cards, height=48)

    def _acts(self) -> None:
        # New episode, import, cards and reviews are acts of the window: a key twice does nothing.
        self.act(Menu.EDIT, self.tr("Find"), "Ctrl+F", self._find.setFocus)

    def _open(self, number: int) -> None:
        self.shell.go(Place(PageName.CASE, self._rows.rows[number].case_id))

    def _new(self) -> None:
        self.shell.go(Place(PageName.EPISODE))

    def _import(self) -> None:
        self.shell.go(Place(PageName.IMPORT))

    def _cards(self) -> None:
        self.shell.go(Place(PageName.CARDS))

    def _reviews(self) -> None:
        self.shell.go(Place(PageName.REVIEWS))

    def _practise(self) -> None:
        # Telling seals, and so it loads all that draws and signs: nothing the list needs.
        from rhi_desktop.workflow import telling  # noqa: PLC0415  only who asks for it waits for it

        try:
            case_id = telling.load_cases(self._ws, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.shell.go(Place(PageName.CASE, case_id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Where there is little room: cards instead of columns, and only what one acts on."""
        super().resizeEvent(event)
        look = theme()
        narrow = look.narrow(self.width())
        for part in (self._sentence, self._count, self._note):
            part.setVisible(not narrow)
        self._bring.set_hint("" if narrow else "Ctrl O")
        self._begin.set_hint("" if narrow else "Ctrl N")
        self._find.setMinimumWidth(look.px(FIND_LEAST))
        sized(self._heads, height=NARROW_HEADS if narrow else HEADS)
        self._find.setMaximumWidth(ANY_WIDTH if narrow else look.px(FIND_WIDE))
        side = look.px(NARROW_SIDE) if narrow else look.margin
        self._around_list.setContentsMargins(side, 0, side, 0)
        self._none.fit(self.width())
