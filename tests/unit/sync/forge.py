"""Owns bundles and cards that no honest program would write: signed or sealed, and yet wrong."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import replace

from rhi_desktop.crypto import age
from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.exchange import BundleHead
from rhi_desktop.domain.ids import BundleId
from rhi_desktop.domain.record import JournalHead, Record
from rhi_desktop.sync import bundle, header, payload
from rhi_desktop.sync.header import Header
from tests.unit.sync.people import NOW, PACK, PDF, PDF_SHA, Someone, ada, ben, outgoing


def good_lines(records: Sequence[Record] | None = None) -> list[bytes]:
    """The lines of an honest payload."""
    return list(payload.lines(outgoing().records if records is None else records, {PDF_SHA: PDF}))


def header_over(raw: bytes, packed: bytes, records: int) -> Header:
    """The header that an honest sender would write over a payload."""
    head = BundleHead(
        bundle_id=BundleId("bundle-1"),
        sender=ada().card.fingerprint,
        recipients=(ben().card.fingerprint, ada().card.fingerprint),
        made_at=NOW,
        packs=(PACK,),
        journal=JournalHead(12, "a" * 64),
        records=records,
        files=1,
    )
    return Header(
        head=head,
        recipient=ada().card.recipient,
        sealed_to=(ben().card.recipient, ada().card.recipient),
        packed=len(packed),
        packed_sha256=hashlib.sha256(packed).hexdigest(),
        unpacked=len(raw),
    )


def inner(raw: bytes, *, signer: Someone | None = None, **changes: object) -> bytes:
    """An opened bundle over some payload; `changes` are fields of the header, signed as they are.

    `head` changes are given as a mapping; `packed` as bytes replaces the compressed payload.
    """
    packed = changes.pop("payload", None)
    packed = packed if isinstance(packed, bytes) else zlib.compress(raw)
    made = header_over(raw, packed, raw.count(b'{"record":'))
    head = changes.pop("head", {})
    assert isinstance(head, dict)
    made = replace(made, **changes, head=replace(made.head, **head))  # type: ignore[arg-type]  # forged on purpose
    return header.write(made, (signer or ada()).identity) + packed


def sealed(inside: bytes, to: Sequence[Someone] = ()) -> bytes:
    """An age file over an opened bundle, padded as an honest one."""
    people = to or (ben(), ada())
    whole = inside.ljust(bundle.padded(len(inside)), b"\0")
    return age.seal(whole, [one.card.recipient for one in people])


def forged(lines: Sequence[bytes], **changes: object) -> bytes:
    """A sealed bundle of Ada's over any lines, with any header."""
    return sealed(inner(b"".join(lines), **changes))  # type: ignore[arg-type]  # forged on purpose


def honest() -> bytes:
    """The bundle that all the forged ones differ from."""
    return forged(good_lines())


def with_field(line: bytes, name: str, value: Plain) -> bytes:
    """A record's line with one field of the envelope replaced, in canonical spelling."""
    plain = json.loads(line)
    plain["record"][name] = value
    return dumps(plain) + b"\n"
