"""Owns one question of a form: its words, its field, its because, and the blank that may stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.fact import Fact
from rhi_desktop.forms.kinds import KINDS, YES_NO_BLANKS
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.episode.open_field import OpenField
from rhi_desktop.ui.interview.blank_choice import BlankChoice
from rhi_desktop.ui.interview.fields import FIELDS, AnswerField
from rhi_desktop.ui.messages import problem_words
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    LABEL,
    SAID,
    SMALL,
    SMALL_QUIET,
    Field,
    Icon,
    Text,
    column,
    row,
    wrap,
)
from rhi_desktop.workflow.entries import NewAnswer

Stood = Answer | Fact | None
SIGN = 28
"""What is said to the child stands behind its sign; what belongs to it stands under the words."""


class QuestionRow(QWidget):
    """Emits `answered` (NewAnswer) to be kept at once, and `typed` (part, NewAnswer) before that.

    An answer unsets a blank and a blank unsets an answer; nothing is chosen to begin with.
    """

    answered = Signal(object)
    typed = Signal(str, object)

    def __init__(
        self, question: Question, child: str, language: str, *, narrow: bool = False
    ) -> None:
        super().__init__()
        self._narrow = narrow or theme().crowded
        self.question, self._stood = question, NewAnswer(question.id)
        ask = question.ask.get(language)
        self.setObjectName(f"row_{question.id}")
        self.setAccessibleName(ask)
        make = OpenField if question.kind == "open" else FIELDS[question.kind]
        self.field: AnswerField = make(question, language)
        self._odd = Text("", SMALL.tint("danger"), wrap=True)
        self._odd.hide()
        apart = self.tr("No longer offered after another answer. Kept, and left out of reports.")
        self._apart = Text(apart, SMALL.tint("notice"), wrap=True)
        self._apart.hide()
        self._because = Field(placeholder=self.tr("because …"), name=self.tr("Because"))
        self._because.setObjectName("because")
        if not question.because:
            self._because.hide()
        self._blank = self._make_blank(question, child, ask)
        note = question.note.get(language)
        inset = column(
            Text(note, SMALL_QUIET, wrap=True) if note else None,
            6,
            self.field,
            6 if question.because else None,
            row((self._because, 1), "*") if question.because else None,
            self._odd,
            6 if self._blank else None,
            self._blank,
        )
        under = inset if question.to_worker else row(SIGN, (wrap(inset), 1))
        self.setLayout(column(self._ask(ask), 2, self._apart, under))
        self._connect()
        self._name_parts()

    def show_answer(self, stood: Stood) -> None:
        """Show what stands; what somebody types just now stays as it is."""
        if stood is None:
            self._stood = NewAnswer(self.question.id)
        else:
            self._stood = NewAnswer(stood.question_id, stood.values, stood.blank, stood.reason)
        if not self._typing(self.field):
            self.field.show_values(self._stood.values)
        if not self._because.hasFocus():
            self._because.setText(self._stood.reason if self._stood.values else "")
        if self._blank is not None:
            reason = "" if self._stood.values else self._stood.reason
            self._blank.show_blank(self._stood.blank, reason)

    def show_apart(self, *, apart: bool) -> None:
        """Say that the question is no longer offered; what stands for it is kept."""
        self._apart.setVisible(apart)

    @property
    def first(self) -> QWidget | None:
        """Where the focus goes when somebody is led here."""
        inside = self.field.findChildren(QWidget)
        return next((one for one in inside if isinstance(one, QAbstractButton | Field)), None) or (
            self.field.focusProxy()
        )

    def _ask(self, ask: str) -> QWidget:
        if self.question.to_worker:
            return Text(ask, LABEL, wrap=True)
        words = Text(ask, SAID, wrap=True)
        return wrap(row(column(4, Icon("quote", "accent", 18), "*"), 10, (words, 1)))

    def _make_blank(self, question: Question, child: str, ask: str) -> BlankChoice | None:
        blanks: Sequence[Blank] = ()
        if question.first:
            blanks = (Blank.NOT_ASKED,)
        elif question.kind == "yes_no" or question.sensitive:
            blanks = YES_NO_BLANKS
        if not blanks:
            return None
        name = self.tr("Why nothing stands here: {question}").format(question=ask)
        made = BlankChoice(child, name, blanks, wide=not self._narrow)
        impossible = made.findChild(QAbstractButton, f"blank_{Blank.NOT_ASKED.value}")
        if question.first and impossible is not None:
            impossible.setText(self.tr("Not possible, because …"))
        return made

    def _connect(self) -> None:
        self.field.changed.connect(self._answered)
        self.field.typed.connect(self._typed)
        self._because.left.connect(self._answered)
        self._because.textEdited.connect(self._typed)
        if self._blank is not None:
            self._blank.chosen.connect(self._left_blank)
            self._blank.typed.connect(self._reason_typed)

    def _name_parts(self) -> None:
        """The same kind of field stands here many times: each part is named by its question."""
        for part in self.findChildren(QWidget):
            name = part.objectName()
            if name and not name.startswith("qt_"):
                part.setObjectName(f"{self.question.id}_{name}")

    def _given(self) -> NewAnswer | None:
        """What the field holds, or None when that cannot stand; it is said then what is odd."""
        question = self.question
        read = KINDS[question.kind].read(question, self.field.held())
        problems = KINDS[question.kind].check(question, read) if read.values else []
        self._odd.setText(" ".join(problem_words(problem) for problem in problems))
        self._odd.setVisible(bool(problems))
        if problems:
            return None
        because = self._because.text() if read.values and question.because else ""
        return NewAnswer(question.id, read.values, None, because)

    def _answered(self) -> None:
        given = self._given()
        if given is None or given == self._stood:
            return
        if not given.values and self._stood.blank is not None:
            return
        self.answered.emit(given)

    def _typed(self, _words: str = "") -> None:
        question = self.question
        read = KINDS[question.kind].read(question, self.field.held())
        if read.values and not KINDS[question.kind].check(question, read):
            because = self._because.text() if question.because else ""
            self.typed.emit("answer", NewAnswer(question.id, read.values, None, because))

    def _left_blank(self, blank: Blank | None, reason: str) -> None:
        self._odd.hide()
        given = NewAnswer(self.question.id, (), blank, reason)
        if given != self._stood:
            self.answered.emit(given)

    def _reason_typed(self, reason: str) -> None:
        given = NewAnswer(self.question.id, (), Blank.NOT_ASKED, reason.strip())
        self.typed.emit("reason", given)

    def _typing(self, part: QWidget) -> bool:
        focus = QApplication.focusWidget()
        if focus is None or isinstance(focus, QAbstractButton):
            return False
        return part.isAncestorOf(focus)
