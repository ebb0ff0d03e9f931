"""Owns sealing and opening bytes with associated data: AES-256-GCM."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


class TamperedError(Exception):
    """The bytes, the associated data or the key are not the ones that were sealed with."""


def seal(key: bytes, nonce: bytes, data: bytes, associated: bytes) -> bytes:
    """The sealed bytes, 16 longer than `data`. A nonce serves once: draw it fresh for each call."""
    if len(key) != KEY_BYTES or len(nonce) != NONCE_BYTES:
        raise ValueError("key of 32 and nonce of 12 bytes")
    return AESGCM(key).encrypt(nonce, data, associated)


def unseal(key: bytes, nonce: bytes, sealed: bytes, associated: bytes) -> bytes:
    """What `seal` was given; TamperedError when a single bit of anything differs."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, associated)
    except (InvalidTag, ValueError):
        raise TamperedError from None
