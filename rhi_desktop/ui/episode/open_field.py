"""Owns the field for free words in a form, where no lines of a conversation are kept."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.forms.model import Question
from rhi_desktop.ui.interview.fields import AnswerField
from rhi_desktop.ui.widgets import TextArea, column


class OpenField(AnswerField):
    """Several lines, kept as given when the field is left."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__(question, language)
        self._area = TextArea(name=question.ask.get(language), lines=2)
        self._area.setObjectName("answer_words")
        self._area.textChanged.connect(self.typed)
        self._area.left.connect(self.changed)
        self.setFocusProxy(self._area)
        self.setLayout(column(self._area))

    def held(self) -> tuple[str, ...]:
        """The words."""
        return (self._area.toPlainText(),)

    def show_values(self, values: Sequence[str]) -> None:
        """Show what is stored; showing is no typing."""
        words = values[0] if values else ""
        if words != self._area.toPlainText():
            self._area.blockSignals(True)  # noqa: FBT003 - Qt's own switch
            self._area.setPlainText(words)
            self._area.blockSignals(False)  # noqa: FBT003 - Qt's own switch
