"""Owns leaving the rest of a part: one reason for every sensitive question that still waits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.answer import Blank
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets.button import SMALL_LINE, Button
from rhi_desktop.ui.widgets.field import Field, labelled_field
from rhi_desktop.ui.widgets.layout import column, hline, row, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL_QUIET
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.workspace import Workspace


class RestOfPart(QWidget):
    """Says how many questions wait, and asks for the reason when somebody wants to leave them.

    Emits `changed` once they are left; shown only while some wait.
    """

    changed = Signal()

    def __init__(self, ws: Workspace, shell: Shell, talk: Conversation) -> None:
        super().__init__()
        self._ws, self._shell, self._talk, self._section = ws, shell, talk, ""
        self._typed = HalfTyped(ws, shell, f"guided/{talk.id}/rest")
        self._note = Text("", SMALL_QUIET, wrap=True)
        self._ask = Button(self.tr("Leave the rest of this part \u2026"), "link", size=SMALL_LINE)
        self._ask.setObjectName("leave_rest")
        self._ask.clicked.connect(self.open)
        self.reason = Field()
        self.reason.setObjectName("rest_reason")
        self.reason.returnPressed.connect(self._keep)
        self._labelled = labelled_field(self.tr("The rest was not asked, because"), self.reason)
        self._typed.watch(self.reason, "reason")
        keep = Button(self.tr("Keep"))
        keep.setObjectName("rest_keep")
        keep.setAccessibleName(self.tr("Keep the reason for the rest"))
        keep.clicked.connect(self._keep)
        time = Button(self.tr("We did not get to it"), "link", size=SMALL_LINE)
        time.setObjectName("rest_not_reached")
        time.clicked.connect(lambda: self._leave(Blank.NOT_REACHED, ""))
        self._form = wrap(column(self._labelled, 8, row(keep, 12, time, "*")))
        self.setLayout(
            column(
                hline(), 10, self._note, 2, row(self._ask, "*"), self._form,
                margins=(24, 0, 24, 16),
            )
        )  # fmt: skip
        self._show_form(on=self._typed.any)
        self.setEnabled(talk.may_talk)

    def show_part(self, section: str, waiting: int) -> None:
        """Another part, or another number of questions that wait."""
        self._section = section
        self._note.setText(self.tr("%n question(s) here need an answer or a reason.", "", waiting))
        self.setVisible(bool(waiting))

    def open(self) -> None:
        """Ask for the reason."""
        self._show_form(on=True)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, *, on: bool) -> None:
        self._form.setVisible(on)
        self._ask.setVisible(not on)

    def _keep(self) -> None:
        words = self.reason.text().strip()
        self._labelled.say("" if words else self.tr("Write the reason in a few words"))
        if words:
            self._leave(Blank.NOT_ASKED, words)
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, blank: Blank, reason: str) -> None:
        self._shell.autosave.flush()
        try:
            at = self._shell.moment()
            interviewing.leave_rest(self._ws, self._talk.id, self._section, blank, reason, at)
        except RhiError as error:
            self._shell.refuse(error)
            return
        self._shell.saved()
        self.reason.clear()
        self._typed.forget()
        self._show_form(on=False)
        self.changed.emit()
