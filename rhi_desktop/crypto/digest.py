"""Owns the keyed digests of records and sealed accounts: one rule for store, sync and export."""

from __future__ import annotations

import hmac
from dataclasses import replace

from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Record

SALT_BYTES = 32
"""How many random bytes a salt holds; as text it has twice as many hexadecimal characters."""


def record_digest(record: Record) -> str:
    """HMAC-SHA256, keyed with the salt, over the canonical form of all but salt and digest.

    The record's own `digest` is not looked at, so a record can be built with an empty one first.
    Raises ValueError when the salt is not hexadecimal or the body has no canonical form.
    """
    return seal_digest(signed_part(record), record.salt)


def with_digest(record: Record) -> Record:
    """The same record with the digest that fits it."""
    return replace(record, digest=record_digest(record))


def digest_fits(record: Record) -> bool:
    """True when the record's digest is the one its other fields ask for."""
    try:
        return same(record_digest(record), record.digest)
    except ValueError:
        return False


def seal_digest(account: Plain, salt: str) -> str:
    """HMAC-SHA256, keyed with the salt (hexadecimal), over the canonical form of a plain value."""
    return hmac.digest(bytes.fromhex(salt), dumps(account), "sha256").hex()


def same(one: str, other: str) -> bool:
    """Whether two digests are equal, in a time that tells nothing about where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def signed_part(record: Record) -> dict[str, Plain]:
    """Every field of a record but salt and digest, as canonical JSON holds it."""
    return {
        "id": record.id,
        "kind": record.kind.value,
        "case_id": record.case_id,
        "revision": record.revision,
        "previous": record.previous,
        "author": record.author,
        "device": record.device,
        "at": to_plain(record.at),
        "body": dict(record.body),
    }
