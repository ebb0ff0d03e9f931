"""Owns the reason beside an answer that needs one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.answer import Answer
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.field import Field, labelled_field
from rhi_desktop.ui.widgets.layout import column, row

_WIDTH = 640


class BecauseField(QWidget):
    """Shown for a question whose answer needs a reason. Emits `given` when left, `typed` before."""

    given = Signal()
    typed = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._wanted = question.because
        self._field = Field()
        self._field.setObjectName("answer_because")
        self._field.setMaximumWidth(theme().px(_WIDTH))
        self._field.textEdited.connect(self.typed)
        self._field.left.connect(self.given)
        self._field.returnPressed.connect(self.given)
        labelled = labelled_field(self.tr("Because"), self._field)
        self.setLayout(column(10, row((labelled, 1))))
        self.setHidden(not self._wanted)

    @property
    def words(self) -> str:
        """The reason; empty where none is asked for."""
        return self._field.text().strip() if self._wanted else ""

    def show_reason(self, answer: Answer | None) -> None:
        """Show what is stored, unless somebody types just now."""
        if not self._field.hasFocus():
            self._field.setText(answer.reason if answer and answer.values else "")
