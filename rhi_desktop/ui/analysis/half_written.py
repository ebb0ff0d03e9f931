"""Owns the words of an analysis that were typed and not kept: said, and led back to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.ids import ConcernId
from rhi_desktop.ui.analysis.action_form import ActionForm
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.thread_form import ThreadForm
from rhi_desktop.ui.widgets import BODY, SMALL_BUTTON, Button, Icon, Text, column, row
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.analysis_entries import NewAction


class HalfWritten(QWidget):
    """A line that says that words of a view or an action were not kept. Emits `wanted`.

    It is shown while no form is open.
    """

    wanted = Signal()

    def __init__(self, desk: AnalysisDesk) -> None:
        super().__init__()
        self._desk = desk
        self.go_on = Button(self.tr("Go on with them"), "soft", size=SMALL_BUTTON)
        self.go_on.setObjectName("go_on_writing")
        self.go_on.clicked.connect(self.wanted)
        words = Text(self.tr("You have words that are not kept yet."), BODY)
        line = row(Icon("notice", "notice", 18), 10, words, 12, self.go_on, "*")
        self.setLayout(column(line, 14))
        self.hide()

    def look(self, *, form_open: bool) -> None:
        """Look for such words again."""
        self.setVisible(not form_open and written_first(self._desk) is not None)


def written_first(desk: AnalysisDesk) -> tuple[str, str] | None:
    """The form whose words were not kept, by its kind and the name of what it is about."""
    if not desk.may_change:
        return None
    prefix = f"analysis/{desk.id}/"
    for edit in drafts.drafts(desk.ws):
        kind, _, rest = edit.key.removeprefix(prefix).partition("/")
        about = rest.partition("/")[0]
        if edit.key.startswith(prefix) and edit.text.strip() and _stands(desk, kind, about):
            return kind, about
    return None


def form_again(desk: AnalysisDesk, kind: str, about: str) -> ThreadForm | ActionForm:
    """That form, made anew; its words come back by themselves."""
    if kind == "thread":
        return ThreadForm(desk, next((one for one in desk.threads if one.id == about), None))
    action = next((one for one in desk.account.actions if one.id == about), None)
    if action is not None:
        return ActionForm(desk, action, NewAction("", thread_id=action.thread_id))
    thread = next((one.id for one in desk.threads if one.id == about), None)
    alone = thread is not None or about == "alone"
    concerns = () if alone else tuple(ConcernId(one) for one in about.split("-"))
    return ActionForm(desk, None, NewAction("", thread_id=thread, concern_ids=concerns))


def opener(desk: AnalysisDesk, form: ThreadForm | ActionForm) -> str:
    """The name of the control that opens a form: whoever leaves the form stands on it again."""
    numbers = {one.id: number for number, one in enumerate(desk.threads, 1)}
    if isinstance(form, ThreadForm):
        return f"change_view_{numbers.get(form.about.id)}" if form.about else "new_thread"
    if form.action is not None:
        return f"change_action_{form.action.number}"
    number = numbers.get(form.thread_id) if form.thread_id else None
    return f"add_action_{number}" if number else "add_loose_action"


def _stands(desk: AnalysisDesk, kind: str, about: str) -> bool:
    """True when a form can still be opened: what it is about was not taken out meanwhile."""
    threads = {str(one.id) for one in desk.threads}
    if kind == "thread":
        return about in {"new", *threads}
    actions = {str(one.id) for one in desk.account.actions if one.struck_at is None}
    concerns = {str(one.id) for one in desk.account.concerns}
    known = {"alone", *threads, *actions}
    return kind == "action" and (about in known or concerns.issuperset(about.split("-")))
