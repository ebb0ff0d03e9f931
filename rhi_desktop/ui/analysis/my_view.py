"""Owns "my view": the questions to the interviewer, a written reason beside what is judged."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.forms.kinds import KINDS
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.interview.fields import FIELDS
from rhi_desktop.ui.messages import problem_words
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import (
    QUIET,
    SMALL,
    SMALL_QUIET,
    STRONG,
    Field,
    Text,
    column,
    labelled_field,
    wrap,
)
from rhi_desktop.workflow import analysing, interviewing
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.workspace import Workspace


class MyView(QWidget):
    """The questions of section `view`, all on one page. Each answer is committed at once.

    A level is chosen by a person and stands only with a reason (rule 42); nothing is counted.
    """

    def __init__(self, ws: Workspace, shell: Shell, desk: AnalysisDesk) -> None:
        super().__init__()
        self._cards = [
            _ViewQuestion(ws, shell, desk, one) for one in analysing.view_questions(ws, desk.id)
        ]
        words = self.tr("What you think, in your own name. It stands apart from what was said.")
        nothing = self.tr("The questions of this record have no part for your view.")
        head = Text(words if self._cards else nothing, QUIET, wrap=True)
        self._rows = column(head, 12)
        for one in self._cards:
            self._rows.addWidget(one)
            self._rows.addSpacing(14)
        self.setLayout(self._rows)
        self.setEnabled(desk.may_change)

    def refresh(self) -> None:
        """Show what stands now."""
        for one in self._cards:
            one.refresh()


class _ViewQuestion(QFrame):
    """One question, its field, and why it was judged so."""

    def __init__(self, ws: Workspace, shell: Shell, desk: AnalysisDesk, question: Question) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self._ws, self._shell, self._desk, self._question = ws, shell, desk, question
        language = "en-GB"
        ask, note = question.ask.get(language), question.note.get(language)
        self.setAccessibleName(ask)
        self.field = FIELDS[question.kind](question, language)
        self.field.setObjectName(f"view_{question.id}")
        self._odd = Text("", SMALL.tint("danger"), wrap=True)
        self._reason = Field()
        self._reason.setObjectName(f"because_{question.id}")
        self._because = labelled_field(self.tr("Because"), self._reason)
        self._because.setVisible(question.because)
        asked = Text(ask, STRONG, wrap=True)
        noted = Text(note, SMALL_QUIET, wrap=True) if note else None
        self.setLayout(
            column(
                asked, 2 if note else None, noted, 10, self.field, self._odd,
                wrap(column(8, self._because)) if question.because else None,
                margins=(24, 16, 24, 16),
            )
        )  # fmt: skip
        self._odd.hide()
        self.field.changed.connect(self._keep)
        self.field.typed.connect(self._mark)
        self._reason.textEdited.connect(self._mark)
        self._reason.left.connect(self._keep)
        self._reason.returnPressed.connect(self._keep)
        self.refresh()

    def refresh(self) -> None:
        """Show what stands."""
        stored = self._stored()
        focus = QApplication.focusWidget()
        if focus is None or not self.field.isAncestorOf(focus):
            self.field.show_values(stored.values if stored else ())
        if not self._reason.hasFocus():
            with QSignalBlocker(self._reason):
                self._reason.setText(stored.reason if stored else "")
        self._ask_because(stored)

    def _ask_because(self, stored: Answer | None) -> None:
        missing = stored is not None and bool(stored.values) and not stored.reason.strip()
        asked = self._question.because and missing and not self._reason.hasFocus()
        self._because.say(self.tr("Say why, in a sentence.") if asked else "")

    def _stored(self) -> Answer | None:
        answers = self._desk.account.answers
        return next((one for one in answers if one.question_id == self._question.id), None)

    def _held(self) -> NewAnswer | None:
        question = self._question
        given = KINDS[question.kind].read(question, self.field.held())
        problems = KINDS[question.kind].check(question, given) if given.values else []
        self._odd.setText(" ".join(problem_words(one) for one in problems))
        self._odd.setVisible(bool(problems))
        return None if problems else NewAnswer(question.id, given.values, None, self._words())

    def _words(self) -> str:
        return self._reason.text().strip() if self._question.because else ""

    def _keep(self) -> None:
        new, stored = self._held(), self._stored()
        before = (stored.values, stored.reason) if stored else ((), "")
        if new is None or (new.values, new.reason) == before:
            self._ask_because(stored)
            return
        self._shell.autosave.flush()
        try:
            interviewing.answer(self._ws, self._desk.id, new, self._shell.moment())
        except RhiError as error:
            self._shell.refuse(error)
            return
        self._shell.saved()
        self._desk.reload()
        self._ask_because(self._stored())

    def _mark(self) -> None:
        new = self._held()
        if new is None:
            return

        def write(_edit: Edit, at: Moment) -> None:
            interviewing.answer(self._ws, self._desk.id, new, at)

        key = f"analysis/{self._desk.id}/view/{self._question.id}"
        self._shell.autosave.mark(key, " ".join(new.values), 0, write)
