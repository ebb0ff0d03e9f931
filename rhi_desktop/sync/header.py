"""Owns the inner header of a bundle: who sends what to whom, signed before anything else."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from rhi_desktop.crypto.identity import Identity, fingerprint, sign, verify
from rhi_desktop.domain.canonical import dumps, loads
from rhi_desktop.domain.exchange import BundleHead
from rhi_desktop.domain.plain import NotPlainError, from_plain, to_plain
from rhi_desktop.errors import BundleError
from rhi_desktop.sync.records import is_digest, is_id

MAGIC = b"RHIB"
VERSION = 3
"""Each has kinds of records or fields that the one before does not know; what 1 and 2 wrote is read
as it was."""
DOMAIN = b"rhi/bundle/v1"
LIMIT = 4 * 1024 * 1024
_PREFIX = struct.Struct(">4sHH")
_LENGTH = struct.Struct(">I")
_SHORT = struct.Struct(">H")


@dataclass(frozen=True, slots=True)
class Header:
    """What the sender signs: the head that a screen shows, and what binds the payload to it."""

    head: BundleHead
    recipient: str
    """The sender's own age recipient: with the certificate it makes the sender's fingerprint."""
    sealed_to: tuple[str, ...]
    """The age recipients of `head.recipients`, in the same order."""
    packed: int
    packed_sha256: str
    unpacked: int


@dataclass(frozen=True, slots=True)
class ReadHeader:
    """A header whose signature was checked, by which key, and where the payload begins."""

    header: Header
    fingerprint: str
    end: int


def write(header: Header, identity: Identity) -> bytes:
    """Magic, version, certificate, header and the signature over all of these."""
    body = dumps(to_plain(header))
    signed = b"".join(
        (
            _PREFIX.pack(MAGIC, VERSION, len(identity.certificate)),
            identity.certificate,
            _LENGTH.pack(len(body)),
            body,
        )
    )
    signature = sign(identity, DOMAIN, signed)
    return signed + _SHORT.pack(len(signature)) + signature


def read(inner: bytes) -> ReadHeader:
    """The header of an opened bundle: version first, then the signature, only then its JSON.

    Raises BundleError: bundle_foreign, bundle_newer, bundle_changed (the signature does not fit
    these bytes), bundle_damaged (signed, and yet no header).
    """
    if not inner.startswith(MAGIC):
        raise BundleError("bundle_foreign")
    try:
        _, version, size = _PREFIX.unpack_from(inner)
        if version > VERSION:
            raise BundleError("bundle_newer", version=version)
        start = _PREFIX.size + size + _LENGTH.size
        certificate = inner[_PREFIX.size : _PREFIX.size + size]
        (length,) = _LENGTH.unpack_from(inner, start - _LENGTH.size)
        (signature_size,) = _SHORT.unpack_from(inner, start + length)
    except struct.error:
        raise BundleError("bundle_changed") from None
    signature_at = start + length + _SHORT.size
    end = signature_at + signature_size
    if version < 1 or length > LIMIT or end > len(inner):
        raise BundleError("bundle_changed")
    if not verify(certificate, DOMAIN, inner[: start + length], inner[signature_at:end]):
        raise BundleError("bundle_changed")
    header = _parse(inner[start : start + length])
    return ReadHeader(header, _signer(header, certificate), end)


def _parse(body: bytes) -> Header:
    try:
        header = from_plain(Header, loads(body))
        _check(header)
    except ValueError:
        raise BundleError("bundle_damaged") from None
    return header


def _check(header: Header) -> None:
    head = header.head
    counts = (header.packed, header.unpacked, head.records, head.files, head.journal.length)
    digests = (head.sender, *head.recipients, *head.packs, header.packed_sha256)
    if min(counts) < 0 or not is_id(head.bundle_id) or not all(map(is_digest, digests)):
        raise NotPlainError("header")
    if len(header.sealed_to) != len(head.recipients) or head.sender not in head.recipients:
        raise NotPlainError("header.recipients")


def _signer(header: Header, certificate: bytes) -> str:
    try:
        found = fingerprint(certificate, header.recipient)
    except ValueError:
        raise BundleError("bundle_damaged") from None
    if found != header.head.sender:
        # Signed by one key in the name of another.
        raise BundleError("bundle_changed")
    return found
