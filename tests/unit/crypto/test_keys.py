"""Claims about the keys of a vault: wrapped, told apart, derived, and never shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.crypto import keys
from rhi_desktop.crypto.aead import TamperedError
from rhi_desktop.crypto.keys import VaultKey, WrongKeyError, subkey, unwrap, wrap
from rhi_desktop.domain.moment import Moment

KEK, MASTER, HEADER = b"k" * 32, b"m" * 32, b"header"


def test_wrapped_and_unwrapped(moment: Moment) -> None:
    """The same key and header give the master back; each wrapping has a fresh nonce."""
    first, second = (wrap(KEK, MASTER, HEADER, moment) for _ in range(2))
    assert unwrap(KEK, first, HEADER) == unwrap(KEK, second, HEADER) == MASTER
    assert first.nonce != second.nonce
    assert first.sealed != second.sealed


def test_another_key_is_told_from_changed_bytes(moment: Moment) -> None:
    """A wrong key is wrong; a changed header, nonce or sealed byte is tampering."""
    wrapped = wrap(KEK, MASTER, HEADER, moment)
    with pytest.raises(WrongKeyError):
        unwrap(b"K" * 32, wrapped, HEADER)
    with pytest.raises(WrongKeyError):
        unwrap(KEK, replace(wrapped, commitment=bytes(32)), HEADER)
    for changed, header in (
        (wrapped, b"Header"),
        (replace(wrapped, nonce=bytes(12)), HEADER),
        (replace(wrapped, sealed=bytes(48)), HEADER),
        (replace(wrapped, sealed=b""), HEADER),
    ):
        with pytest.raises(TamperedError):
            unwrap(KEK, changed, header)


def test_the_commitment_is_no_key(moment: Moment) -> None:
    """What stands in the slot in the clear is neither the key nor part of what opens it."""
    wrapped = wrap(KEK, MASTER, HEADER, moment)
    assert wrapped.commitment != KEK
    with pytest.raises(WrongKeyError):
        unwrap(wrapped.commitment, wrapped, HEADER)


def test_every_subkey_is_its_own() -> None:
    """Three purposes and two vaults give six different keys of their lengths, always the same."""
    vaults = [VaultKey("a" * 26, MASTER), VaultKey("b" * 26, MASTER)]
    found = [
        make(vault)
        for vault in vaults
        for make in (
            VaultKey.database_key,
            VaultKey.database_salt,
            VaultKey.slots_key,
        )
    ]
    assert len(set(found)) == 6
    assert [len(one) for one in found] == [32, 16, 32] * 2
    assert not any(one.startswith(found[1]) for one in found if one != found[1])
    assert VaultKey("a" * 26, MASTER).database_key() == found[0]


def test_derivation_known_answer() -> None:
    """The derivation of today: an old vault must open with it for ever."""
    assert subkey(MASTER, "rhi/vault/database-key/v1", "a" * 26, 32).hex() == (
        "841976453fa30473b753d740eaf6a32f481bae1027e00f73bc0d6e190e8f28d8"
    )


def test_authentication() -> None:
    """One bit of data, key or MAC makes it unauthentic."""
    mac = keys.authenticate(KEK, b"data")
    assert keys.authentic(KEK, b"data", mac)
    assert not keys.authentic(KEK, b"Data", mac)
    assert not keys.authentic(MASTER, b"data", mac)
    assert not keys.authentic(KEK, b"data", mac[:-1])


def test_a_key_shows_nothing() -> None:
    """repr, str and a formatted text hold the vault's identifier and no secret."""
    key = VaultKey("a" * 26, MASTER)
    shown = f"{key!r} {key} {[key]}"
    assert "a" * 26 in shown
    assert "mmm" not in shown
    assert MASTER.hex() not in shown
