"""Owns the pane beside a question: what the part holds, and leaving the rest of it for a reason."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.forms.model import Question
from rhi_desktop.ui.interview.contents_list import ContentsList
from rhi_desktop.ui.interview.guide import Guide
from rhi_desktop.ui.interview.rest_of_part import RestOfPart
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.layout import column
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import STRONG

_WIDTH = 312
_UNBOUND = 16_777_215


class ContentsPane(QFrame):
    """The contents of a part, and its rest.

    Emits `wanted` (a Question), `asked_more` (fold or unfold) and `changed` when the rest was left.
    """

    wanted = Signal(object)
    asked_more = Signal()
    changed = Signal()

    def __init__(self, guide: Guide, rest: RestOfPart) -> None:
        super().__init__()
        self.setObjectName("contents_pane")
        self.setProperty("card", "pane")
        self._guide, self.rest = guide, rest
        self._title = Text("", STRONG, wrap=True)
        self.list = ContentsList(self.tr("Questions of this part"))
        self.list.opened.connect(self._open)
        rest.changed.connect(self._left)
        head = column(self._title, margins=(24, 20, 24, 8))
        body = column((self.list, 1), margins=(12, 0, 12, 8))
        self.setLayout(column(head, (body, 1), rest))
        self.set_wide(wide=False)

    @property
    def first_stop(self) -> QWidget:
        """Where F6 goes."""
        return self.list

    def set_wide(self, *, wide: bool) -> None:
        """Take all the room there is, where no question stands beside it."""
        px = theme().px(_WIDTH)
        self.setMinimumWidth(0 if wide else px)
        self.setMaximumWidth(_UNBOUND if wide else px)
        # The field above it says which part it is.
        self._title.setVisible(not wide)

    def show_question(self, question: Question, title: str) -> None:
        """Show the part of a question."""
        guide = self._guide
        self._title.setText(title)
        entries = guide.contents(question.section)
        self.list.show_entries(entries, question, unfolded=guide.more)
        self.rest.show_part(question.section, len(guide.left_open(question.section)))

    def _left(self) -> None:
        self.changed.emit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, number: int) -> None:
        question = self.list.rows[number].entry.question
        if question is None:
            self.asked_more.emit()
        else:
            self.wanted.emit(question)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """The width of the pane."""
        return QSize(theme().px(_WIDTH), super().sizeHint().height())
