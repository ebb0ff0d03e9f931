"""Owns giving the signed report out as a file: to whom, what for, and who had it before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.interview import Report
from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui import dates
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    SMALL_QUIET,
    STRONG,
    LabelledField,
    Said,
    Text,
    column,
    empty,
    hline,
    labelled_field,
    row,
    wrap,
)
from rhi_desktop.workflow import exporting
from rhi_desktop.workflow.exporting import Given
from rhi_desktop.workflow.workspace import Workspace


class PdfForm(QWidget):
    """Asks for recipient and purpose, writes the file, keeps the list of who got it.

    Says beside the field what is missing and emits `look_at` with it. RhiErrors go to the
    banner, and then nothing is listed.
    """

    look_at = Signal(QWidget)

    def __init__(self, ws: Workspace, shell: Shell, report: Report) -> None:
        super().__init__()
        self._ws, self._shell, self._report = ws, shell, report
        self._form = Form(ws, shell, f"send/{report.id}", self)
        self._recipient = labelled_field(self.tr("For whom"), self._form.line("recipient"))
        self._purpose = labelled_field(self.tr("What for"), self._form.line("purpose"))
        self._given = QVBoxLayout()
        words = self.tr(
            "The file leaves the vault: whoever has it can read it. We note who it was for."
        )
        fields = (wrap(column(self._recipient, "*")), wrap(column(self._purpose, "*")))
        if theme().crowded:
            side_by_side = column(*fields, gap=12)
        else:
            side_by_side = column(row((fields[0], 1), 16, (fields[1], 1)))
        self.setLayout(
            column(
                Text(self.tr("The report as PDF"), H3),
                4,
                Text(words, SMALL_QUIET, wrap=True),
                12,
                wrap(side_by_side),
                12,
                self._given,
            )
        )
        self._form.restore()
        self._list()

    def save(self) -> None:
        """Write the file where the person says, and note for whom and what for."""
        if not self._complete():
            return
        name = exporting.suggested_name(self._ws, self._report)
        path = self._shell.chooser.save_file(self, FileKind.REPORT, name)
        if path is None:
            return
        recipient, purpose = self._form.text("recipient"), self._form.text("purpose")
        try:
            leaving = exporting.Leaving(recipient, "", purpose, exporting.Method.NOT_NOTED)
            exporting.save_report(self._ws, self._report, path, leaving, self._shell.moment())
            self._form.done()
        except RhiError as error:
            self._shell.refuse(error)
            return
        for field in (self._recipient, self._purpose):
            field.field.setProperty("text", "")
        self._shell.saved(Event.EXPORTED)
        self._list()
        written = self.tr("The report was written as {name}").format(name=path.name)
        safe = self.tr("It has left the vault: whoever has the file can read it.")
        self._shell.say(Said(written, safe, self.tr("Noted for {who}.").format(who=recipient)))

    def _complete(self) -> bool:
        missing: list[LabelledField] = []
        for field, name, words in (
            (self._recipient, "recipient", self.tr("Write who gets this file")),
            (self._purpose, "purpose", self.tr("Write what they need it for")),
        ):
            odd = not self._form.text(name).strip()
            field.say(words if odd else "")
            if odd:
                missing.append(field)
        if missing:
            missing[0].field.setFocus()
            self.look_at.emit(missing[-1])
        return not missing

    def _list(self) -> None:
        empty(self._given)
        given = exporting.given_of(self._ws, self._report)
        if not given:
            self._given.addWidget(Text(self.tr("Given to nobody yet."), SMALL_QUIET, wrap=True))
            return
        self._given.addWidget(Text(self.tr("Given out so far"), STRONG, wrap=True))
        self._given.addSpacing(theme().px(6))
        for number, one in enumerate(given):
            if number:
                self._given.addWidget(hline())
            self._given.addWidget(_line(one))


def _line(one: Given) -> QWidget:
    when = Text(dates.short_day_and_time(one.at), SMALL_QUIET)
    words = wrap(
        column(
            Text(one.recipient, BODY.medium, wrap=True), Text(one.purpose, SMALL_QUIET, wrap=True)
        )
    )
    return wrap(row((words, 1), 16, wrap(column(2, when, "*")), margins=(0, 6, 0, 6)))
