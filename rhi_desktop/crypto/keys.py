"""Owns the keys of a vault: the random master key, how it is wrapped, and what comes out of it."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rhi_desktop.crypto import aead
from rhi_desktop.domain.moment import Moment

MASTER_BYTES = 32
COMMITMENT_BYTES = 32


class WrongKeyError(Exception):
    """The key is not the one this wrapping was made with; the wrapping may be sound."""


@dataclass(frozen=True, slots=True, eq=False)
class VaultKey:
    """What opens one vault. Opaque: it is handed on, never looked into, and its repr shows nothing.

    `vault_id` keeps two vaults apart that should ever share a master key.
    """

    vault_id: str
    master: bytes = field(repr=False)

    def database_key(self) -> bytes:
        """The 32 bytes that encrypt the pages of the database."""
        return subkey(self.master, "rhi/vault/database-key/v1", self.vault_id, 32)

    def database_salt(self) -> bytes:
        """The 16 bytes at the start of the database: derived, so that losing them loses nothing."""
        return subkey(self.master, "rhi/vault/database-salt/v1", self.vault_id, 16)

    def snapshot_key(self) -> bytes:
        """The 32 bytes that encrypt a snapshot: never those of the database itself."""
        return subkey(self.master, "rhi/vault/snapshot-key/v1", self.vault_id, 32)

    def snapshot_salt(self) -> bytes:
        """The 16 bytes at the start of a snapshot."""
        return subkey(self.master, "rhi/vault/snapshot-salt/v1", self.vault_id, 16)

    def slots_key(self) -> bytes:
        """The 32 bytes that authenticate the whole slot file."""
        return subkey(self.master, "rhi/vault/slots-mac/v1", self.vault_id, 32)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A master key as it stands in a slot: sealed, beside a commitment to the key that sealed it.

    GCM alone would not tell a wrong key from changed bytes; the commitment does.
    """

    nonce: bytes
    sealed: bytes
    commitment: bytes


def wrap(secret_key: bytes, master: bytes, header: bytes, at: Moment) -> Wrapped:
    """Seals a master key under the key of a passphrase or a code; `header` is bound to it."""
    key, commitment = _split(secret_key)
    nonce = at.draw(aead.NONCE_BYTES)
    return Wrapped(nonce, aead.seal(key, nonce, master, header), commitment)


def unwrap(secret_key: bytes, wrapped: Wrapped, header: bytes) -> bytes:
    """The master key; WrongKeyError for another key, aead.TamperedError for changed bytes."""
    key, commitment = _split(secret_key)
    if not hmac.compare_digest(commitment, wrapped.commitment):
        raise WrongKeyError
    return aead.unseal(key, wrapped.nonce, wrapped.sealed, header)


def subkey(master: bytes, label: str, vault_id: str, length: int) -> bytes:
    """HKDF-SHA256 of a master key: one label and one vault give one key, and tell no other."""
    return HKDF(
        algorithm=hashes.SHA256(), length=length, salt=vault_id.encode(), info=label.encode()
    ).derive(master)


def authenticate(key: bytes, data: bytes) -> bytes:
    """HMAC-SHA256 over bytes of ours."""
    return hmac.digest(key, data, "sha256")


def authentic(key: bytes, data: bytes, mac: bytes) -> bool:
    """True when `mac` is the one of key and data, in a time that tells nothing else."""
    return hmac.compare_digest(authenticate(key, data), mac)


def _split(secret_key: bytes) -> tuple[bytes, bytes]:
    both = HKDF(
        algorithm=hashes.SHA256(),
        length=aead.KEY_BYTES + COMMITMENT_BYTES,
        salt=None,
        info=b"rhi/slot/wrap/v1",
    ).derive(secret_key)
    return both[: aead.KEY_BYTES], both[aead.KEY_BYTES :]
