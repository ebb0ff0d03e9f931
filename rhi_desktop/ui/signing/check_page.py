"""Owns the last look before signing: what is open, how each part stands, seal, then sign."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rhi_desktop.domain.interview import Account, DraftInterview, SealedInterview, SignedInterview
from rhi_desktop.errors import Problem, RhiError
from rhi_desktop.forms.model import Pack
from rhi_desktop.log import Event
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.signing.check_rows import (
    check_row,
    note_words,
    open_title,
    open_words,
    stage_words,
)
from rhi_desktop.ui.signing.preview_pane import STOPPED, PreviewPane, Sides
from rhi_desktop.ui.signing.problem_places import ABOUT_A_TIME_AWAY, place_of
from rhi_desktop.ui.signing.standing import StandingRow, standing_rows
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Entry,
    ErrorSummary,
    Said,
    Text,
    announce,
    bar,
    column,
    empty,
    hline,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import interviewing, signing
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.workspace import Workspace


class CheckPage(Page):
    """A draft is checked and sealed; the sealed account is shown as the very bytes, then signed.

    Nothing is sealed or signed before its pages could be drawn and are in view. Sealing stops
    every change; signing stores the report and goes on to sending it.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("checking needs an interview")
        self._ws, self._id = ws, place.interview_id
        self._talk = interviewing.load(ws, self._id)
        super().__init__(shell, self._talk.account.case.reference)
        self._base, self._stopped, self._led = b"", False, False
        self._job: ReportJob | None = None
        self._summary = ErrorSummary()
        self._state = Text("", QUIET, wrap=True)
        self._rows = column()
        self._note = Text("", SMALL_QUIET, wrap=True)
        self._pane = PreviewPane(shell, "", again=self._draw)
        self._button = Button("", "primary", "sign", size=LARGE)
        self._button.setObjectName("seal_or_sign")
        self._button.clicked.connect(self._act)
        self._sides = Sides(self._pane, self._left())
        self._look.clicked.connect(self._sides.show_pages)
        self.setLayout(column((self._sides, 1)))
        self.act(Menu.CONVERSATION, self.tr("Seal, then sign"), "Ctrl+Return", self._act)
        self.act(Menu.CONVERSATION, self.tr("Back to the case"), "Alt+Left", self._leave)
        self._show()

    def first_focus(self) -> QWidget | None:
        """The first thing to look at, or the way on as soon as the pages are there."""
        link = self._summary.findChild(Button, "error_1")
        if link is not None and not self._summary.isHidden():
            return link
        self._led = True
        return self._button if self._button.isEnabled() else self._back

    def refresh(self) -> None:
        """Read the interview again."""
        talk = interviewing.load(self._ws, self._id)
        if talk != self._talk:
            self._talk = talk
            self._show()

    @property
    def base(self) -> bytes:
        """The file whose pages are in view: the very bytes that are signed once it is sealed."""
        return self._base

    def _left(self) -> QWidget:
        side = theme().margin
        head = column(Text(self.tr("Check before you sign"), H1), 4, self._state)
        parts = head, 18, self._summary, 12, wrap(self._rows), 18, self._note, "*"
        body = column(*parts, margins=(side, 24, 40, 12))
        self._back = Button(self.tr("Back to the case"), "link", size=SMALL_LINE)
        self._back.setObjectName("back")
        self._back.clicked.connect(self._leave)
        self._look = Button(self.tr("The pages"))
        self._look.setObjectName("show_pages")
        self._look.hide()
        self._pane.away.connect(self._look.setFocus)
        foot = bar(self._button, 12, self._look, "*", self._back)
        return wrap(column((scrolled(wrap(body)), 1), foot))

    def _show(self) -> None:
        account, draft = self._talk.account, isinstance(self._talk, DraftInterview)
        parts = (account.case.reference, account.case.child.initials, stage_words(self._talk))
        self._state.setText("   ".join(parts))
        empty(self._rows)
        for number, one in enumerate(standing_rows(account)):
            if number:
                self._rows.addWidget(hline())
            self._rows.addLayout(check_row(one, number, self._change if draft else None))
        self._show_open()
        self._button.setText(self.tr("Seal this account") if draft else self.tr("Sign and save"))
        self._button.set_icon("lock" if draft else "sign")
        self._note.setText(note_words(self._talk))
        if isinstance(self._talk, SignedInterview):
            self._on()
            return
        self._draw()

    def _show_open(self) -> None:
        draft = self._talk
        found = signing.gaps(self._ws, draft) if isinstance(draft, DraftInterview) else []
        stops = sum(1 for one in found if signing.must_fix(one))
        pack = interviewing.pack_of(self._ws, draft)
        entries: list[Entry] = [self._entry(one, pack, draft.account) for one in found]
        self._summary.show_entries(open_title(len(found), stops), entries, focus=False)
        self._stopped = stops > 0

    def _entry(self, one: Problem, pack: Pack, account: Account) -> Entry:
        return open_words(one, pack, account), partial(self.shell.go, place_of(one, account, pack))

    def _change(self, one: StandingRow) -> None:
        head = self._talk.account.interview
        away = head.episode_ids[-1] if one.page in ABOUT_A_TIME_AWAY else None
        self.shell.go(Place(one.page, head.case_id, away, self._id, detail=one.detail))

    def _draw(self) -> None:
        self._base, self._job, talk = b"", None, self._talk
        self._button.allow(on=False)
        try:
            if isinstance(talk, DraftInterview):
                self._pane.set_title(self.tr("How it will look. A draft is never signed."))
                job = signing.prepare_draft(self._ws, talk, self.shell.moment().now)
            elif isinstance(talk, SealedInterview):
                self._pane.set_title(self.tr("The pages that will be signed"))
                job = signing.prepare(self._ws, talk)
            else:
                return
        except RhiError as error:
            self._pane.refuse(error)
            return
        self._job = job
        work = partial(signing.draw, job, self._pane.wait_for())
        self.shell.run(self, work, partial(self._drawn, job), partial(self._not_drawn, job))

    def _drawn(self, job: ReportJob, base: bytes) -> None:
        if job is not self._job:
            # A draft that was still being drawn when it was sealed: its pages are not these.
            return
        self._base = base
        self._pane.show_file(base)
        self._button.allow(on=not self._stopped)
        focus = QApplication.focusWidget()
        if self._led and not self._stopped and focus in {None, self._back}:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._led = False

    def _not_drawn(self, job: ReportJob, error: RhiError) -> None:
        if job is self._job:
            self._pane.refuse(error)
            if error.code != STOPPED:
                self.shell.refuse(error)

    def _act(self) -> None:
        if not self._button.allowed:
            return
        if isinstance(self._talk, DraftInterview):
            self._seal(self._talk)
        elif isinstance(self._talk, SealedInterview) and self._job is not None:
            self._sign(self._job, self._base)

    def _seal(self, draft: DraftInterview) -> None:
        try:
            self._talk = signing.seal(self._ws, draft, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved(Event.SEALED)
        self.shell.conversation(running=False)
        self.shell.changed(draft.account.case.id)
        self._led = True
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        announce(self, stage_words(self._talk))

    def _sign(self, job: ReportJob, base: bytes) -> None:
        at = self.shell.moment()
        self._button.allow(on=False)
        self._note.setText(self.tr("Signing …"))
        self.shell.run(self, partial(signing.sign, job, base, at), self._signed, self._not_signed)

    def _signed(self, signed: SignedPdf) -> None:
        if not isinstance(self._talk, SealedInterview):
            return
        try:
            done = signing.store_signed(self._ws, self._talk, signed, self.shell.moment())
        except RhiError as error:
            self._not_signed(error)
            return
        self._talk = done
        self.shell.saved(Event.SIGNED)
        self.shell.changed(done.account.case.id)
        happened = self.tr("Signed, by the clock of this laptop")
        safe = self.tr("The record and its report are in your vault and cannot change.")
        self._on()
        self.shell.say(Said(happened, safe, ""))

    def _not_signed(self, error: RhiError) -> None:
        self._button.allow(on=True)
        self._note.setText(note_words(self._talk))
        self.shell.refuse(error)

    def _on(self) -> None:
        if isinstance(self._talk, SignedInterview):
            case_id, report = self._talk.account.case.id, self._talk.report.id
            self.shell.go(Place(PageName.SEND, case_id, interview_id=self._id, report_id=report))

    def _leave(self) -> None:
        self.shell.go(Place(PageName.CASE, self._talk.account.case.id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The pages are behind a button where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        self._sides.fit(narrow=narrow)
        self._look.setHidden(not narrow)
