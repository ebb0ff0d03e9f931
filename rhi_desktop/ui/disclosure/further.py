"""Owns the two quiet ways on when not everybody is told: nobody needs to be, or it stays open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.disclosure import Disclosure, StepKind
from rhi_desktop.ui.disclosure.step_words import override_words
from rhi_desktop.ui.disclosure.told_form import StepForm
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import (
    SMALL,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Icon,
    Text,
    column,
    empty,
    hline,
    row,
    wrap,
)
from rhi_desktop.workflow.workspace import Workspace


class Further(QWidget):
    """Shown while somebody still waits. Emits `given` with the StepForm whose Keep was pressed."""

    given = Signal(object)

    def __init__(self, ws: Workspace, shell: Shell, key: str) -> None:
        super().__init__()
        self._shell = shell
        self.nobody = self._form(ws, StepKind.NOT_NEEDED, "anybody", f"{key}/anybody")
        self.override = self._form(ws, StepKind.OVERRIDE, "seal", f"{key}/override")
        self._none = self._link(
            self.tr("Nobody has to be told, because \u2026"), "nobody_needed", self.nobody
        )
        self._all_the_same = self._link(
            self.tr("Let the record be sealed all the same \u2026"), "override", self.override
        )
        note = self.tr("Somebody who may decide this puts their name to it. It is printed.")
        self._note = Text(note, SMALL_QUIET, wrap=True)
        self.nobody.setAccessibleName(self._none.text())
        self.override.setAccessibleName(self._all_the_same.text())
        self._done = column(gap=2)
        links = column(
            row(self._none, "*"), 2, row(self._all_the_same, "*"), self._note,
            self.nobody, self.override,
        )  # fmt: skip
        self._links = wrap(links)
        self.setLayout(column(hline(), 10, wrap(self._done), self._links))
        self.close_forms()
        for form in (self.nobody, self.override):
            if form.typed.any:
                self._begin(form)

    def show_steps(self, disclosure: Disclosure | None) -> None:
        """Show what was decided; offer both ways only while somebody waits."""
        empty(self._done)
        override = disclosure.override if disclosure is not None else None
        if override is not None:
            sign = column(2, Icon("sign", "text2", 18), "*")
            words = Text(override_words(override), SMALL, wrap=True)
            self._done.addLayout(row(sign, 8, (words, 1)))
        waits = disclosure is not None and bool(disclosure.waiting) and override is None
        self._links.setVisible(waits)

    def close_forms(self) -> None:
        """Show no form."""
        for form in (self.nobody, self.override):
            form.hide()
        self._note.hide()

    def _form(self, ws: Workspace, kind: StepKind, name: str, key: str) -> StepForm:
        form = StepForm(kind, None, name, HalfTyped(ws, self._shell, key))
        form.kept.connect(lambda: self.given.emit(form))
        form.left.connect(self._leave)
        return form

    def _link(self, words: str, name: str, form: StepForm) -> Button:
        link = Button(words, "link", size=SMALL_LINE)
        link.setObjectName(name)
        link.clicked.connect(lambda: self._open(form))
        return link

    def _open(self, form: StepForm) -> None:
        self._begin(form)
        form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, form: StepForm) -> None:
        self.nobody.setVisible(form is self.nobody)
        self.override.setVisible(form is self.override)
        self._note.setVisible(form is self.override)

    def _leave(self) -> None:
        back = self._none if self.nobody.isVisible() else self._all_the_same
        self.close_forms()
        back.setFocus(Qt.FocusReason.OtherFocusReason)
