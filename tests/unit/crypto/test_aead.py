"""Claims about sealing bytes with associated data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.crypto.aead import TAG_BYTES, TamperedError, seal, unseal

KEY, NONCE = bytes(range(32)), bytes(range(12))


@given(st.binary(max_size=200), st.binary(max_size=50))
def test_sealed_comes_back(data: bytes, associated: bytes) -> None:
    """What was sealed opens with the same key, nonce and data, and is 16 bytes longer."""
    sealed = seal(KEY, NONCE, data, associated)
    assert len(sealed) == len(data) + TAG_BYTES
    assert unseal(KEY, NONCE, sealed, associated) == data


@given(st.binary(min_size=1, max_size=60), st.data())
def test_a_flipped_bit_never_opens(data: bytes, drawn: st.DataObject) -> None:
    """One bit of the sealed bytes, and nothing comes out."""
    sealed = bytearray(seal(KEY, NONCE, data, b"a"))
    place = drawn.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[place // 8] ^= 1 << place % 8
    with pytest.raises(TamperedError):
        unseal(KEY, NONCE, bytes(sealed), b"a")


def test_the_rest_counts_too() -> None:
    """Another key, nonce, associated data or a cut end, and nothing comes out."""
    sealed = seal(KEY, NONCE, b"data", b"a")
    for key, nonce, text, associated in (
        (bytes(32), NONCE, sealed, b"a"),
        (KEY, bytes(12), sealed, b"a"),
        (KEY, NONCE, sealed[:-1], b"a"),
        (KEY, NONCE, b"", b"a"),
        (KEY, NONCE, sealed, b"b"),
        (KEY, b"", sealed, b"a"),
    ):
        with pytest.raises(TamperedError):
            unseal(key, nonce, text, associated)


def test_lengths_are_ours_to_keep() -> None:
    """A short key or nonce is our mistake, before anything is sealed."""
    for key, nonce in ((KEY[:16], NONCE), (KEY, NONCE[:8])):
        with pytest.raises(ValueError, match="32"):
            seal(key, nonce, b"data", b"a")


def test_the_published_vector() -> None:
    """Test case 14 of the GCM specification: AES-256, zero key, zero nonce, one zero block."""
    sealed = seal(bytes(32), bytes(12), bytes(16), b"")
    assert sealed.hex() == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
