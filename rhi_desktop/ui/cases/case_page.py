"""Owns the page of one child: the clock, the next step, times away, what was asked for, talks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from rhi_desktop.domain.clock import Clock, ClockState, local
from rhi_desktop.ui.cases.asked_card import AskedCard
from rhi_desktop.ui.cases.case_cards import fresh_lines, offers_card, talk_card, talks_card
from rhi_desktop.ui.cases.case_head import HeadParts, back_to_cases, case_head, link, who_is_it
from rhi_desktop.ui.cases.case_tabs import CaseTabs, Tab
from rhi_desktop.ui.cases.case_ways import CaseWays
from rhi_desktop.ui.cases.next_step import Step, may_close, next_step
from rhi_desktop.ui.cases.paper_cards import given_card, plans_card, reports_card
from rhi_desktop.ui.cases.ribbon import times_away
from rhi_desktop.ui.cases.times_card import times_card
from rhi_desktop.ui.episode.clock_beside import clock_beside
from rhi_desktop.ui.episode.clock_line import PASSED
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.waiting_note import WaitingNote
from rhi_desktop.ui.widgets import Button, column, empty, row, scrolled, wrap
from rhi_desktop.workflow import casework, exporting
from rhi_desktop.workflow.following import asked_last_time
from rhi_desktop.workflow.new_since import new_names
from rhi_desktop.workflow.views import CaseView
from rhi_desktop.workflow.workspace import Workspace

USUAL_WIDTH = 1366


class CasePage(Page):
    """One case, with one next step. VaultError record_missing leaves it."""

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws = ws
        self._view = _read(ws, shell, place)
        self._given = exporting.given(ws, self._view.case.id)
        super().__init__(shell, self._view.case.reference)
        self._go = CaseWays(ws, shell, self._view)
        self._as_table = self._all_talks = False
        self._narrow = theme().narrow(USUAL_WIDTH)
        self._asked = AskedCard(ws, shell, self._view.case.id, self)
        self._asked.noted.connect(self._noted)
        self._asked.turned.connect(self._build)
        self._tab = Tab.TIMES
        self._body = column()
        content = wrap(self._body)
        self.setLayout(column((scrolled(content), 1)))
        self.act(Menu.VIEW, self.tr("Picture or table"), "F6", self._turn)
        self.act(Menu.CONVERSATION, self.tr("Start or go on"), "Ctrl+Return", self._go.talk)
        self.act(
            Menu.CONVERSATION, self.tr("Write down an offer"), "Ctrl+Shift+A", self._go.add_attempt
        )
        self.act(Menu.FILE, self.tr("Back to all cases"), "Alt+Left", self._go.back)
        self.act(Menu.CHILD, self.tr("Papers for the child"), "Ctrl+Shift+P", self._go.papers)
        self.act(Menu.CHILD, self.tr("If I go missing again"), "", self._go.again)
        # No key: nobody comes there by one stroke too many.
        self.act(Menu.FILE, self.tr("Remove this case from this laptop"), "", self._go.remove)
        for number, tab in enumerate(Tab, start=1):
            words = CaseTabs.words(tab)
            self.act(Menu.VIEW, words, f"Alt+{number}", partial(self._choose, tab))
        self._build()

    def first_focus(self) -> QWidget | None:
        """The primary button."""
        return self._named("start_conversation")

    def refresh(self) -> None:
        """Read the case again."""
        self._view = casework.open_case(self._ws, self._view.case.id, self.shell.moment().now)
        self._go.view = self._view
        self._given = exporting.given(self._ws, self._view.case.id)
        self._build()

    def _build(self) -> None:
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        empty(self._body)
        side = theme().px(theme().margin)
        cards = self._cards()
        cards.setContentsMargins(side, theme().px(18), side, 0)
        self._content = wrap(column(self._head(), wrap(cards), "*"))
        self._body.addWidget(self._content, 1)
        self._content.show()
        again = self._named(name) if name else None
        if again is not None:
            # Whoever stands on a control still stands on it after the page was built anew.
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, name: str) -> QWidget | None:
        """The control as it is now, not the one that waits to go."""
        return self._content.findChild(QWidget, name)

    def _head(self) -> QWidget:
        case = self._view.case
        age = case.child.age_on(local(self.shell.moment().now).date())
        back = back_to_cases()
        back.clicked.connect(self._go.back)
        tabs = CaseTabs(self._view, self._tab, given=bool(self._given))
        tabs.chosen.connect(self._choose)
        who = who_is_it(case.child, case.reference, age)
        note = WaitingNote(self._ws, self.shell, Place(PageName.CASE, case.id))
        parts = HeadParts(who, self._clock(), self._ways(), self._links(), tabs, note)
        return case_head(back, parts, narrow=self._narrow)

    def _clock(self) -> QWidget:
        hours = self._ws.profile.hours
        if not self._view.episodes:
            return clock_beside(Clock(ClockState.NOT_STARTED), hours)
        newest = self._view.episodes[0]
        talk = self._view.talk_about(newest.episode.id)
        late = newest.clock.state in PASSED and newest.episode.late is None
        why = link(self.tr("Say why"), "say_why_late", self._go.say_why) if late else None
        outcome = talk.head.outcome if talk else None
        return clock_beside(newest.clock, hours, outcome, newest.episode.late, why)

    def _ways(self) -> tuple[Button, ...]:
        step = next_step(self._ws, self._view)
        words = {
            Step.ADD_TIME: self.tr("Write down the time away"),
            Step.BEFORE: self.tr("Before you meet"),
            Step.START: self.tr("Start conversation"),
            Step.GO_ON: self.tr("Go on"),
            Step.CHECK: self.tr("Check the report"),
            Step.SIGN: self.tr("Sign"),
        }
        start = Button(words[step], "primary").trailing("right")
        start.setObjectName("start_conversation")
        start.clicked.connect(self._go.talk)
        ways = [start]
        if step is Step.START:
            before = Button(self.tr("Before you meet"))
            before.setObjectName("before_you_meet")
            before.clicked.connect(self._go.before)
            ways.insert(0, before)
        if may_close(self._ws, self._view):
            none = Button(self.tr("No talk was held"))
            none.setObjectName("no_talk")
            none.clicked.connect(self._go.no_talk)
            ways.insert(0, none)
        return tuple(ways)

    def _links(self) -> tuple[Button, ...]:
        child = self._view.case.child.initials
        about = link(self.tr("About {who}").format(who=child), "about_child", self._go.about_child)
        away = link(self.tr("About this time away"), "about_away", self._go.about_away)
        details = link(self.tr("Change details"), "edit_episode", self._go.edit_episode)
        more = link(self.tr("Add a time away"), "add_episode", self._go.add_episode)
        papers = link(self.tr("Papers"), "papers", self._go.papers)
        papers.setAccessibleName(self.tr("Papers for {who}").format(who=child))
        return (
            (about, away, details, more, papers) if self._view.episodes else (about, more, papers)
        )

    def _cards(self) -> QLayout:
        view = self._view
        if self._tab is Tab.PLANS:
            found = casework.plans_of(self._ws, view)
            return column(plans_card(found, self._go.open_plan, self._go.plan_papers), 16)
        if self._tab is Tab.PAPERS:
            child = view.case.child.initials
            signed = reports_card(view.interviews, child, self._go.open_paper)
            return column(signed, 18, given_card(self._given), 16)
        times = times_away([one.episode for one in view.episodes])
        now, count = self.shell.moment().now, len(view.episodes)
        away = times_card(times, count, now, self._turn, table=self._as_table)
        return column(away, 18, self._lower(), 16)

    def _lower(self) -> QLayout:
        view, child = self._view, self._view.case.child
        promises = asked_last_time(self._ws, view.case.id, self.shell.moment().now)
        fresh = fresh_lines(new_names(self._ws, [one.head for one in view.interviews]))
        more = None if self._all_talks else self._show_all
        left = column(
            self._asked.build(child.initials, promises, view.plan),
            18,
            talks_card(view.interviews, self._go.open_talk, child.initials, more),
            "*",
        )
        right = column(
            talk_card(child.how_to_talk, fresh),
            18,
            offers_card(view.attempts, self._go.add_attempt),
            "*",
        )
        if self._narrow:
            return column(left, 18, right)
        return row((wrap(left), 7), 24, (wrap(right), 4))

    def _choose(self, tab: Tab) -> None:
        if tab is Tab.PEOPLE:
            self.shell.go(Place(PageName.PEOPLE, self._view.case.id))
            return
        self._tab = tab
        self._build()

    def _show_all(self) -> None:
        self._all_talks = True
        self._build()

    def _noted(self) -> None:
        self.shell.changed(self._view.case.id)
        self._build()

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self._build()
        turn = self._named("turn_times")
        if turn is not None:
            turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column where there is room for one only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        if narrow != self._narrow:
            self._narrow = narrow
            self._build()


def _read(ws: Workspace, shell: Shell, place: Place) -> CaseView:
    if place.case_id is None:
        raise ValueError("the case page needs a case")
    return casework.open_case(ws, place.case_id, shell.moment().now)
