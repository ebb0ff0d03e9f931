"""Claims about the way from a passphrase to a key."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.crypto.kdf import CEILING, FLOOR, SHORTEST, STANDARD, Cost, accepted, derive
from rhi_desktop.crypto.kdf import normalised as normal
from rhi_desktop.errors import VaultError

CHEAP = Cost(64, 1, 1)
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def test_the_parameters_the_brief_names() -> None:
    """256 MiB, three passes, four lanes; never below 64 MiB; never above 1 GiB when reading."""
    assert (STANDARD.memory_kib, STANDARD.passes, STANDARD.lanes) == (262_144, 3, 4)
    assert (FLOOR.memory_kib, FLOOR.passes, FLOOR.lanes) == (65_536, 3, 4)
    assert CEILING.memory_kib == 1_048_576
    assert STANDARD.at_least(FLOOR)
    assert STANDARD.bearable
    assert not Cost(CEILING.memory_kib + 1, 3, 4).bearable


def test_each_input_counts() -> None:
    """Same input, same 32 bytes; another secret, salt or cost, other bytes."""
    secret, salt = b"secret", b"0123456789abcdef"
    key = derive(secret, salt, CHEAP)
    assert len(key) == 32
    assert derive(secret, salt, CHEAP) == key
    others = (
        derive(b"Secret", salt, CHEAP),
        derive(secret, b"0123456789abcdeF", CHEAP),
        derive(secret, salt, Cost(65, 1, 1)),
        derive(secret, salt, Cost(64, 2, 1)),
        derive(secret, salt, Cost(64, 1, 2)),
    )
    assert key not in others
    assert len(set(others)) == 5


def test_known_answer() -> None:
    """The reference implementation's own test vector for Argon2id, version 19."""
    key = derive(b"password", b"somesalt", Cost(65_536, 2, 1))
    assert key.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


@given(text)
def test_every_spelling_of_a_passphrase_is_one(passphrase: str) -> None:
    """Composed or decomposed, the bytes are the same; nothing is trimmed or cut."""
    spellings = {
        normal(unicodedata.normalize(form, passphrase)) for form in ("NFC", "NFD", "NFKC", "NFKD")
    }
    assert spellings == {normal(passphrase)}
    assert normal(passphrase + " ") != normal(passphrase)


@pytest.mark.parametrize("passphrase", ["", "a" * 14, "ﬁ" * 7])
def test_too_short_to_be_chosen(passphrase: str) -> None:
    """The length is counted after normalising; the refusal says how long it was."""
    with pytest.raises(VaultError, match="passphrase_short") as refused:
        accepted(passphrase)
    assert refused.value.facts == {
        "shortest": SHORTEST,
        "count": len(unicodedata.normalize("NFKC", passphrase)),
    }


def test_half_a_surrogate_pair_is_no_passphrase() -> None:
    """It is refused by its own code, and the refusal does not carry the passphrase."""
    with pytest.raises(VaultError, match="passphrase_unreadable") as refused:
        normal("kettle harbour \udc80")
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__
