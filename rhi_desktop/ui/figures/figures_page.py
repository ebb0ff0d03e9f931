"""Owns the page of figures: choose a quarter, look at the page, sign it and give it out."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.counting import Figures
from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.exchange.given_list import given_list
from rhi_desktop.ui.exchange.leave_form import LeaveForm
from rhi_desktop.ui.places import HOME, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane, Sides
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.versions.live_pages import LivePages
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    H3,
    LARGE,
    SMALL_LINE,
    Button,
    Said,
    Text,
    bar,
    column,
    empty,
    hline,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import counting
from rhi_desktop.workflow.counting import Quarter
from rhi_desktop.workflow.exporting import Leaving
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.workspace import Workspace

COLUMNS = 2


class FiguresPage(Page):
    """Figures from which nobody can be picked out, about one quarter that is over.

    Counting reads the whole vault in the background and ends when somebody leaves. The page is
    signed by this person alone, written as a PDF, and no copy of it stays in the vault.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Figures"))
        del place
        self._ws = ws
        self._stop = threading.Event()
        self.destroyed.connect(self._stop.set)
        self._quarters = counting.quarters(shell.moment().now)
        self._quarter = self._quarters[0]
        self._shown: Figures | None = None
        self._leaving: tuple[Leaving, Path] | None = None
        names = {str(at): counting.quarter_name(one) for at, one in enumerate(self._quarters)}
        label = self.tr("Which three months")
        self._choice = ChoiceField("quarter", label, names, columns=COLUMNS)
        self._choice.choose("0")
        self._form = LeaveForm(ws, shell, "figures")
        self._given = QVBoxLayout()
        self._save, self._look = self._ways()
        self._pane = PreviewPane(
            shell, self.tr("The page that will be signed"), self.tr("Back to the choice")
        )
        self._pages = LivePages(shell, self._pane, self._make, "")
        self._sides = Sides(self._pane, self._left())
        self.setLayout(column((self._sides, 1)))
        self._listen()
        self.act(Menu.FILE, self.tr("Sign and save the figures"), "Ctrl+Return", self._sign)
        self.act(Menu.FILE, self.tr("Back to your cases"), "Alt+Left", self._leave)
        self._list()
        self._count()

    def first_focus(self) -> QWidget | None:
        """Which quarter."""
        return self._choice.first

    def _ways(self) -> tuple[Button, Button]:
        save = Button(self.tr("Sign and save"), "primary", "sign", size=LARGE)
        save.setObjectName("sign_figures")
        save.clicked.connect(self._sign)
        save.setDisabled(True)
        look = Button(self.tr("The page"))
        look.setObjectName("show_pages")
        look.hide()
        return save, look

    def _left(self) -> QWidget:
        side, right = theme().margin, theme().margin if theme().crowded else 40
        back = Button(self.tr("Cases"), "link", "left", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._leave)
        words = self.tr(
            "Times away that ended in these months, by the notes in this vault: how many were "
            "offered a talk, had one, and had it in time. Nobody can be picked out: a count of "
            "one to four is joined to the next group or left out."
        )
        body = column(
            row(back, "*"), 4, Text(self.tr("Figures"), H1), 4,
            Text(words, BODY, wrap=True), 18, self._choice, 22, hline(), 18,
            Text(self.tr("For whom it is"), H3), 12, self._form, 24, self._given, "*",
            margins=(side, 12, right, 24),
        )  # fmt: skip
        foot = bar(self._save, 12, self._look, "*")
        return wrap(column((scrolled(wrap(body)), 1), foot))

    def _listen(self) -> None:
        self._choice.chosen.connect(self._count)
        self._look.clicked.connect(self._sides.show_pages)
        self._pane.away.connect(self._look.setFocus)
        self._pages.turned.connect(self._turned)
        self._pages.signed.connect(self._signed)
        self._pages.refused.connect(self._refused)

    def _count(self) -> None:
        """Count the quarter that is chosen now; what was being counted is not waited for."""
        self._stop.set()
        self._stop = stop = threading.Event()
        self.destroyed.connect(stop.set)
        self._quarter, self._shown = self._quarters[int(self._choice.value())], None
        self._save.setDisabled(True)
        self._pane.say(self.tr("Counting …"))
        store, hours = self._ws.store, self._ws.profile.hours
        work = partial(counting.count, store.folder, store.keys, self._quarter, hours, stop.is_set)
        self.shell.run(self, work, partial(self._counted, self._quarter), self._pane.refuse)

    def _counted(self, quarter: Quarter, found: Figures | None) -> None:
        if quarter == self._quarter and found is not None:
            self._shown = found
            self._pages.draw()

    def _make(self) -> ReportJob | None:
        if self._shown is None:
            return None
        what = counting.counted(self._ws, self._quarter, self._shown)
        return counting.prepare_figures(self._ws, what, self.shell.moment())

    def _turned(self, ready: bool) -> None:  # noqa: FBT001 - comes from a signal
        self._save.allow(on=ready)

    def _sign(self) -> None:
        if not self._save.allowed:
            return
        leaving = self._form.asked()
        if leaving is None:
            return
        name = counting.suggested_name(self._quarter)
        path = self.shell.chooser.save_file(self, FileKind.REPORT, name)
        if path is None:
            return
        self._leaving = (leaving, path)
        if self._pages.sign():
            self._save.allow(on=False)

    def _signed(self, signed: SignedPdf) -> None:
        if self._leaving is None:
            return
        leaving, path = self._leaving
        self._leaving = None
        try:
            counting.save_figures(self._ws, signed, path, leaving, self.shell.moment())
        except RhiError as error:
            self._refused(error)
            return
        self._form.done()
        self.shell.saved(Event.EXPORTED)
        self._list()
        # A second copy is a page of its own, with its own digest and its own time.
        self._pages.draw()
        written = self.tr("The figures were signed and written as {name}").format(name=path.name)
        safe = self.tr("They have left the vault: whoever has the file can read it.")
        noted = self.tr("Noted for {who}.").format(who=leaving.recipient)
        self.shell.say(Said(written, safe, noted))

    def _refused(self, error: RhiError) -> None:
        self._save.allow(on=self._pages.ready)
        self.shell.refuse(error)

    def _list(self) -> None:
        empty(self._given)
        self._given.addWidget(given_list(counting.figures_given(self._ws)))

    def _leave(self) -> None:
        self.shell.go(HOME)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The page is behind a button where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        self._sides.fit(narrow=narrow)
        self._look.setHidden(not narrow)
