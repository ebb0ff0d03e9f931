"""Owns the judgement on a signed report: who signed, when by whose clock, changed or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rhi_desktop.export.pdf.verdict import Note, Outcome, Pin, SignatureFinding, Verdict, unheard

if TYPE_CHECKING:
    from rhi_desktop.export.pdf.judge import Findings

__all__ = ["Outcome", "Pin", "SignatureFinding", "Verdict", "verify"]

LIMIT = 32 * 1024 * 1024
"""No report is larger; a larger file is not looked into."""
UNKNOWN = "signer_unknown"
_WORTH_COMPARING = frozenset({Outcome.GENUINE, Outcome.UNKNOWN_SIGNER})
"""After the quick look. What is found out already is not handed to the slow comparison."""
_WEAK = frozenset({UNKNOWN, "certificate_not_valid_then"})
"""Reasons that leave the file unchanged and only the signer in doubt."""


def verify(
    data: bytes,
    pins: Sequence[Pin],
    *,
    seal_digest: str = "",
    both: bool = False,
    quick: bool = False,
    note: Note = unheard,
) -> Verdict:
    """The verdict on a file: never an exception, whatever the bytes.

    GENUINE needs all of it: one or two signatures in the fields of the variant, the last over
    the whole file, nothing changed in between, exactly one attachment whose account gives the
    digest of its seal (and `seal_digest`, when given), and every signer pinned. `quick` leaves
    out the slow comparison of the two revisions; do that one before relying on a countersigned
    file. A file cut back to its first signature shows as not countersigned, and is changed when
    `both` says that it was countersigned once. `note` hears how far the comparison is.

    Run it on a stranger's file in a child process (`apart`): some bytes take a reader down.
    """
    unfit = _unfit(data)
    if unfit:
        return Verdict(Outcome.UNREADABLE, reasons=(unfit,))

    def look(*, compare: bool) -> Verdict:
        heard = note if compare else unheard
        return _looked(data, pins, seal_digest, both=both, compare=compare, note=heard)

    found = look(compare=False)
    if quick or found.outcome not in _WORTH_COMPARING:
        return found
    return look(compare=True)


def _looked(
    data: bytes, pins: Sequence[Pin], seal_digest: str, *, both: bool, compare: bool, note: Note
) -> Verdict:
    from rhi_desktop.export.pdf.judge import BrokenError, examine  # noqa: PLC0415  slow to import

    try:
        found = examine(data, pins, quick=not compare, note=note)
    except BrokenError as error:
        return Verdict(Outcome.CHANGED, reasons=(str(error),))
    except Exception:  # noqa: BLE001  hostile bytes make the reader raise anything
        return Verdict(Outcome.UNREADABLE, reasons=("pdf_unreadable",))
    if not found.signatures:
        return Verdict(Outcome.UNSIGNED, reasons=("no_signature",))
    reasons = (*found.reasons, *_doubts(found, seal_digest, both=both))
    return Verdict(
        _outcome(reasons),
        found.signatures,
        countersigned=len(found.signatures) > 1,
        reasons=reasons,
        digest=found.record.digest,
        variant=found.record.variant,
        of=found.record.of,
    )


def _doubts(found: Findings, seal_digest: str, *, both: bool) -> Iterator[str]:
    """What the caller knows from elsewhere and the file does not show."""
    if seal_digest and found.record.digest != seal_digest:
        yield "other_record"
    if both and len(found.signatures) == 1:
        yield "countersignature_gone"
    if not all(finding.known for finding in found.signatures):
        yield UNKNOWN


def _unfit(data: bytes) -> str:
    """Why these bytes are not even given to a reader; empty when they are."""
    from rhi_desktop.export.pdf.inside import is_bearable  # noqa: PLC0415  slow to import

    if len(data) > LIMIT:
        return "too_large"
    if not data.startswith(b"%PDF-"):
        return "not_a_pdf"
    return "" if is_bearable(data) else "pdf_unreadable"


def _outcome(reasons: Sequence[str]) -> Outcome:
    if set(reasons) - _WEAK:
        return Outcome.CHANGED
    return Outcome.UNKNOWN_SIGNER if reasons else Outcome.GENUINE
