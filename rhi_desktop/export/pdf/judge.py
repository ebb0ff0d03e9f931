"""Owns the cryptographic half of a verdict: what pyHanko and the attached record prove."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto.x509 import Certificate
from pikepdf import Pdf, PdfError
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from rhi_desktop.crypto.digest import same, seal_digest
from rhi_desktop.domain.canonical import NotCanonicalError, Plain, loads
from rhi_desktop.export.content import INTERVIEWER, SUPERVISOR
from rhi_desktop.export.pdf.envelope import as_written
from rhi_desktop.export.pdf.finish import RECORD
from rhi_desktop.export.pdf.gate import attached
from rhi_desktop.export.pdf.hush import hush
from rhi_desktop.export.pdf.inside import acts
from rhi_desktop.export.pdf.verdict import Pin, SignatureFinding

hush()
FIELDS = (INTERVIEWER, SUPERVISOR)


class BrokenError(Exception):
    """A signature that cannot be read at all; the text is a reason code."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one file; reasons are codes, in the order met."""

    signatures: tuple[SignatureFinding, ...]
    reasons: tuple[str, ...]
    digest: str


def examine(data: bytes, pins: Sequence[Pin], *, quick: bool) -> Findings:
    """What the signatures and the record of a readable file say.

    Raises whatever pyHanko raises on bytes it cannot make sense of.
    """
    reader = PdfFileReader(io.BytesIO(data), strict=False)
    signatures = list(reader.embedded_signatures)
    if not signatures:
        return Findings((), (), "")
    reasons = _order(signatures) + _revisions(reader, signatures)
    found = []
    for at, signature in enumerate(signatures):
        last = at == len(signatures) - 1
        finding, why = _judge(signature, pins, data, last=last, quick=quick)
        found.append(finding)
        reasons += why
    digest, why = record_digest(data)
    return Findings(tuple(found), tuple(dict.fromkeys(reasons + why)), digest)


def _order(signatures: Sequence[EmbeddedPdfSignature]) -> list[str]:
    """One or two signatures, each in its own field, the first certifying, by two keys."""
    reasons = []
    if tuple(s.field_name for s in signatures) != FIELDS[: len(signatures)]:
        reasons.append("other_fields")
    if signatures[0].docmdp_level is not MDPPerm.FILL_FORMS:
        reasons.append("not_certified")
    signers = {s.signer_cert.dump() for s in signatures}
    if len(signers) < len(signatures):
        reasons.append("same_signer")
    return reasons


def _revisions(reader: PdfFileReader, signatures: Sequence[EmbeddedPdfSignature]) -> list[str]:
    """Each signature is one revision, no other comes in between, and none touches the metadata.

    The comparison of revisions allows a new title or packet of metadata; a report does not.
    """
    reasons = []
    count = len(signatures)
    if [signature.signed_revision for signature in signatures] != list(range(1, count + 1)):
        reasons.append("changed_after_signing")
    for holder, name in ((reader.trailer, "/Info"), (reader.root, "/Metadata")):
        held = holder.raw_get(name) if name in holder else None
        if isinstance(held, IndirectObject) and reader.xrefs.get_last_change(held.reference) > 0:
            reasons.append("changed_after_signing")
    return reasons


def _judge(
    signature: EmbeddedPdfSignature, pins: Sequence[Pin], data: bytes, *, last: bool, quick: bool
) -> tuple[SignatureFinding, list[str]]:
    at = signature.self_reported_timestamp
    if at is None or signature.sig_object["/SubFilter"] != SigSeedSubFilter.PADES.value:
        raise BrokenError("signature_broken")
    certificate = signature.signer_cert.dump()
    pin = next((pin for pin in pins if pin.certificate == certificate), None)
    status = _status(signature, at, quick=quick)
    reasons = _doubts(status, last=last, quick=quick)
    start, end = (int(number) for number in list(signature.byte_range)[1:3])
    if not as_written(data[start:end], bytes(signature.pkcs7_content)):
        reasons.append("changed_after_signing")
    intact = not reasons
    sound = status.intact and status.valid
    valid_then = _valid(signature.signer_cert, at) and (bool(status.trusted) or not sound)
    if not valid_then:
        reasons.append("certificate_not_valid_then")
    name = pin.name if pin else _common_name(signature.signer_cert)
    finding = SignatureFinding(
        field=str(signature.field_name),
        name=name,
        claimed_at=at,
        known=pin is not None and valid_then,
        intact=intact,
        fingerprint=pin.fingerprint if pin else "",
        certificate_sha256=hashlib.sha256(certificate).hexdigest(),
        words=pin.words if pin else (),
    )
    return finding, reasons


def _status(signature: EmbeddedPdfSignature, at: datetime, *, quick: bool) -> PdfSignatureStatus:
    """PyHanko's status, judged at the claimed time: no other time is known offline.

    The signer's own certificate is the root here, so `trusted` says no more than that it is meant
    for signing; whether we know the signer is for the pins alone.
    """
    context = ValidationContext(
        trust_roots=[signature.signer_cert],
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=at,
    )
    return validate_pdf_signature(signature, context, skip_diff=quick)


def _doubts(status: PdfSignatureStatus, *, last: bool, quick: bool) -> list[str]:
    reasons = []
    if not (status.intact and status.valid):
        reasons.append("signature_broken")
    whole = SignatureCoverageLevel.ENTIRE_FILE
    if last and status.coverage is not whole:
        reasons.append("not_whole_file")
    if not last and status.coverage.value < SignatureCoverageLevel.ENTIRE_REVISION.value:
        reasons.append("not_whole_file")
    if not quick and not (status.docmdp_ok and status.modification_level is not None):
        reasons.append("changed_after_signing")
    return reasons


def _valid(certificate: Certificate, at: datetime) -> bool:
    """A root's own dates are not looked at by the library."""
    return certificate.not_valid_before <= at <= certificate.not_valid_after


def _common_name(certificate: Certificate) -> str:
    return str(certificate.subject.native.get("common_name", ""))


def record_digest(data: bytes) -> tuple[str, list[str]]:
    """The seal digest of the attached record, and what is wrong with it.

    Exactly one file may be attached, and its account must give the digest of its seal again;
    nothing may act: a signature protects what a file says only where nothing in it runs.
    """
    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            files = attached(pdf)
            acting = acts(pdf)
    except PdfError:
        return "", ["record_missing"]
    if RECORD not in files:
        return "", ["record_missing"]
    if len(files) > 1:
        return "", ["other_attachment"]
    if acting:
        return "", ["not_certified"]
    try:
        return _sealed(loads(files[RECORD])), []
    except (NotCanonicalError, ValueError, KeyError, TypeError):
        return "", ["record_differs"]


def _sealed(record: Plain) -> str:
    """The digest; ValueError, KeyError or TypeError when it does not fit."""
    if not isinstance(record, dict) or not isinstance(record["seal"], dict):
        raise TypeError("a record is an account with its seal")
    salt, stated = record["seal"]["salt"], record["seal"]["digest"]
    if not isinstance(salt, str) or not isinstance(stated, str):
        raise TypeError("salt and digest are hexadecimal")
    if not same(seal_digest(record["account"], salt), stated):
        raise ValueError("the digest does not fit")
    return stated
