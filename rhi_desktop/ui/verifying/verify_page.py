"""Owns the page that checks a report somebody handed over: quick first, then every byte."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.drop_page import DropPage
from rhi_desktop.ui.exchange.import_words import size_words
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Shell
from rhi_desktop.ui.verifying.verify_view import VerifyView
from rhi_desktop.ui.widgets import announce, column
from rhi_desktop.workflow import reviewing, verifying
from rhi_desktop.workflow.reviewing import Verdict
from rhi_desktop.workflow.verifying import Check
from rhi_desktop.workflow.workspace import Workspace

LOOK_MS = 80
"""How often the bar asks how far the check is."""


class Desk:
    """The one check that is ready or under way. No widget: it outlives the page by its end."""

    def __init__(self) -> None:
        self.check = Check()

    def anew(self) -> Check:
        """A fresh one; whatever the last one was doing ends."""
        self.end()
        self.check = Check()
        return self.check

    def end(self) -> None:
        """No process is left."""
        self.check.end()


class VerifyPage(DropPage):
    """Takes a PDF by choice or by drop and says what it proves. Nothing of it is kept.

    The reading process is started with the page, so that the quick look is there at once; it ends
    with the page.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Check a report"))
        del place
        self._ws, self._about = ws, ""
        self._desk = Desk()
        self._fresh = True
        # A page that is gone must not leave the reading process behind.
        self.destroyed.connect(self._desk.end)
        self._view = VerifyView(self._choose, self._stop, self._leave, self._cards)
        self.setLayout(column((self._view, 1)))
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.act(Menu.REVIEW, self.tr("Choose a PDF"), "Ctrl+Shift+O", self._choose)
        self.act(Menu.REVIEW, self.tr("Back to your cases"), "Alt+Left", self._leave)
        self._view.show_blank()

    def first_focus(self) -> QWidget | None:
        """What the person will most likely press."""
        return self._view.last

    def take(self, path: Path) -> None:
        """Check a file."""
        self.shell.hush()
        check = self._desk.check if self._fresh else self._desk.anew()
        self._fresh = False
        self._about = path.name
        self._view.show_checking(self._about)
        announce(self, self.tr("Looking at the signatures …"))
        self.shell.run(
            self,
            partial(verifying.read_report_file, path),
            partial(self._read, check, path),
            partial(self._refuse, check),
        )

    def _read(self, check: Check, path: Path, data: bytes) -> None:
        if check.stopped:
            return
        words = self.tr("{name}, {size}, from {folder}")
        self._about = words.format(
            name=path.name, size=size_words(len(data)), folder=path.parent.name
        )
        trusted = reviewing.pins(self._ws)
        self.shell.run(self, partial(check.quick, data, trusted), partial(self._seen, check))

    def _seen(self, check: Check, quick: Verdict) -> None:
        if check.stopped:
            return
        self._view.verdict.show_quick(quick)
        self._timer.start()
        self.shell.run(self, check.whole, partial(self._judged, check))

    def _judged(self, check: Check, verdict: Verdict) -> None:
        if check.stopped:
            return
        self._timer.stop()
        self._view.show_verdict(self._about, verdict)
        # Ready for the next file.
        self._desk.anew()
        self._fresh = True

    def _refuse(self, check: Check, error: RhiError) -> None:
        if check.stopped:
            return
        said = messages.refusal(error)
        self._end()
        self._view.show_said(self._about, said.happened, said.rest)

    def _stop(self) -> None:
        self._end()
        words = self.tr("You stopped it. Nothing is known about this file.")
        self._view.show_said(self._about, self.tr("The check was stopped"), words)

    def _end(self) -> None:
        self._timer.stop()
        self._desk.anew()
        self._fresh = True

    def _look(self) -> None:
        self._view.show_share(self._desk.check.share)

    def _choose(self) -> None:
        path = self.shell.chooser.open_file(self, FileKind.REPORT)
        if path is not None:
            self.take(path)

    def _cards(self) -> None:
        self.shell.go(Place(PageName.CARDS))

    def _leave(self) -> None:
        self.shell.go(Place(PageName.CASES))
