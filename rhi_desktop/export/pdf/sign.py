"""Owns signing a report: first the interviewer, certifying; then the supervisor, locking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import ExportError, SigningError
from rhi_desktop.export.content import INTERVIEWER, SUPERVISOR
from rhi_desktop.export.wording import say


@dataclass(frozen=True, slots=True)
class PdfSigner:
    """Whose key signs. `key_pkcs8` and `certificate` are DER, ECDSA P-256."""

    name: str
    role: str
    key_pkcs8: bytes = field(repr=False)
    certificate: bytes = field(repr=False)
    fingerprint_words: tuple[str, ...]


def sign(base: bytes, signer: PdfSigner, at: Moment) -> bytes:
    """The report with the interviewer's certifying signature (PAdES B-B, DocMDP 2).

    Raises SigningError no_field for a draft, already_signed for a signed file; ExportError
    pdf_unreadable.
    """
    fields = _fields(base)
    if INTERVIEWER not in fields or set(fields) - {INTERVIEWER, SUPERVISOR}:
        raise SigningError("no_field")
    if any(fields.values()):
        raise SigningError("already_signed")
    return _put(base, INTERVIEWER, signer, at)


def countersign(signed: bytes, signer: PdfSigner, at: Moment) -> bytes:
    """The report with the supervisor's signature appended; nothing may change after it.

    The bytes of the first revision stay as they are. Raises SigningError third_signature when
    the supervisor's field is filled or a foreign signature is there, no_field when there is
    nothing to countersign, already_signed when the same key signed first; ExportError
    pdf_unreadable.
    """
    fields = _fields(signed)
    if SUPERVISOR not in fields or not fields.get(INTERVIEWER):
        raise SigningError("no_field")
    if fields[SUPERVISOR] or set(fields) - {INTERVIEWER, SUPERVISOR}:
        raise SigningError("third_signature")
    if fields[INTERVIEWER] == signer.certificate:
        raise SigningError("already_signed")
    return _put(signed, SUPERVISOR, signer, at)


def _fields(data: bytes) -> Mapping[str, bytes | None]:
    from rhi_desktop.export.pdf.pades import filled_fields  # noqa: PLC0415  slow to import

    try:
        return {
            name: None if certificate is None else certificate.dump()
            for name, certificate in filled_fields(data).items()
        }
    except Exception as error:
        raise ExportError("pdf_unreadable") from error


def _put(data: bytes, where: str, signer: PdfSigner, at: Moment) -> bytes:
    from rhi_desktop.export.pdf.pades import Signing, put_signature  # noqa: PLC0415  slow
    from rhi_desktop.export.pdf.stamp import Stamp, draw_stamp  # noqa: PLC0415  slow to import

    key = where.lower()
    look = draw_stamp(Stamp(say(f"slot_{key}"), signer.name, at.now, signer.fingerprint_words))
    signing = Signing(
        where,
        signer.name,
        say(f"reason_{key}"),
        at.now,
        signer.key_pkcs8,
        signer.certificate,
        look,
        certify=where == INTERVIEWER,
    )
    return put_signature(data, signing)
