"""Owns making a version of a signed report for the police, or for a parent or carer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui import dates
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane, Sides
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.versions.items_list import ItemsList
from rhi_desktop.ui.versions.left_out_list import LeftOutList
from rhi_desktop.ui.versions.live_pages import LivePages
from rhi_desktop.ui.versions.signed_talk import signed_talk
from rhi_desktop.ui.versions.version_words import VersionWords
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    LARGE,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    TONE_ICONS,
    Button,
    Icon,
    Said,
    Text,
    announce,
    bar,
    card,
    column,
    hline,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import variants
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.variants import VariantJob
from rhi_desktop.workflow.workspace import Workspace

TICKS = "ticks"
CHOSEN = "="
"""Stands before the ticks that were kept: nothing ticked is a choice too."""


class VersionPage(Page):
    """What may go in, each with a tick; what stays out and why; the very pages; then signing.

    Only pages that are up to date can be signed. The detail of the place is the variant. What
    leaves is asked on the page of the report. ValueError without a signed report.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws, self._talk = ws, signed_talk(ws, place)
        self._variant = _variant(place.detail)
        account = self._talk.account
        super().__init__(shell, account.case.reference)
        self._id = account.interview.id
        self._said = VersionWords(self._variant, account.case.child.initials)
        self._offer = variants.offered(ws, self._id, self._variant)
        self._job: VariantJob | None = None
        self._kept = HalfTyped(ws, shell, f"version/{self._id}/{self._variant.value}")
        self._items = ItemsList(self._offer, self._said)
        self._left_out = LeftOutList(self._said)
        self._note = Text("", SMALL_QUIET, wrap=True)
        title, back = self.tr("The pages that will be signed"), self.tr("Back to the choice")
        self._pane = PreviewPane(shell, title, back)
        self._pages = LivePages(shell, self._pane, self._make, "")
        self._button, self._look, self._back = self._ways()
        self._sides = Sides(self._pane, self._left())
        self.setLayout(column((self._sides, 1)))
        self._listen()
        self.act(Menu.FILE, self.tr("Sign and save this version"), "Ctrl+Return", self._sign)
        self.act(Menu.FILE, self.tr("Back to the report"), "Alt+Left", self._leave)
        self._restore()
        self._pages.draw()

    def first_focus(self) -> QWidget | None:
        """The first tick, or the way back when nothing may go.

        With large words the link above: the tick would scroll away what the child said to it.
        """
        if theme().crowded:
            return self._other
        ticks = self._items.ticks
        return ticks[0] if ticks else self._back

    def _ways(self) -> tuple[Button, Button, Button]:
        sign = Button(self.tr("Sign and save"), "primary", "sign", size=LARGE)
        sign.setObjectName("sign_version")
        sign.clicked.connect(self._sign)
        look = Button(self.tr("The pages"))
        look.setObjectName("show_pages")
        look.hide()
        back = Button(self.tr("Back to the report"), "link", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._leave)
        return sign, look, back

    def _left(self) -> QWidget:
        side, right = theme().margin, theme().margin if theme().crowded else 40
        case, report = self._talk.account.case, self._talk.report
        signed = self.tr("Full report signed {day}").format(
            day=dates.day_and_year(report.signed_at)
        )
        who = f"{case.reference}   {case.child.initials}   {signed}"
        self._other = Button(self._other_words(), "link", size=SMALL_LINE)
        self._other.setObjectName("other_version")
        self._other.clicked.connect(self._turn_to_other)
        body = column(
            Text(self._said.title, H1, wrap=True), 4, Text(who, QUIET, wrap=True), 2,
            row(self._other, "*"), 12, self._consent(), 12,
            Text(self._said.about(self._offer.consent), BODY, wrap=True), 22, self._items, 24,
            hline(), 20, self._left_out, "*",
            margins=(side, 24, right, 16),
        )  # fmt: skip
        if theme().crowded:
            self._note.hide()
        foot = bar(
            self._button, 12, self._look, 4, (column("*", self._note, "*"), 1), 12, self._back
        )
        return wrap(column((scrolled(wrap(body)), 1), foot))

    def _consent(self) -> QWidget:
        words, tone = self._said.consent(self._offer.consent)
        sign = wrap(column(1, Icon(TONE_ICONS[tone], tone, 22), "*"))
        said = row(sign, 14, (Text(words, BODY, wrap=True), 1), margins=(20, 12, 20, 12))
        shown = card(said, tone)
        shown.setObjectName("consent")
        # Whoever hears the page begins at the first tick, below it.
        QTimer.singleShot(0, shown, partial(announce, shown, words))
        return shown

    def _listen(self) -> None:
        self._look.clicked.connect(self._sides.show_pages)
        self._pane.away.connect(self._look.setFocus)
        self._items.changed.connect(self._changed)
        self._pages.turned.connect(self._turned)
        self._pages.signed.connect(self._keep)
        self._pages.refused.connect(self._refused)

    def _restore(self) -> None:
        kept = self._kept.text(TICKS)
        if kept.startswith(CHOSEN):
            self._items.choose(self._offer.taken(kept.removeprefix(CHOSEN).split()))
        self._left_out.show_left_out(self._offer.left_out(self._items.chosen))

    def _changed(self) -> None:
        chosen = self._items.chosen
        self._kept.mark(TICKS, CHOSEN + " ".join(sorted(chosen)))
        self._left_out.show_left_out(self._offer.left_out(chosen))
        self._pages.change()

    def _make(self) -> ReportJob:
        chosen, at = self._items.chosen, self.shell.moment()
        self._job = variants.prepare_variant(self._ws, self._id, self._variant, chosen, at)
        return self._job.report_job

    def _turned(self, ready: bool) -> None:  # noqa: FBT001 - comes from a signal
        self._button.allow(on=ready)
        words = self.tr("Signed by you alone.")
        self._note.setText(words if ready else self.tr("The pages are drawn anew …"))

    def _sign(self) -> None:
        if not self._button.allowed or not self._pages.sign():
            return
        self._busy(on=True)

    def _busy(self, *, on: bool) -> None:
        # Here the focus waits: a tick that is disabled under it would hand it to what is next.
        self._button.setFocus()
        self._items.setDisabled(on)
        self._button.allow(on=not on)
        self._note.setText(self.tr("Signing …") if on else "")

    def _keep(self, signed: SignedPdf) -> None:
        if self._job is None:
            return
        try:
            report = variants.store_variant(self._ws, self._job, signed, self.shell.moment())
        except RhiError as error:
            self._refused(error)
            return
        case_id = self._talk.account.case.id
        self._kept.mark(TICKS, "")
        self._kept.forget()
        self.shell.saved(Event.SIGNED)
        self.shell.changed(case_id)
        self.shell.go(Place(PageName.SEND, case_id, interview_id=self._id, report_id=report.id))
        happened = self.tr("Signed, by the clock of this laptop")
        safe = self.tr("The version is in your vault. The full report is as it was.")
        then = self.tr("Nobody has it yet: say for whom it is, and save it as PDF.")
        self.shell.say(Said(happened, safe, then))

    def _refused(self, error: RhiError) -> None:
        self._items.setEnabled(True)
        self._turned(self._pages.ready)
        self.shell.refuse(error)

    def _other_words(self) -> str:
        if self._variant is Variant.POLICE:
            return self.tr("Make one for a parent or carer instead")
        return self.tr("Make one for the police instead")

    def _turn_to_other(self) -> None:
        other = Variant.CARER if self._variant is Variant.POLICE else Variant.POLICE
        case_id = self._talk.account.case.id
        self.shell.go(Place(PageName.VERSION, case_id, interview_id=self._id, detail=other.value))

    def _leave(self) -> None:
        case_id, report = self._talk.account.case.id, self._talk.report.id
        self.shell.go(Place(PageName.SEND, case_id, interview_id=self._id, report_id=report))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The pages are behind a button where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        self._sides.fit(narrow=narrow)
        self._look.setHidden(not narrow)


def _variant(detail: str) -> Variant:
    """What the place asks for; the police where it asks for nothing."""
    return Variant.CARER if detail == Variant.CARER.value else Variant.POLICE
