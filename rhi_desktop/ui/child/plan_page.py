"""Owns the plan page: the child's own plan in six cards, who types, and who may see it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from rhi_desktop.domain.plan import PlanAuthor, PlanLine
from rhi_desktop.ui.child.choice import Choice
from rhi_desktop.ui.child.declined import Declined
from rhi_desktop.ui.child.plan_board import PlanBoard
from rhi_desktop.ui.child.plan_desk import PlanDesk
from rhi_desktop.ui.child.plan_words import seen_by
from rhi_desktop.ui.child.who_sees import WhoSees
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.scroll_edges import keep_edges
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    CHILD,
    CHILD_TITLE,
    LARGE,
    QUIET,
    Button,
    Icon,
    Text,
    announce,
    column,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow.workspace import Workspace

SIDE = 56


class PlanPage(Page):
    """My plan. Every line is committed when it is kept; nothing on this page is required.

    Once the conversation is sealed it can only be read. Done goes on to the check once the talk
    has ended, to the conversation before.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("a plan needs an interview")
        self.desk = PlanDesk(ws, shell, place.interview_id)
        account = self.desk.account
        super().__init__(shell, account.case.reference)
        self._interviewer = account.interview.interviewer.name
        self._taken: PlanLine | None = None
        self._who = self._who_types()
        self._hint = Text("", QUIET)
        self._seen = Text("", QUIET, wrap=True, measure=560)
        self.board = PlanBoard(self.desk, PlanAuthor(self._who.value))
        self.board.took_out.connect(self._offer_back)
        self.sees = WhoSees(self.desk.may_see, may_change=self.desk.may_change)
        self.sees.chosen.connect(self.desk.set_may_see)
        form = Form(ws, shell, f"plan/{self.desk.id}/declined", self)
        self._declined = self._no_plan(form)
        self._undo, self._undo_words = self._undo_strip()
        self._decline, self._done = self._ways_out()
        self._area = self._lay_out()
        self.board.opened.connect(self._reveal)
        self.desk.changed.connect(self._show)
        self.act(Menu.CHILD, self.tr("Done"), "Alt+Left", self._leave)
        self._show()
        if self.desk.may_change:
            self._open(place.detail)

    def first_focus(self) -> QWidget | None:
        """The field that is open, or the first card."""
        form = next((card.form for card in self.board.cards.values() if card.form), None)
        if form is not None:
            return form.words
        if not self.desk.may_change:
            return self._done
        if self.desk.declined:
            return self._declined.field
        return next(iter(self.board.cards.values())).add

    def refresh(self) -> None:
        """Read the plan again."""
        self.desk.reload()
        self._show()

    def _open(self, line_id: str) -> None:
        line = self.desk.line(line_id)
        if not self.board.restore() and line is not None:
            self.board.change(line)

    def _sides(self, top: int, below: int) -> tuple[int, int, int, int]:
        side = theme().margin if theme().crowded else SIDE
        return (side, top, side, below)

    def _lay_out(self) -> QScrollArea:
        cards = column(self.board, self._declined, "*", margins=self._sides(6, 6))
        if theme().crowded:
            # Large words leave no room for a head and a foot that stay.
            side = self._sides(6, 12)
            area = scrolled(wrap(column(self._head(), 12, cards, column(self.sees, margins=side))))
            self.setLayout(column((area, 1), self._foot(row(self._decline, "*", self._done))))
            return area
        area = scrolled(wrap(cards))
        ways = row(self._decline, 24, (self.sees, 1), 24, self._done)
        self.setLayout(column(self._head(), 12, (area, 1), self._foot(ways)))
        keep_edges(area, cards)
        return area

    def _reveal(self, part: QWidget) -> None:
        # Only once the layout has given it its place.
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, theme().px(24)))

    def _head(self) -> QWidget:
        title = row(Text(self.tr("My plan"), CHILD_TITLE), 20, column("*", self._hint, 7), "*")
        seen = row(Icon("eye", "text2", 20), 10, column("*", self._seen, "*"))
        if theme().crowded:
            return wrap(
                column(
                    self._who,
                    8,
                    row(seen, "*"),
                    12,
                    title,
                    self._undo,
                    margins=self._sides(16, 0),
                )
            )
        title.addWidget(self._undo)
        top = row(self._who, "*", 24, seen)
        return wrap(column(top, 18, title, margins=self._sides(20, 0)))

    def _who_types(self) -> Choice:
        mine, for_me = PlanAuthor.CHILD.value, PlanAuthor.WRITTEN_FOR_CHILD.value
        words = self.tr("{interviewer} writes for me").format(interviewer=self._interviewer)
        choice = Choice(
            self.tr("Who types?"),
            ((mine, self.tr("I type")), (for_me, words)),
            ("i_type", "written_for_me"),
            self.desk.last_author().value,
        )
        # Where it stood stays empty, so that nothing jumps.
        sizes = choice.sizePolicy()
        sizes.setRetainSizeWhenHidden(self.desk.may_change)
        choice.setSizePolicy(sizes)
        choice.chosen.connect(lambda value: self.board.show_author(PlanAuthor(value)))
        return choice

    def _no_plan(self, form: Form) -> Declined:
        plan = self.desk.plan
        words = plan.declined_words if plan else ""
        panel = Declined(form, words, may_change=self.desk.may_change)
        panel.kept.connect(self.desk.decline)
        panel.wanted.connect(self._take_up)
        return panel

    def _undo_strip(self) -> tuple[QWidget, Text]:
        words = Text("", QUIET)
        back = Button(self.tr("Put it back"), "soft", "undo", size=LARGE)
        back.setObjectName("put_back")
        back.clicked.connect(self._put_back)
        strip = wrap(row(column("*", words, "*"), 16, back))
        strip.hide()
        return strip, words

    def _ways_out(self) -> tuple[Button, Button]:
        decline = Button(self.tr("I don\u2019t want a plan"), size=CHILD)
        decline.setObjectName("decline_plan")
        decline.clicked.connect(self._no)
        done = Button(self.tr("Done"), "primary", size=CHILD)
        done.setObjectName("plan_done")
        done.setMinimumWidth(theme().px(112))
        done.clicked.connect(self._leave)
        return decline, done

    def _foot(self, ways: QLayout) -> QWidget:
        low = 12 if theme().crowded else 22
        return wrap(column(ways, margins=self._sides(14, low)))

    def _show(self) -> None:
        declined, may = self.desk.declined, self.desk.may_change
        self.board.show_plan()
        self.board.setVisible(not declined)
        self._declined.setVisible(declined)
        self._decline.setVisible(may and not declined)
        self._who.setVisible(may and not declined)
        self.sees.show_seen(self.desk.may_see)
        self._hint.setText(self._hint_words())
        self._seen.setText(seen_by(self.desk.may_see, self._interviewer))

    def _hint_words(self) -> str:
        if not self.desk.may_change:
            return self.tr("This plan is sealed with what you said. It stays as it is.")
        return "" if self.desk.declined else self.tr("Start anywhere. Leave any of it out.")

    def _no(self) -> None:
        if self.board.leave() and self.desk.decline(""):
            self._undo.hide()
            self._declined.field.setFocus()

    def _take_up(self) -> None:
        self.desk.take_up()
        next(iter(self.board.cards.values())).add.setFocus()

    def _offer_back(self, line: PlanLine) -> None:
        self._taken = line
        self._undo_words.setText(self.tr("A line was taken out."))
        self._undo.show()
        announce(self, self.tr("A line was taken out. You can put it back."))

    def _put_back(self) -> None:
        if self._taken is None:
            return
        self.desk.put_back(self._taken)
        self._undo.hide()
        self.board.focus_line(self._taken)
        self._taken = None

    def _leave(self) -> None:
        if self.desk.declined:
            self._declined.keep()
        elif not self.board.leave():
            return
        head = self.desk.account.interview
        page = PageName.CHECK if head.outcome is not None else PageName.CAPTURE
        self.shell.go(Place(page, head.case_id, interview_id=self.desk.id))
