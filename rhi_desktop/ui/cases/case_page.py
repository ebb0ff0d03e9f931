"""Owns the page of one child: the clock, times away, what they asked for, conversations, offers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QWidget

from rhi_desktop.domain.clock import Clock, ClockState, local
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cases.case_cards import offers_card, talk_card, talks_card, wishes_card
from rhi_desktop.ui.cases.case_head import (
    HeadButtons,
    back_to_cases,
    case_head,
    clock_beside,
    who_is_it,
)
from rhi_desktop.ui.cases.ribbon import Away, draw_ribbon, spoken, times_away
from rhi_desktop.ui.counting import in_words
from rhi_desktop.ui.dates import day_and_year
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
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
    empty,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.views import CaseView, InterviewView, Stage
from rhi_desktop.workflow.workspace import Workspace

USUAL_WIDTH = 1366
_PAGES = {
    Stage.PREPARED: PageName.CAPTURE,
    Stage.ENDED: PageName.CHECK,
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
        return self._named("start_conversation")

    def refresh(self) -> None:
        """Read the case again."""
        self._view = casework.open_case(self._ws, self._view.case.id, self.shell.moment().now)
        self._build()

    def _build(self) -> None:
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        empty(self._body)
        side, view = theme().px(theme().margin), self._view
        times = times_away([one.episode for one in view.episodes])
        cards = column(self._times_card(times), 18, self._lower(), 16)
        cards.setContentsMargins(side, theme().px(18), side, 0)
        self._content = wrap(column(self._head(), wrap(cards), "*"))
        self._body.addWidget(self._content, 1)
        self._content.show()
        again = self._named(name) if name else None
        if again is not None:
            # Whoever stands on a control still stands on it after the page was built anew.
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, name: str) -> Button | None:
        """The control as it is now, not the one that waits to go."""
        return self._content.findChild(Button, name)

    def _head(self) -> QWidget:
        case, view = self._view.case, self._view
        age = case.child.age_on(local(self.shell.moment().now).date())
        newest = view.episodes[0].clock if view.episodes else Clock(ClockState.NOT_STARTED)
        clock = clock_beside(newest, self._ws.profile.hours)
        who = who_is_it(case.child, case.reference, age)
        return case_head(who, clock, self._buttons(), narrow=self._narrow)

    def _buttons(self) -> HeadButtons:
        back = back_to_cases()
        back.clicked.connect(self._back)
        away = Button(self.tr("Add a time away"))
        away.setObjectName("add_episode")
        away.clicked.connect(self._add_episode)
        details = Button(self.tr("Change details"))
        details.setObjectName("edit_episode")
        details.clicked.connect(self._edit_episode)
        if not self._view.episodes:
            details.hide()
        start = Button(self._start_words(), "primary").trailing("right")
        start.setObjectName("start_conversation")
        start.clicked.connect(self._talk)
        return HeadButtons(back, details, away, start)

    def _times_card(self, times: tuple[Away, ...]) -> QFrame:
        title = Text(_away_words(len(self._view.episodes)), STRONG)
        turn = Button(
            self.tr("Picture") if self._as_table else self.tr("Table"),
            "link",
            "graph" if self._as_table else "table",
            size=SMALL_LINE,
        )
        turn.setObjectName("turn_times")
        turn.clicked.connect(self._turn)
        note = Text(self.tr("A longer shape is a longer time away"), SMALL_QUIET)
        if not times:
            nothing = Text(self.tr("No time is known yet."), QUIET)
            return card(column(title, 8, nothing, margins=(24, 16, 24, 16)))
        explained = None if self._as_table or self._narrow else note
        head = row(title, "*", explained, 20, turn, 8, Text("F6", TINY))
        inner = self._table(times) if self._as_table else self._picture(times)
        return card(column(head, inner, margins=(24, 12, 24, 12)))

    def _picture(self, times: tuple[Away, ...]) -> QWidget:
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
        talk = self._open_talk_of_now()
        if talk is not None:
            return self.tr("Go on") if talk.stage is Stage.TALKING else self.tr("Sign")
        if not self._view.episodes:
            return self.tr("Write down the time away")
        return self.tr("Start conversation")

    def _open_talk_of_now(self) -> InterviewView | None:
        """The newest conversation that is not signed yet."""
        unsigned = {Stage.TALKING, Stage.SEALED}
        return next((one for one in self._view.interviews if one.stage in unsigned), None)

    def _talk(self) -> None:
        talk = self._open_talk_of_now()
        if talk is not None:
            self._open_talk(talk)
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


def _away_words(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("case", "One time away")
    words = QCoreApplication.translate("case", "{number} times away")
    return words.format(number=in_words(count))
