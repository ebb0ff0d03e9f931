"""Owns giving a signed paper out as a file: to whom, who they are, what for, how; then it goes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.interview import Report
from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.exchange.leave_form import LeaveForm
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.versions.signed_papers import Paper
from rhi_desktop.ui.widgets import H3, SMALL, SMALL_QUIET, Icon, Said, Text, column, row, wrap
from rhi_desktop.workflow import exporting
from rhi_desktop.workflow.workspace import Workspace

MADE_FOR = {"police_missing": Variant.POLICE, "carer": Variant.CARER}
"""Who reads a version of their own, if one is made."""


class PdfForm(QWidget):
    """Asks what has to be noted, writes the file, then notes it with the digest of that file.

    What is missing is said beside its field, and `look_at` is emitted with it. Emits `given`
    after it was noted. RhiErrors go to the banner, and then nothing is noted.
    """

    look_at = Signal(QWidget)
    given = Signal()

    def __init__(self, ws: Workspace, shell: Shell, paper: Paper, child: str) -> None:
        super().__init__()
        self._ws, self._shell, self._paper, self._child = ws, shell, paper, child
        self._form = LeaveForm(ws, shell, f"send/{paper.report.id}")
        self._form.look_at.connect(self.look_at)
        self._form.role_chosen.connect(self._mind)
        self._words = Text("", SMALL.tint("notice"), wrap=True)
        sign = wrap(column(1, Icon("notice", "notice", 18), "*"))
        self._more_than = wrap(row(sign, 8, (self._words, 1), margins=(0, 0, 0, 4)))
        words = self.tr(
            "The file leaves the vault: whoever has it can read it. We note who it was for."
        )
        title = self.tr("{paper} as PDF").format(paper=paper.name)
        self.setLayout(
            column(
                Text(title, H3, wrap=True),
                4,
                Text(words, SMALL_QUIET, wrap=True),
                12,
                self._form,
                12,
                self._more_than,
            )
        )
        self._mind(self._form.role)

    def save(self) -> None:
        """Write the file where the person says, and note for whom, what for and how."""
        leaving, report = self._form.asked(), self._paper.report
        if leaving is None:
            return
        name = exporting.suggested_name(self._ws, report)
        path = self._shell.chooser.save_file(self, FileKind.REPORT, name)
        if path is None:
            return
        try:
            exporting.save_report(self._ws, report, path, leaving, self._shell.moment())
            self._form.done()
        except RhiError as error:
            self._shell.refuse(error)
            return
        self._shell.saved(Event.EXPORTED)
        self.given.emit()
        written = self.tr("{paper} was written as {name}").format(
            paper=self._paper.name, name=path.name
        )
        safe = self.tr("It has left the vault: whoever has the file can read it.")
        noted = self.tr("Noted for {who}.").format(who=leaving.recipient)
        self._shell.say(Said(written, safe, noted))

    def _mind(self, role: str) -> None:
        """Whoever reads a version of their own is about to get more than that, or another's."""
        wanted, words = MADE_FOR.get(role), ""
        if wanted is not None and wanted is not self._paper.report.variant:
            words = self._mind_words(self._paper.report, wanted).format(child=self._child)
        self._words.setText(words)
        self._more_than.setHidden(not words)

    def _mind_words(self, report: Report, wanted: Variant) -> str:
        if report.variant is not Variant.FULL:
            return self.tr("This paper was not made for them. Look at what it holds first.")
        if wanted is Variant.POLICE:
            return self.tr(
                "The full report holds everything, also what {child} asked to keep from the"
                " police. There is a version for the police."
            )
        return self.tr(
            "The full report holds everything, also what is not safe to share at home. There is"
            " a version for a parent or carer."
        )
