"""Owns writing a view: what it may mean, how sure, what else it may be, what the child thinks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.action import Sureness, Thread
from rhi_desktop.domain.ids import LineId
from rhi_desktop.ui.analysis.analysis_words import sure_word
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.open_form import OpenForm
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.widgets import Button, Select, column, labelled_field, row
from rhi_desktop.workflow.analysis_entries import NewThread


class ThreadForm(OpenForm):
    """One view being written; `about` is the one that is changed, None for a new one.

    Emits `kept`, `dropped`, `left` and `struck`. Half-typed words stay as drafts under the
    thread's name.
    """

    kept = Signal()
    dropped = Signal()
    struck = Signal()

    def __init__(self, desk: AnalysisDesk, thread: Thread | None) -> None:
        super().__init__()
        self.desk, self.about = desk, thread
        self.line_ids: tuple[LineId, ...] = thread.line_ids if thread else ()
        name = f"analysis/{desk.id}/thread/{thread.id if thread else 'new'}"
        self._form = Form(desk.ws, desk.shell, name, self)
        old = thread or NewThread("")
        self.view = self._form.area("thread_view", old.view, lines=3)
        self.said = labelled_field(self.tr("What it may mean, in my view"), self.view)
        choices = [(one.value, sure_word(one)) for one in Sureness]
        self._sure = Select(choices, width=176)
        self._sure.choose(old.sureness.value)
        self._form.select("thread_sure", self._sure)
        self._other = self._form.line("thread_other", old.or_it_may_be)
        self._child = self._form.line("thread_child", old.child_thinks)
        thinks = self.tr("What {child} thinks of it").format(child=desk.child)
        self.setLayout(
            column(
                self.said, 6,
                labelled_field(self.tr("How sure"), self._sure), 6,
                labelled_field(self.tr("Or it may be"), self._other), 6,
                labelled_field(thinks, self._child, optional=self.tr("in their words")), 6,
                self._foot(), "*",
            )
        )  # fmt: skip
        self._form.restore()

    def written(self) -> NewThread:
        """What stands in the fields."""
        return NewThread(
            self.view.toPlainText().strip(),
            self.line_ids,
            Sureness(self._sure.value()),
            self._other.text().strip(),
            self._child.text().strip(),
        )

    def done(self) -> None:
        """It was kept or given up: its drafts go."""
        self._form.done()

    def first(self) -> QWidget:
        """Where its words begin."""
        return self.view

    def keep(self) -> None:
        """Keep the view; without words there is nothing to keep, which is said beside the field."""
        if not self.view.toPlainText().strip():
            self.said.say(self.tr("Say what it may mean."))
            self.view.setFocus()
            return
        if self.desk.keep_thread(self.about, self.written()) is not None:
            self.done()
            self.kept.emit()

    def _foot(self) -> QWidget:
        keep = Button(self.tr("Keep it"), "soft", "check")
        keep.setObjectName("keep_thread")
        keep.clicked.connect(self.keep)
        drop = Button(self.tr("Never mind"), "quiet")
        drop.setObjectName("drop_thread")
        drop.clicked.connect(self._drop)
        out = Button(self.tr("Take it out"), "quiet")
        out.setObjectName("strike_thread")
        out.clicked.connect(self._strike)
        if self.about is None:
            out.hide()
        foot = QWidget()
        foot.setLayout(row(keep, 4, drop, "*", out))
        return foot

    def _drop(self) -> None:
        self.done()
        self.dropped.emit()

    def _strike(self) -> None:
        self.done()
        self.struck.emit()
