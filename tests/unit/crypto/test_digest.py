"""The digests of records and accounts are what any other tool computes over the same bytes."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import fields, replace

import pytest

from rhi_desktop.crypto.digest import digest_fits, record_digest, same, seal_digest
from rhi_desktop.domain.record import Kind, Record
from tests.unit.sync.people import line_record

RECORD = line_record(1)
OTHER = {
    "id": replace(RECORD, id="line-2"),
    "kind": replace(RECORD, kind=Kind.ANSWER),
    "case_id": replace(RECORD, case_id="case-2"),
    "revision": replace(RECORD, revision=2),
    "previous": replace(RECORD, previous="b" * 64),
    "author": replace(RECORD, author="ben"),
    "device": replace(RECORD, device="laptop-2"),
    "at": replace(RECORD, at=RECORD.at.replace(minute=59)),
    "salt": replace(RECORD, salt="c" * 64),
    "body": replace(RECORD, body={"words": "something else"}),
    "digest": replace(RECORD, digest="d" * 64),
}


def test_a_record_digest_is_hmac_over_the_canonical_fields() -> None:
    """Written out by hand, so that a reader in ten years can do the same."""
    record = line_record(1, "Mars said.")
    by_hand = (
        '{"at":"2026-03-10T16:06:00.000000+00:00","author":"ada","body":{"come_back":false,'
        '"heard_at":"2026-03-10T16:05:00.000000+00:00","id":"line-1","interview_id":"interview-1",'
        '"keep_from":[],"language":"en-GB","number":1,"question_id":"","rendering":null,'
        '"struck_at":null,"struck_by":"","tags":[],"told_by":"","topics":[],"voice":"child",'
        '"words":"Mars said."},"case_id":"case-1","device":"laptop-1","id":"line-1",'
        '"kind":"line","previous":"","revision":1}'
    )
    key = bytes.fromhex(record.salt)
    assert record.digest == hmac.new(key, by_hand.encode(), hashlib.sha256).hexdigest()


def test_every_field_is_tried_below() -> None:
    """A field that joins the record joins this test."""
    assert set(OTHER) == {field.name for field in fields(Record)}


@pytest.mark.parametrize("name", sorted(OTHER))
def test_every_field_is_under_the_digest(name: str) -> None:
    """Whatever is changed in a record, its digest does not fit any more."""
    assert digest_fits(RECORD)
    assert not digest_fits(OTHER[name])


@pytest.mark.parametrize("salt", ["zz", "0", "\u00e9"])
def test_a_salt_that_is_no_salt_fits_nothing(salt: str) -> None:
    """Such a record is refused, not an accident."""
    assert not digest_fits(replace(line_record(1), salt=salt))


def test_an_old_digest_is_not_looked_at() -> None:
    """A record is built with an empty digest first."""
    record = line_record(1)
    assert record_digest(replace(record, digest="")) == record.digest


def test_a_seal_is_hmac_over_the_canonical_account() -> None:
    """Keyed with the salt, so that it tells nothing once the salt is gone."""
    expected = hmac.new(bytes.fromhex("ab" * 32), b'{"a":1}', hashlib.sha256).hexdigest()
    assert seal_digest({"a": 1}, "ab" * 32) == expected
    assert seal_digest({"a": 1}, "cd" * 32) != expected


def test_digests_are_compared_whatever_they_hold() -> None:
    """Comparing never raises, not even over half a surrogate pair."""
    assert same("abc", "abc")
    assert not same("abc", "abd")
    assert not same("\ud800", "abc")
