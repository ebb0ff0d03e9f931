"""Owns the scenes of an import: what stands on the page at each moment, and where one can go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.card import KnownCard
from rhi_desktop.domain.exchange import Incoming
from rhi_desktop.errors import RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.exchange.import_cards import added_card, contents_card, report_card, to_do_card
from rhi_desktop.ui.exchange.import_contents import Contents
from rhi_desktop.ui.exchange.import_steps import (
    added_step,
    checking_step,
    news_step,
    opened_steps,
    reading_steps,
    refused_steps,
)
from rhi_desktop.ui.exchange.import_view import Act, Scene
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import ButtonKind, Said
from rhi_desktop.workflow import reviewing, trusting
from rhi_desktop.workflow.reviewing import Verdict
from rhi_desktop.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Preview:
    """A bundle as a person sees it before deciding."""

    about: str
    incoming: Incoming
    contents: Contents
    verdicts: tuple[Verdict, ...]


class Scenes(QObject):
    """Makes each scene anew; writes nothing. `leave` is where Close and Cancel lead."""

    def __init__(self, ws: Workspace, shell: Shell, leave: Callable[[], object]) -> None:
        super().__init__()
        self._ws, self._shell, self._leave = ws, shell, leave

    def reading(self, about: str, cancel: Callable[[], object]) -> Scene:
        """A file is being read."""
        return Scene(about, self._nothing_yet(), (self._cancel(cancel),), reading_steps())

    def checking(self, about: str, incoming: Incoming) -> Scene:
        """The bundle is open; the reports in it are being judged."""
        steps = opened_steps(incoming.head, self._signer(incoming), checking_step())
        return Scene(about, self._nothing_yet(), (self._cancel(self._leave),), steps)

    def preview(
        self, found: Preview, add: Callable[[], object], again: Callable[[], object]
    ) -> Scene:
        """What would be added, and the button that does it.

        `again` looks once more, with the cases that were removed here taken in like new ones.
        """
        incoming, contents = found.incoming, found.contents
        last = news_step(contents, found.verdicts)
        steps = opened_steps(incoming.head, self._signer(incoming), last)
        card = contents_card(contents, found.verdicts, incoming.sender)
        note = self._nothing_yet()
        acts: tuple[Act, ...] = (
            self._cancel(self._leave),
            Act(self.tr("Add to my cases"), "add_to_cases", add, "primary"),
        )
        if not contents.changes:
            note = self.tr("There is nothing to add.")
            acts = (self._close("quiet"), *self._ways_on(contents))
        if contents.removed:
            acts = (Act(self.tr("Look at it again"), "take_again", again), *acts)
        return Scene(found.about, note, acts, steps, right=card)

    def added(self, found: Preview) -> Scene:
        """What was added, and where to go on."""
        incoming, contents = found.incoming, found.contents
        steps = opened_steps(incoming.head, self._signer(incoming), added_step())
        said = Said(self.tr("Added to your cases"), self.tr("All of it is saved on this laptop."))
        if contents.apart:
            kept = self.tr("What was changed in both places was not written.")
            said = Said(said.happened, self.tr("The rest is saved on this laptop."), kept)
        acts = (self._close("quiet"), *self._ways_on(contents))
        note = self.tr("The bundle file is not needed any more.")
        card = added_card(contents)
        return Scene(found.about, note, acts, steps, right=card, said=said, tone="good")

    def refused(self, about: str, error: RhiError) -> Scene:
        """What happened, what is safe, what to do."""
        known = self._known(str(error.facts.get("fingerprint", "")))
        cards = None
        if error.code.startswith("signer_"):
            detail = known.card.fingerprint if known else ""
            cards = partial(self._shell.go, Place(PageName.CARDS, detail=detail))
        of_card = error.code.startswith("card_")
        steps = () if of_card else refused_steps(error, known.card.person.name if known else "")
        words = self.tr("{happened}. Your cases are exactly as they were before.")
        words = words.format(happened=messages.refusal(error).happened)
        said = Said(self.tr("Nothing was added"), words)
        note = self.tr("The file stays where it was.")
        card = to_do_card(error, cards)
        return Scene(about, note, (self._close("primary"),), steps, right=card, said=said)

    def report(self, about: str, judged: QWidget) -> Scene:
        """A report came alone: it is judged, not added."""
        said = Said(
            self.tr("This is a report, not a bundle"),
            self.tr("A report alone cannot be added to your cases. This is what it proves:"),
        )
        acts, note = (self._close("primary"),), self.tr("Nothing was added.")
        card = report_card()
        return Scene(about, note, acts, left=judged, right=card, said=said, tone="notice")

    def _ways_on(self, contents: Contents) -> tuple[Act, ...]:
        """Where to go from here: the case, and the reports that wait for an answer."""
        place, words = Place(PageName.CASES), self.tr("Open your cases")
        if len(contents.case_ids) == 1:
            place = Place(PageName.CASE, contents.case_ids[0])
            words = self.tr("Open {case}").format(case=contents.references[0])
        waiting = bool(reviewing.waiting(self._ws))
        kind: ButtonKind = "plain" if waiting else "primary"
        open_case = Act(words, "open_case_after", partial(self._shell.go, place), kind)
        if not waiting:
            return (open_case,)
        look = partial(self._shell.go, Place(PageName.REVIEWS))
        return (open_case, Act(self.tr("Reports to review"), "open_reviews_after", look, "primary"))

    def _signer(self, incoming: Incoming) -> KnownCard | None:
        return self._known(incoming.sender.fingerprint)

    def _known(self, fingerprint: str) -> KnownCard | None:
        found = (one for one in trusting.cards(self._ws) if one.card.fingerprint == fingerprint)
        return next(found, None)

    def _close(self, kind: ButtonKind) -> Act:
        return Act(self.tr("Close"), "close_import", self._leave, kind)

    def _cancel(self, do: Callable[[], object]) -> Act:
        return Act(self.tr("Cancel, change nothing"), "cancel_import", do, focus=True)

    def _nothing_yet(self) -> str:
        return self.tr("Nothing has been added yet.")
