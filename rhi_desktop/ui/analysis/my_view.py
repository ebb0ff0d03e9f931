"""Owns "my view": the questions to the interviewer, a written reason beside what is judged."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.moment import Moment
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.episode.question_form import AnswerSource, QuestionForm
from rhi_desktop.ui.widgets import QUIET, Text, column
from rhi_desktop.workflow import analysing, interviewing
from rhi_desktop.workflow.entries import NewAnswer

LANGUAGE = "en-GB"


class MyView(QWidget):
    """The questions of section `view`, all on one page. Each answer is committed at once.

    A level is chosen by a person and stands with a reason (rule 42); nothing is counted.
    """

    def __init__(self, desk: AnalysisDesk) -> None:
        super().__init__()
        self._desk = desk
        questions = self._offered()
        source = AnswerSource(
            f"analysis/{desk.id}/view",
            desk.child,
            LANGUAGE,
            self._stands,
            self._offered,
            self._put,
        )
        self._form = QuestionForm(desk.shell, source, questions, self.tr("My view"))
        self._form.setParent(self)
        self._form.hide()
        words = self.tr("What you think, in your own name. It stands apart from what was said.")
        nothing = self.tr("The questions of this record have no part for your view.")
        rows = column(Text(words if questions else nothing, QUIET, wrap=True), 12)
        for frame in self._form.groups().values() if questions else ():
            rows.addWidget(frame)
            rows.addSpacing(14)
        self.setLayout(rows)
        self.setEnabled(desk.may_change)

    def refresh(self) -> None:
        """Show what stands now."""
        self._form.refresh()

    def has(self, question_id: str) -> bool:
        """True for the id of one of its questions."""
        return question_id in self._form.rows

    def first_of(self, question_id: str) -> QWidget | None:
        """Where the focus goes when somebody is led to a question."""
        return self._form.rows[question_id].first if self.has(question_id) else None

    def _offered(self) -> tuple[Question, ...]:
        return analysing.view_questions(self._desk.ws, self._desk.id)

    def _stands(self) -> tuple[Answer, ...]:
        return self._desk.account.answers

    def _put(self, given: NewAnswer, at: Moment) -> None:
        interviewing.answer(self._desk.ws, self._desk.id, given, at)
        self._desk.reload()
