"""Owns answering how somebody feels: cards, a word of their own, or not to say."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.child.feel_words import NOT_KNOWN, NOT_SAID, OWN_WORD, ways
from rhi_desktop.ui.child.feelings import Feelings
from rhi_desktop.ui.child.plan_desk import PlanDesk
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.widgets import column
from rhi_desktop.workflow.entries import NewAnswer

BLANKS = {NOT_KNOWN: Blank.NOT_KNOWN, NOT_SAID: Blank.CHOSE_NOT_TO_SAY}


class FeelingsAnswer(QWidget):
    """What is picked is kept at once; a word of one's own, when it is left."""

    def __init__(self, desk: PlanDesk, question: Question, form: Form) -> None:
        super().__init__()
        self._desk, self._question, self._form = desk, question, form
        words = [(one.id, one.text.get(desk.language)) for one in question.options]
        asked = question.ask.get(desk.language)
        answer, own = desk.answer(question.id), desk.answer(OWN_WORD)
        self._kept = own.values[0] if own is not None and own.values else ""
        field = form.line("field_feeling", self._kept)
        self.feelings = Feelings(asked, words, ways(NOT_KNOWN, NOT_SAID), field)
        values = answer.values if answer is not None else ()
        self.feelings.show_chosen(values, _way(answer))
        field.left.connect(self.keep)
        field.returnPressed.connect(self.keep)
        self.feelings.chosen.connect(self._choose)
        self.feelings.named.connect(self._named)
        self.setLayout(column(self.feelings))
        self.wide = self.feelings.wide
        if form.restore() and field.text() != self._kept:
            self._kept = ""

    @property
    def first(self) -> QWidget:
        """The first card."""
        return self.feelings.first

    def keep(self) -> bool:
        """Keep the child's own word as it stands; False when it was refused."""
        word = self.feelings.own.text().strip()
        if word == self._kept:
            return True
        blank = None if word else Blank.NOT_REACHED
        if not self._desk.give(NewAnswer(OWN_WORD, (word,) if word else (), blank)):
            return False
        self._kept = word
        self._form.done()
        return True

    def _choose(self) -> None:
        values, way = self.feelings.values, self.feelings.way
        blank = None if values else BLANKS.get(way, Blank.NOT_REACHED)
        self._desk.give(NewAnswer(self._question.id, values, blank))

    def _named(self, words: str) -> None:
        # A word takes the place of "I don't know": both cannot be true.
        answer = self._desk.answer(self._question.id)
        if words.strip() and answer is not None and _way(answer):
            self._choose()


def _way(answer: Answer | None) -> str:
    blank = answer.blank if answer is not None else None
    return blank.value if blank in BLANKS.values() and blank is not None else ""
