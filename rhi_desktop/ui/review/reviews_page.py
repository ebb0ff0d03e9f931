"""Owns the list of reports that wait for an answer here, the oldest first."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.review.review_rows import ReviewRowPainter, column_heads, spoken
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    H2,
    LARGE,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Picture,
    RowList,
    Rows,
    Text,
    bar,
    column,
    draw_heads,
    row,
    sized,
    wrap,
)
from rhi_desktop.workflow import reviewing
from rhi_desktop.workflow.views import ReviewRow
from rhi_desktop.workflow.workspace import Workspace


class ReviewsPage(Page):
    """Signed reports of others without an answer. Opens one with Enter; goes to the import.

    Nothing of what a child said is shown here: a report is opened on purpose.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Reports to review"))
        del place
        self._ws = ws
        hours = ws.profile.hours
        self._rows: Rows[ReviewRow] = Rows(lambda one: spoken(one, hours))
        self._list = RowList(self._rows, self.tr("Reports to review"))
        self._list.setObjectName("review_list")
        self._list.setItemDelegate(ReviewRowPainter(self._list, hours))
        self._list.opened.connect(self._open)
        self._sentence = Text("", QUIET)
        self._note = Text(self.tr("What was said stays closed until you open it."), SMALL_QUIET)
        self._go = Button(self.tr("Open the report"), "primary", "file", size=LARGE)
        self._go.setObjectName("open_review")
        self._go.clicked.connect(self._open_chosen)
        self._import = Button(self.tr("Import a bundle"), icon="import", hint="Ctrl O")
        self._import.setObjectName("import_bundle")
        self._import.clicked.connect(self._bring)
        self._full, self._empty = self._listing(), self._nothing()
        side = theme().margin
        head = column(Text(self.tr("Waiting for your review"), H1), 4, self._sentence)
        top = column(head, margins=(side, 24, side, 0))
        self.setLayout(column(top, 18, (self._full, 1), (self._empty, 1), self._foot()))
        self.act(Menu.REVIEW, self.tr("Open the report"), "", self._open_chosen)
        self.act(Menu.FILE, self.tr("Back to your cases"), "Alt+Left", self._back)
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """The list, or the way to get a report when it is empty."""
        return self._list if self._rows.rows else self._import

    def refresh(self) -> None:
        """Read the list again and keep the chosen report chosen."""
        at = self._list.chosen()
        chosen = self._rows.rows[at].report.id if 0 <= at < len(self._rows.rows) else None
        found = reviewing.waiting(self._ws)
        self._rows.show_rows(found)
        ids = [one.report.id for one in found]
        if found:
            self._list.choose(ids.index(chosen) if chosen in ids else 0)
        self._full.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._go.setVisible(bool(found))
        self._note.setVisible(bool(found) and not theme().crowded)
        words = self.tr("%n report(s), the oldest first", "", len(found))
        self._sentence.setText(words if found else self.tr("Nobody waits for an answer from you."))

    def _listing(self) -> QWidget:
        side = theme().margin
        heads = sized(Picture(partial(draw_heads, column_heads()), ""), height=30)
        return wrap(column(heads, 6, (self._list, 1), margins=(side, 0, side, 0)))

    def _nothing(self) -> QWidget:
        words = self.tr(
            "Signed reports come to you in bundles. Import one when somebody sends it; a report"
            " that nobody answered yet then stands here."
        )
        said = column(
            Text(self.tr("Nothing to review"), H2), 8,
            Text(words, BODY, wrap=True, measure=480), 20,
            row(self._import, "*"),
        )  # fmt: skip
        return wrap(column("*", row("*", wrap(said), "*"), "*", "*"))

    def _foot(self) -> QWidget:
        back = Button(self.tr("Your cases"), "link", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        if theme().crowded:
            return bar(back, "*", self._go)
        return bar(back, "*", self._note, 24, self._go)

    def _open_chosen(self) -> None:
        if self._list.chosen() >= 0:
            self._open(self._list.chosen())

    def _open(self, number: int) -> None:
        one = self._rows.rows[number]
        self.shell.go(
            Place(PageName.REVIEW, one.case_id, interview_id=one.head.id, report_id=one.report.id)
        )

    def _bring(self) -> None:
        self.shell.go(Place(PageName.IMPORT))

    def _back(self) -> None:
        self.shell.go(Place(PageName.CASES))
