"""Owns the page of a signed report: what it proves, its pages, and the ways it may leave."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.interview import ReportStage
from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui import dates
from rhi_desktop.ui.exchange.bundle_form import BundleForm
from rhi_desktop.ui.exchange.given_list import given_list
from rhi_desktop.ui.exchange.pdf_form import PdfForm
from rhi_desktop.ui.exchange.signed_card import SignedCard
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.review.answer_card import answer_card
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.signing.preview_pane import PaneArea, PreviewPane
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.verdict_view import VerdictView
from rhi_desktop.ui.versions.signed_papers import Paper, papers_of
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SMALL_LINE,
    Button,
    ButtonKind,
    Chip,
    Text,
    bar,
    column,
    empty,
    hline,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import casework, exporting, reviewing
from rhi_desktop.workflow.reviewing import Verdict
from rhi_desktop.workflow.verifying import Check
from rhi_desktop.workflow.views import CaseView, InterviewView, Stage
from rhi_desktop.workflow.workspace import Workspace

USUAL_WIDTH = 1366


class SendPage(Page):
    """One signed paper of a talk, and the others: the report, versions of it, and addenda.

    Saves what is in view as a PDF, or its case as a bundle; leads to making a version or an
    addendum. ValueError when the place names no signed report; VaultError when its file cannot be
    read.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws, self._place = ws, place
        self._case, self._talk, self._paper = _read(ws, shell, place)
        super().__init__(shell, self._case.case.reference)
        self._report = self._paper.report
        data = exporting.report_file(ws, self._report)
        self._verdict = VerdictView()
        self._pdf = PdfForm(ws, shell, self._paper, self._case.case.child.initials)
        self._pdf.given.connect(self._list_given)
        self._given = column()
        self._bundle = BundleForm(ws, shell, self._case.case.id)
        self._bundle.cards_wanted.connect(self._cards)
        self._bundle.look_at.connect(self._bring)
        self._pdf.look_at.connect(self._bring)
        self._bundle.packing.connect(self._pack)
        self._bundle.rested.connect(self._rest)
        self._pane = PreviewPane(shell, self.tr("The signed file"))
        # The link above the title leads to the pages and back. The pane's own way back is hidden
        # here, and a hidden stand-in for the focus would hold Tab up.
        self._pane.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs leave None out
        self._area = PaneArea(self._pane)
        self._turn = self._made(Button("", "link", size=SMALL_LINE), "show_pages", self._turn_pages)
        self._body = scrolled(self._content())
        self._left = column(self._top(), (self._body, 1), self._foot())
        self._sides = row((wrap(self._left), 1))
        self.setLayout(self._sides)
        self._narrow: bool | None = None
        self._arrange(USUAL_WIDTH)
        self.act(Menu.FILE, self.tr("Save the report as PDF"), "Ctrl+S", self._pdf.save)
        if not self._alone:
            self.act(Menu.FILE, self.tr("Save a bundle"), "Ctrl+B", self._bundle.save)
        self.act(Menu.FILE, self.tr("Back to the case"), "Alt+Left", self._back)
        self._pane.show_file(data)
        self._check(data)

    def first_focus(self) -> QWidget | None:
        """The button that takes the next step."""
        return self._first

    def _check(self, data: bytes) -> None:
        """The quick look says at once who signed; the slow one compares every page."""
        check, report = Check(), self._report
        # A page that is gone must not leave the reading process behind.
        self.destroyed.connect(check.end)
        look = partial(
            check.quick,
            data,
            reviewing.pins(self._ws),
            expected=reviewing.seal_digest(self._ws, report),
            both=report.stage is ReportStage.COUNTERSIGNED,
        )

        def whole(quick: Verdict) -> None:
            self._verdict.show_quick(quick)
            self.shell.run(self, check.whole, self._verdict.show_verdict)

        self.shell.run(self, look, whole)

    def _top(self) -> QWidget:
        side = theme().margin
        back = Button(self._case.case.reference, "link", "left", size=SMALL_LINE)
        self._made(back, "back", self._back)
        back.setAccessibleName(self.tr("Back to {case}").format(case=self._case.case.reference))
        return wrap(row(back, "*", self._turn, margins=(side, 12, side, 4)))

    def _content(self) -> QWidget:
        title, chip, tone = _state(self._talk, self._paper)
        case, started = self._case.case, self._talk.head.started_at
        about = f"{case.reference}, {case.child.initials}    {dates.day_and_year(started)}"
        head = row((Text(title, H1, wrap=True), 1), 16, Chip(chip, tone))
        right = theme().margin if theme().crowded else 40
        said = self._talk.answers_to(self._report)
        answers = [item for one in said for item in (answer_card(one), 12)]
        papers = SignedCard(case.id, papers_of(self._talk), self._paper)
        papers.wanted.connect(self.shell.go)
        forms: list[QWidget] = [self._pdf] if self._alone else [self._bundle, self._pdf]
        if self._last:
            forms.reverse()
        apart = [item for one in forms[1:] for item in (22, hline(), 18, one)]
        self._list_given()
        inside = column(
            wrap(head), 4, Text(about, QUIET, wrap=True), 16, *answers, self._verdict,
            16, papers, 24, forms[0], *apart, 22, hline(), 18, wrap(self._given), "*",
            margins=(theme().margin, 0, right, 24),
        )  # fmt: skip
        if self._alone:
            self._bundle.setParent(self)
            self._bundle.hide()
        return wrap(inside)

    def _list_given(self) -> None:
        empty(self._given)
        found = given_list(exporting.given(self._ws, self._case.case.id))
        self._given.addWidget(found)

    @property
    def _alone(self) -> bool:
        """A version has one signature and one way out: as a file for its reader."""
        return not self._report.variant.countersigned

    @property
    def _last(self) -> bool:
        """Nobody else has to sign it any more: it may go to its readers."""
        return self._alone or self._report.stage is ReportStage.COUNTERSIGNED

    def _foot(self) -> QWidget:
        kinds: tuple[ButtonKind, ButtonKind] = (
            ("plain", "primary") if self._last else ("primary", "plain")
        )
        words = self.tr("Save the report as PDF") if not theme().crowded else self.tr("Save as PDF")
        if self._report.variant is not Variant.FULL:
            words = self.tr("Save as PDF")
        self._seal = Button(self.tr("Save a bundle"), kinds[0], "export", size=LARGE)
        self._made(self._seal, "save_bundle", self._bundle.save)
        paper = Button(words, kinds[1], "file", size=LARGE)
        self._made(paper, "save_report", self._pdf.save)
        self._first = paper if self._last else self._seal
        other = self._seal if self._last else paper
        if self._alone:
            self._seal.hide()
        return bar(self._first, 12, other, "*")

    def _made(self, button: Button, name: str, act: Callable[[], object]) -> Button:
        button.setObjectName(name)
        button.clicked.connect(act)
        return button

    def _pack(self) -> None:
        self._seal.allow(on=False)

    def _rest(self) -> None:
        self._seal.allow(on=True)
        self._seal.setFocus()

    def _bring(self, what: QWidget) -> None:
        """Into sight, once it has its place; it may be gone by then."""
        QTimer.singleShot(0, what, lambda: self._body.ensureWidgetVisible(what))

    def _cards(self) -> None:
        here = self._place
        place = Place(
            PageName.CARDS,
            here.case_id,
            interview_id=here.interview_id,
            report_id=self._report.id,
        )
        self.shell.go(place)

    def _back(self) -> None:
        self.shell.go(Place(PageName.CASE, self._case.case.id))

    def _turn_pages(self) -> None:
        self._show_pages(pages=self._body.isVisibleTo(self))

    def _show_pages(self, *, pages: bool) -> None:
        self._body.setVisible(not pages)
        self._area.setVisible(pages)
        self._turn.setText(self.tr("See what to do") if pages else self.tr("See the pages"))

    def _arrange(self, width: int) -> None:
        """The pages beside the work, or in its place where there is room for one only."""
        narrow = theme().narrow(width)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._turn.setVisible(narrow)
        self._area.fit(narrow=narrow)
        if narrow:
            self._left.insertWidget(2, self._area)
            self._show_pages(pages=False)
        else:
            self._sides.addWidget(self._area)
            self._body.show()
            self._area.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One thing at a time where it is narrow."""
        super().resizeEvent(event)
        self._arrange(self.width())


def _state(talk: InterviewView, paper: Paper) -> tuple[str, str, str]:
    """What the page is called, the state of its paper, and the tone of that."""
    if paper.report.variant is not Variant.FULL:
        return paper.name, paper.state, paper.tone
    return {
        Stage.RETURNED: (_tr("Back with a comment"), _tr("Not countersigned"), "notice"),
        Stage.COUNTERSIGNED: (_tr("Signed by both of you"), _tr("Countersigned"), "good"),
    }.get(talk.stage, (_tr("Signed, and ready to send"), _tr("Signed"), "accent"))


def _read(ws: Workspace, shell: Shell, place: Place) -> tuple[CaseView, InterviewView, Paper]:
    """The paper that the place names, or the full report of its talk."""
    if place.case_id is None:
        raise ValueError("a report belongs to a case")
    view = casework.open_case(ws, place.case_id, shell.moment().now)
    for talk in view.interviews:
        papers = papers_of(talk) if talk.head.id == place.interview_id else ()
        named = (one for one in papers if one.report.id == place.report_id)
        full = (one for one in reversed(papers) if one.report.variant is Variant.FULL)
        found = next(named, None) or next(full, None)
        if found is not None:
            return view, talk, found
    raise ValueError("there is no signed report here")


def _tr(words: str) -> str:
    return QCoreApplication.translate("SendPage", words)
