"""Owns how the verdict on a signed report is said: headline, sentences, and the same as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui import dates
from rhi_desktop.ui.translation import noop
from rhi_desktop.workflow.reviewing import Outcome, SignatureFinding, Verdict

Tone = Literal["good", "notice", "danger", "subtle"]
Told = str | int | bool | None | list["Told"] | dict[str, "Told"]
"""What JSON can hold."""

NAME_LIMIT = 120
"""A name out of a file of somebody else is shown up to here."""

REASONS: Mapping[str, str] = {
    "too_large": noop("verdict", "The file is larger than any report, so it was not looked into."),
    "not_a_pdf": noop("verdict", "The file is not a PDF."),
    "pdf_unreadable": noop("verdict", "The file is damaged: its parts cannot be read."),
    "no_signature": noop("verdict", "There is no signature in the file."),
    "other_record": noop(
        "verdict", "The record inside the file is not the record that came with the report."
    ),
    "signer_unknown": noop("verdict", "At least one signer matches no card that is trusted here."),
    "other_fields": noop(
        "verdict", "The signatures do not stand where interviewer and supervisor sign a report."
    ),
    "not_certified": noop(
        "verdict", "The first signature does not protect the file as that of a report does."
    ),
    "same_signer": noop("verdict", "The same person signed twice. A report needs two people."),
    "changed_after_signing": noop("verdict", "Something in the file was changed after signing."),
    "certificate_not_valid_then": noop(
        "verdict", "A signer's certificate was not valid at the time that the signature gives."
    ),
    "signature_broken": noop("verdict", "A signature does not fit what the file says."),
    "not_whole_file": noop("verdict", "The signatures do not cover the whole file."),
    "countersignature_gone": noop(
        "verdict", "It was countersigned once, and this file no longer is."
    ),
    "record_missing": noop("verdict", "The record that belongs inside a report is missing."),
    "other_attachment": noop("verdict", "The file holds another attachment beside its record."),
    "record_differs": noop("verdict", "The record inside the file does not fit its own seal."),
    "check_ended": noop(
        "verdict",
        "The check ended without an answer: the file asks for more than any report needs.",
    ),
}
"""One sentence for every reason code of the verifier; `signer_unknown` is said by signature."""

_COUNTS = (
    noop("verdict", "It carries no signature."),
    noop("verdict", "It carries one signature."),
    noop("verdict", "It carries two signatures."),
)
VARIANTS: Mapping[Variant, str] = {
    Variant.FULL: noop("verdict", "It is a full report."),
    Variant.POLICE: noop(
        "verdict", "It is the version for the police: parts of the full report are left out."
    ),
    Variant.CARER: noop(
        "verdict",
        "It is the version for a parent or carer: parts of the full report are left out.",
    ),
    Variant.ADDENDUM: noop(
        "verdict",
        "It is an addendum: it adds to a report that was signed before, and does not replace it.",
    ),
    Variant.AGGREGATE: noop(
        "verdict",
        "It is a page of figures over many children.",
    ),
}
"""Which of our signed papers a file is."""
_UNCHANGED = frozenset({Outcome.GENUINE, Outcome.UNKNOWN_SIGNER})
_ROLES = {
    "Interviewer": noop("verdict", "interviewer"),
    "Supervisor": noop("verdict", "supervisor"),
}


def headline(verdict: Verdict) -> tuple[str, Tone]:
    """The judgement in one line, and its tone."""
    if verdict.outcome is Outcome.GENUINE:
        return _genuine(verdict), "good"
    if verdict.outcome is Outcome.UNKNOWN_SIGNER:
        return _tr("Unchanged, but we do not know who signed"), "notice"
    if verdict.outcome is Outcome.CHANGED:
        return _tr("Not genuine. Do not rely on this file"), "danger"
    if verdict.outcome is Outcome.UNSIGNED:
        return _tr("Nobody signed this file"), "danger"
    return _tr("This file cannot be read as a report"), "danger"


def _genuine(verdict: Verdict) -> str:
    if verdict.countersigned:
        return _tr("Genuine and countersigned")
    if verdict.awaits_supervisor:
        return _tr("Genuine, not countersigned yet")
    return _tr("Genuine")


def first_headline(verdict: Verdict) -> tuple[str, Tone]:
    """After the quick look, which compares nothing: neither genuine nor unchanged is said yet."""
    if verdict.outcome is Outcome.GENUINE:
        return _tr("We know who signed"), "subtle"
    if verdict.outcome is Outcome.UNKNOWN_SIGNER:
        return _tr("We do not know who signed"), "notice"
    return headline(verdict)


def sentences(verdict: Verdict) -> tuple[str, ...]:
    """How many signed, who, when, changed or not, what is missing, what to do: in this order.

    Only for the full check: `quick` leaves out the comparison that "unchanged" rests on.
    """
    said: list[str] = []
    if verdict.outcome not in {Outcome.UNREADABLE, Outcome.UNSIGNED}:
        said += [*kind(verdict), _count(len(verdict.signatures))]
    for finding in verdict.signatures:
        who, when = who_signed(finding)
        said += [f"{who}.", when]
        if finding.words and finding.intact:
            six = _tr("The six words of {name}: {words}.")
            said.append(six.format(name=shown_name(finding), words=" ".join(finding.words)))
    said += state(verdict)
    return (*said, *missing(verdict), what_to_do(verdict))


def kind(verdict: Verdict) -> tuple[str, ...]:
    """Which of our papers it is; nothing where the file is not to be believed."""
    if verdict.variant is None or verdict.outcome not in _UNCHANGED:
        return ()
    return (_tr(VARIANTS[verdict.variant]),)


def missing(verdict: Verdict) -> tuple[str, ...]:
    """That a supervisor has not signed yet, or that none has to."""
    if verdict.awaits_supervisor:
        return (_tr("The countersignature of a supervisor is missing."),)
    if len(verdict.signatures) == 1 and verdict.outcome in _UNCHANGED:
        return (_tr("One signature is all that this paper needs."),)
    return ()


def reasoning(verdict: Verdict) -> str:
    """What stands below the headline of the full check: why, and what to do."""
    return " ".join((*state(verdict), what_to_do(verdict)))


def found(verdict: Verdict) -> tuple[str, ...]:
    """Which paper it is, how many signed, changed or not, and what is missing."""
    count: tuple[str, ...] = ()
    if verdict.outcome not in {Outcome.UNREADABLE, Outcome.UNSIGNED}:
        count = (_count(len(verdict.signatures)),)
    return (*kind(verdict), *count, *state(verdict), *missing(verdict))


def who_signed(finding: SignatureFinding) -> tuple[str, str]:
    """Who signed as what, in a line; then when by whose clock, or why the name says nothing."""
    facts = {"name": shown_name(finding), "role": _role(finding.field)}
    if not finding.intact:
        # A broken signature proves nobody: the name is only what stands there.
        line = _tr("A signature in the name of “{name}”, as {role}, does not hold")
        return line.format(**facts), _tr("Whose it is, and when it was made, is not known.")
    if finding.known:
        return _tr("{name} signed as {role}").format(**facts), _when(finding)
    if finding.fingerprint:
        line = _tr("Somebody with the card of {name} signed as {role}")
        return line.format(**facts), _when(finding)
    no_card = _tr("No card trusted here belongs to this signature.")
    line = _tr("Somebody under the name “{name}” signed as {role}")
    return line.format(**facts), f"{_when(finding)} {no_card}"


def state(verdict: Verdict) -> tuple[str, ...]:
    """Whether the file was changed, or everything that is wrong with it."""
    if verdict.outcome is Outcome.GENUINE:
        return (_tr("The whole file is covered, and nothing in it was changed after signing."),)
    found = [code for code in verdict.reasons if code in REASONS]
    if verdict.outcome is Outcome.UNKNOWN_SIGNER:
        unchanged = _tr("The whole file is covered, and nothing in it was changed after signing.")
        rest = tuple(_tr(REASONS[code]) for code in found if code != "signer_unknown")
        return (unchanged, *rest)
    return tuple(_tr(REASONS[code]) for code in found)


def what_to_do(verdict: Verdict) -> str:
    """The next step of whoever holds the file."""
    return {
        Outcome.GENUINE: _tr(
            "You can rely on who signed it, and that these are the words they signed."
        ),
        Outcome.UNKNOWN_SIGNER: _tr(
            "Ask the signer for their card, compare its six words by phone, then check again."
        ),
        Outcome.CHANGED: _tr("Ask the sender for a new copy. Keep this one and tell a supervisor."),
        Outcome.UNREADABLE: _tr("Check that it is the file you meant, or ask for a new copy."),
        Outcome.UNSIGNED: _tr("Ask the sender for the signed report."),
    }[verdict.outcome]


def told(verdict: Verdict) -> dict[str, Told]:
    """The verdict as data with stable keys, for whoever reads it by machine."""
    return {
        "outcome": verdict.outcome.value,
        "exit_code": verdict.exit_code,
        "countersigned": verdict.countersigned,
        "reasons": list(verdict.reasons),
        "digest": verdict.digest,
        "variant": verdict.variant.value if verdict.variant else None,
        "of": verdict.of,
        "signatures": [_told(finding) for finding in verdict.signatures],
    }


def shown_name(finding: SignatureFinding) -> str:
    """A name as it can be shown: what steers a terminal or turns the reading order is replaced."""
    return _shown(finding.name) or _tr("no name")


def _told(finding: SignatureFinding) -> Told:
    at = finding.claimed_at
    return {
        "field": _shown(finding.field),
        "name": _shown(finding.name),
        "claimed_at": at.isoformat() if at else None,
        "known": finding.known,
        "intact": finding.intact,
        "fingerprint": finding.fingerprint,
        "certificate_sha256": finding.certificate_sha256,
        "words": list(finding.words),
    }


def _shown(words: str) -> str:
    clean = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)
    return clean[:NAME_LIMIT].strip()


def _count(signatures: int) -> str:
    if signatures < len(_COUNTS):
        return _tr(_COUNTS[signatures])
    return _tr("It carries {count} signatures.").format(count=signatures)


def _role(field: str) -> str:
    known = _ROLES.get(field)
    return _tr(known) if known else _tr("“{field}”").format(field=_shown(field))


def _when(finding: SignatureFinding) -> str:
    at = finding.claimed_at
    if at is None:
        return _tr("At a time that the file does not say.")
    facts = {"day": dates.day_and_year(at), "time": dates.clock_time(at)}
    return _tr("{day} at {time}, by the signer\u2019s own clock.").format(**facts)


def _tr(words: str) -> str:
    return QCoreApplication.translate("verdict", words)
