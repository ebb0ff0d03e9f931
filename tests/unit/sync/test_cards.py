"""A card says who somebody is to other vaults; a person decides whether to believe it."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rhi_desktop.crypto.identity import CARD_DOMAIN, sign
from rhi_desktop.crypto.words import fingerprint_words
from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.errors import BundleError
from rhi_desktop.sync import cards
from tests.unit.sync.people import Someone, ada, at, ben, mal

DATA = cards.encode(ada().person, ada().identity, at())
PREFIX = 10


def refusal(data: bytes) -> BundleError:
    """Why some bytes are refused."""
    with pytest.raises(BundleError) as caught:
        cards.decode(data)
    return caught.value


def forged(signer: Someone, **changes: Plain) -> bytes:
    """A card with some fields changed, signed properly by somebody."""
    body = dumps(cards.card_plain(ada().card) | changes)
    signed = struct.pack(">4sHI", b"RHIC", 1, len(body)) + body
    return signed + sign(signer.identity, CARD_DOMAIN, signed)


def test_a_card_comes_back_as_it_went() -> None:
    """Person, certificate, recipient, time; and the fingerprint that both sides compute."""
    assert cards.decode(DATA) == ada().card
    assert cards.decode(cards.encode(ada().person, ada().identity, at())) == ada().card


def test_equal_cards_have_equal_words() -> None:
    """What two people read out by phone is the same on both sides; other cards have others."""
    read = cards.decode(DATA)
    mine = fingerprint_words(bytes.fromhex(ada().card.fingerprint))
    assert fingerprint_words(bytes.fromhex(read.fingerprint)) == mine
    assert fingerprint_words(bytes.fromhex(ben().card.fingerprint)) != mine


def test_every_altered_byte_is_noticed() -> None:
    """Whatever is flipped anywhere, no card comes out."""
    for place in range(len(DATA)):
        flipped = DATA[:place] + bytes([DATA[place] ^ 1]) + DATA[place + 1 :]
        assert refusal(flipped).code in {"card_damaged", "card_foreign", "card_newer"}


def test_every_cut_is_noticed() -> None:
    """A card is whole or refused; below four bytes it cannot be told from anything else."""
    for length in range(len(DATA)):
        assert refusal(DATA[:length]).code == ("card_foreign" if length < 4 else "card_damaged")


@pytest.mark.parametrize("data", [b"", b"BEGIN:VCARD\n", b"RHIB\0\1", b"age-encryption.org/v1\n"])
def test_other_files_are_foreign(data: bytes) -> None:
    """A bundle is no card, and neither is anything else."""
    assert refusal(data).code == "card_foreign"


def test_a_newer_card_is_refused_before_it_is_read() -> None:
    """The version stands in the open, and the rest may be anything."""
    found = refusal(b"RHIC" + struct.pack(">HI", 2, 5) + b"other")
    assert (found.code, found.facts) == ("card_newer", {"version": 2})


def test_a_card_without_version_is_damaged() -> None:
    """Versions count from 1."""
    assert refusal(b"RHIC\0\0" + DATA[6:]).code == "card_damaged"


def test_something_behind_a_card_is_noticed() -> None:
    """The signature ends the file."""
    assert refusal(DATA + b"\0").code == "card_damaged"
    assert refusal(DATA + b"\0" * cards.LIMIT).code == "card_damaged"


def test_nobody_makes_a_card_over_the_key_of_another() -> None:
    """Signed by one, with the certificate of another: refused."""
    assert refusal(forged(mal())).code == "card_damaged"
    assert cards.decode(forged(ada())) == ada().card


def test_an_exchanged_recipient_changes_the_words() -> None:
    """Whoever puts a key of their own into a card gets another fingerprint."""
    other = cards.decode(forged(ada(), recipient=ben().card.recipient))
    assert other.fingerprint != ada().card.fingerprint


@pytest.mark.parametrize(
    "changes",
    [
        {"recipient": "age1"},
        {"recipient": 7},
        {"recipient": "AGE" + ada().card.recipient[3:].upper()},
        {"certificate": "00"},
        {"certificate": "xx"},
        {"certificate": None},
        {"made_at": "2026-03-10T16:05:00"},
        {"made_at": "0001-01-01T00:00:00.000000+23:59"},
        {"made_at": 7},
        {"person": None},
        {"person": {"id": "a", "name": "Ada", "role": "", "organisation": "", "more": ""}},
        {"person": {"id": "a", "name": " ", "role": "", "organisation": ""}},
        {"person": {"id": "a", "name": "A" * 201, "role": "", "organisation": ""}},
        {"person": {"id": "a", "name": "Ada\nTrusted", "role": "", "organisation": ""}},
        {"person": {"id": "a", "name": "Ada\u202e", "role": "", "organisation": ""}},
        {"more": 1},
    ],
)
def test_a_signed_card_that_is_none_is_refused(changes: dict[str, Plain]) -> None:
    """Missing, surplus, oddly spelled, or a name that could draw over the words beside it."""
    assert refusal(forged(ada(), **changes)).code == "card_damaged"


def test_a_body_in_another_spelling_is_refused() -> None:
    """One card has one form."""
    body = json.dumps(cards.card_plain(ada().card)).encode()
    signed = struct.pack(">4sHI", b"RHIC", 1, len(body)) + body
    assert refusal(signed + sign(ada().identity, CARD_DOMAIN, signed)).code == "card_damaged"


def test_nobody_can_export_a_card_that_others_would_refuse() -> None:
    """A name that draws is stopped on the side where it can still be mended."""
    odd = replace(ada().person, name="Ada\u202e")
    with pytest.raises(ValueError, match="person"):
        cards.encode(odd, ada().identity, at())


def test_the_time_of_a_card_is_utc() -> None:
    """The same on every laptop."""
    assert cards.decode(DATA).made_at == datetime(2026, 3, 10, 16, 5, tzinfo=UTC)
