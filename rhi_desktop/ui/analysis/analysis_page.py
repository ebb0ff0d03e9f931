"""Owns the analysis page: threads from what was said over what it may mean to what we will do."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QTabBar, QWidget

from rhi_desktop.ui.analysis.analysis_head import AnalysisHead, column_heads, strengths
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.last_time import LastTime
from rhi_desktop.ui.analysis.line_picker import LinePicker
from rhi_desktop.ui.analysis.my_view import MyView
from rhi_desktop.ui.analysis.thread_list import ThreadList
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.scroll_edges import keep_edges
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    Button,
    Icon,
    Text,
    announce,
    bar,
    column,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow.workspace import Workspace

THREADS, MY_VIEW = range(2)
VIEW = "view"
"""The detail of a place that means my view."""


class AnalysisPage(Page):
    """What it may mean, and what we will do. Every act is committed at once; sealed, it is read.

    A view without a line is kept and marked; it keeps the account from being sealed, not from
    being written.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("an analysis needs an interview")
        self.desk = AnalysisDesk(ws, shell, place.interview_id)
        super().__init__(shell, self.desk.account.case.reference)
        self._narrow = theme().crowded
        self._first: QWidget | None = None
        self.tabs = QTabBar()
        self.head = AnalysisHead(self.desk.account, self.tabs)
        self.last_time = LastTime(self.desk)
        self.threads = ThreadList(self.desk)
        self.mine = MyView(self.desk)
        self.picker = LinePicker(self.desk.child)
        self._heads = wrap(column_heads())
        self._open = Text("", BODY)
        self._sign = wrap(row(Icon("notice", "notice", 18), 10))
        self._area = self._lay_out()
        self._connect()
        self._offer()
        self._show()
        self._start(place.detail)

    def first_focus(self) -> QWidget | None:
        """The form that is open, words that wait to be kept, or the way to a new thread."""
        half = self.threads.half
        waiting = half.go_on if half.isVisibleTo(self) else self.head.new
        return self.threads.form_focus() or self._first or waiting

    def standing(self, place: Place) -> Place:
        """The part that is shown: Immediate safety and a lock lead back to it."""
        mine = self.tabs.currentIndex() == MY_VIEW
        return replace(place, detail=VIEW if mine else "")

    def refresh(self) -> None:
        """Read the analysis again."""
        self.desk.reload()
        self._show()

    def new_thread(self) -> None:
        """Begin a thread: the caret goes to what it may mean."""
        if self.desk.may_change:
            self.tabs.setCurrentIndex(THREADS)
            self.threads.new()

    def _lay_out(self) -> QScrollArea:
        side = theme().margin
        sides = (side, 0, side, 14)
        half = self.threads.half
        list_part = column(
            half, self.last_time, 14, self._heads, 6, self.threads, "*", margins=sides
        )
        view_part = column(self.mine, "*", margins=sides)
        self._list, self._view = wrap(list_part), wrap(view_part)
        area = scrolled(wrap(column(self._list, self._view)))
        keep_edges(area, list_part)
        foot = self._foot()
        self._body = wrap(column(self.head, (area, 1), foot))
        self.setLayout(column((self._body, 1), (self.picker, 1)))
        return area

    def _foot(self) -> QWidget:
        concerns = Button(self.tr("Concerns"), "quiet", "left")
        concerns.setObjectName("to_concerns")
        concerns.clicked.connect(lambda: self._go(PageName.CONCERNS))
        check = Button(self.tr("Check before you sign")).trailing("right")
        check.setObjectName("to_check")
        check.clicked.connect(lambda: self._go(PageName.CHECK))
        return bar(self._sign, self._open, "*", concerns, 12, check, height=56)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _: self._turn())
        self.head.asked_new.connect(self.new_thread)
        self.desk.changed.connect(self._show)
        self.desk.struck.connect(self._offer_back)
        self.head.asked_undo.connect(self._undo)
        self.threads.asked_lines.connect(self._ask_lines)
        self.threads.opened.connect(self._reveal)
        self.picker.picked.connect(self._picked)
        self.picker.dropped.connect(self._close_picker)

    def _offer(self) -> None:
        talk = Menu.CONVERSATION
        self.act(talk, self.tr("New thread"), "Ctrl+Shift+N", self.new_thread)
        self.act(Menu.EDIT, self.tr("Put back what was taken out"), "Ctrl+Z", self._undo)
        self.act(Menu.VIEW, self.tr("Threads or my view"), "F6", self._next_tab)
        self.act(talk, self.tr("Concerns"), "", lambda: self._go(PageName.CONCERNS))
        self.act(talk, self.tr("People and places"), "", lambda: self._go(PageName.PEOPLE))
        self.act(talk, self.tr("Check before you sign"), "", lambda: self._go(PageName.CHECK))
        self.act(talk, self.tr("Back to the case"), "Alt+Left", lambda: self._go(PageName.CASE))

    def _start(self, detail: str) -> None:
        if detail == VIEW or self.mine.has(detail):
            self.tabs.setCurrentIndex(MY_VIEW)
        self._turn()
        if detail.startswith("concern:"):
            self.threads.for_concerns(detail.removeprefix("concern:").split(","))
        elif detail:
            self._first = self.mine.first_of(detail) or self.threads.show_place(detail)

    def _show(self) -> None:
        self.head.show_strengths(strengths(self.desk))
        self.last_time.show_promises()
        self.threads.show_threads(narrow=self._narrow)
        self.mine.refresh()
        bare = sum(1 for one in self.desk.threads if not self.desk.supported(one))
        self._sign.setVisible(bool(bare))
        words = self.tr("%n view(s) not yet supported", "", bare) if bare else self._calm()
        self._open.setText(words)
        self.head.new.setVisible(self.desk.may_change)

    def _calm(self) -> str:
        if not self.desk.may_change:
            return self.tr("Sealed. It can be read here, and no longer changed.")
        return self.tr("Every view has a line under it") if self.desk.threads else ""

    def _turn(self) -> None:
        mine = self.tabs.currentIndex() == MY_VIEW
        self._list.setHidden(mine)
        self._view.setVisible(mine)
        self._heads.setHidden(self._narrow or self.threads.bare)

    def _next_tab(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_lines(self) -> None:
        about = self.threads.asking_about()
        self._body.hide()
        self.picker.ask(about, self.desk.account.standing, self.threads.lines_chosen())

    def _picked(self, ids: object) -> None:
        if isinstance(ids, tuple):
            self.threads.take_lines(ids)
        self._close_picker()

    def _close_picker(self) -> None:
        self.picker.hide()
        self._body.show()
        self.threads.focus_lines()

    def _offer_back(self, words: str) -> None:
        self.head.show_undo(words)
        announce(self, self.tr("{what} You can put it back.").format(what=words))

    def _undo(self) -> None:
        self.head.show_undo("")
        self.desk.undo()

    def _reveal(self, part: QWidget) -> None:
        # Only once the layout has given it its place.
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, theme().px(24)))

    def _go(self, page: PageName) -> None:
        self.shell.go(Place(page, self.desk.account.case.id, interview_id=self.desk.id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The three parts stand below each other where there is room for one only."""
        super().resizeEvent(event)
        narrow = theme().crowded or theme().narrow(self.width())
        self.head.set_compact(compact=narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show()
            self._turn()
