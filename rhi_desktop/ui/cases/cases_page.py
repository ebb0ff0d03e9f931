"""Owns the list of cases: running clocks first, search, new episode, import."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cases.case_rows import CaseRowPainter, column_heads, spoken
from rhi_desktop.ui.clock_words import clock_words
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    H2,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    TINY,
    Button,
    Field,
    Icon,
    Picture,
    RowList,
    Rows,
    Text,
    bar,
    column,
    draw_text,
    empty,
    row,
    sized,
    wrap,
)
from rhi_desktop.workflow import casework, practising, reviewing
from rhi_desktop.workflow.views import CaseRow
from rhi_desktop.workflow.workspace import Workspace

MINUTE_MS = 60_000
SEARCH_PAUSE_MS = 120
FIRST_PAGE = 500
"""Rows that are read at once; a search finds the others."""


class CasesPage(Page):
    """The cases of this vault. Opens one with Enter; goes to a new episode, import, reviews.

    Reads the list anew every minute, so that no clock stands still.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Cases"))
        del place
        self._ws = ws
        self._sentence = Text("", QUIET)
        self._count = Text("", SMALL_QUIET)
        self._find = self._search_field()
        hours = ws.profile.hours
        self._rows: Rows[CaseRow] = Rows(lambda one: spoken(one, hours))
        self._list = RowList(self._rows, self.tr("Cases"))
        self._list.setObjectName("case_list")
        self._painter = CaseRowPainter(self._list, hours, shell.moment().now)
        self._list.setItemDelegate(self._painter)
        self._list.opened.connect(self._open)
        self._nothing = Text("", QUIET, wrap=True)
        self._empty = self._blank_page()
        self._full = wrap(self._listing())
        self._due = row(gap=24)
        self.setLayout(column(self._head(), 18, (self._full, 1), (self._empty, 1), self._foot()))
        self._acts()
        self._timer = QTimer(self, interval=MINUTE_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self._pause = QTimer(self, interval=SEARCH_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """The list, or the first way to start when it is empty."""
        return self._list if self._rows.rows else self.findChild(Button, "new_episode")

    def refresh(self) -> None:
        """Read the list again and keep the chosen case chosen."""
        at, now = self._list.chosen(), self.shell.moment().now
        chosen = self._rows.rows[at].case_id if 0 <= at < len(self._rows.rows) else None
        found = casework.list_cases(self._ws, now, self._find.text(), FIRST_PAGE)
        total = casework.count_cases(self._ws)
        self._painter.show_at(now)
        self._rows.show_rows(found)
        self._full.setVisible(total > 0)
        self._empty.setVisible(total == 0)
        ids = [one.case_id for one in found]
        if found:
            self._list.choose(ids.index(chosen) if chosen in ids else 0)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._nothing.setText(self.tr("Nothing matches “{words}”.").format(words=self._find.text()))
        self._sentence.setText(self._summary(found, total))
        self._count.setText(self.tr("%n case(s), running clocks first", "", len(found)))
        self._show_due()

    def _summary(self, found: tuple[CaseRow, ...], total: int) -> str:
        running = [one for one in found if clock_words(one.clock, 1).shape in {"running", "soon"}]
        if total == 0:
            return ""
        if not running:
            return self.tr("No clock is running.")
        words = self.tr("%n clock(s) running; next, {who}", "", len(running))
        return words.format(who=running[0].initials)

    def _search_field(self) -> Field:
        find = Field(
            placeholder=self.tr("Find a reference or initials"), name=self.tr("Find a case")
        )
        find.setObjectName("find")
        sized(find, 360)
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
        self._list.setFocus()

    def _head(self) -> QWidget:
        side = theme().margin
        bring = Button(self.tr("Import"), icon="import", hint="Ctrl O")
        bring.setObjectName("import_bundle")
        bring.clicked.connect(self._import)
        new = Button(self.tr("New episode"), "primary", "plus", hint="Ctrl N")
        new.setObjectName("new_episode")
        new.clicked.connect(self._new)
        head = row(
            column(Text(self.tr("Your cases"), H1), 4, self._sentence, "*"),
            "*",
            bring,
            12,
            new,
            margins=(side, 24, side, 0),
        )
        return wrap(head)

    def _listing(self) -> QVBoxLayout:
        side = theme().margin
        heads = Picture(_draw_heads, "")
        sized(heads, height=30)
        tools = row(self._find, "*", self._count)
        return column(
            tools, 12, heads, 6, (self._list, 1), self._nothing, margins=(side, 0, side, 0)
        )

    def _blank_page(self) -> QWidget:
        practise = Button(self.tr("Open the practice case"))
        practise.setObjectName("open_practice")
        practise.clicked.connect(self._practise)
        words = self.tr(
            "Start one when a child has come back, or import one that somebody sent you. If you are"
            " here for the first time, the practice case shows you round. It is made up."
        )
        said = column(
            Text(self.tr("No episodes yet"), H2),
            8,
            Text(words, BODY, wrap=True, measure=480),
            20,
            row(practise, "*"),
        )
        return wrap(column("*", row("*", wrap(said), "*"), "*", "*"))

    def _foot(self) -> QWidget:
        cards = Button(self.tr("Cards"), "link", size=SMALL_LINE)
        cards.setObjectName("go_cards")
        cards.clicked.connect(self._cards)
        note = Text(self.tr("Works without internet. Nothing leaves unless you export it."), TINY)
        return bar(wrap(self._due), "*", note, 24, cards, height=48)

    def _show_due(self) -> None:
        empty(self._due)
        waiting = len(reviewing.waiting(self._ws))
        if not waiting:
            return
        self._due.addWidget(Text(self.tr("Also due"), STRONG))
        words = self.tr("%n report(s) to review", "", waiting)
        link = Button(words, "link", size=SMALL_LINE)
        link.setObjectName("go_reviews")
        link.clicked.connect(self._reviews)
        self._due.addWidget(link)

    def _acts(self) -> None:
        self.act(Menu.FILE, self.tr("New episode"), "Ctrl+N", self._new)
        self.act(Menu.FILE, self.tr("Import"), "Ctrl+O", self._import)
        self.act(Menu.FILE, self.tr("Cards"), "", self._cards)
        self.act(Menu.EDIT, self.tr("Find"), "Ctrl+F", self._find.setFocus)
        self.act(Menu.REVIEW, self.tr("Reports to review"), "", self._reviews)

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
        try:
            case_id = practising.load_practice(self._ws, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.shell.go(Place(PageName.CASE, case_id))


def _draw_heads(painter: QPainter, rect: QRectF) -> None:
    look, style = theme(), TINY.medium
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("rule"))
    if look.narrow(int(rect.width())):
        return
    for words, x, edge in column_heads():
        left = rect.left() + look.px(x)
        if edge is Qt.AlignmentFlag.AlignRight:
            left = rect.right() - look.px(x) - style.width(words)
        draw_text(painter, QPointF(left, look.px(4)), words, style)
