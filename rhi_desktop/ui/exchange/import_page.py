"""Owns the page of import: choose, read apart, preview, decide; nothing is added unasked."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.exchange import Incoming, MergePlan
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cards.adding import SUFFIX, add_card_file
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.drop_page import DropPage
from rhi_desktop.ui.exchange.adding import Adding
from rhi_desktop.ui.exchange.import_contents import Contents, contents_of
from rhi_desktop.ui.exchange.import_scenes import Preview, Scenes
from rhi_desktop.ui.exchange.import_view import ImportView
from rhi_desktop.ui.exchange.import_words import size_words
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Shell
from rhi_desktop.ui.verdict_view import VerdictView
from rhi_desktop.ui.widgets import announce, column
from rhi_desktop.workflow import exchanging, reviewing
from rhi_desktop.workflow.reviewing import Verdict
from rhi_desktop.workflow.workspace import Workspace

_PDF = b"%PDF-"


class Reading:
    """The one reading that may be under way; a new one or the end of the page stops it."""

    def __init__(self) -> None:
        self.stop = threading.Event()

    def begin(self) -> threading.Event:
        """Stop what is read now; the sign that stops the next one."""
        self.end()
        self.stop = threading.Event()
        return self.stop

    def end(self) -> None:
        """Stop it; the process that reads ends at once."""
        self.stop.set()


class ImportPage(DropPage):
    """Takes a bundle by choice or by drop. A card goes on to the cards, a PDF is judged here.

    What is refused is said on the page itself. Leaving or cancelling ends the reading process.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Import"))
        del place
        self._ws = ws
        self._about, self._adding = "", False
        self._reading = Reading()
        # A page that is gone must not leave the reading process behind.
        self.destroyed.connect(self._reading.end)
        self._view = ImportView(self._choose)
        self._scenes = Scenes(ws, shell, self._leave)
        self.setLayout(column((self._view, 1)))
        self.act(Menu.FILE, self.tr("Choose a file"), "Ctrl+Shift+O", self._choose)
        self.act(Menu.FILE, self.tr("Back to your cases"), "Alt+Left", self._leave)
        self._blank()

    def first_focus(self) -> QWidget | None:
        """What the person will most likely press."""
        return self._view.last

    def take(self, path: Path) -> None:
        """Read a file: a bundle, a card or a report."""
        stop = self._reading.begin()
        self.shell.hush()
        self._about = path.name
        if path.suffix.lower() == SUFFIX:
            self._take_card(path)
            return
        scene = self._scenes.reading(self._about, self._cancel)
        self._view.show_scene(scene, choose=False)
        self.shell.run(
            self,
            partial(exchanging.read_bundle_file, path),
            partial(self._look, stop, path),
            partial(self._refuse, stop),
        )

    def _look(self, stop: threading.Event, path: Path, data: bytes) -> None:
        if stop.is_set():
            return
        words = self.tr("{name}, {size}, from {folder}")
        self._about = words.format(
            name=path.name, size=size_words(len(data)), folder=path.parent.name
        )
        if data.startswith(_PDF):
            self._judge(stop, data)
            return
        inputs = exchanging.reader_inputs(self._ws)
        self.shell.run(
            self,
            lambda: exchanging.read_bundle(data, inputs, stop),
            partial(self._opened, stop),
            partial(self._refuse, stop),
        )

    def _opened(
        self, stop: threading.Event, incoming: Incoming, again: frozenset[CaseId] = frozenset()
    ) -> None:
        if stop.is_set():
            return
        plan = exchanging.preview(self._ws, incoming, again)
        contents = contents_of(plan)
        self._view.show_scene(self._scenes.checking(self._about, incoming))
        pins, files = reviewing.pins(self._ws), contents.reports
        self.shell.run(
            self,
            lambda: tuple(
                reviewing.verify(one.data, pins, expected=one.seal_digest, both=one.countersigned)
                for one in files
            ),
            partial(self._preview, stop, plan, contents),
        )

    def _preview(
        self,
        stop: threading.Event,
        plan: MergePlan,
        contents: Contents,
        verdicts: tuple[Verdict, ...],
    ) -> None:
        if stop.is_set():
            return
        found = Preview(self._about, plan.incoming, contents, verdicts)
        again = partial(self._opened, stop, plan.incoming, frozenset(contents.removed))
        add = partial(self._add, plan, found)
        self._view.show_scene(self._scenes.preview(found, add, again))

    def _add(self, plan: MergePlan, found: Preview) -> None:
        if not self._adding:
            self._adding = True
            Adding(self._ws, self.shell, plan).begin(self, partial(self._ended, found))

    def _ended(self, found: Preview, added: bool) -> None:  # noqa: FBT001 - told by position
        self._adding = False
        if added:
            self._view.show_scene(self._scenes.added(found))

    def _refuse(self, stop: threading.Event, error: RhiError) -> None:
        if not stop.is_set():
            self.shell.refused.emit(error)
            self._view.show_scene(self._scenes.refused(self._about, error))

    def _take_card(self, path: Path) -> None:
        try:
            known = add_card_file(self._ws, path, self.shell.moment())
        except RhiError as error:
            self._view.show_scene(self._scenes.refused(self._about, error))
            return
        self.shell.saved()
        self.shell.go(Place(PageName.CARDS, detail=known.card.fingerprint))

    def _judge(self, stop: threading.Event, data: bytes) -> None:
        """A report alone is judged, not added."""
        judged = VerdictView(six_words=True)
        self._view.show_scene(self._scenes.report(self._about, judged))
        pins = reviewing.pins(self._ws)

        def show(verdict: Verdict) -> None:
            if not stop.is_set():
                judged.show_verdict(verdict)

        self.shell.run(judged, lambda: reviewing.verify(data, pins), show)

    def _choose(self) -> None:
        path = self.shell.chooser.open_file(self, FileKind.BUNDLE)
        if path is not None:
            self.take(path)

    def _cancel(self) -> None:
        self._blank()
        announce(self, self.tr("Cancelled. Nothing was added."))

    def _blank(self) -> None:
        self._reading.end()
        self._view.show_blank(self._leave)

    def _leave(self) -> None:
        self._reading.end()
        self.shell.go(Place(PageName.CASES))
