"""Owns the guided page: one question of the pack at a time, for those who prefer it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rhi_desktop.forms.model import Question
from rhi_desktop.ui.interview.contents_pane import ContentsPane
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.guide import Guide
from rhi_desktop.ui.interview.guided_head import GuidedFoot, GuidedHead
from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.interview.question_view import QuestionView
from rhi_desktop.ui.interview.rest_of_part import RestOfPart
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.layout import column, hline, row, scrolled, wrap
from rhi_desktop.ui.widgets.tab_order import follow_eye
from rhi_desktop.workflow.workspace import Workspace


class GuidedPage(Page):
    """Open questions first, what else could be asked behind them; nothing is required.

    `detail` of its place is a question or a part. Questions that are no longer offered stay when
    something was answered, and say so.
    """

    tells_held = True

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("a question needs its interview")
        self.talk = Conversation(ws, place.interview_id)
        super().__init__(shell, self.talk.account.case.reference)
        self._ws = ws
        self.guide = Guide(self.talk, place.detail)
        self._question = self.guide.first
        self._drawer = False
        self._box = column()
        self.view: QuestionView | None = None
        self.pane = ContentsPane(self.guide, RestOfPart(ws, shell, self.talk))
        self.head = GuidedHead(self.guide.part_words())
        self._lay_out()
        self._connect()
        self._offer()
        self._show()

    def _lay_out(self) -> None:
        side = theme().margin
        inset = (side - INSET, 22, (side if theme().crowded else 36) - INSET, 16)
        self._body = scrolled(wrap(column(self._box, "*", margins=inset)))
        foot = GuidedFoot()
        foot.left.connect(self.further)
        foot.kept.connect(self.keep_on)
        left = wrap(column((self._body, 1), foot))
        self._left = left
        self.pane.setVisible(False)
        whole = column(self.head, hline(), (row((left, 1), self.pane), 1))
        self.setLayout(whole)

    def _connect(self) -> None:
        self.head.asked_back.connect(self.leave)
        self.head.asked_part.connect(self._turn)
        self.head.asked_contents.connect(self._turn_drawer)
        self.pane.wanted.connect(self._go_to)
        self.pane.asked_more.connect(self.turn_more)
        self.pane.changed.connect(self.refresh)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring)

    def _offer(self) -> None:
        talk = Menu.CONVERSATION
        self.act(talk, self.tr("Next question"), "Alt+Right", self.further)
        self.act(talk, self.tr("Question before"), "Alt+Left", self.back)
        self.act(talk, self.tr("Why this is asked"), "Alt+E", self._why)
        self.act(talk, self.tr("More to ask, if it fits"), "Alt+M", self.turn_more)
        self.act(talk, self.tr("Back to the conversation"), "", self.leave)
        self.act(Menu.VIEW, self.tr("Next part of the page"), "F6", self._next_part)

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

    def standing(self, place: Place) -> Place:
        """The question that is shown."""
        return replace(place, detail=self._question.id)

    def questions(self) -> tuple[Question, ...]:
        """What is offered, and what was answered before it was no longer offered."""
        return self.guide.questions()

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

    def turn_more(self) -> None:
        """Offer what lies behind the open questions as well, or no more."""
        self.guide.more = not self.guide.more
        opening = self.guide.opening(self._question.section)
        if not self.guide.more and self._question not in opening:
            self._question = opening[0]
        self._show()

    def refresh(self) -> None:
        """Read the talk again."""
        self.talk.reload()
        if self.view is not None:
            self.view.refresh()
        self._show_contents()

    def _step(self, way: int) -> None:
        self.shell.autosave.flush()
        found = self.guide.after(self._question, way)
        if found is not None:
            self._go_to(found)
        elif way > 0:
            self.leave()

    def _go_to(self, question: Question) -> None:
        self.shell.autosave.flush()
        self._question = question
        self._drawer = False
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
        section = self.guide.section_of(self._question)
        offered = self._question in self.talk.prompts()
        self.view = QuestionView(self._ws, self.shell, self.talk, self._question)
        self.view.set_head(section.title.get(self._language), offered=offered)
        self.view.changed.connect(self._show_contents)
        self._box.addWidget(self.view)
        follow_eye(self.head, self.view)
        self.head.show_part([x.id for x in self.guide.sections].index(section.id))
        self._show_contents()
        self._arrange()

    def _show_contents(self) -> None:
        section = self.guide.section_of(self._question)
        self.pane.show_question(self._question, section.title.get(self._language))

    def _arrange(self) -> None:
        narrow = theme().crowded or theme().narrow(self.width())
        self.head.set_compact(compact=theme().crowded, drawer=narrow)
        self.pane.set_wide(wide=narrow)
        self.pane.setVisible(self._drawer if narrow else True)
        self._left.setVisible(not (narrow and self._drawer))

    def _turn_drawer(self) -> None:
        self._drawer = not self._drawer
        self._arrange()
        if self._drawer:
            self.pane.first_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_part(self) -> None:
        inside = self.pane.isAncestorOf(QApplication.focusWidget() or self)
        target = self.first_focus() if inside else self.pane.first_stop
        if target is not None and target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, part: int) -> None:
        first = next(iter(self.guide.of(self.guide.sections[part].id)), None)
        if first is not None:
            self.shell.autosave.flush()
            self._question = first
            self._show()

    def _why(self) -> None:
        if self.view is not None:
            self.view.card.toggle_why()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape goes back to the conversation."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column when there is room for no more."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As narrow as one column."""
        return QSize(theme().px(320), theme().px(240))
