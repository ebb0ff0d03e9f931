"""Owns the page of papers for the child: is it safe, which one, what is on it, and out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.exchange.given_list import given_list
from rhi_desktop.ui.papers.on_it import OnIt
from rhi_desktop.ui.papers.paper_door import PaperDoor
from rhi_desktop.ui.papers.paper_words import name_of, safe_state
from rhi_desktop.ui.papers.papers_desk import PapersDesk
from rhi_desktop.ui.papers.safe_card import SafeCard
from rhi_desktop.ui.papers.which_paper import WhichPaper
from rhi_desktop.ui.papers.who_gets_it import WhoGetsIt
from rhi_desktop.ui.places import PageName, Place, back_from
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane, Sides
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    SMALL,
    SMALL_LINE,
    Button,
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
from rhi_desktop.workflow.papers import Paper
from rhi_desktop.workflow.workspace import Workspace


class PapersPage(Page):
    """Looks at any paper; saves and prints only what the answer to the first question allows.

    The question stays in view while the rest scrolls. VaultError record_missing leaves it.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.case_id is None:
            raise ValueError("papers belong to a case")
        self._ws, self._place = ws, place
        self.desk = PapersDesk(ws, shell, place.case_id, place.interview_id)
        super().__init__(shell, self.desk.matter.case.reference)
        self._pane = PreviewPane(shell, "", self.tr("Back to the choices"))
        self.door = PaperDoor(ws, shell, self._pane)
        self._safe, self._which = SafeCard(self.desk), WhichPaper(self.desk)
        self._on_it, self._who = OnIt(self.desk), WhoGetsIt(self.desk)
        self._given = QVBoxLayout()
        self._state = Text("", SMALL)
        self._sides = Sides(self._pane, self._left())
        self.setLayout(column((self._sides, 1)))
        self._connect()
        self._show()

    def first_focus(self) -> QWidget | None:
        """The question that comes first."""
        return self._safe.first

    def refresh(self) -> None:
        """Read the talk again."""
        self.desk.reload()
        self._on_it.read_again()
        self._show()

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self._safe.discreet_wanted.connect(self._to_discreet)
        self._which.chosen.connect(self._choose)
        self._on_it.changed.connect(self._draw)
        self.door.drawn.connect(self._show_ways)
        self.door.answered.connect(self._print.setFocus)
        self.door.left.connect(self._who.done)
        self.door.left.connect(self._list)
        self._pane.away.connect(self._look.setFocus)
        self.act(Menu.FILE, self.tr("Save this paper"), "Ctrl+S", self._save.click)
        self.act(Menu.FILE, self.tr("Print this paper"), "Ctrl+P", self._print.click)
        self.act(Menu.CHILD, self.tr("If I go missing again"), "", self._to_again)
        self.act(Menu.FILE, self._led_from(), "Alt+Left", self._back)

    def _left(self) -> QWidget:
        side, right = theme().margin, theme().margin if theme().crowded else 40
        back = self._made(
            Button(self._led_from(), "link", "left", size=SMALL_LINE), "back", self._back
        )
        self._look = Button(self.tr("See the pages"), "link", size=SMALL_LINE)
        self._made(self._look, "show_pages", self._show_pages)
        top = row(back, 24, self._state, "*", self._look, margins=(side, 12, side, 4))
        words = self.tr("Papers for {child}").format(child=self.desk.child)
        head = column(Text(words, H1, wrap=True), 12, self._safe, margins=(side, 0, right, 12))
        parts = (
            self._which, 22, self._on_it, hline(), 18, self._who,
            18, hline(), 18, self._given, "*",
        )  # fmt: skip
        if theme().crowded:
            # Large words leave no room for a head that stays; its answer stays in the first row.
            body = wrap(column(head, column(*parts, margins=(side, 6, right, 24))))
            return wrap(column(wrap(top), (scrolled(body), 1), self.door, self._foot()))
        body = wrap(column(*parts, margins=(side, 6, right, 24)))
        return wrap(
            column(wrap(top), wrap(head), hline(), (scrolled(body), 1), self.door, self._foot())
        )

    def _foot(self) -> QWidget:
        self._print = Button(self.tr("Print"), "primary", "print", size=LARGE)
        self._made(self._print, "print_paper", self._to_paper)
        words = self.tr("Save as PDF")
        self._save = self._made(
            Button(words, "plain", "file", size=LARGE), "save_paper", self._keep
        )
        again = Button(self.tr("If I go missing again"), "link", size=SMALL_LINE)
        self._made(again, "to_again", self._to_again)
        return bar(self._print, 12, self._save, "*", again)

    def _show(self) -> None:
        self._safe.show_answer()
        self._which.show_choice()
        self._on_it.show_paper()
        state = safe_state(self.desk.safe)
        self._state.setText(state if theme().crowded else "")
        self._state.setVisible(theme().crowded)
        self._pane.set_title(name_of(self.desk.paper))
        self._list()
        self._draw()

    def _draw(self) -> None:
        self.door.rest()
        choice = self._on_it.choice
        made = partial(paper_sheets.sheet, self._ws, self.desk.matter, self.desk.paper, choice)
        self.door.show_paper(lambda: made(self.shell.moment().now))
        self._show_ways()

    def _show_ways(self) -> None:
        ready = self.desk.may_leave and not self.door.refused
        for button in (self._print, self._save):
            button.setEnabled(ready)

    def _list(self) -> None:
        empty(self._given)
        self._given.addWidget(given_list(exporting.given(self._ws, self.desk.matter.case.id)))

    def _choose(self, paper: GivenKind) -> None:
        self.desk.choose(paper)

    def _to_discreet(self) -> None:
        self.desk.choose(GivenKind.POCKET_DISCREET)
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        leaving = self._who.leaving()
        if leaving is not None:
            name = papers.suggested_name(self.desk.matter, self.desk.paper)
            self.door.when_drawn(lambda: self.door.save(self._paper(), leaving, name))

    def _to_paper(self) -> None:
        leaving = self._who.leaving()
        if leaving is not None:
            self.door.when_drawn(lambda: self.door.print_out(self._paper(), leaving))

    def _paper(self) -> Paper:
        desk = self.desk
        return Paper(desk.matter.case.id, desk.paper, self.door.data, desk.safe)

    def _to_again(self) -> None:
        # With the way back from here, so that it is still known over there.
        self.shell.go(replace(self._place, page=PageName.AGAIN))

    def _led_from(self) -> str:
        if back_from(self._place).page is PageName.CASE:
            return self.tr("Back to {case}").format(case=self.desk.matter.case.reference)
        return self.tr("Back to the plan")

    def _back(self) -> None:
        self.shell.go(back_from(self._place))

    def _show_pages(self) -> None:
        self._sides.show_pages()

    def _made(self, button: Button, name: str, act: Callable[[], object]) -> Button:
        button.setObjectName(name)
        button.clicked.connect(act)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The pages are behind a link where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        self._sides.fit(narrow=narrow)
        self._look.setHidden(not narrow)
