"""Owns the last look before signing: what is open, how each part stands, seal, then sign."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.interview import DraftInterview, SealedInterview, SignedInterview
from rhi_desktop.domain.line import Topic
from rhi_desktop.errors import Problem, RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.interview.topics import topic_word
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane, beside
from rhi_desktop.ui.signing.problem_places import place_of
from rhi_desktop.ui.signing.standing import StandingRow, standing_rows
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    LABEL,
    LARGE,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Entry,
    ErrorSummary,
    Icon,
    Said,
    Text,
    bar,
    column,
    empty,
    hline,
    row,
    scrolled,
    sized,
    wrap,
)
from rhi_desktop.workflow import interviewing, signing
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.workspace import Workspace

NAME_WIDE = 148


class CheckPage(Page):
    """A draft is checked and sealed; the sealed account is shown as the very bytes, then signed.

    Sealing stops every change; signing stores the report and goes on to sending it.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("checking needs an interview")
        self._ws, self._id = ws, place.interview_id
        self._talk = interviewing.load(ws, self._id)
        case = self._talk.account.case
        super().__init__(shell, case.reference)
        self._base = b""
        self._job: ReportJob | None = None
        self._summary = ErrorSummary()
        self._state = Text("", QUIET)
        self._rows = column()
        self._note = Text("", SMALL_QUIET, wrap=True)
        self._pane = PreviewPane(shell, "")
        self._button = Button("", "primary", "sign", size=LARGE)
        self._button.setObjectName("seal_or_sign")
        self._button.clicked.connect(self._act)
        self.setLayout(row((beside(self._pane, self._left()), 1)))
        self.act(Menu.CONVERSATION, self.tr("Seal, then sign"), "Ctrl+Return", self._act)
        self._show()

    def first_focus(self) -> QWidget | None:
        """The first thing to look at, or the way on."""
        link = self._summary.findChild(Button, "error_1")
        return link if link is not None and self._summary.isVisibleTo(self) else self._button

    def refresh(self) -> None:
        """Read the interview again."""
        self._talk = interviewing.load(self._ws, self._id)
        self._show()

    def _left(self) -> QWidget:
        side = theme().margin
        rows = wrap(self._rows)
        head = column(Text(self.tr("Check before you sign"), H1), 4, self._state)
        body = column(
            head, 18, self._summary, 12, rows, 18, self._note, "*", margins=(side, 24, 40, 12)
        )
        back = Button(self.tr("Back to the case"), "link", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        return wrap(column((scrolled(wrap(body)), 1), bar(self._button, "*", back)))

    def _show(self) -> None:
        account, draft = self._talk.account, isinstance(self._talk, DraftInterview)
        parts = (account.case.reference, account.case.child.initials, self._stage_words())
        self._state.setText("   ".join(parts))
        empty(self._rows)
        for number, one in enumerate(standing_rows(account)):
            if number:
                self._rows.addWidget(hline())
            self._rows.addLayout(self._row(one, number, change=draft))
        self._show_open()
        self._button.setText(self.tr("Seal this account") if draft else self.tr("Sign and save"))
        self._button.set_icon("lock" if draft else "sign")
        self._button.updateGeometry()
        self._note.setText(self._note_words())
        if isinstance(self._talk, SignedInterview):
            self._on()
            return
        self._draw()

    def _stage_words(self) -> str:
        return {
            DraftInterview: self.tr("Not sealed yet"),
            SealedInterview: self.tr("Sealed, not signed yet"),
            SignedInterview: self.tr("Signed"),
        }[type(self._talk)]

    def _note_words(self) -> str:
        if isinstance(self._talk, DraftInterview):
            return self.tr(
                "Sealing fixes every word. After it nothing can be changed, only added to."
            )
        return self.tr("These pages are what you sign. Nothing in them can change any more.")

    def _show_open(self) -> None:
        draft = self._talk
        found = signing.gaps(self._ws, draft) if isinstance(draft, DraftInterview) else []
        stops = [one for one in found if signing.must_fix(one)]
        entries: list[Entry] = [(self._words(one), partial(self._lead, one)) for one in found]
        title = self.tr("%n thing(s) to look at", "", len(found))
        if stops:
            title = self.tr("%n thing(s) need a word before you can seal", "", len(stops))
        self._summary.show_entries(title, entries, focus=False)
        self._button.setEnabled(not stops)

    def _words(self, problem: Problem) -> str:
        topics = {topic.value: topic_word(topic) for topic in Topic}
        return messages.problem_words(
            problem,
            topic=topics.get(problem.where, problem.where),
            question=self._question(problem.where),
        )

    def _question(self, where: str) -> str:
        pack = interviewing.pack_of(self._ws, self._talk)
        found = (one.ask.get(pack.language) for one in pack.questions if one.id == where)
        return next(found, where)

    def _lead(self, problem: Problem) -> None:
        case_id = self._talk.account.case.id
        self.shell.go(place_of(problem, self._talk.account, case_id))

    def _row(self, one: StandingRow, number: int, *, change: bool) -> QLayout:
        tint = "notice" if one.open else "text2"
        link = Button(one.verb, "link", size=SMALL_LINE)
        link.setObjectName(f"change_{number}")
        link.setAccessibleName(f"{one.verb}: {one.name}")
        link.clicked.connect(partial(self._change, one))
        link.setVisible(change)
        name = sized(wrap(row(Text(one.name, LABEL), "*")), NAME_WIDE)
        words = Text(one.words, BODY.tint(tint), wrap=True)
        icon = Icon(one.icon, tint, 18)
        return row(icon, 12, name, (words, 1), 12, link, margins=(0, 4, 0, 4))

    def _change(self, one: StandingRow) -> None:
        case_id = self._talk.account.case.id
        self.shell.go(Place(one.page, case_id, interview_id=self._id, detail=one.detail))

    def _draw(self) -> None:
        self._base, talk = b"", self._talk
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
        self._pane.wait()
        self.shell.run(self, lambda: signing.draw(job), self._drawn, self._not_drawn)

    def _drawn(self, base: bytes) -> None:
        self._base = base
        self._pane.show_file(base)

    def _not_drawn(self, error: RhiError) -> None:
        self._pane.refuse(error)
        self.shell.refuse(error)

    def _act(self) -> None:
        if not self._button.isEnabled():
            return
        if isinstance(self._talk, DraftInterview):
            self._seal(self._talk)
        elif isinstance(self._talk, SealedInterview) and self._job is not None and self._base:
            self._sign(self._job, self._base)

    def _seal(self, draft: DraftInterview) -> None:
        if not self._base:
            # A report that cannot be drawn must not be found out after sealing.
            return
        try:
            self._talk = signing.seal(self._ws, draft, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.shell.conversation(running=False)
        self.shell.changed(draft.account.case.id)
        self._show()
        self._button.setFocus()

    def _sign(self, job: ReportJob, base: bytes) -> None:
        at = self.shell.moment()
        self._button.setEnabled(False)
        self._note.setText(self.tr("Signing …"))
        work = partial(signing.sign, job, base, at)
        self.shell.run(self, work, self._signed, self._not_signed)

    def _signed(self, signed: SignedPdf) -> None:
        if not isinstance(self._talk, SealedInterview):
            return
        try:
            done = signing.store_signed(self._ws, self._talk, signed, self.shell.moment())
        except RhiError as error:
            self._not_signed(error)
            return
        self._talk = done
        self.shell.saved()
        self.shell.changed(done.account.case.id)
        happened = self.tr("Signed, by the clock of this laptop")
        safe = self.tr("The record and its report are in your vault and cannot change.")
        self._on()
        self.shell.say(Said(happened, safe, ""))

    def _not_signed(self, error: RhiError) -> None:
        self._button.setEnabled(True)
        self._note.setText(self._note_words())
        self.shell.refuse(error)

    def _on(self) -> None:
        if isinstance(self._talk, SignedInterview):
            case_id, report = self._talk.account.case.id, self._talk.report.id
            self.shell.go(Place(PageName.SEND, case_id, interview_id=self._id, report_id=report))

    def _back(self) -> None:
        self.shell.go(Place(PageName.CASE, self._talk.account.case.id))
