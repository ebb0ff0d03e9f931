"""Owns writing down why no talk was held: the outcome, then only what that outcome needs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from rhi_desktop.domain.ending import Ending
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.clock_beside import clock_beside
from rhi_desktop.ui.episode.ending_fields import EndingFields
from rhi_desktop.ui.episode.ending_words import OUTCOMES, choices
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.episode.late_fields import LateFields, asks_why_late
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Text,
    announce,
    bar,
    card,
    column,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import casework, closing, interviewing
from rhi_desktop.workflow.views import CaseView, EpisodeView, InterviewView, Stage
from rhi_desktop.workflow.workspace import Workspace


class EndingPage(Page):
    """One time away about which nobody was heard. Ends at the check page, as a talk does.

    Nothing is recorded before it is kept; what is typed is kept as drafts. A record that was
    closed already can be changed here, or opened again, until it is sealed.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws, self._place = ws, place
        self._view, self._away, self._record = _known(ws, shell, place)
        case = self._view.case
        super().__init__(shell, case.reference)
        self._child = case.child.initials
        head = self._record.head if self._record else None
        self._form = Form(ws, shell, f"ending/{self._away.episode.id}", self)
        self._outcome = self._form.choice(
            ChoiceField("outcome", "", choices(OUTCOMES, self._child), columns=1)
        )
        self._outcome.setAccessibleName(self.tr("Why no talk was held"))
        if head is not None and head.outcome is not None and not head.outcome.held:
            self._outcome.choose(head.outcome.value)
        ending = (head.ending if head else None) or Ending()
        self._fields = EndingFields(self._form, ending, self._child, self)
        self._late = LateFields(self._form, self._away.episode, ws.profile.hours, self)
        self._asks_late = asks_why_late(self._away)
        note = self.tr("The report is made from this, as after a talk.")
        right = Qt.AlignmentFlag.AlignRight
        self._note = Text(note, SMALL_QUIET, wrap=True, align=right)
        self._body: QBoxLayout
        self._late_card: QFrame | None = None
        side = theme().margin
        body = column(self._head(), 18, self._columns(), 16, "*", margins=(side, 20, side, 0))
        self.setLayout(column((scrolled(wrap(body)), 1), self._foot()))
        self.act(Menu.CONVERSATION, self.tr("Keep, and check the report"), "Ctrl+Return", self._go)
        self.act(Menu.FILE, self.tr("Back"), "Alt+Left", self._back)
        self._form.restore()
        self._outcome.chosen.connect(self._show)
        self._form.told.connect(self._show)
        self._show()

    def first_focus(self) -> QWidget | None:
        """The outcome."""
        return self._outcome.first

    def _head(self) -> QWidget:
        case = self._view.case
        about = self.tr("{who}, {reference}").format(who=self._child, reference=case.reference)
        title = column(Text(self.tr("No talk was held"), H1), 4, Text(about, QUIET))
        outcome = self._record.head.outcome if self._record else None
        late = self._away.episode.late
        clock = clock_beside(self._away.clock, self._ws.profile.hours, outcome, late)
        return wrap(row(title, "*", clock))

    def _columns(self) -> QWidget:
        title = Text(self.tr("Why no talk was held"), QUIET.strong.tint("text"), wrap=True)
        what = card(column(title, 8, self._outcome, "*", margins=(24, 18, 24, 18)))
        parts = [what]
        if self._asks_late:
            self._late_card = card(column(self._late.panel(), margins=(24, 18, 24, 18)))
            parts.append(self._late_card)
        left = wrap(column(*parts, "*", gap=18))
        words = self.tr("Choose what it was. Only what belongs to it is asked then.")
        self._empty = card(column(Text(words, QUIET, wrap=True), margins=(24, 18, 24, 18)))
        right = column(self._empty, *self._fields.cards(), "*", gap=18)
        self._body = row((left, 2), 24, (wrap(right), 5))
        return wrap(self._body)

    def _foot(self) -> QWidget:
        back = Button(self.tr("Back"), "link", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        again = Button(self.tr("There will be a talk after all"), "link", size=SMALL_LINE)
        again.setObjectName("reopen")
        again.clicked.connect(self._reopen)
        if self._record is None or self._record.stage is not Stage.ENDED:
            again.hide()
        go = Button(self.tr("Check the report"), "primary", hint="Ctrl Enter", size=LARGE)
        go.setObjectName("check_report")
        go.clicked.connect(self._go)
        return bar(back, 24, again, 24, (wrap(column("*", self._note, "*")), 1), 24, go)

    def _show(self) -> None:
        chosen = self._outcome.value()
        self._empty.setVisible(not chosen)
        if self._late_card is not None:
            # Where none was required nothing can be late.
            self._late_card.setHidden(chosen == Outcome.NOT_REQUIRED.value)
        self._fields.show_for(Outcome(chosen) if chosen else None)

    def _go(self) -> None:
        chosen = self._outcome.value()
        if not chosen:
            self._outcome.say(self.tr("Choose what it was."))
            self._outcome.first.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.tr("Something is missing before the report can be checked"))
            return
        try:
            record = self._keep(Outcome(chosen))
        except RhiError as error:
            self.shell.refuse(error)
            return
        self._form.done()
        self.shell.saved()
        self.shell.changed(self._view.case.id)
        self.shell.go(Place(PageName.CHECK, self._view.case.id, interview_id=record))

    def _keep(self, outcome: Outcome) -> InterviewId:
        away = self._away.episode
        if self._asks_late:
            away = self._late.onto(away)
        record = self._record.head.id if self._record else None
        ending = self._fields.ending(outcome)
        return closing.settle(self._ws, record, away, outcome, ending, self.shell.moment())

    def _reopen(self) -> None:
        if self._record is None:
            return
        try:
            closing.reopen(self._ws, self._record.head.id, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self._form.done()
        self.shell.saved()
        self.shell.changed(self._view.case.id)
        self._back()

    def _back(self) -> None:
        self.shell.go(Place(PageName.CASE, self._view.case.id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The outcome first, what it needs below, where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if narrow else right)
        self._note.setHidden(narrow)


def _known(
    ws: Workspace, shell: Shell, place: Place
) -> tuple[CaseView, EpisodeView, InterviewView | None]:
    """The case, the time away, and the unsealed record about it in which nothing was heard."""
    if place.case_id is None:
        raise ValueError("an ending needs a case")
    view = casework.open_case(ws, place.case_id, shell.moment().now)
    asked = place.episode_id
    if asked is None:
        heads = (one.head for one in view.interviews if one.head.id == place.interview_id)
        asked = next((head.episode_ids[0] for head in heads), None)
    away = next((one for one in view.episodes if asked in {None, one.episode.id}), view.episodes[0])
    record = view.talk_about(away.episode.id)
    fresh = {Stage.PREPARED, Stage.ENDED, Stage.TALKING}
    if record is None or record.stage not in fresh:
        return view, away, None
    heard = interviewing.load(ws, record.head.id).account.standing
    return view, away, None if heard else record
