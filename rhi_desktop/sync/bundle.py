"""Owns the bundle `.rhib`: sealing records to named people, and opening what others sealed."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from rhi_desktop.crypto import age
from rhi_desktop.crypto.identity import Identity, fingerprint
from rhi_desktop.domain.card import Card, KnownCard, Trust
from rhi_desktop.domain.exchange import BundleHead, Outgoing
from rhi_desktop.domain.ids import BundleId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import BundleError
from rhi_desktop.sync import header as headers
from rhi_desktop.sync import payload
from rhi_desktop.sync.header import Header, ReadHeader

MAX_PACKED = 64 * 1024 * 1024
"""No bundle file is longer than this."""
GRAIN = 4096
"""Content lengths are multiples of this, so that a cut file can be told from a damaged one."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle whose header, signer and payload digest were checked; its lines come one by one.

    Nothing may be used before `lines` ended without an error: the last checks come last.
    """

    head: BundleHead
    sender: Card
    lines: Iterator[bytes] = field(repr=False)


def seal(
    outgoing: Outgoing,
    identity: Identity,
    sender: Card,
    recipients: Sequence[Card],
    at: Moment,
) -> bytes:
    """The bundle file: signed by the sender, then encrypted to the recipients and the sender.

    Raises BundleError("bundle_too_large"), and ValueError when the card is not the identity's or
    a recipient would refuse the content: nobody shall learn days later that it cannot be read.
    """
    if sender.fingerprint != fingerprint(identity.certificate, identity.recipient):
        raise ValueError("the sender's card belongs to another identity")
    people = {card.fingerprint: card.recipient for card in (*recipients, sender)}
    raw = b"".join(payload.lines(outgoing.records, outgoing.files))
    packed = zlib.compress(raw)
    head = BundleHead(
        bundle_id=BundleId(at.fresh_id()),
        sender=sender.fingerprint,
        recipients=tuple(people),
        made_at=at.now,
        packs=outgoing.packs,
        journal=outgoing.journal,
        records=len(outgoing.records),
        files=len(outgoing.files),
    )
    _check_outgoing(outgoing, head, raw)
    header = Header(
        head=head,
        recipient=identity.recipient,
        sealed_to=tuple(people.values()),
        packed=len(packed),
        packed_sha256=hashlib.sha256(packed).hexdigest(),
        unpacked=len(raw),
    )
    inner = headers.write(header, identity) + packed
    sealed = age.seal(inner.ljust(padded(len(inner)), b"\0"), header.sealed_to)
    _check_size(len(sealed), 0, 0)
    return sealed


def unseal(data: bytes, secret: str, cards: Sequence[KnownCard], packs: Collection[str]) -> Opened:
    """Opens a bundle in the order of `docs/formats/bundle.md`; refuses with BundleError.

    `cards` is the whole book, the reader's own card among them as trusted, so that one's own
    bundle can be read again. `packs` are the digests of the question packs known here.
    """
    _check_size(len(data), 0, 0)
    inner = age.unseal(data, secret, grain=GRAIN)
    found = headers.read(inner)
    sender = _signer(found.fingerprint, cards)
    head = found.header.head
    if age.recipient_of(secret) not in found.header.sealed_to:
        raise BundleError("bundle_not_for_us")
    unknown = [digest for digest in head.packs if digest not in packs]
    if unknown:
        raise BundleError("bundle_pack_unknown", digest=unknown[0], count=len(unknown))
    packed = _payload(inner, found)
    return Opened(head, sender, _checked(packed, found.header))


def padded(length: int) -> int:
    """The length to pad to: Padme (at most 12 % more), and never less than a whole grain.

    It hides how much is inside but for the order of magnitude.
    """
    exponent = max(length, 2).bit_length() - 1
    step: int = 1 << (exponent - exponent.bit_length())
    for size in (step, GRAIN):
        length += -length % size
    return length


def _check_outgoing(outgoing: Outgoing, head: BundleHead, raw: bytes) -> None:
    _check_size(0, len(raw), head.records)
    contents = payload.Contents(head)
    try:
        for record in outgoing.records:
            contents.add(record)
        for sha256, data in outgoing.files.items():
            contents.add_file(sha256, data)
        contents.finish()
        payload.refuse_nul(raw)
    except (ValueError, BundleError):
        # `from None`: nothing of the content may travel with our mistake.
        raise ValueError("a recipient would refuse this") from None


def _signer(found: str, cards: Sequence[KnownCard]) -> Card:
    known = next((item for item in cards if item.card.fingerprint == found), None)
    if known is None:
        raise BundleError("signer_unknown", fingerprint=found)
    if known.trust is Trust.PENDING:
        raise BundleError("signer_pending", fingerprint=found)
    if known.trust is not Trust.TRUSTED:
        raise BundleError("signer_revoked", fingerprint=found)
    return known.card


def _payload(inner: bytes, found: ReadHeader) -> bytes:
    header, end = found.header, found.end + found.header.packed
    packed = inner[found.end : end]
    _check_size(0, header.unpacked, header.head.records)
    if len(packed) != header.packed or hashlib.sha256(packed).hexdigest() != header.packed_sha256:
        raise BundleError("bundle_changed")
    if len(inner) != padded(end) or inner[end:].strip(b"\0"):
        raise BundleError("bundle_changed")
    return packed


def _checked(packed: bytes, header: Header) -> Iterator[bytes]:
    contents = payload.Contents(header.head)
    for line in payload.inflate(packed, header.unpacked):
        contents.take(line)
        yield line
    contents.finish()


def _check_size(packed: int, unpacked: int, records: int) -> None:
    if packed > MAX_PACKED or unpacked > payload.MAX_UNPACKED or records > payload.MAX_RECORDS:
        raise BundleError("bundle_too_large")
