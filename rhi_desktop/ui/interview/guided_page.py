"""Owns the guided page: one question of the pack at a time, for those who prefer it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from rhi_desktop.domain.line import Topic
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.interview.question_view import QuestionView
from rhi_desktop.ui.interview.topics import topic_word
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import LARGE, SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.choice import Select
from rhi_desktop.ui.widgets.layout import bar, column, hline, row, scrolled, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import QUIET
from rhi_desktop.workflow.workspace import Workspace


class GuidedPage(Page):
    """Nothing is required; what is left stays open. `detail` of its place is a question or topic.

    Questions that are no longer offered stay when something was answered, and say so.
    """

    tells_held = True

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("a question needs its interview")
        self.talk = Conversation(ws, place.interview_id)
        super().__init__(shell, self.talk.account.case.reference)
        self._ws = ws
        self._box = column()
        self.view: QuestionView | None = None
        self.tabs = QTabBar()
        self.tabs.setObjectName("sections")
        self.tabs.setAccessibleName(self.tr("Parts of the conversation"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._sections = [x for x in self.talk.pack.sections if self._of(x.id)]
        for section in self._sections:
            topic = section.topic
            words = topic_word(topic) if topic else section.title.get(self._language)
            self.tabs.addTab(words)
        parts = [(str(n), self.tabs.tabText(n)) for n in range(self.tabs.count())]
        self.picker = Select(parts, name=self.tabs.accessibleName())
        self.picker.setObjectName("section")
        self._lay_out()
        self._offer()
        self._question = self._first(place.detail)
        self._show()
        self.tabs.currentChanged.connect(self._turn)
        self.picker.activated.connect(self._turn)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring)

    def _lay_out(self) -> None:
        crowded = theme().crowded
        # Seven tabs have no room at a high zoom: one field says and changes the part.
        (self.tabs if crowded else self.picker).hide()
        back = self.tr("Back to the conversation")
        leave = Button(
            self.tr("Conversation") if crowded else back,
            "quiet",
            "left",
            hint="Esc",
            size=SMALL_BUTTON,
        )
        leave.setObjectName("back_to_talk")
        leave.setAccessibleName(back)
        leave.clicked.connect(self.leave)
        side = theme().margin
        below = 8 if crowded else 0
        top = row(
            (self.tabs, 1),
            self.picker,
            "*" if crowded else 16,
            leave,
            margins=(side, 8, side - 10, below),
        )
        later = Button(self.tr("Leave for now"), size=LARGE)
        later.setObjectName("leave_for_now")
        later.clicked.connect(self.further)
        keep = Button(self.tr("Keep and go on"), "primary", size=LARGE).trailing("right")
        keep.setObjectName("keep_and_go_on")
        keep.clicked.connect(self.keep_on)
        words = Text(self.tr("Nothing here is required."), QUIET)
        inset = (side - INSET, 26, side - INSET, 16)
        self._body = scrolled(wrap(column(self._box, "*", margins=inset)))
        foot = bar(words, "*", later, 12, keep)
        self.setLayout(column(wrap(top), hline(), (self._body, 1), foot))

    def _offer(self) -> None:
        talk = Menu.CONVERSATION
        self.act(talk, self.tr("Next question"), "Alt+Right", self.further)
        self.act(talk, self.tr("Question before"), "Alt+Left", self.back)
        self.act(talk, self.tr("Why this is asked"), "Alt+E", self._why)
        self.act(talk, self.tr("Back to the conversation"), "", self.leave)

    @property
    def question(self) -> Question:
        """The question that is shown."""
        return self._question

    @property
    def _language(self) -> str:
        return self.talk.account.case.child.language

    def first_focus(self) -> QWidget | None:
        """The line that is being typed."""
        return self.view.first if self.view is not None else None

    def questions(self) -> tuple[Question, ...]:
        """What is offered, and what was answered before it was no longer offered."""
        offered = {question.id for question in self.talk.prompts()}
        kept = {a.question_id for a in self.talk.account.answers if a.values or a.blank}
        return tuple(q for q in self.talk.pack.questions if q.id in offered | kept)

    def keep_on(self) -> None:
        """Keep what was typed and go on; words that could not be kept stay here."""
        if self.view is not None and self.view.keep():
            self.further()

    def further(self) -> None:
        """The next question; after the last one back to the conversation."""
        self._step(1)

    def back(self) -> None:
        """The question before."""
        self._step(-1)

    def leave(self) -> None:
        """Back to the conversation."""
        place = Place(PageName.CAPTURE, self.talk.case_id, interview_id=self.talk.id)
        self.shell.go(place)

    def refresh(self) -> None:
        """Read the talk again."""
        self.talk.reload()
        if self.view is not None:
            self.view.refresh()

    def _step(self, way: int) -> None:
        self.shell.autosave.flush()
        asked = [q.id for q in self.questions()]
        order = [q.id for q in self.talk.pack.questions]
        here = order.index(self._question.id)
        onward = order[here + 1 :] if way > 0 else list(reversed(order[:here]))
        wanted = next((one for one in onward if one in asked), None)
        found = self.talk.pack.question(wanted) if wanted else None
        if found is not None:
            self._go_to(found)
        elif way > 0:
            self.leave()

    def _go_to(self, question: Question) -> None:
        self._question = question
        self._show()
        if self.view is not None:
            self.view.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whatever gets the focus comes in sight."""
        if new is not None and self.view is not None and self.view.isAncestorOf(new):
            self._body.ensureWidgetVisible(new, 0, theme().px(24))

    def _show(self) -> None:
        if self.view is not None:
            # Gone at once: a question that is left must not be found beside the next one.
            self.view.setParent(None)
            self.view.deleteLater()
        section = next(x for x in self.talk.pack.sections if x.id == self._question.section)
        offered = self._question in self.talk.prompts()
        self.view = QuestionView(self._ws, self.shell, self.talk, self._question)
        self.view.set_head(section.title.get(self._language), offered=offered)
        self._box.addWidget(self.view)
        here = [x.id for x in self._sections].index(section.id)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(here)
        self.picker.setCurrentIndex(here)

    def _turn(self, tab: int) -> None:
        first = next(iter(self._of(self._sections[tab].id)), None)
        if first is not None:
            self.shell.autosave.flush()
            self._question = first
            self._show()

    def _of(self, section_id: str) -> list[Question]:
        return [q for q in self.questions() if q.section == section_id]

    def _first(self, detail: str) -> Question:
        asked = self.questions()
        named = [q for q in asked if detail in {q.id, q.section}]
        topical = [q for q in asked if q.section in {topic.value for topic in Topic}]
        quiet = [q for q in topical if not self.talk.heard(Topic(q.section))]
        return next(iter((*named, *quiet, *topical, *asked)))

    def _why(self) -> None:
        if self.view is not None:
            self.view.card.toggle_why()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape goes back to the conversation."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
