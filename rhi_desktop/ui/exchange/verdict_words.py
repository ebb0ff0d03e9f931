"""Owns what a verdict on a signed file means in plain words, and who signed when."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhi_desktop.ui import dates
from rhi_desktop.ui.translation import noop
from rhi_desktop.workflow.reviewing import Outcome, SignatureFinding, Verdict

_CHANGED = {
    "signature_broken": noop("verdict", "The contents do not match the signature."),
    "not_whole_file": noop("verdict", "Something was added that no signature covers."),
    "changed_after_signing": noop("verdict", "Something in it changed after it was signed."),
    "other_record": noop("verdict", "The record in it is not the one that came with it."),
    "record_differs": noop("verdict", "The record in it does not match its own seal."),
    "same_signer": noop("verdict", "Both signatures come from the same person."),
}
_OTHERWISE = noop("verdict", "It is not put together as the reports of this program are.")
_UNKNOWN = noop(
    "verdict", "Nothing changed since, but you have not compared the card of {name} yet."
)
_EXPIRED = noop("verdict", "Nothing changed since, but the card of {name} was not valid then.")


def verdict_words(verdict: Verdict) -> tuple[str, str, str]:
    """Tone, what it is in a few words, and why in a sentence."""
    outcome = verdict.outcome
    if outcome is Outcome.GENUINE and verdict.countersigned:
        both = _tr("Both signatures hold, and you know who signed.")
        return "good", _tr("Genuine, signed and countersigned"), both
    if outcome is Outcome.GENUINE:
        one = _tr("The whole file is as it was signed, and you know who signed.")
        return "good", _tr("Genuine and not changed since it was signed"), one
    if outcome is Outcome.UNKNOWN_SIGNER:
        return "notice", _tr("Not changed, but the signer is not known here"), _doubt(verdict)
    if outcome is Outcome.UNSIGNED:
        nobody = _tr("There is no signature in this file.")
        return "danger", _tr("Nobody signed this file"), nobody
    if outcome is Outcome.UNREADABLE:
        unread = _tr("It may be damaged, or it is no report.")
        return "danger", _tr("This file cannot be read"), unread
    why = next((_CHANGED[code] for code in verdict.reasons if code in _CHANGED), _OTHERWISE)
    return "danger", _tr("This report is not as it was signed"), _tr(why)


def signature_words(found: SignatureFinding, own: str) -> tuple[str, str]:
    """Who signed as what, and when by whose clock."""
    what = (
        _tr("Countersigned by {name}") if found.field == "Supervisor" else _tr("Signed by {name}")
    )
    who = what.format(name=found.name)
    if found.claimed_at is None:
        return who, _tr("At a time that the file does not say.")
    when = _tr("{day}, {time}").format(
        day=dates.day_and_year(found.claimed_at), time=dates.clock_time(found.claimed_at)
    )
    if found.fingerprint == own:
        return who, _tr("{when}, by this laptop's clock").format(when=when)
    words = _tr("{when}, by the clock of {name}'s laptop")
    return who, words.format(when=when, name=found.name)


def _doubt(verdict: Verdict) -> str:
    name = next((found.name for found in verdict.signatures if not found.known), "")
    known = any(found.fingerprint for found in verdict.signatures if not found.known)
    return _tr(_EXPIRED if known else _UNKNOWN).format(name=name)


def _tr(words: str) -> str:
    return QCoreApplication.translate("verdict", words)
