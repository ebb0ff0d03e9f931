"""Owns what is answered to one question: lines under it, a field of its kind, or a blank."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.forms.kinds import KINDS, YES_NO_BLANKS
from rhi_desktop.forms.model import BEFORE, Question
from rhi_desktop.ui.interview.because import BecauseField
from rhi_desktop.ui.interview.blank_choice import ALL, BlankChoice
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.fields import FIELDS
from rhi_desktop.ui.interview.heard_lines import HeardLines
from rhi_desktop.ui.interview.held_banner import HeldBanner
from rhi_desktop.ui.interview.input_row import InputRow
from rhi_desktop.ui.interview.line_keeper import LineKeeper
from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.interview.line_row import LineRow
from rhi_desktop.ui.interview.question_card import QuestionCard
from rhi_desktop.ui.messages import problem_words
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.icon import Chip
from rhi_desktop.ui.widgets.layout import column, hline, row, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.workspace import Workspace


class QuestionView(QWidget):
    """One question with everything that can stand for it. Each answer is committed at once.

    A line unsets a blank, a blank unsets an answer, an answer unsets a blank: never both. Emits
    `changed` when something else stands.
    """

    changed = Signal()

    def __init__(self, ws: Workspace, shell: Shell, talk: Conversation, question: Question) -> None:
        super().__init__()
        self._shell, self._talk, self._question = shell, talk, question
        self._language = talk.account.case.child.language
        narrow = theme().crowded
        self.lines = HeardLines(self.tr("Heard already"))
        self.lines.set_compact(compact=narrow)
        self.input = InputRow(talk.child)
        self.input.set_compact(compact=narrow)
        words = self.tr("Add what {child} says").format(child=talk.child)
        self.input.edit.setPlaceholderText(words)
        self.keeper = LineKeeper(ws, shell, talk, self.input, question.id)
        self.banner = HeldBanner(self.keeper.try_again)
        self.field = FIELDS[question.kind](question, self._language)
        self.odd = Text("", SMALL.tint("danger"), wrap=True)
        self.because = BecauseField(question)
        blanks = YES_NO_BLANKS if question.kind == "yes_no" else ALL[:-1]
        name = self.tr("Why nothing stands here")
        self.blank = BlankChoice(talk.child, name, blanks, wide=not narrow)
        self.card: QuestionCard
        self._heard = Text(self.tr("Heard already"), SMALL.strong.tint("text2"))
        self._connect()

    def _connect(self) -> None:
        shell, talk = self._shell, self._talk
        self.because.given.connect(self._answered)
        self.because.typed.connect(self._mark_answer)
        self.keeper.kept.connect(self._after_line)
        self.keeper.refused.connect(self.banner.hold)
        self.keeper.changed.connect(self.refresh)
        self.keeper.left.connect(self.refresh)
        self.lines.opened.connect(self._edit)
        self.lines.gone.connect(self.input.edit.setFocus)
        self.field.changed.connect(self._answered)
        self.field.typed.connect(self._mark_answer)
        self.blank.chosen.connect(self._left_blank)
        self.blank.typed.connect(self._mark_reason)
        self.input.voice_chosen.connect(self._change_voice)
        self.input.edit.asked_last.connect(self._edit_last)
        self.input.edit.asked_undo.connect(lambda: self._step(talk.undo))
        self.input.edit.asked_redo.connect(lambda: self._step(talk.redo))
        self.input.edit.left.connect(shell.autosave.flush)

    @property
    def first(self) -> QWidget:
        """Where typing starts; at a high zoom the question comes first."""
        link = self.card.link
        return link if theme().crowded and not link.isHidden() else self.input.edit

    def set_head(self, section: str, *, offered: bool) -> None:
        """Lay everything out below the head of its section."""
        question, narrow = self._question, theme().crowded
        self.card = QuestionCard(question, section, self._language, narrow=narrow)
        sides = (INSET, 0, INSET, 0)
        apart = self.tr("No longer asked after another answer; kept, and left out of the report")
        mark = Chip(apart, "notice", "notice")
        mark.setObjectName("kept_apart")
        if offered:
            mark.hide()
        has_field = question.kind != "open"
        below = column(
            wrap(column(self.input, margins=sides)), 20,
            wrap(column(self.field, 4, self.odd, self.because, 12, margins=sides))
            if has_field else None,
            wrap(column(self.blank, margins=sides)),
        )  # fmt: skip
        top = column(
            row(mark, "*"), 8, self.card, 20, hline(), 14, self.banner, self._heard, margins=sides
        )
        self.setLayout(column(top, 4, self.lines, 10, below))
        self.odd.hide()
        before = self._question.section == BEFORE
        self.setEnabled(self._talk.may_change if before else self._talk.may_talk)
        self.refresh()
        self.keeper.restore()

    def refresh(self) -> None:
        """Show what stands for the question now."""
        editing = self.input.line
        here = editing.id if editing is not None else None
        rows = [
            LineRow(line, self._talk.child, "editing" if line.id == here else "")
            for line in self._heard_already()
        ]
        self.lines.show_lines(rows)
        self.lines.setVisible(bool(rows))
        self._heard.setVisible(bool(rows))
        answer = self._talk.answer_of(self._question.id)
        self.field.show_values(answer.values if answer else ())
        self.because.show_reason(answer)
        self.blank.show_blank(answer.blank if answer else None, answer.reason if answer else "")

    def keep(self) -> bool:
        """Keep what was typed; False when it could not be."""
        self.keeper.keep()
        return not self.input.edit.words().strip()

    def _heard_already(self) -> list[Line]:
        question = self._question
        topic = next((x.topic for x in self._talk.pack.sections if x.id == question.section), None)
        return [
            line
            for line in self._talk.account.standing
            if line.question_id == question.id or topic in line.topics
        ]

    def _after_line(self, line: Line) -> None:
        """A line kept under a question of a topic belongs there until somebody sorts it anew."""
        topic = next(
            (x.topic for x in self._talk.pack.sections if x.id == self._question.section), None
        )
        answer = self._talk.answer_of(self._question.id)
        if topic is not None and line.voice.in_account and line.voice is not Voice.ASKED:
            self._try(lambda: self._talk.sort(line, (topic,), self._shell.moment()))
        if answer is not None and answer.blank is not None:
            self._store(NewAnswer(self._question.id))
        self.refresh()
        self.changed.emit()

    def _edit(self, number: int) -> None:
        self.keeper.edit(self.lines.rows[number].line)
        self.input.edit.setFocus()
        self.refresh()

    def _edit_last(self) -> None:
        if self.lines.rows:
            self._edit(len(self.lines.rows) - 1)

    def _change_voice(self, voice: Voice) -> None:
        line = self.input.line
        if line is not None:
            self._try(lambda: self._talk.give_voice(line, voice, "", self._shell.moment()))
            self.input.show_line(self._talk.newest(line))

    def _step(self, way: Callable[[Moment], object]) -> None:
        self._try(lambda: way(self._shell.moment()))
        self.refresh()

    def _mark_answer(self) -> None:
        """Half an answer is kept as soon as it can stand, should the screen be locked now."""
        question, held = self._question, self.field.held()
        given = KINDS[question.kind].read(question, held)
        if not given.values or KINDS[question.kind].check(question, given):
            return
        self._mark("answer", NewAnswer(question.id, given.values, None, self.because.words))

    def _mark_reason(self, reason: str) -> None:
        self._mark("reason", NewAnswer(self._question.id, (), Blank.NOT_ASKED, reason.strip()))

    def _mark(self, field: str, given: NewAnswer) -> None:
        def write(_edit: Edit, at: Moment) -> None:
            self._talk.answer(given, at)

        key = f"guided/{self._talk.id}/{self._question.id}/{field}"
        self._shell.autosave.mark(key, given.reason, 0, write)

    def _answered(self) -> None:
        question, held = self._question, self.field.held()
        given = KINDS[question.kind].read(question, held)
        problems = KINDS[question.kind].check(question, given) if given.values else []
        self.odd.setText(" ".join(problem_words(problem) for problem in problems))
        self.odd.setVisible(bool(problems))
        stored = self._talk.answer_of(question.id)
        stands = (stored.values, stored.reason) if stored else ((), "")
        reason = self.because.words if given.values else ""
        if problems or (given.values, reason) == stands or not (given.values or stands[0]):
            return
        self._store(NewAnswer(question.id, given.values, None, reason))
        self.refresh()

    def _left_blank(self, blank: Blank | None, reason: str) -> None:
        self.odd.hide()
        self._store(NewAnswer(self._question.id, (), blank, reason))
        self.refresh()

    def _store(self, given: NewAnswer) -> None:
        # What is still waiting was meant before this, and must not be written after it.
        self._shell.autosave.flush()
        self._try(lambda: self._talk.answer(given, self._shell.moment()))

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except RhiError as error:
            self.banner.refuse(error)
            return
        self._shell.saved()
        self.changed.emit()
