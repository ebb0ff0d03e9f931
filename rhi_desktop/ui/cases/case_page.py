"""Owns the page of one child: the clock, times away, what they asked for, conversations, offers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from rhi_desktop.domain.clock import Clock, ClockState
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cases.case_cards import offers_card, talk_card, talks_card, wishes_card
from rhi_desktop.ui.cases.ribbon import Away, draw_ribbon, spoken, times_away
from rhi_desktop.ui.clock_words import ClockWords, clock_words
from rhi_desktop.ui.dates import day_and_year
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    TINY,
    Button,
    Picture,
    Text,
    card,
    column,
    draw_clock,
    empty,
    hline,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.views import CaseView, InterviewView, Stage
from rhi_desktop.workflow.workspace import Workspace

USUAL_WIDTH = 1366
_PAGES = {
    Stage.TALKING: PageName.CAPTURE,
    Stage.SEALED: PageName.CHECK,
    Stage.SIGNED: PageName.SEND,
    Stage.RETURNED: PageName.SEND,
    Stage.COUNTERSIGNED: PageName.SEND,
}


class CasePage(Page):
    """One case. Starts or goes on with a conversation; VaultError record_missing leaves it."""

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws = ws
        self._view = _read(ws, shell, place)
        super().__init__(shell, self._view.case.reference)
        self._as_table = False
        self._narrow = theme().narrow(USUAL_WIDTH)
        self._body = column()
        content = wrap(self._body)
        self.setLayout(column((scrolled(content), 1)))
        self.act(Menu.VIEW, self.tr("Picture or table"), "F6", self._turn)
        self.act(Menu.CONVERSATION, self.tr("Start or go on"), "Ctrl+Return", self._talk)
        self.act(Menu.FILE, self.tr("Back to all cases"), "Alt+Left", self._back)
        self._build()

    def first_focus(self) -> QWidget | None:
        """The primary button."""
        return self.findChild(Button, "start_conversation")

    def refresh(self) -> None:
        """Read the case again."""
        self._view = casework.open_case(self._ws, self._view.case.id, self.shell.moment().now)
        self._build()

    def _build(self) -> None:
        empty(self._body)
        side, view = theme().margin, self._view
        times = times_away([one.episode for one in view.episodes])
        cards = column(self._times_card(times), 18, self._lower(), 24)
        cards.setContentsMargins(side, theme().px(18), side, 0)
        for part in (self._head(), wrap(cards)):
            self._body.addWidget(part)
        self._body.addStretch(1)

    def _head(self) -> QWidget:
        case, side = self._view.case, theme().margin
        age = case.child.age_on(self.shell.moment().now.date())
        back = Button(self.tr("Cases"), "link", "left", size=SMALL_LINE)
        back.setObjectName("back_to_cases")
        back.clicked.connect(self._back)
        name = row(Text(case.child.initials, H1), 12, Text(str(age or ""), H1.tint("text2")), "*")
        about = case.reference + (f"   {case.child.called}" if case.child.called else "")
        away = Button(self.tr("Add a time away"))
        away.setObjectName("add_episode")
        away.clicked.connect(self._add_episode)
        details = Button(self.tr("Change details"))
        details.setObjectName("edit_episode")
        details.clicked.connect(self._edit_episode)
        details.setVisible(bool(self._view.episodes))
        start = Button(self._start_words(), "primary").trailing("right")
        start.setObjectName("start_conversation")
        start.clicked.connect(self._talk)
        lower = row(
            column(name, 2, Text(about, QUIET), "*"),
            "*",
            self._clock(),
            24,
            details,
            12,
            away,
            12,
            start,
        )
        head = column(row(back, "*"), 4, lower, 16, margins=(side, 12, side, 0))
        return wrap(column(head, hline()))

    def _clock(self) -> QWidget:
        newest = self._view.episodes[0].clock if self._view.episodes else None
        said = clock_words(newest or Clock(ClockState.NOT_STARTED), self._ws.profile.hours)
        mark = Picture(partial(_draw_clock, said), "", width=24, height=24)
        words = column(Text(said.short, STRONG if said.live else BODY), Text(said.below, TINY))
        return wrap(row(mark, 12, words))

    def _times_card(self, times: tuple[Away, ...]) -> QFrame:
        title = Text(self.tr("%n time(s) away", "", len(self._view.episodes)), STRONG)
        turn = Button(
            self.tr("Picture") if self._as_table else self.tr("Table"),
            "link",
            "graph" if self._as_table else "table",
            size=SMALL_LINE,
        )
        turn.setObjectName("turn_times")
        turn.clicked.connect(self._turn)
        note = Text(self.tr("A longer shape is a longer time away"), SMALL_QUIET)
        head = row(title, "*", None if self._as_table else note, 20, turn, 8, Text("F6", TINY))
        inner = self._table(times) if self._as_table else self._picture(times)
        return card(column(head, inner, margins=(24, 12, 24, 12)))

    def _picture(self, times: tuple[Away, ...]) -> QWidget:
        if not times:
            return Text(self.tr("No time is known yet."), QUIET)
        now = self.shell.moment().now
        return Picture(lambda p, r: draw_ribbon(p, r, times, now), spoken(times), height=128)

    def _table(self, times: tuple[Away, ...]) -> QWidget:
        lines = [
            row(Text(day_and_year(one.began), BODY), 24, Text(one.length, STRONG), "*")
            for one in reversed(times)
        ]
        return wrap(column(*lines, gap=8, margins=(0, 12, 0, 12)))

    def _lower(self) -> QLayout:
        view = self._view
        left = column(
            wishes_card(view.case.child.initials, view.plan),
            18,
            talks_card(view.interviews, self._open_talk),
            "*",
        )
        right = column(
            talk_card(view.case.child.how_to_talk),
            18,
            offers_card(view.attempts, self._add_attempt),
            "*",
        )
        if self._narrow:
            return column(left, 18, right)
        return row((wrap(left), 7), 24, (wrap(right), 4))

    def _start_words(self) -> str:
        return self.tr("Go on") if self._open_draft() else self.tr("Start conversation")

    def _open_draft(self) -> InterviewView | None:
        return next((one for one in self._view.interviews if one.stage is Stage.TALKING), None)

    def _talk(self) -> None:
        draft = self._open_draft()
        if draft is not None:
            self._open_talk(draft)
            return
        if not self._view.episodes:
            self._add_episode()
            return
        case_id, newest = self._view.case.id, self._view.episodes[0].episode.id
        try:
            begun = interviewing.start(self._ws, case_id, (newest,), self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.shell.go(Place(PageName.CAPTURE, case_id, interview_id=begun))

    def _open_talk(self, talk: InterviewView) -> None:
        report = talk.report.id if talk.report else None
        page, case_id = _PAGES[talk.stage], self._view.case.id
        self.shell.go(Place(page, case_id, interview_id=talk.head.id, report_id=report))

    def _add_attempt(self) -> None:
        self._go(PageName.ATTEMPT)

    def _add_episode(self) -> None:
        self.shell.go(Place(PageName.EPISODE, self._view.case.id))

    def _edit_episode(self) -> None:
        self._go(PageName.EPISODE)

    def _go(self, page: PageName) -> None:
        newest = self._view.episodes[0].episode.id if self._view.episodes else None
        self.shell.go(Place(page, self._view.case.id, newest))

    def _back(self) -> None:
        self.shell.go(Place(PageName.CASES))

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self._build()
        turn = self.findChild(Button, "turn_times")
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


def _draw_clock(said: ClockWords, painter: QPainter, rect: QRectF) -> None:
    draw_clock(painter, said.shape, rect.adjusted(2, 2, -2, -2), said.left)
