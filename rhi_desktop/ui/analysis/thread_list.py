"""Owns the threads below each other, the actions without one, and the one form that is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from rhi_desktop.domain.action import Action, Thread
from rhi_desktop.domain.ids import ConcernId, LineId
from rhi_desktop.ui.analysis.action_form import ActionForm
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.half_written import HalfWritten, form_again, opener, written_first
from rhi_desktop.ui.analysis.loose_actions import LooseActions
from rhi_desktop.ui.analysis.thread_card import ThreadCard
from rhi_desktop.ui.analysis.thread_form import ThreadForm
from rhi_desktop.ui.widgets import QUIET, Text, column, empty
from rhi_desktop.workflow.analysis_entries import NewAction, NewThread


class ThreadList(QWidget):
    """Every standing view as a card, a new one last. One form at a time; its words are drafts.

    Emits `asked_lines` when lines are to be chosen for the card that asked, and `opened` with a
    part that should be in sight.
    """

    asked_lines = Signal()
    opened = Signal(object)

    def __init__(self, desk: AnalysisDesk) -> None:
        super().__init__()
        self._desk = desk
        self._form: ThreadForm | ActionForm | None = None
        self._asking: ThreadCard | None = None
        self._cards: list[ThreadCard] = []
        self._narrow = False
        words = self.tr(
            "No view yet. A thread starts from what was said or seen, says what it may mean in"
            " your view, and what we will do."
        )
        self._nothing = Text(words, QUIET, wrap=True, measure=720)
        self._list = column()
        self.half = HalfWritten(desk)
        self.half.wanted.connect(self._go_on_writing)
        self.loose = LooseActions(desk)
        self.loose.asked_action.connect(lambda action: self._act(None, action))
        self.setLayout(column(self._nothing, self._list, self.loose, "*"))

    @property
    def bare(self) -> bool:
        """True when there is no thread, so that no words stand above its columns."""
        return not self._cards

    def show_threads(self, *, narrow: bool) -> None:
        """Read the threads again; whoever stands on a control stands on it afterwards."""
        self._narrow = narrow
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        inside = focus is not None and self._form is not None and self._form.isAncestorOf(focus)
        kept = focus if inside else None
        if self._form is not None:
            # It lives on in the new card, with the caret where it was.
            self._form.setParent(self)
        empty(self._list)
        self._cards = [self._card(one, place) for place, one in enumerate(self._desk.threads, 1)]
        if isinstance(self._form, ThreadForm) and self._form.about is None:
            self._cards.append(self._card(None, len(self._cards) + 1))
        for card in self._cards:
            self._fill(card)
            self._list.addWidget(card)
            self._list.addSpacing(14)
            card.show()
        self.loose.show_actions(self._form if isinstance(self._form, ActionForm) else None)
        self._nothing.setVisible(self.bare)
        self.half.look(form_open=self._form is not None)
        if self._form is not None:
            self._form.show()
        _go_on(kept, self, name)

    def new(self) -> None:
        """Begin a thread with its form; a form that is open already stays if it is a new one."""
        if not (isinstance(self._form, ThreadForm) and self._form.about is None):
            self._open(ThreadForm(self._desk, None))
        self._into_form()

    def for_concerns(self, ids: Sequence[str]) -> None:
        """Begin an action for indicators that somebody answered."""
        concerns = tuple(ConcernId(one) for one in ids)
        self._open(ActionForm(self._desk, None, NewAction("", concern_ids=concerns)))

    def show_place(self, wanted: str) -> QWidget | None:
        """Open a view or an action by its id; where the focus belongs then, if it is there."""
        action = next((one for one in self._desk.account.actions if one.id == wanted), None)
        if action is not None and self._desk.may_change:
            self._open(ActionForm(self._desk, action, NewAction("", thread_id=action.thread_id)))
            return self.form_focus()
        card = next((one for one in self._cards if one.about and one.about.id == wanted), None)
        if card is None:
            return None
        self.opened.emit(card)
        return self.findChild(QWidget, f"add_lines_{card.number}")

    def form_focus(self) -> QWidget | None:
        """Where typing goes when a form is open."""
        return self._form.first() if self._form is not None else None

    def asking_about(self) -> str:
        """What the lines are chosen for, in its own words."""
        if self._asking is None or self._asking.about is None:
            return self.tr("For the new view")
        return self._asking.about.view

    def lines_chosen(self) -> tuple[LineId, ...]:
        """The lines that stand under it already."""
        if self._asking is None:
            return ()
        return self._lines_of(self._asking.about)

    def take_lines(self, ids: tuple[LineId, ...]) -> None:
        """Put these lines under the view that asked for them."""
        if self._asking is None:
            return
        about = self._asking.about
        if isinstance(self._form, ThreadForm) and self._form.about == about:
            self._form.line_ids = ids
        if about is None:
            self.show_threads(narrow=self._narrow)
            return
        new = NewThread(about.view, ids, about.sureness, about.or_it_may_be, about.child_thinks)
        changed = self._desk.keep_thread(about, new)
        if isinstance(self._form, ThreadForm) and self._form.about == about and changed:
            self._form.about = changed

    def focus_lines(self) -> None:
        """Go on at the card that asked for lines."""
        number = self._asking.number if self._asking is not None else 1
        again = self.findChildren(QWidget, f"add_lines_{number}")
        if again:
            again[-1].setFocus()

    def _card(self, thread: Thread | None, number: int) -> ThreadCard:
        card = ThreadCard(self._desk, thread, number)
        card.asked_lines.connect(lambda: self._ask_lines(card))
        card.asked_change.connect(lambda: self._change(card))
        card.asked_action.connect(lambda action: self._act(card, action))
        return card

    def _fill(self, card: ThreadCard) -> None:
        form, about = self._form, card.about
        if isinstance(form, ThreadForm) and _same(form.about, about):
            card.thread_form = form
        if isinstance(form, ActionForm) and about is not None and form.thread_id == about.id:
            card.action_form, card.action_shown = form, form.action
        card.show_thread(self._desk.lines(self._lines_of(about)), narrow=self._narrow)

    def _lines_of(self, about: Thread | None) -> tuple[LineId, ...]:
        if about is not None:
            return about.line_ids
        return self._form.line_ids if isinstance(self._form, ThreadForm) else ()

    def _ask_lines(self, card: ThreadCard) -> None:
        self._asking = card
        self.asked_lines.emit()

    def _change(self, card: ThreadCard) -> None:
        self._open(ThreadForm(self._desk, card.about))

    def _act(self, card: ThreadCard | None, action: Action | None) -> None:
        thread_id = card.about.id if card is not None and card.about is not None else None
        self._open(ActionForm(self._desk, action, NewAction("", thread_id=thread_id)))

    def _open(self, form: ThreadForm | ActionForm) -> None:
        self._put_away()
        self._form = form
        form.setParent(self)
        form.kept.connect(lambda: self._close(kept=True))
        form.dropped.connect(self._close)
        form.left.connect(self._close)
        form.struck.connect(self._strike)
        self.show_threads(narrow=self._narrow)
        self._into_form()

    def _into_form(self) -> None:
        focus = self.form_focus()
        if focus is not None and self._form is not None:
            focus.setFocus()
            self.opened.emit(self._form)

    def _put_away(self) -> None:
        # Half-typed words stay as drafts and come back when the form is opened again.
        self._desk.shell.autosave.flush()
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _go_on_writing(self) -> None:
        found = written_first(self._desk)
        if found is not None:
            self._open(form_again(self._desk, *found))

    def _close(self, *, kept: bool = False) -> None:
        # What was typed and not thrown away stays a draft.
        name = opener(self._desk, self._form) if self._form is not None else ""
        if kept and name == "new_thread":
            name = f"change_view_{len(self._desk.threads)}"
        self._put_away()
        self.show_threads(narrow=self._narrow)
        _go_on(None, self.window(), name)

    def _strike(self) -> None:
        form = self._form
        self._put_away()
        if isinstance(form, ThreadForm) and form.about is not None:
            self._desk.strike(form.about, self.tr("A view was taken out."))
        elif isinstance(form, ActionForm) and form.action is not None:
            self._desk.strike(form.action, self.tr("An action was taken out."))


def _go_on(kept: QWidget | None, within: QWidget, name: str) -> None:
    """Whoever stood on a control stands on it again, or on the one that took its place."""
    if kept is not None:
        kept.setFocus()
        return
    found = within.findChildren(QWidget, name) if name else []
    if found:
        found[-1].setFocus()


def _same(form: Thread | None, card: Thread | None) -> bool:
    if form is None or card is None:
        return form is card
    return form.id == card.id
