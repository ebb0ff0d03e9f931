"""Owns the way out of one paper: drawn in the background, looked at, saved or printed, noted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.lock.sheet import Printed
from rhi_desktop.ui.papers.paper_warning import PaperWarning
from rhi_desktop.ui.papers.to_printer import print_pages, print_width
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import Said, column
from rhi_desktop.workflow import paper_sheets, papers, signing
from rhi_desktop.workflow.exporting import Leaving
from rhi_desktop.workflow.paper_sheets import SheetData
from rhi_desktop.workflow.papers import Paper
from rhi_desktop.workflow.signing import PageImage
from rhi_desktop.workflow.workspace import Workspace

SOON_MS = 120
"""Several ticks in a row draw once."""


class PaperDoor(QWidget):
    """Shows the pages of what may leave; those very bytes are saved and printed.

    Emits `drawn` when the pages of now are there or were refused, and `left` once a paper left
    and was noted. It is seen only while it warns before a print, or says how one went; when the
    warning was `answered`, the focus has to go back to the page.
    """

    drawn = Signal()
    left = Signal()
    answered = Signal()

    def __init__(self, ws: Workspace, shell: Shell, pane: PreviewPane) -> None:
        super().__init__()
        self._ws, self._shell, self._pane = ws, shell, pane
        self._make: Callable[[], SheetData] | None = None
        self._turn, self.data, self.refused = 0, b"", False
        self._then: Callable[[], None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._draw)
        self._warning = PaperWarning()
        self._printing: Callable[[], None] | None = None
        self._warning.agreed.connect(self._print)
        self._warning.answered.connect(self.answered)
        self._warning.shown.connect(self.setVisible)
        right = theme().margin if theme().crowded else 40
        self.setLayout(column(self._warning, margins=(theme().margin, 0, right, 8)))
        self.hide()

    def show_paper(self, make: Callable[[], SheetData]) -> None:
        """Draw another paper, or the same with something else on it."""
        self._make, self.data, self.refused = make, b"", False
        self._then = None
        self._turn += 1
        self._pane.wait()
        self._soon.start()

    def when_drawn(self, then: Callable[[], None]) -> None:
        """Do something with the bytes in view: now, or as soon as they are drawn."""
        if self.data:
            then()
        else:
            self._then = then

    def save(self, paper: Paper, leaving: Leaving, name: str) -> None:
        """Write the file where the person says, then note it."""
        path = self._shell.chooser.save_file(self, FileKind.REPORT, name)
        if path is None:
            return
        try:
            papers.save_paper(self._ws, paper, leaving, path, self._shell.moment())
        except RhiError as error:
            self._shell.refuse(error)
            return
        self._noted(leaving, self.tr("Written as {name}").format(name=path.name))

    def print_out(self, paper: Paper, leaving: Leaving) -> None:
        """Warn once; then the pages go to the system's dialog, and what was sent is noted."""
        self._printing = partial(self._render, paper, leaving)
        self._warning.ask()

    def rest(self) -> None:
        """Put the warning away: another paper is looked at."""
        self._printing = None
        self._warning.rest()

    def _draw(self) -> None:
        if self._make is None:
            return
        turn = self._turn
        try:
            sheet = self._make()
        except RhiError as error:
            self._refuse(turn, error)
            return
        work = partial(paper_sheets.draw, sheet)
        self._shell.run(self, work, partial(self._take, turn), partial(self._refuse, turn))

    def _take(self, turn: int, data: bytes) -> None:
        if turn != self._turn:
            return
        self.data = data
        self._pane.show_file(data)
        self.drawn.emit()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _refuse(self, turn: int, error: RhiError) -> None:
        if turn != self._turn:
            return
        self.refused, self._then = True, None
        self._pane.refuse(error)
        self.drawn.emit()

    def _print(self) -> None:
        printing, self._printing = self._printing, None
        if printing is not None:
            printing()

    def _render(self, paper: Paper, leaving: Leaving) -> None:
        work = partial(signing.page_images, paper.data, print_width(landscape=paper.folded))
        self._shell.run(self, work, partial(self._to_printer, paper, leaving))

    def _to_printer(self, paper: Paper, leaving: Leaving, pages: tuple[PageImage, ...]) -> None:
        print_pages(self, pages, partial(self._ended, paper, leaving))

    def _ended(self, paper: Paper, leaving: Leaving, how: Printed) -> None:
        self._warning.say(how)
        if how is not Printed.SENT:
            return
        try:
            papers.note_printed(self._ws, paper, leaving, self._shell.moment())
        except RhiError as error:
            self._shell.refuse(error)
            return
        self._noted(leaving, self.tr("Sent to the printer"))

    def _noted(self, leaving: Leaving, happened: str) -> None:
        self._shell.saved(Event.EXPORTED)
        safe = self.tr("It has left the vault: whoever has it can read it.")
        noted = self.tr("Noted for {who}.").format(who=leaving.recipient)
        self._shell.say(Said(happened, safe, noted))
        self.left.emit()
