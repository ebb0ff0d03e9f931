"""Owns what comes before the first question: how one meets, what will be shared, then the start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.forms import flow
from rhi_desktop.forms.model import BEFORE, MEETING, Pack, Question
from rhi_desktop.ui.episode.clock_beside import clock_beside
from rhi_desktop.ui.episode.meeting_card import MeetingCard
from rhi_desktop.ui.episode.question_form import AnswerSource, QuestionForm
from rhi_desktop.ui.episode.start_fields import StartFields
from rhi_desktop.ui.number_words import in_words
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SMALL_LINE,
    Button,
    Text,
    bar,
    column,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import casework, interviewing, packs
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.views import CaseView, EpisodeView, InterviewView, Stage
from rhi_desktop.workflow.workspace import Workspace


class BeforePage(Page):
    """Rule 26: the talk begins once everything that comes first was said, or is told why not.

    Nothing is recorded by looking: the record is opened with the first answer.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws = ws
        self._view, self._about, talk = _known(ws, shell, place)
        case = self._view.case
        super().__init__(shell, case.reference)
        self._id = talk.head.id if talk else None
        self._pack = _pack(ws, self._id)
        head = talk.head if talk else None
        self._meeting = MeetingCard(shell, self._view, head, self._about, self._keep_meeting)
        self._meeting.changed.connect(self._describe)
        hears = self.tr("What {child} hears before you start")
        self._forms = [
            self._form(MEETING, self.tr("About the meeting")),
            self._form(BEFORE, hears.format(child=case.child.initials)),
        ]
        self._start = StartFields()
        self._open = Button("", "link", size=SMALL_LINE)
        self._open.setObjectName("still_open")
        self._open.clicked.connect(self._lead)
        self._begin = Button(self.tr("Begin the conversation"), "primary", size=LARGE)
        self._begin.setObjectName("begin")
        self._begin.clicked.connect(self._go)
        self._body: QBoxLayout
        side = theme().margin
        body = column(self._head(), 18, self._columns(), 16, "*", margins=(side, 20, side, 0))
        self._area = scrolled(wrap(body))
        self.setLayout(column((self._area, 1), self._foot()))
        self.act(Menu.CONVERSATION, self.tr("Begin the conversation"), "Ctrl+Return", self._go)
        self.act(Menu.FILE, self.tr("Back to the case"), "Alt+Left", self._back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring)
        self._show()

    def first_focus(self) -> QWidget | None:
        """What is still open first, or the start."""
        return self._open if self._open.isVisibleTo(self) else self._begin

    def refresh(self) -> None:
        """Read the answers again."""
        for form in self._forms:
            form.refresh()
        self._show()

    def _form(self, section: str, title: str) -> QuestionForm:
        child = self._view.case.child

        def offered() -> Iterable[Question]:
            return flow.prompts(self._pack, self._stands(), section)

        prefix = f"before/{self._view.case.id}/{section}"
        source = AnswerSource(
            prefix, child.initials, child.language, self._stands, offered, self._put
        )
        asked, narrow = self._pack.of_section(section), section == MEETING
        form = QuestionForm(self.shell, source, asked, title, narrow=narrow)
        form.kept.connect(self._show)
        return form

    def _stands(self) -> Sequence[Answer]:
        if self._id is None:
            return ()
        return interviewing.load(self._ws, self._id).account.answers

    def _record(self, at: Moment) -> InterviewId:
        if self._id is None:
            about = self._meeting.episode_ids()
            self._id = interviewing.prepare(self._ws, self._view.case.id, about, at)
        return self._id

    def _put(self, given: NewAnswer, at: Moment) -> object:
        return interviewing.answer(self._ws, self._record(at), given, at)

    def _keep_meeting(self, at: Moment) -> None:
        record, meeting = self._record(at), self._meeting
        interviewing.cover(self._ws, record, meeting.episode_ids(), at)
        interviewing.describe(
            self._ws, record, meeting.place(), meeting.present(), at, meeting.how()
        )

    def _describe(self) -> None:
        try:
            self._keep_meeting(self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()

    def _head(self) -> QWidget:
        case = self._view.case
        words = self.tr("{who}, {reference}")
        about = Text(words.format(who=case.child.initials, reference=case.reference), QUIET)
        none = Button(self.tr("No talk was held"), "link", size=SMALL_LINE)
        none.setObjectName("no_talk")
        none.clicked.connect(self._no_talk)
        title = column(Text(self.tr("Before you meet"), H1), 4, row(about, 20, none, "*"))
        clock = clock_beside(self._about.clock, self._ws.profile.hours)
        return wrap(row(title, "*", clock))

    def _columns(self) -> QWidget:
        meeting, before = self._forms
        left = column(self._meeting, *meeting.groups().values(), self._start, "*", gap=18)
        meeting.setLayout(left)
        right = column(*before.groups().values(), "*", gap=18)
        before.setLayout(right)
        self._body = row((meeting, 2), 24, (before, 3))
        return wrap(self._body)

    def _foot(self) -> QWidget:
        back = Button(self.tr("Back to the case"), "link", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        return bar(back, 24, "*", self._open, 24, self._begin)

    def _problems(self) -> list[str]:
        return [one.where for one in flow.open_first(self._pack, self._stands())]

    def _show(self) -> None:
        count = len(self._problems())
        words = self.tr("One thing is still to be said")
        if count > 1:
            words = self.tr("{number} things are still to be said")
            words = words.format(number=in_words(count))
        self._open.setText(words)
        self._open.setVisible(count > 0)
        self._begin.setEnabled(count == 0)

    def _lead(self) -> None:
        """To the first thing that is still open."""
        for where in self._problems():
            for form in self._forms:
                found = form.rows.get(where)
                if found is not None and found.first is not None:
                    found.first.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _go(self) -> None:
        self.shell.autosave.flush()
        if self._problems():
            self._lead()
            return
        at = self.shell.moment()
        if not self._start.settled(at.now):
            return
        try:
            record = self._record(at)
            interviewing.begin(self._ws, record, at, self._start.started())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.shell.changed(self._view.case.id)
        self.shell.go(Place(PageName.CAPTURE, self._view.case.id, interview_id=record))

    def _no_talk(self) -> None:
        away = self._about.episode.id
        self.shell.go(Place(PageName.ENDING, self._view.case.id, away, self._id))

    def _back(self) -> None:
        self.shell.go(Place(PageName.CASE, self._view.case.id))

    def _bring(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whatever gets the focus comes in sight."""
        if new is not None and any(form.isAncestorOf(new) for form in self._forms):
            self._area.ensureWidgetVisible(new, 0, theme().px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The meeting first, what is shared below, where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        self._begin.set_hint("" if narrow else "Ctrl Enter")
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if narrow else right)


def _known(
    ws: Workspace, shell: Shell, place: Place
) -> tuple[CaseView, EpisodeView, InterviewView | None]:
    """The case, the time away, and the record that was opened and has not begun."""
    if place.case_id is None:
        raise ValueError("a meeting needs a case")
    view = casework.open_case(ws, place.case_id, shell.moment().now)
    fresh = [one for one in view.interviews if one.stage in {Stage.PREPARED, Stage.ENDED}]
    talk = next((one for one in fresh if place.interview_id in {None, one.head.id}), None)
    asked = place.episode_id or (talk.head.episode_ids[-1] if talk else None)
    away = next((one for one in view.episodes if one.episode.id == asked), view.episodes[0])
    return view, away, talk if talk and away.episode.id in talk.head.episode_ids else None


def _pack(ws: Workspace, interview_id: InterviewId | None) -> Pack:
    if interview_id is None:
        return packs.questions(ws)
    return interviewing.pack_of(ws, interviewing.load(ws, interview_id))
