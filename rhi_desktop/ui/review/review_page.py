"""Owns reading one report and answering it: is it genuine, what is in it, countersign or return."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.interview import Report, ReportStage, SignedInterview
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.review.answer import Answer
from rhi_desktop.ui.review.contents import contents
from rhi_desktop.ui.scroll_edges import keep_edges
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane, Sides
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.verdict_view import VerdictView
from rhi_desktop.ui.widgets import (
    LARGE,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Said,
    Text,
    bar,
    column,
    hline,
    labelled_field,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import exporting, interviewing, reviewing, trusting
from rhi_desktop.workflow.reviewing import Outcome, Verdict
from rhi_desktop.workflow.verifying import Check
from rhi_desktop.workflow.workspace import Workspace

USUAL_WIDTH = 1366
BOTH_WIDE = 1340
"""From so many effective pixels on there is room for the paper beside the answer."""


class ReviewPage(Page):
    """The very file that arrived, a report or an addendum, the judgement on it, and the answer.

    Countersigning waits for the full check; giving back needs words. Both go on to the page from
    which the answer travels back. ValueError when the place names no signed report; VaultError
    when its file cannot be read.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws, self._talk = ws, _read(ws, place)
        self._report = _paper(ws, place, self._talk)
        super().__init__(shell, self._talk.account.case.reference)
        self._data = exporting.report_file(ws, self._report)
        own = trusting.own_fingerprint(ws) in self._report.signers
        self._open = not own and self._report.stage is ReportStage.SIGNED
        self._genuine = False
        self._form = Form(ws, shell, f"review/{self._report.id}", self)
        self._comment = self._form.area("review_comment", lines=2)
        self._said = labelled_field(
            self.tr("What you want to say about it"),
            self._comment,
            optional=self.tr("goes back with the report"),
        )
        self._answer = Answer(ws, shell, self._report, self._data)
        self._answer.stored.connect(self._stored)
        self._answer.refused.connect(self._refused)
        self._verdict = VerdictView(six_words=True)
        self._note = Text("", SMALL_QUIET)
        self._sign, self._return, self._send = self._ways()
        self._pane = PreviewPane(shell, self.tr("The file as it arrived"))
        self._lay_out()
        self._form.restore()
        self._pane.show_file(self._data)
        self._check()

    def first_focus(self) -> QWidget | None:
        """The comment, or the way on once it is answered."""
        return self._comment if self._open else self._send

    def _lay_out(self) -> None:
        side, right = theme().margin, theme().margin if theme().crowded else 40
        self._turn = Button(self.tr("See the pages"), "link", size=SMALL_LINE)
        self._turn.setObjectName("show_pages")
        now = self.shell.moment().now
        inside = contents(self._ws, self._talk, self._report, self._verdict, now)
        # Large words leave no room for a field that stays: it goes with the rest.
        within = theme().crowded
        if within:
            inside.addSpacing(theme().px(20))
            inside.addWidget(self._said)
        # Only ever hidden here: what is shown before it has a place is a window for a moment.
        if not self._open:
            self._said.hide()
        self._body = scrolled(wrap(inside))
        keep_edges(self._body, inside)
        self._asking = wrap(column(None if within else self._said, margins=(side, 12, right, 8)))
        if within or not self._open:
            self._asking.hide()
        top = row("*", self._turn, margins=(side, 8, side, 0))
        left = column(top, (self._body, 1), hline(), self._asking, self._foot())
        self._sides = Sides(self._pane, wrap(left))
        self._turn.clicked.connect(self._sides.show_pages)
        self.setLayout(row((self._sides, 1)))
        self._fit(USUAL_WIDTH)
        self.act(Menu.REVIEW, self.tr("Countersign"), "Ctrl+Return", self._countersign)
        self.act(Menu.REVIEW, self.tr("Give back with this comment"), "", self._give_back)
        self.act(Menu.REVIEW, self.tr("Back to the list"), "Alt+Left", self._back)

    def _ways(self) -> tuple[Button, Button, Button]:
        sign = Button(self.tr("Countersign"), "primary", "sign", size=LARGE)
        sign.setObjectName("countersign")
        sign.clicked.connect(self._countersign)
        sign.setEnabled(False)
        answered = reviewing.reviews_of(self._ws, self._report)
        words = self.tr("Give back again") if answered else self.tr("Give back with this comment")
        back = Button(words, "plain", "back", size=LARGE)
        back.setObjectName("give_back")
        back.clicked.connect(self._give_back)
        send = Button(
            self.tr("Send it back"), "plain" if self._open else "primary", "export", size=LARGE
        )
        send.setObjectName("go_send")
        send.clicked.connect(self._on)
        if not self._open:
            sign.hide()
            back.hide()
        elif not answered:
            send.hide()
        return sign, back, send

    def _foot(self) -> QWidget:
        back = Button(self.tr("Back to the list"), "link", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        self._note.hide()
        return bar(self._sign, 12, self._return, 12, self._send, 12, self._note, "*", back)

    def _check(self) -> None:
        """The quick look says at once who signed; the full one looks at every byte."""
        check, pins = Check(), reviewing.pins(self._ws)
        # A page that is gone must not leave the reading process behind.
        self.destroyed.connect(check.end)
        expected = reviewing.seal_digest(self._ws, self._report)

        def whole(quick: Verdict) -> None:
            self._verdict.show_quick(quick)
            self.shell.run(self, check.whole, self._judged)

        self.shell.run(self, partial(check.quick, self._data, pins, expected), whole)

    def _judged(self, verdict: Verdict) -> None:
        self._genuine = verdict.outcome is Outcome.GENUINE
        self._verdict.show_verdict(verdict)
        self._sign.allow(on=self._open and self._genuine)

    def _countersign(self) -> None:
        if not self._sign.allowed or not self._open:
            return
        self._busy(on=True)
        self._answer.countersign(self, self._comment.toPlainText())

    def _give_back(self) -> None:
        words = self._comment.toPlainText()
        if not self._open or not self._return.allowed:
            return
        if not words.strip():
            self._said.say(self.tr("Say what is missing, then give it back."))
            self._comment.setFocus()
            return
        self._answer.give_back(words)

    def _busy(self, *, on: bool) -> None:
        self._sign.allow(on=not on and self._genuine)
        self._return.allow(on=not on)
        self._comment.setReadOnly(on)
        self._note.setText(self.tr("Signing …"))
        self._note.setVisible(on)

    def _stored(self, countersigned: bool) -> None:  # noqa: FBT001 - comes from a signal
        self._form.done()
        self.shell.saved()
        self.shell.changed(self._talk.account.case.id)
        happened = self.tr("Given back with your comment")
        if countersigned:
            happened = self.tr("Countersigned, by the clock of this laptop")
        safe = self.tr("Your answer is in your vault.")
        then = self.tr("Save a bundle and send it back, so that it arrives.")
        self._on()
        self.shell.say(Said(happened, safe, then))

    def _refused(self, error: RhiError) -> None:
        self._busy(on=False)
        self.shell.refuse(error)

    def _on(self) -> None:
        head = self._talk.account.interview
        self.shell.go(
            Place(PageName.SEND, head.case_id, interview_id=head.id, report_id=self._report.id)
        )

    def _back(self) -> None:
        self.shell.go(Place(PageName.REVIEWS))

    def _fit(self, width: int) -> None:
        narrow = width < theme().px(BOTH_WIDE)
        self._turn.setVisible(narrow)
        self._sides.fit(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One thing at a time where it is narrow."""
        super().resizeEvent(event)
        self._fit(self.width())


def _read(ws: Workspace, place: Place) -> SignedInterview:
    if place.interview_id is None:
        raise ValueError("a review needs an interview")
    talk = interviewing.load(ws, place.interview_id)
    if not isinstance(talk, SignedInterview):
        raise ValueError("there is no signed report here")  # noqa: TRY004 - the place is wrong
    return talk


def _paper(ws: Workspace, place: Place, talk: SignedInterview) -> Report:
    """The report or the addendum that the place names, as it stands here now."""
    return talk.report if place.report_id is None else reviewing.report_of(ws, place.report_id)
