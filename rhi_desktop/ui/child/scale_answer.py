"""Owns answering a scale of the plan, and the question for one number more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.answer import Blank
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.child.feel_words import CHANGES, NOT_KNOWN, NOT_SAID, ONE_UP, ways
from rhi_desktop.ui.child.plan_desk import PlanDesk
from rhi_desktop.ui.child.scale import STEPS, Scale
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import CHILD_PROMPT, Text, column, row, wrap
from rhi_desktop.workflow.entries import NewAnswer

WIDE, FIELD_WIDE = 952, 688


class ScaleAnswer(QWidget):
    """A number is kept as soon as it is picked; what would make it one more, when it is left.

    `one_up` says whether that is asked: only once, with the first number.
    """

    def __init__(self, desk: PlanDesk, question: Question, form: Form, *, one_up: bool) -> None:
        super().__init__()
        self._desk, self._question, self._form = desk, question, form
        self._one_up = one_up
        language = desk.language
        ends = question.low.get(language), question.high.get(language)
        others = ways(NOT_KNOWN, CHANGES, NOT_SAID)
        self.scale = Scale(question.ask.get(language), ends, others, self._stands())
        self.scale.chosen.connect(self._choose)
        up = desk.answer(ONE_UP)
        self._kept = up.values[0] if up is not None and up.values else ""
        self.field = form.line("field_one_up", self._kept)
        self.field.setProperty("child", "large")
        self.field.setProperty("ring_radius", "card")
        self.field.setMaximumWidth(theme().px(FIELD_WIDE))
        self.field.left.connect(self.keep)
        self.field.returnPressed.connect(self.keep)
        self._asked = Text("", CHILD_PROMPT, wrap=True)
        self._more = wrap(column(44, self._asked, 14, row((self.field, 100), "*")))
        sizes = self._more.sizePolicy()
        # The numbers stay where they are while the question below them comes and goes.
        sizes.setRetainSizeWhenHidden(one_up)
        self._more.setSizePolicy(sizes)
        self.setLayout(column(self.scale, self._more))
        self.wide = theme().px(WIDE)
        if form.restore() and self.field.text() != self._kept:
            self._kept = ""
        self._ask()

    @property
    def first(self) -> QWidget:
        """What is chosen, or the first number."""
        return self.scale.first

    def keep(self) -> bool:
        """Keep the words as they stand; False when they were refused."""
        words = self.field.text().strip()
        if words == self._kept or not self._one_up:
            return True
        blank = None if words else Blank.NOT_REACHED
        if not self._desk.give(NewAnswer(ONE_UP, (words,) if words else (), blank)):
            return False
        self._kept = words
        self._form.done()
        return True

    def _stands(self) -> str:
        answer = self._desk.answer(self._question.id)
        if answer is None:
            return ""
        if answer.values:
            return answer.values[0]
        return answer.blank.value if answer.blank is not None else ""

    def _choose(self, value: str) -> None:
        blank = {NOT_KNOWN: Blank.NOT_KNOWN, NOT_SAID: Blank.CHOSE_NOT_TO_SAY}.get(value)
        values = () if blank is not None else (value,)
        self._desk.give(NewAnswer(self._question.id, values, blank))
        self._ask()

    def _ask(self) -> None:
        value = self.scale.value
        number = int(value) if value.isdigit() else -1
        more = self.tr("What would make it a {number}?").format(number=number + 1)
        words = self.tr("What makes it a 10?") if number == STEPS[-1] else more
        self._asked.setText(words)
        self.field.setAccessibleName(words)
        self._more.setVisible(self._one_up and number >= 0)
