"""Owns the page of import: choose, read apart, preview, decide; nothing is added unasked."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.card import KnownCard
from rhi_desktop.domain.exchange import Incoming, MergePlan
from rhi_desktop.errors import RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.cards.adding import SUFFIX, add_card_file
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.exchange.import_cards import added_card, contents_card, report_card, to_do_card
from rhi_desktop.ui.exchange.import_contents import Contents, contents_of
from rhi_desktop.ui.exchange.import_steps import (
    Step,
    added_step,
    checking_step,
    news_step,
    opened_steps,
    reading_steps,
    refused_steps,
)
from rhi_desktop.ui.exchange.import_view import Act, ImportView, Scene
from rhi_desktop.ui.exchange.import_words import size_words
from rhi_desktop.ui.exchange.verdict_card import VerdictCard
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.widgets import ButtonKind, Said, announce, column
from rhi_desktop.workflow import exchanging, reviewing, trusting
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


class ImportPage(Page):
    """Takes a bundle by choice or by drop. A card goes on to the cards, a PDF is judged here.

    What is refused is said on the page itself. Leaving or cancelling ends the reading process.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Import"))
        del place
        self._ws = ws
        self._about = ""
        self._reading = Reading()
        # A page that is gone must not leave the reading process behind.
        self.destroyed.connect(self._reading.end)
        self.setAcceptDrops(True)
        self._view = ImportView(self._choose)
        self.setLayout(column((self._view, 1)))
        self.act(Menu.FILE, self.tr("Choose a file"), "Ctrl+Shift+O", self._choose)
        self.act(Menu.FILE, self.tr("Back to your cases"), "Alt+Left", self._leave)
        self._blank()

    def first_focus(self) -> QWidget | None:
        """What the person will most likely press."""
        return self._view.last

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - overrides Qt
        """One file of this laptop may be dropped."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - overrides Qt
        """The same as choosing it."""
        event.acceptProposedAction()
        self.take(Path(event.mimeData().urls()[0].toLocalFile()))

    def take(self, path: Path) -> None:
        """Read a file: a bundle, a card or a report."""
        stop = self._reading.begin()
        self.shell.hush()
        self._about = path.name
        if path.suffix.lower() == SUFFIX:
            self._take_card(path)
            return
        cancel = Act(self.tr("Cancel, change nothing"), "cancel_import", self._cancel)
        scene = Scene(self._about, self._nothing_yet(), (cancel,), reading_steps())
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

    def _opened(self, stop: threading.Event, incoming: Incoming) -> None:
        if stop.is_set():
            return
        plan = exchanging.preview(self._ws, incoming)
        contents = contents_of(plan)
        steps = opened_steps(incoming.head, self._signer(plan), checking_step())
        cancel = Act(self.tr("Cancel, change nothing"), "cancel_import", self._leave)
        scene = Scene(self._about, self._nothing_yet(), (cancel,), steps)
        self._view.show_scene(scene)
        pins, files = reviewing.pins(self._ws), contents.reports
        self.shell.run(
            self,
            lambda: tuple(
                reviewing.verify(one.data, pins, expected=one.seal_digest) for one in files
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
        steps = opened_steps(plan.incoming.head, self._signer(plan), news_step(contents, verdicts))
        card = contents_card(contents, verdicts, plan.incoming.sender)
        cancel = Act(self.tr("Cancel, change nothing"), "cancel_import", self._leave, focus=True)
        add = Act(
            self.tr("Add to my cases"),
            "add_to_cases",
            partial(self._add, plan, contents),
            "primary",
        )
        acts: tuple[Act, ...] = (cancel, add)
        note = self._nothing_yet()
        if not contents.changes:
            note = self.tr("There is nothing to add.")
            acts = (self._close("plain"), *self._ways_on(contents))
        self._view.show_scene(Scene(self._about, note, acts, steps, right=card))

    def _add(self, plan: MergePlan, contents: Contents) -> None:
        try:
            result = exchanging.apply(self._ws, plan, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        for case_id in result.case_ids:
            self.shell.changed(case_id)
        steps = opened_steps(plan.incoming.head, self._signer(plan), added_step())
        said = Said(self.tr("Added to your cases"), self.tr("All of it is saved on this laptop."))
        if contents.apart:
            kept = self.tr("What was changed in both places was not written.")
            said = Said(said.happened, self.tr("The rest is saved on this laptop."), kept)
        acts = (self._close("quiet"), *self._ways_on(contents))
        note, card = self.tr("The bundle file is not needed any more."), added_card(contents)
        scene = Scene(self._about, note, acts, steps, right=card, said=said, tone="good")
        self._view.show_scene(scene)

    def _refuse(self, stop: threading.Event, error: RhiError) -> None:
        if stop.is_set():
            return
        known = self._known(str(error.facts.get("fingerprint", "")))
        name = known.card.person.name if known else ""
        cards = None
        if error.code.startswith("signer_"):
            detail = known.card.fingerprint if known else ""
            cards = partial(self.shell.go, Place(PageName.CARDS, detail=detail))
        self._show_refused(error, to_do_card(error, cards), refused_steps(error, name))

    def _show_refused(self, error: RhiError, card: QFrame, steps: tuple[Step, ...]) -> None:
        happened = messages.refusal(error).happened
        words = self.tr("{happened}. Your cases are exactly as they were before.")
        said = Said(self.tr("Nothing was added"), words.format(happened=happened))
        note = self.tr("The file stays where it was.")
        scene = Scene(self._about, note, (self._close("primary"),), steps, right=card, said=said)
        self._view.show_scene(scene)

    def _take_card(self, path: Path) -> None:
        try:
            known = add_card_file(self._ws, path, self.shell.moment())
        except RhiError as error:
            self._show_refused(error, to_do_card(error, None), ())
            return
        self.shell.saved()
        self.shell.go(Place(PageName.CARDS, detail=known.card.fingerprint))

    def _judge(self, stop: threading.Event, data: bytes) -> None:
        """A report alone is judged, not added."""
        judged = VerdictCard(trusting.own_fingerprint(self._ws))
        said = Said(
            self.tr("This is a report, not a bundle"),
            self.tr("A report alone cannot be added to your cases. This is what it proves:"),
        )
        note = self.tr("Nothing was added.")
        acts = (self._close("primary"),)
        scene = Scene(
            self._about, note, acts, left=judged, right=report_card(), said=said, tone="notice"
        )
        self._view.show_scene(scene)
        pins = reviewing.pins(self._ws)

        def show(verdict: Verdict) -> None:
            if not stop.is_set():
                judged.show_verdict(verdict)

        self.shell.run(judged, lambda: reviewing.verify(data, pins), show)

    def _ways_on(self, contents: Contents) -> tuple[Act, ...]:
        """Where to go from here: the case, and the reports that wait for an answer."""
        place, words = Place(PageName.CASES), self.tr("Open your cases")
        if len(contents.case_ids) == 1:
            place = Place(PageName.CASE, contents.case_ids[0])
            words = self.tr("Open {case}").format(case=contents.references[0])
        waiting = bool(reviewing.waiting(self._ws))
        open_case = Act(
            words,
            "open_case_after",
            partial(self.shell.go, place),
            "plain" if waiting else "primary",
        )
        if not waiting:
            return (open_case,)
        look = partial(self.shell.go, Place(PageName.REVIEWS))
        review = Act(self.tr("Reports to review"), "open_reviews_after", look, "primary")
        return (open_case, review)

    def _signer(self, plan: MergePlan) -> KnownCard | None:
        return self._known(plan.incoming.sender.fingerprint)

    def _known(self, fingerprint: str) -> KnownCard | None:
        found = (one for one in trusting.cards(self._ws) if one.card.fingerprint == fingerprint)
        return next(found, None)

    def _close(self, kind: ButtonKind) -> Act:
        return Act(self.tr("Close"), "close_import", self._leave, kind)

    def _nothing_yet(self) -> str:
        return self.tr("Nothing has been added yet.")

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
