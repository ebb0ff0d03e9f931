"""Owns the pages of cards: the child's own plan, part by part, who types, and who may see it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from rhi_desktop.domain.plan import PlanAuthor, PlanLine
from rhi_desktop.ui.child.about_me import AboutMe
from rhi_desktop.ui.child.choice import Choice
from rhi_desktop.ui.child.counts import Counts
from rhi_desktop.ui.child.declined import Declined
from rhi_desktop.ui.child.plan_board import PlanBoard
from rhi_desktop.ui.child.plan_route import PARTS, Part, backwards, onwards, part_of, to
from rhi_desktop.ui.child.plan_sheet import PlanSheet
from rhi_desktop.ui.child.plan_ways import Parts
from rhi_desktop.ui.child.taken_out import TakenOut
from rhi_desktop.ui.child.who_sees import WhoSees
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.scroll_edges import keep_edges
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    CHILD_TITLE,
    LARGE,
    QUIET,
    Button,
    ButtonSize,
    Text,
    column,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import sharing
from rhi_desktop.workflow.workspace import Workspace

WORDS = ButtonSize(44, 0, BODY)


class PlanPage(PlanSheet):
    """One part of my plan. Every line is committed when it is kept; nothing here is required.

    The detail of the place is a part, or the id of a line that shall be changed. Once the
    conversation is sealed the plan can only be read.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(ws, shell, place)
        line = self.desk.line(place.detail)
        self.part = _part(place.detail, line)
        self._who = self._who_types()
        self._hint = Text("", QUIET, wrap=True, measure=420)
        self.board = PlanBoard(self.desk, PlanAuthor(self._who.value), PARTS[self.part])
        self.board.took_out.connect(self._offer_back)
        self._me = self._about_me() if self.part is Part.ME else None
        self.sees = self._who_sees()
        form = Form(ws, shell, f"plan/{self.desk.id}/declined", self)
        self._declined = self._no_plan(form)
        self._undo = TakenOut()
        self._undo.put_back.connect(self._put_back)
        self._parts = self._other_parts()
        self._decline, self._next = self._ways_out()
        self._area = self._cards_out()
        self.board.opened.connect(self._reveal)
        self.desk.changed.connect(self._show)
        self._show()
        if self.desk.may_change and not self.board.restore() and line is not None:
            self.board.change(line)

    def first_focus(self) -> QWidget | None:
        """The field that is open, or the first card."""
        form = next((card.form for card in self.board.cards.values() if card.form), None)
        if form is not None:
            return form.words
        if not self.desk.may_change:
            return self._next
        if self.desk.declined:
            return self._declined.field
        return next(iter(self.board.cards.values())).add

    def refresh(self) -> None:
        """Read the plan again."""
        self.desk.reload()
        self._show()

    def keep(self) -> bool:
        """Keep what is being typed; words about no plan too."""
        if self.desk.declined:
            self._declined.keep()
            return True
        return self.board.leave()

    def back(self) -> None:
        """The part before; out of the plan from the first."""
        self.go(None if self.part is Part.FIRST else backwards(self._here(), self.part.value))

    def _on(self) -> None:
        end = to(self.place, PageName.PLAN_END)
        self.go(end if self.desk.declined else onwards(self._here(), self.part.value))

    def _here(self) -> Place:
        return to(self.place, PageName.CHILD_PLAN, self.part.value)

    def _cards_out(self) -> QScrollArea:
        shown = self._me or self.board
        cards = column(shown, self._declined, "*", margins=self.sides(6, 6))
        if theme().crowded:
            # Large words leave no room for a head and a foot that stay.
            sees = column(self.sees, 12, row(self._decline, "*"), margins=self.sides(6, 12))
            area = scrolled(wrap(column(self._head(), 12, cards, sees)))
            self.lay_out(area, self._next)
            return area
        area = scrolled(wrap(cards))
        ways = (8, self._decline, 24, (self.sees, 1), 24, self._next)
        self.setLayout(column(self._head(), 12, (area, 1), self.foot(*ways)))
        keep_edges(area, cards)
        return area

    def _reveal(self, part: QWidget) -> None:
        # Only once the layout has given it its place.
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, theme().px(24)))

    def _head(self) -> QWidget:
        change = Button(self.tr("Choose parts"), "link", size=WORDS)
        change.setObjectName("see_parts")
        change.clicked.connect(lambda: self.go(to(self.place, PageName.PLAN_SEEN, self.part.value)))
        if not self.desk.may_change:
            change.hide()
        top = self.top(self._who, change=change)
        title = row(Text(self.tr("My plan"), CHILD_TITLE), 20, column("*", self._hint, 7))
        title.addStretch(1)
        if theme().crowded:
            return wrap(
                column(top, 12, title, 8, self._parts, self._undo, margins=self.sides(16, 0))
            )
        title.addWidget(self._undo)
        title.addSpacing(theme().px(16))
        title.addWidget(self._parts)
        return wrap(column(top, 18, title, margins=self.sides(20, 0)))

    def _who_types(self) -> Choice:
        mine, for_me = PlanAuthor.CHILD.value, PlanAuthor.WRITTEN_FOR_CHILD.value
        words = self.tr("{interviewer} writes for me").format(interviewer=self.interviewer)
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

    def _about_me(self) -> AboutMe:
        me = AboutMe(self.desk, self.board)
        me.wanted.connect(lambda page, detail: self.go(to(self.place, page, detail)))
        return me

    def _who_sees(self) -> WhoSees:
        sees = WhoSees(self.desk.plan, may_change=self.desk.may_change)
        sees.chosen.connect(
            lambda names: self.desk.do(
                lambda at: sharing.set_may_see(self.desk.ws, self.desk.begin(), names, at)
            )
        )
        return sees

    def _other_parts(self) -> Parts:
        parts = Parts(self.part, earlier=self.desk.may_change and self.desk.earlier is not None)
        parts.wanted.connect(lambda page, detail: self.go(to(self.place, page, detail)))
        return parts

    def _no_plan(self, form: Form) -> Declined:
        plan = self.desk.plan
        words = plan.declined_words if plan else ""
        panel = Declined(form, words, may_change=self.desk.may_change)
        panel.kept.connect(self.desk.decline)
        panel.wanted.connect(self._take_up)
        return panel

    def _ways_out(self) -> tuple[Button, Button]:
        decline = Button(self.tr("I don\u2019t want a plan"), "accent", size=LARGE)
        decline.setObjectName("decline_plan")
        decline.clicked.connect(self._no)
        on = self.way(self.tr("Next"), "plan_next", "primary").trailing("right")
        on.setMinimumWidth(theme().px(112))
        on.clicked.connect(self._on)
        return decline, on

    def _show(self) -> None:
        declined, may = self.desk.declined, self.desk.may_change
        self.board.show_plan()
        (self._me or self.board).setVisible(not declined)
        self._declined.setVisible(declined)
        self._decline.setVisible(may and not declined)
        self._who.setVisible(may and not declined)
        self._parts.setVisible(not declined)
        self.sees.show_seen(self.desk.plan)
        self._hint.setText(self._hint_words())
        self.show_seen()

    def _hint_words(self) -> str:
        if not self.desk.may_change:
            return self.tr("This plan is sealed with what you said. It stays as it is.")
        if self.desk.declined:
            return ""
        plan = self.desk.plan
        if plan is None or not plan.standing:
            return self.tr("Start anywhere. Leave any of it out.")
        return Counts().share(plan.shares)

    def _no(self) -> None:
        if self.board.leave() and self.desk.decline(""):
            self._undo.hide()
            self._declined.field.setFocus()

    def _take_up(self) -> None:
        self.desk.take_up()
        next(iter(self.board.cards.values())).add.setFocus()

    def _offer_back(self, line: PlanLine) -> None:
        self._hint.hide()
        self._undo.offer(line)

    def _put_back(self, line: PlanLine) -> None:
        self.desk.put_back(line)
        self._hint.show()
        self.board.focus_line(line)


def _part(detail: str, line: PlanLine | None) -> Part:
    if line is not None:
        return part_of(line.block)
    return Part(detail) if detail in {part.value for part in Part} else Part.FIRST
