"""Owns the cryptographic half of a verdict: what the signatures of a file prove."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.content import INTERVIEWER, SUPERVISOR
from rhi_desktop.export.pdf.appended import only_signed
from rhi_desktop.export.pdf.enclosed import Enclosed, enclosed
from rhi_desktop.export.pdf.envelope import as_written
from rhi_desktop.export.pdf.hush import hush
from rhi_desktop.export.pdf.pace import CountingReader
from rhi_desktop.export.pdf.verdict import Note, Pin, SignatureFinding

hush()
BOTH = (INTERVIEWER, SUPERVISOR)


class BrokenError(Exception):
    """A signature that cannot be read at all; the text is a reason code."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one file; reasons are codes, in the order met."""

    signatures: tuple[SignatureFinding, ...]
    reasons: tuple[str, ...]
    record: Enclosed


def examine(data: bytes, pins: Sequence[Pin], *, quick: bool, note: Note) -> Findings:
    """What the signatures and the record of a readable file say.

    Raises whatever pyHanko raises on bytes it cannot make sense of.
    """
    reader = CountingReader(io.BytesIO(data), note)
    signatures = list(reader.embedded_signatures)
    if not signatures:
        return Findings((), (), Enclosed())
    record = enclosed(data)
    reasons = _order(signatures) + _places(reader, signatures, record.variant)
    reasons += _revisions(reader, signatures)
    found = []
    for at, signature in enumerate(signatures):
        last = at == len(signatures) - 1
        finding, why = _judge(signature, pins, data, last=last, quick=quick)
        found.append(finding)
        reasons += why
    return Findings(tuple(found), tuple(dict.fromkeys((*reasons, *record.reasons))), record)


def _order(signatures: Sequence[EmbeddedPdfSignature]) -> list[str]:
    """The first one certifies; nobody signs twice."""
    reasons = []
    if signatures[0].docmdp_level is not MDPPerm.FILL_FORMS:
        reasons.append("not_certified")
    signers = {s.signer_cert.dump() for s in signatures}
    if len(signers) < len(signatures):
        reasons.append("same_signer")
    return reasons


def _places(
    reader: CountingReader, signatures: Sequence[EmbeddedPdfSignature], variant: Variant | None
) -> list[str]:
    """The file has the fields of its variant and no other, and they are filled in order."""
    wanted = BOTH if variant is None or variant.countersigned else BOTH[:1]
    fields = tuple(str(one.get_object()["/T"]) for one in reader.root["/AcroForm"]["/Fields"])
    filled = tuple(signature.field_name for signature in signatures)
    fits = fields == wanted and filled == wanted[: len(filled)]
    return [] if fits else ["other_fields"]


def _revisions(reader: CountingReader, signatures: Sequence[EmbeddedPdfSignature]) -> list[str]:
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
    if count > 1 and not all(_only_signed(reader, at) for at in range(2, count + 1)):
        reasons.append("changed_after_signing")
    return reasons


def _only_signed(reader: CountingReader, revision: int) -> bool:
    """A revision behind the first fills the field of its turn and does nothing else."""
    fields = reader.root["/AcroForm"]["/Fields"]
    field = fields.raw_get(revision - 1) if len(fields) >= revision else None
    return isinstance(field, IndirectObject) and only_signed(reader, revision, field)


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
