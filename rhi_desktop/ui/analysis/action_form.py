"""Owns writing an action: what, who, by when, which referral, what the child knows of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.action import Action
from rhi_desktop.domain.ids import ThreadId
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.open_form import OpenForm
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.episode.moment_field import read_day, write_day
from rhi_desktop.ui.widgets import Button, Select, column, labelled_field, row, sized
from rhi_desktop.workflow.analysis_entries import NewAction

_ANSWERS = {"yes": True, "no": False}
DAY_WIDE = 132


class ActionForm(OpenForm):
    """One action being written: `action` is changed, or made from what `new` already says.

    Emits `kept`, `dropped`, `left` and `struck`. Nothing but what will be done is required here; a
    missing name or day is asked for before the record is sealed.
    """

    kept = Signal()
    dropped = Signal()
    struck = Signal()

    def __init__(self, desk: AnalysisDesk, action: Action | None, new: NewAction) -> None:
        super().__init__()
        self.desk, self.action, self._new = desk, action, new
        old = action or new
        parent = new.thread_id or "-".join(new.concern_ids) or "alone"
        name = f"analysis/{desk.id}/action/{action.id if action else parent}"
        self._form = Form(desk.ws, desk.shell, name, self)
        self.what = self._form.area("action_what", old.what, lines=2)
        self._said = labelled_field(self.tr("What we will do"), self.what)
        self._who = self._form.line("action_who", old.who)
        day = write_day(old.by_when) if old.by_when else ""
        self._day = self._form.line("action_day", day)
        self._day.setPlaceholderText(self.tr("3/11/2026"))
        self._by = labelled_field(self.tr("By when"), self._day)
        kinds = [(one.id, one.name) for one in desk.ws.profile.referrals]
        self._kind = Select([("", self.tr("None")), *kinds], width=280)
        self._kind.choose(old.referral)
        self._form.select("action_referral", self._kind)
        self._knows = self._answer("action_knows", value=old.child_knows)
        self._agrees = self._answer("action_agrees", value=old.child_agrees)
        self._lay_out()
        self._form.restore()

    @property
    def thread_id(self) -> ThreadId | None:
        """The view it follows from."""
        return self._new.thread_id if self.action is None else self.action.thread_id

    def first(self) -> QWidget:
        """Where its words begin."""
        return self.what

    def keep(self) -> None:
        """Keep it; a day that cannot be read is said beside its field, and nothing is guessed."""
        words, typed = self.what.toPlainText().strip(), self._day.text().strip()
        on = read_day(typed)
        odd = bool(typed) and on is None
        self._said.say("" if words else self.tr("Say what will be done."))
        self._by.say(self.tr("Write the day as 3/11/2026.") if odd else "")
        if not words or odd:
            (self._day if words else self.what).setFocus()
            return
        new = NewAction(
            words,
            self._who.text().strip(),
            on,
            self.thread_id,
            self._kind.value(),
            _ANSWERS.get(self._knows.value()),
            _ANSWERS.get(self._agrees.value()),
            self._new.concern_ids if self.action is None else self.action.concern_ids,
        )
        if self.desk.keep_action(self.action, new) is not None:
            self._form.done()
            self.kept.emit()

    def _answer(self, name: str, *, value: bool | None) -> Select:
        choices = (
            ("", self.tr("Not asked yet")),
            ("yes", self.tr("Yes")),
            ("no", self.tr("No")),
        )
        field = Select(choices, width=150)
        shown = "" if value is None else "yes" if value else "no"
        field.choose(shown)
        return self._form.select(name, field)

    def _lay_out(self) -> None:
        who = labelled_field(self.tr("Who"), self._who)
        kind = labelled_field(self.tr("Kind of referral"), self._kind)
        child = self.desk.child
        knows = labelled_field(self.tr("Does {child} know?").format(child=child), self._knows)
        agrees = labelled_field(self.tr("Does {child} agree?").format(child=child), self._agrees)
        self.setLayout(
            column(
                self._said, 6,
                row((who, 1), 10, column(sized(self._by, DAY_WIDE), "*")), 6,
                row(kind, "*"), 6,
                row(knows, 10, agrees, "*"), 6,
                self._foot(), "*",
            )
        )  # fmt: skip

    def _foot(self) -> QWidget:
        keep = Button(self.tr("Keep it"), "soft", "check")
        keep.setObjectName("keep_action")
        keep.clicked.connect(self.keep)
        drop = Button(self.tr("Never mind"), "quiet")
        drop.setObjectName("drop_action")
        drop.clicked.connect(self._drop)
        out = Button(self.tr("Take it out"), "quiet")
        out.setObjectName("strike_action")
        out.clicked.connect(self._strike)
        if self.action is None:
            out.hide()
        foot = QWidget()
        foot.setLayout(row(keep, 4, drop, "*", out))
        return foot

    def _drop(self) -> None:
        self._form.done()
        self.dropped.emit()

    def _strike(self) -> None:
        self._form.done()
        self.struck.emit()
