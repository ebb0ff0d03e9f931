"""Owns the four steps of an import in words: read, signed by whom, not changed, what is new."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.card import KnownCard
from rhi_desktop.domain.exchange import BundleHead
from rhi_desktop.errors import RhiError
from rhi_desktop.ui import dates, messages
from rhi_desktop.ui.cards.card_words import day_words
from rhi_desktop.ui.exchange.import_contents import Contents
from rhi_desktop.ui.widgets import StepState
from rhi_desktop.workflow.reviewing import Outcome, Verdict

Step = tuple[str, str, StepState]
READ, SIGNED, UNCHANGED, NEW = range(4)
_FAILS_AT = {
    "signer_unknown": SIGNED,
    "signer_pending": SIGNED,
    "signer_revoked": SIGNED,
    "bundle_changed": UNCHANGED,
    "bundle_pack_unknown": NEW,
}


def reading_steps() -> tuple[Step, ...]:
    """The first one is under way."""
    waits = _tr("Reading it apart from your cases …")
    return (_read(waits, "waits"), _signed(), _unchanged(), _new(_tr("Not opened yet."), "todo"))


def opened_steps(head: BundleHead, known: KnownCard | None, last: Step) -> tuple[Step, ...]:
    """Three are done; `last` says what is new. `known` is None for a bundle of our own."""
    title, name = _tr("Signed by you"), _tr("you")
    compared = _tr("This bundle left from this vault.")
    when = _when(head.made_at)
    clock = _tr("{when}, by this laptop\u2019s clock.").format(when=when)
    if known is not None:
        name = known.card.person.name
        title = _tr("Signed by {name}").format(name=name)
        compared = _tr("You compared the words of this card on {day}.").format(
            day=day_words(known.since)
        )
        clock = _tr("{when}, by the clock of {name}\u2019s laptop.").format(when=when, name=name)
    return (
        _read(_tr("All of it, in one piece."), "done"),
        (title, compared, "done"),
        (_tr("Not changed since it was signed"), clock, "done"),
        last,
    )


def checking_step() -> Step:
    """The reports in the bundle are being judged."""
    return _new(_tr("Checking the signed report …"), "waits")


def news_step(contents: Contents, verdicts: Sequence[Verdict]) -> Step:
    """What is new, or what asks for a person."""
    if any(one.outcome not in {Outcome.GENUINE, Outcome.UNKNOWN_SIGNER} for one in verdicts):
        words = _tr("The bundle is whole, but do not rely on that report. Ask who signed it.")
        return _tr("A report in it is not genuine"), words, "asks"
    if contents.removed:
        day = dates.day_and_year(max(contents.removed.values()))
        words = _tr("It does not come back by itself. Take it in again only if you mean to.")
        return _tr("You removed this case on {day}").format(day=day), words, "asks"
    if contents.apart:
        words = _tr("Yours stays as it is. Theirs is not written: talk about which one is right.")
        return _tr("Some of it was also changed here"), words, "asks"
    if not contents.changes:
        return _tr("Nothing is new"), _tr("Everything in it is here already."), "done"
    if any(one.outcome is Outcome.UNKNOWN_SIGNER for one in verdicts):
        words = _tr("The report is unchanged, but not everybody who signed it is known here.")
        return _tr("What is new"), words, "asks"
    return _new(_tr("Nothing that you wrote is changed by it."), "done")


def added_step() -> Step:
    """It was written."""
    return _tr("Added"), _tr("All of it was written at once, and kept."), "done"


def refused_steps(error: RhiError, name: str) -> tuple[Step, ...]:
    """Up to the step that failed; `name` is whose card it concerns, when that is known."""
    at = _FAILS_AT.get(error.code, READ)
    happened = messages.refusal(error).happened + "."
    if at is READ:
        todo = _tr("Not looked at.")
        steps = [_read(happened, "refused"), _signed(todo), _unchanged(todo)]
        return (*steps, _new(_tr("Not opened."), "todo"))
    read = _read(_tr("All of it, in one piece."), "done")
    if at is SIGNED:
        title = _tr("Not signed by anybody you trust")
        if name:
            title = _tr("Signed with the card of {name}").format(name=name)
        steps = [read, (title, happened, "refused"), _unchanged(_tr("Not looked at."))]
        return (*steps, _new(_tr("Not opened."), "todo"))
    if at is UNCHANGED:
        who = _signed(_tr("A name in a file that does not fit its signature says nothing."))
        title = _tr("The contents do not match the signature")
        words = _tr(
            "Something in the file changed after it was signed. It may be damage on the way, or"
            " somebody may have changed it."
        )
        return (read, who, (title, words, "refused"), _new(_tr("Not opened."), "todo"))
    signed: Step = (_tr("Signed by somebody you trust"), _tr("The card is known here."), "done")
    return (read, signed, _unchanged(_tr("Not looked at.")), _new(happened, "refused"))


def _read(words: str, state: StepState) -> Step:
    title = _tr("The file could not be read") if state == "refused" else _tr("Read the file")
    return title, words, state


def _signed(words: str = "") -> Step:
    return _tr("Signed by"), words or _tr("Not looked at yet."), "todo"


def _unchanged(words: str = "") -> Step:
    return _tr("Not changed since it was signed"), words or _tr("Not looked at yet."), "todo"


def _new(words: str, state: StepState) -> Step:
    return _tr("What is new"), words, state


def _when(moment: datetime) -> str:
    said = _tr("{day}, {time}")
    return said.format(day=dates.day_and_year(moment), time=dates.clock_time(moment))


def _tr(words: str) -> str:
    return QCoreApplication.translate("import", words)
