"""Owns the page "If I go missing again": what may be shared is ticked, looked at and given out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.exchange.given_list import given_list
from rhi_desktop.ui.exchange.leave_form import LeaveForm
from rhi_desktop.ui.papers.again_head import AgainAbout
from rhi_desktop.ui.papers.again_words import groups, not_offered
from rhi_desktop.ui.papers.choices import Kept
from rhi_desktop.ui.papers.paper_door import PaperDoor
from rhi_desktop.ui.papers.tick_groups import TickGroups
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane, Sides
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    H3,
    LARGE,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Field,
    Text,
    bar,
    column,
    empty,
    hline,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import exporting, paper_sheets, papers
from rhi_desktop.workflow.paper_sheets import AgainHead, SheetData
from rhi_desktop.workflow.papers import Paper, Safe
from rhi_desktop.workflow.workspace import Workspace

TICKED = "ticked"


class AgainPage(Page):
    """Nothing is on the sheet that nobody ticked; the ticks come back after anything.

    Without a talk it says so and leads to the card that can be left behind.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.case_id is None:
            raise ValueError("the sheet belongs to a case")
        self._ws, self._place = ws, place
        self._matter = papers.matter(ws, place.case_id, place.interview_id)
        super().__init__(shell, self._matter.case.reference)
        child = self._matter.case.child
        self._child = child.called.strip() or child.initials
        self._items = paper_sheets.again_offered(ws, self._matter)
        self._kept = Kept(ws, shell, f"again/{place.case_id}")
        self._pane = PreviewPane(shell, self.tr("The sheet"), self.tr("Back to the ticks"))
        self.door = PaperDoor(ws, shell, self._pane)
        self._ticks = TickGroups("again")
        self._ticks.show_groups(groups(self._items), self._kept.chosen(TICKED))
        today = local(shell.moment().now).date()
        self._about = AgainAbout(self._kept, self._child, today)
        self._leave = LeaveForm(ws, shell, f"again/{place.case_id}/given")
        self._given = QVBoxLayout()
        self._count = Text("", QUIET)
        self._sides = Sides(self._pane, self._left())
        self.setLayout(column((self._sides, 1)))
        self._connect()
        self._list()
        self._draw()

    def first_focus(self) -> QWidget | None:
        """The first thing to tick, or the way on where there is nothing."""
        return self._ticks.first or self._to_card

    def _connect(self) -> None:
        self._ticks.ticked.connect(self._ticked)
        self._about.changed.connect(self._draw)
        self.door.drawn.connect(self._show_ways)
        self.door.answered.connect(self._print.setFocus)
        self.door.left.connect(self._gone)
        self._pane.away.connect(self._look.setFocus)
        recipient = self._leave.findChild(Field, "recipient")
        if recipient is not None:
            recipient.textEdited.connect(self._draw)
        self.act(Menu.FILE, self.tr("Save this paper"), "Ctrl+S", self._save.click)
        self.act(Menu.FILE, self.tr("Print this paper"), "Ctrl+P", self._print.click)
        self.act(Menu.FILE, self.tr("Back to the papers"), "Alt+Left", self._back)

    def _left(self) -> QWidget:
        side, right = theme().margin, theme().margin if theme().crowded else 40
        words = self.tr("Papers for {child}").format(child=self._child)
        back = self._made(Button(words, "link", "left", size=SMALL_LINE), "back", self._back)
        self._look = Button(self.tr("See the pages"), "link", size=SMALL_LINE)
        self._made(self._look, "show_pages", self._show_pages)
        top = wrap(row(back, "*", self._look, margins=(side, 12, side, 4)))
        inside = column(*self._parts(), margins=(side, 0, right, 24))
        return wrap(column(top, (scrolled(wrap(inside)), 1), self.door, self._foot()))

    def _parts(self) -> tuple[QWidget | int | str, ...]:
        about = self.tr(
            "For the first hour, for carers and the police. Only what is ticked is on it: go "
            "through it with {child}. What is usual leaves out words of the talk and safe places; "
            "tick those one by one."
        ).format(child=self._child)
        head = (
            Text(self.tr("If I go missing again"), H1, wrap=True),
            6,
            Text(about, QUIET, wrap=True),
            14,
        )
        self._to_card = self._made(Button(self.tr("To the papers")), "to_papers", self._back)
        if not self._items:
            return (*head, self._nothing(), "*")
        self._to_card.hide()
        return (
            *head, self._quick(), 16, self._ticks, 20, self._not_offered(), 20, hline(), 16,
            self._about, 18, hline(), 16, Text(self.tr("Who gets it"), H3), 8, self._leave, 18,
            hline(), 18, wrap(self._given), "*",
        )  # fmt: skip

    def _quick(self) -> QWidget:
        usual = self._made(
            Button(self.tr("Tick what is usual"), "soft"), "tick_usual", self._tick_usual
        )
        none = self._made(Button(self.tr("Tick nothing"), "quiet"), "tick_none", self._ticks.clear)
        return wrap(row(usual, 8, none, "*"))

    def _not_offered(self) -> QWidget:
        title = Text(self.tr("What is not offered"), H3)
        kept = paper_sheets.kept_back(self._matter)
        lines = [
            part
            for words in not_offered(self._child, kept)
            for part in (2, Text(words, SMALL_QUIET, wrap=True))
        ]
        return wrap(column(title, 4, *lines))

    def _nothing(self) -> QWidget:
        words = self.tr(
            "Nothing was said yet that could stand here. The card to leave behind can be made at "
            "any time."
        )
        return wrap(column(Text(words, wrap=True), 12, row(self._to_card, "*")))

    def _foot(self) -> QWidget:
        self._print = Button(self.tr("Print"), "primary", "print", size=LARGE)
        self._made(self._print, "print_paper", self._to_paper)
        words = self.tr("Save as PDF")
        self._save = self._made(
            Button(words, "plain", "file", size=LARGE), "save_paper", self._keep
        )
        return bar(self._print, 12, self._save, "*", self._count)

    def _tick_usual(self) -> None:
        self._ticks.tick({one.id for one in self._items if one.suggested})

    def _ticked(self) -> None:
        self._kept.choose(TICKED, self._ticks.chosen)
        self._about.take_back()
        self._draw()

    def _draw(self) -> None:
        self.door.rest()
        count = len(self._ticks.chosen)
        self._count.setText(self.tr("%n thing(s) ticked", "", count) if self._items else "")
        if self._items:
            self.door.show_paper(self._sheet)
        self._pane.setVisible(bool(self._items))
        self._show_ways()

    def _sheet(self) -> SheetData:
        recipient = self._leave.findChild(Field, "recipient")
        head = AgainHead(
            recipient.text() if recipient is not None else "",
            self._ws.interviewer.name,
            self.shell.moment().now,
            self._about.agreed,
            self._about.until,
        )
        ticked = frozenset(self._ticks.chosen)
        return paper_sheets.again_sheet(self._ws, self._matter, ticked, head)

    def _show_ways(self) -> None:
        ready = bool(self._ticks.chosen) and not self.door.refused
        for button in (self._print, self._save):
            button.setEnabled(ready)

    def _list(self) -> None:
        empty(self._given)
        self._given.addWidget(given_list(exporting.given(self._ws, self._matter.case.id)))

    def _paper(self) -> Paper:
        return Paper(self._matter.case.id, GivenKind.AGAIN, self.door.data, Safe.NOT_ASKED)

    def _keep(self) -> None:
        leaving = self._leave.asked()
        if leaving is not None:
            name = papers.suggested_name(self._matter, GivenKind.AGAIN)
            self.door.when_drawn(lambda: self.door.save(self._paper(), leaving, name))

    def _to_paper(self) -> None:
        leaving = self._leave.asked()
        if leaving is not None:
            self.door.when_drawn(lambda: self.door.print_out(self._paper(), leaving))

    def _gone(self) -> None:
        self._leave.done()
        self._list()
        self._draw()

    def _back(self) -> None:
        self.shell.go(replace(self._place, page=PageName.PAPERS))

    def _show_pages(self) -> None:
        self._sides.show_pages()

    def _made(self, button: Button, name: str, act: Callable[[], object]) -> Button:
        button.setObjectName(name)
        button.clicked.connect(partial(_press, act))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The pages are behind a link where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        self._sides.fit(narrow=narrow)
        self._look.setHidden(not narrow)


def _press(act: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
    act()
