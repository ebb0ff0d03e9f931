"""Owns what the page of removal says: what to know first, what goes and stays, what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject

from rhi_desktop.ui import dates, messages
from rhi_desktop.ui.widgets import Said
from rhi_desktop.ui.widgets.steps import StepState
from rhi_desktop.workflow.purging import Passed, PurgeNotes, PurgeView

Point = tuple[str, str, StepState]


class _Counted(QObject):
    """Texts with a number: only a context of its own is looked through for plural forms."""

    def times(self, count: int) -> str:
        """Times away."""
        return self.tr("%n time(s) away", "", count)

    def talks(self, count: int) -> str:
        """Records of a talk, or that none was held."""
        return self.tr("%n record(s) of a talk, or of why there was none", "", count)

    def lines(self, count: int) -> str:
        """Lines that were heard."""
        return self.tr("%n line(s) heard", "", count)

    def papers(self, count: int) -> str:
        """Signed reports."""
        return self.tr("%n signed report(s)", "", count)

    def promises(self, count: int) -> str:
        """What nobody followed up."""
        return self.tr("%n promise(s) still open", "", count)

    def unsealed(self, count: int) -> str:
        """Records without a seal."""
        return self.tr("%n record(s) not sealed", "", count)

    def unsigned(self, count: int) -> str:
        """Sealed records without a signed report."""
        return self.tr("%n sealed record(s) not signed", "", count)

    def waiting(self, count: int) -> str:
        """People who were not told yet."""
        return self.tr("%n person(s) still to be told", "", count)

    def revisions(self, count: int) -> str:
        """What was taken out of the tables."""
        return self.tr(
            "Taken out: %n record(s), with what was half typed and older copies.", "", count
        )


def points(notes: PurgeNotes) -> tuple[Point, ...]:
    """What somebody should know first, the reasons that stop it on top."""
    return (*_stops(notes), _copies(notes), *_papers(notes), *_open(notes))


def goes(notes: PurgeNotes) -> tuple[str, ...]:
    """What is removed, line by line."""
    count = _Counted()
    counted = (
        (notes.times, count.times),
        (notes.talks, count.talks),
        (notes.lines, count.lines),
        (notes.papers, count.papers),
    )
    return (
        _tr("Everything known about {child}").format(child=notes.case.child.initials),
        *(say(number) for number, say in counted if number),
        _tr("What is half typed, and every earlier wording"),
        _tr("Older snapshots of the vault on this laptop"),
    )


def stays() -> tuple[str, ...]:
    """What no button here can take back."""
    return (
        _tr("Printed pages, PDFs and bundles that left this laptop"),
        _tr("The copy that a colleague has"),
        _tr("Copies of the whole vault that somebody made by hand"),
        _tr("A note that a case was removed, when and by whom"),
    )


def removed(view: PurgeView) -> Said:
    """What came of it."""
    happened = _tr("{reference} was removed from the notes on this laptop")
    gone = _Counted().revisions(view.records)
    if view.finished:
        safe = _tr("{gone} All other cases are as they were.").format(gone=gone)
        return Said(happened.format(reference=view.reference), safe, "")
    rest = _tr(
        "Older copies of it could not be cleaned away just now. That is done when you next"
        " open these notes."
    )
    return Said(happened.format(reference=view.reference), gone, rest)


def _stops(notes: PurgeNotes) -> Iterator[Point]:
    for stop in notes.stops:
        if stop.code == "purge_somebody_waits":
            title = _Counted().waiting(int(stop.facts["people"]))
        else:
            title = _tr("A conversation is running")
        yield title, messages.problem_words(stop), "refused"


def _copies(notes: PurgeNotes) -> Point:
    whole = next((one for one in notes.bundles if one.whole), None)
    if whole is not None:
        words = _tr("The bundle sent on {when} to {who} holds everything that is here.")
        if not whole.outgoing:
            words = _tr("It came from {who} on {when}, and nothing was added here since.")
        return _tr("Somebody else has all of it"), _named(words, whole), "done"
    if notes.bundles:
        words = _tr("The last bundle, {when}, {who}, does not hold what was written since.")
        return _tr("What is newest was not sent"), _named(words, notes.bundles[0]), "asks"
    words = _tr(
        "If somebody still needs it, send a bundle first. Of bundles made with an earlier version"
        " nobody wrote down which case they held."
    )
    return _tr("No bundle with this case is written down"), words, "asks"


def _papers(notes: PurgeNotes) -> Iterator[Point]:
    if notes.handed_over:
        newest = notes.handed_over[0]
        words = _tr("The last time on {when}, for {who}.")
        said = words.format(when=dates.short_day_and_time(newest.at), who=newest.recipient)
        yield _tr("The signed report was given out"), said, "done"
    elif notes.papers and not notes.elsewhere:
        words = _tr("Nobody has it as a file. Save it, or send a bundle, if it is still needed.")
        yield _tr("The signed report never left this laptop"), words, "asks"


def _open(notes: PurgeNotes) -> Iterator[Point]:
    count = _Counted()
    if notes.unsealed:
        words = _tr("There is no report of what is not sealed.")
        yield count.unsealed(notes.unsealed), words, "asks"
    if notes.unsigned:
        words = _tr("There is no signed report of it.")
        yield count.unsigned(notes.unsigned), words, "asks"
    if notes.promises:
        words = _tr("Nobody wrote down what became of it. Here nobody will be asked any more.")
        yield count.promises(notes.promises), words, "asks"
    if notes.has_plan:
        words = _tr("Does the child have their own? From here it cannot be shown again.")
        yield _tr("The child has a plan here"), words, "asks"


def _named(words: str, one: Passed) -> str:
    who = ", ".join(one.partners) or _tr("somebody whose card is not here")
    return words.format(when=dates.short_day_and_time(one.at), who=who)


def _tr(words: str) -> str:
    return QCoreApplication.translate("purge", words)
