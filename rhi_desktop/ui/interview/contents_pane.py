"""Owns the pane beside a question: what the part holds, and leaving the rest of it for a reason."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rhi_desktop.forms.model import Question
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.interview.contents_list import ContentsList
from rhi_desktop.ui.interview.guide import Guide
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import SMALL_LINE, Button
from rhi_desktop.ui.widgets.field import Field, LabelledField, labelled_field
from rhi_desktop.ui.widgets.layout import column, hline, row, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL_QUIET, STRONG

_WIDTH = 312
_UNBOUND = 16_777_215


class ContentsPane(QFrame):
    """The contents of a part, and its rest.

    Emits `wanted` (a Question), `asked_more` (fold or unfold) and `left` (the reason for the rest
    of the part; empty when there was no time for it).
    """

    wanted = Signal(object)
    asked_more = Signal()
    left = Signal(str)

    def __init__(self, guide: Guide, typed: HalfTyped) -> None:
        super().__init__()
        self.setObjectName("contents_pane")
        self.setProperty("card", "pane")
        self._guide, self._typed = guide, typed
        self._title = Text("", STRONG, wrap=True)
        self.list = ContentsList(self.tr("Questions of this part"))
        self.list.opened.connect(self._open)
        self._note = Text("", SMALL_QUIET, wrap=True)
        self._rest = Button(self.tr("Leave the rest of this part \u2026"), "link", size=SMALL_LINE)
        self._rest.setObjectName("leave_rest")
        self._rest.clicked.connect(self._ask)
        self.reason = Field()
        self.reason.setObjectName("rest_reason")
        self.reason.returnPressed.connect(self._keep)
        self._labelled: LabelledField = labelled_field(
            self.tr("The rest was not asked, because"), self.reason
        )
        self._form = wrap(self._make_form())
        typed.watch(self.reason, "reason")
        foot = column(
            hline(), 10, self._note, 2, row(self._rest, "*"), self._form, margins=(24, 0, 24, 16)
        )
        self._foot = wrap(foot)
        head = column(self._title, margins=(24, 20, 24, 8))
        body = column((self.list, 1), margins=(12, 0, 12, 8))
        self.setLayout(column(head, (body, 1), self._foot))
        self.set_wide(wide=False)
        self._show_form(on=typed.any)

    def _make_form(self) -> QVBoxLayout:
        keep = Button(self.tr("Keep"))
        keep.setObjectName("rest_keep")
        keep.setAccessibleName(self.tr("Keep the reason for the rest"))
        keep.clicked.connect(self._keep)
        time = Button(self.tr("We did not get to it"), "link", size=SMALL_LINE)
        time.setObjectName("rest_not_reached")
        time.clicked.connect(lambda: self.left.emit(""))
        return column(self._labelled, 8, row(keep, 12, time, "*"))

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
        waiting = len(guide.left_open(question.section))
        self._note.setText(self.tr("%n question(s) here need an answer or a reason.", "", waiting))
        self._foot.setVisible(bool(waiting))
        if not waiting:
            self._show_form(on=False)

    def done(self) -> None:
        """The rest was left: the form is empty and closed."""
        self.reason.clear()
        self._typed.forget()
        self._show_form(on=False)

    def _open(self, number: int) -> None:
        question = self.list.rows[number].entry.question
        if question is None:
            self.asked_more.emit()
        else:
            self.wanted.emit(question)

    def _show_form(self, *, on: bool) -> None:
        self._form.setVisible(on)
        self._rest.setVisible(not on)

    def _ask(self) -> None:
        self._show_form(on=True)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        words = self.reason.text().strip()
        self._labelled.say("" if words else self.tr("Write the reason in a few words"))
        if words:
            self.left.emit(words)
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """The width of the pane."""
        return QSize(theme().px(_WIDTH), super().sizeHint().height())
