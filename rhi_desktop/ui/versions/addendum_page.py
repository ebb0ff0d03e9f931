"""Owns writing an addendum to a signed report: why, what is corrected, the pages, signing."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui import dates
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane, Sides
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.versions.addendum_form import AddendumForm
from rhi_desktop.ui.versions.live_pages import LivePages
from rhi_desktop.ui.versions.signed_talk import signed_talk
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    LARGE,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    Button,
    Icon,
    Said,
    Text,
    bar,
    card,
    column,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import addenda
from rhi_desktop.workflow.addenda import AddendumJob
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.workspace import Workspace


class AddendumPage(Page):
    """The signed report stays as it is; what is added is shown as its own pages, then signed.

    Nothing is kept but drafts before it is signed. ValueError without a signed report.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws, self._talk = ws, signed_talk(ws, place)
        account = self._talk.account
        super().__init__(shell, account.case.reference)
        self._id = account.interview.id
        self._job: AddendumJob | None = None
        self._form = AddendumForm(ws, shell, account)
        self._note = Text("", SMALL_QUIET, wrap=True)
        title, back = self.tr("The pages that will be signed"), self.tr("Back to the words")
        self._pane = PreviewPane(shell, title, back)
        nothing = self.tr("The pages stand here once it says why, the words, and whose they are.")
        self._pages = LivePages(shell, self._pane, self._make, nothing)
        self._button = Button(self.tr("Sign and save"), "primary", "sign", size=LARGE)
        self._button.setObjectName("sign_addendum")
        self._button.clicked.connect(self._sign)
        self._sides = Sides(self._pane, self._left())
        self.setLayout(column((self._sides, 1)))
        self._listen()
        self.act(Menu.FILE, self.tr("Sign and save this addendum"), "Ctrl+Return", self._sign)
        self.act(Menu.FILE, self.tr("Back to the report"), "Alt+Left", self._leave)
        self._pages.draw()

    def first_focus(self) -> QWidget | None:
        """Why it is written."""
        return self._form.first

    def _left(self) -> QWidget:
        side, right = theme().margin, theme().margin if theme().crowded else 40
        case = self._talk.account.case
        who = f"{case.reference}   {case.child.initials}"
        body = column(
            Text(self.tr("An addendum to the report"), H1, wrap=True), 4,
            Text(who, QUIET, wrap=True), 14, self._stays(), 20, self._form, "*",
            margins=(side, 24, right, 16),
        )  # fmt: skip
        self._look = Button(self.tr("The pages"))
        self._look.setObjectName("show_pages")
        self._look.hide()
        self._back = Button(self.tr("Back to the report"), "link", size=SMALL_LINE)
        self._back.setObjectName("back")
        if theme().crowded:
            self._note.hide()
        note = column("*", self._note, "*")
        foot = bar(self._button, 12, self._look, 4, (note, 1), 12, self._back)
        self._body = scrolled(wrap(body))
        return wrap(column((self._body, 1), foot))

    def _stays(self) -> QWidget:
        report = self._talk.report
        title = self.tr("The report signed {day} stays as it is").format(
            day=dates.day_and_year(report.signed_at)
        )
        words = self.tr(
            "Nobody can change a letter of it. An addendum is a paper of its own: it names the"
            " report, says whose words are added, and is signed by you and by your supervisor."
        )
        said = wrap(column(Text(title, STRONG, wrap=True), 2, Text(words, BODY, wrap=True)))
        sign = wrap(column(1, Icon("lock", "text2", 22), "*"))
        return card(row(sign, 14, (said, 1), margins=(20, 14, 20, 16)), "subtle")

    def _listen(self) -> None:
        self._back.clicked.connect(self._leave)
        self._look.clicked.connect(self._sides.show_pages)
        self._pane.away.connect(self._look.setFocus)
        self._form.changed.connect(self._pages.change)
        self._pages.turned.connect(self._turned)
        self._pages.signed.connect(self._keep)
        self._pages.refused.connect(self._refused)

    def _make(self) -> ReportJob | None:
        self._job = None
        if not self._form.whole:
            return None
        at = self.shell.moment()
        said = self._form.reason, self._form.corrections
        written = addenda.write_addendum(self._ws, self._id, *said, at)
        self._job = addenda.prepare_addendum(self._ws, written, at)
        return self._job.report_job

    def _turned(self, ready: bool) -> None:  # noqa: FBT001 - comes from a signal
        # What is missing is said when the button is pressed; only while drawing it has to wait.
        self._button.allow(on=ready or not self._form.whole)
        waits = self._form.whole and not ready
        self._note.setText(self.tr("The pages are drawn anew …") if waits else "")

    def _sign(self) -> None:
        if not self._button.allowed:
            return
        missing = self._form.missing()
        if missing is not None:
            missing.setFocus()
            QTimer.singleShot(0, missing, lambda: self._body.ensureWidgetVisible(missing))
            return
        if self._pages.sign():
            # Here the focus waits: a field that is disabled under it would hand it on.
            self._button.setFocus()
            self._form.setDisabled(True)
            self._button.allow(on=False)
            self._note.setText(self.tr("Signing …"))

    def _keep(self, signed: SignedPdf) -> None:
        if self._job is None:
            return
        try:
            report = addenda.store_addendum(self._ws, self._job, signed, self.shell.moment())
        except RhiError as error:
            self._refused(error)
            return
        case_id = self._talk.account.case.id
        self._form.done()
        self.shell.saved(Event.SIGNED)
        self.shell.changed(case_id)
        self.shell.go(Place(PageName.SEND, case_id, interview_id=self._id, report_id=report.id))
        happened = self.tr("Signed, by the clock of this laptop")
        safe = self.tr("The addendum is in your vault. The report is as it was.")
        then = self.tr("Save a bundle for your supervisor, who countersigns it.")
        self.shell.say(Said(happened, safe, then))

    def _refused(self, error: RhiError) -> None:
        self._form.setEnabled(True)
        self._turned(self._pages.ready)
        self.shell.refuse(error)

    def _leave(self) -> None:
        case_id, report = self._talk.account.case.id, self._talk.report.id
        self.shell.go(Place(PageName.SEND, case_id, interview_id=self._id, report_id=report))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The pages are behind a button where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        self._sides.fit(narrow=narrow)
        self._look.setHidden(not narrow)
