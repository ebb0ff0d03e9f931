"""Owns the concerns page: sets of indicators one at a time, and what follows from them by rule."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.forms.model import IndicatorSet
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.duty_pane import DutyPane
from rhi_desktop.ui.analysis.indicator_row import LANGUAGE, IndicatorRow
from rhi_desktop.ui.analysis.line_picker import LinePicker
from rhi_desktop.ui.analysis.set_list import SetList, SetRow
from rhi_desktop.ui.analysis.set_view import SetView
from rhi_desktop.ui.places import PageName, Place, aside
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    H2,
    QUIET,
    Button,
    Icon,
    Select,
    Text,
    bar,
    column,
    row,
    scrolled,
    sized,
    wrap,
)
from rhi_desktop.workflow import analysing
from rhi_desktop.workflow.workspace import Workspace

CONTENTS, PANE = 232, 300


class ConcernsPage(Page):
    """Signs that somebody should look at. A person answers each; nothing is added up.

    `detail` of the place is the id of a set or of an indicator to begin with.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("indicators need an interview")
        self.desk = AnalysisDesk(ws, shell, place.interview_id)
        super().__init__(shell, self.desk.account.case.reference)
        self._place = place
        self._sets = analysing.sets_of(ws, place.interview_id)
        self._asking: IndicatorRow | None = None
        self.contents = SetList(self.tr("Lists of signs"))
        titles = [(one.id, one.title.get(LANGUAGE)) for one in self._sets]
        self.choice = Select(titles, name=self.tr("List of signs"), width=420)
        self.choice.setObjectName("set_choice")
        self.pane = DutyPane(self.desk.child, may_change=self.desk.may_change)
        self.picker = LinePicker(self.desk.child)
        self.view: SetView | None = None
        self._holder = column()
        self._lay_out()
        self._connect()
        self._offer()
        self._say()
        self._begin(place.detail)

    def first_focus(self) -> QWidget | None:
        """The indicator that was asked for, or the list of sets."""
        if self._wanted is not None:
            return self._wanted.first
        return self.choice if theme().crowded else self.contents

    def standing(self, place: Place) -> Place:
        """The list that is shown: Immediate safety and a lock lead back to it."""
        return place if self.view is None else replace(place, detail=self.view.of.id)

    def refresh(self) -> None:
        """Read the indicators again."""
        self.desk.reload()
        if self.view is not None:
            self.view.refresh()
        self._say()

    def show_set(self, number: int) -> None:
        """Show one set beside the list."""
        if not 0 <= number < len(self._sets):
            return
        wanted = self._sets[number]
        if self.view is not None and self.view.of.id == wanted.id:
            return
        self.shell.autosave.flush()
        old = self.view
        self.view = SetView(self.desk, wanted)
        self.view.asked_lines.connect(self._ask_lines)
        self.view.asked_action.connect(self._ask_action)
        if old is not None:
            self._holder.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._holder.insertWidget(0, self.view)
        self.view.show()
        self._area.verticalScrollBar().setValue(0)
        self.contents.choose(number)
        self.choice.setCurrentIndex(number)

    def _lay_out(self) -> None:
        side, crowded = theme().margin, theme().crowded
        case = self.desk.account.case
        title = Text(self.tr("Concerns"), H2 if crowded else H1)
        words = self.tr(
            "Signs that somebody should look at. They add up to no score and no verdict."
        )
        about = Text(words, QUIET, wrap=True)
        if crowded:
            self._holder.addWidget(self.pane)
            inside = column(about, 10, self._holder, "*", margins=(side, 0, 24, 16))
            self._area = scrolled(wrap(inside))
            chooser = row(title, 24, self.choice, "*", margins=(side, 12, side, 10))
            middle = column(chooser, (self._area, 1))
        else:
            who = Text(f"{case.reference}, {case.child.initials}", QUIET)
            below = row(who, 24, (about, 1000), "*")
            head = column(title, 4, below, margins=(side, 20, 24, 14))
            self._area = scrolled(wrap(column(self._holder, "*", margins=(20, 0, 28, 16))))
            self.contents.setFixedWidth(theme().px(CONTENTS))
            inset = side - 12
            body = row(self.contents, (self._area, 1), margins=(inset, 0, 0, 0))
            middle = column(wrap(head), (body, 1))
        whole = row((middle, 1), None if crowded else sized(self.pane, PANE))
        self._body = wrap(column((whole, 1), self._foot()))
        self.setLayout(column((self._body, 1), (self.picker, 1)))

    def _foot(self) -> QWidget:
        people = Button(self.tr("People and places"), "quiet")
        people.setObjectName("to_people")
        people.clicked.connect(lambda: self._go(PageName.PEOPLE))
        on = Button(self.tr("What it may mean")).trailing("right")
        on.setObjectName("to_analysis")
        on.clicked.connect(lambda: self._go(PageName.ANALYSIS))
        self._open = Text("", BODY)
        self._sign = wrap(row(Icon("notice", "notice", 18), 10))
        return bar(self._sign, self._open, "*", people, 12, on, height=56)

    def _connect(self) -> None:
        self.contents.selectionModel().currentChanged.connect(
            lambda now, _before: self.show_set(now.row())
        )
        self.contents.opened.connect(lambda _row: self._into_set())
        self.choice.activated.connect(self.show_set)
        self.desk.changed.connect(self._say)
        self.pane.asked_action.connect(self._duty_action)
        self.pane.asked_safety.connect(self._safety)
        self.picker.picked.connect(self._picked)
        self.picker.dropped.connect(self._close_picker)

    def _offer(self) -> None:
        talk = Menu.CONVERSATION
        self.act(Menu.VIEW, self.tr("Next part of the page"), "F6", self._next_part)
        self.act(talk, self.tr("What it may mean"), "", lambda: self._go(PageName.ANALYSIS))
        self.act(talk, self.tr("People and places"), "", lambda: self._go(PageName.PEOPLE))
        self.act(talk, self.tr("Back to the case"), "Alt+Left", lambda: self._go(PageName.CASE))

    def _begin(self, detail: str) -> None:
        wanted = 0
        for number, one in enumerate(self._sets):
            if detail and (detail == one.id or detail in {i.id for i in one.indicators}):
                wanted = number
        self.show_set(wanted)
        self._wanted = self.view.row(detail) if self.view is not None else None
        if self._wanted is not None:
            self._reveal(self._wanted)

    def _reveal(self, part: QWidget) -> None:
        # Only once the layout has given it its place.
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, theme().px(24)))

    def _say(self) -> None:
        self.contents.show_sets([_row_of(one, self.desk) for one in self._sets])
        now = self.shell.moment().now
        self.pane.show_duties(analysing.duties_of(self.desk.ws, self.desk.id, now))
        bare = sum(1 for one in self.desk.account.concerns if self.desk.bare(one))
        words = self.tr("%n sign(s) not yet supported", "", bare) if bare else ""
        if not self.desk.may_change:
            words = self.tr("Sealed. It can be read here, and no longer changed.")
        if not self._sets:
            words = self.tr("The questions of this record have no lists of signs.")
        self._open.setText(words)
        self._sign.setVisible(bool(bare) and self.desk.may_change)

    def _into_set(self) -> None:
        if self.view is not None and self.view.rows:
            first = next(iter(self.view.rows[0].radios.values()))
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_part(self) -> None:
        if self.view is not None and self.view.isAncestorOf(self.focusWidget()):
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._into_set()

    def _ask_lines(self, asking: IndicatorRow) -> None:
        self._asking = asking
        self._body.hide()
        self.picker.ask(asking.wording, self.desk.account.standing, asking.line_ids)

    def _picked(self, ids: object) -> None:
        if self._asking is not None and isinstance(ids, tuple):
            self._asking.take_lines(ids)
        self._close_picker()

    def _close_picker(self) -> None:
        self.picker.hide()
        self._body.show()
        if self._asking is not None and self._asking.evidence is not None:
            add = self._asking.evidence.add
            add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal(add)

    def _ask_action(self, asking: IndicatorRow) -> None:
        if asking.concern is not None:
            self._go(PageName.ANALYSIS, f"concern:{asking.concern.id}")

    def _duty_action(self, because: object) -> None:
        ids = [one.id for one in self.desk.account.concerns if one.indicator_id in _names(because)]
        self._go(PageName.ANALYSIS, "concern:" + ",".join(ids))

    def _safety(self) -> None:
        self.shell.go(aside(PageName.SAFETY, self.standing(self._place)))

    def _go(self, page: PageName, detail: str = "") -> None:
        case_id = self.desk.account.case.id
        self.shell.go(Place(page, case_id, interview_id=self.desk.id, detail=detail))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The prompts stand below where there is no room beside."""
        super().resizeEvent(event)
        if not theme().crowded:
            self.pane.setVisible(not theme().narrow(self.width()))


def _names(because: object) -> tuple[object, ...]:
    return because if isinstance(because, tuple) else ()


def _row_of(one: IndicatorSet, desk: AnalysisDesk) -> SetRow:
    own = [c for c in desk.account.concerns if c.set_id == one.id]
    bare = any(desk.bare(c) for c in own)
    return SetRow(one.id, one.title.get(LANGUAGE), bool(own), bare)
