"""Owns the way from a passphrase to a key: Argon2id with parameters that are stored and bounded."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from rhi_desktop.errors import VaultError

KEY_BYTES = 32
SALT_BYTES = 16
SHORTEST = 15
"""Characters a passphrase must have: it is the only factor (NIST SP 800-63B-4)."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def at_least(self, floor: Cost) -> bool:
        """True when no parameter is below the floor's."""
        return (
            self.memory_kib >= floor.memory_kib
            and self.passes >= floor.passes
            and self.lanes >= floor.lanes
        )

    @property
    def bearable(self) -> bool:
        """False when only a hostile file would ask for so much memory or time."""
        return (
            self.memory_kib <= CEILING.memory_kib
            and self.passes <= CEILING.passes
            and self.lanes <= CEILING.lanes
        )


STANDARD = Cost(256 * 1024, 3, 4)
"""What the product writes: about 0.75 s on an ordinary laptop. Never lowered silently."""
FLOOR = Cost(64 * 1024, 3, 4)
"""The least the product accepts when reading (RFC 9106, second recommended set)."""
CEILING = Cost(1024 * 1024, 64, 64)


def normalised(passphrase: str) -> bytes:
    """The bytes of a passphrase: NFKC and UTF-8, so that every keyboard's spelling is the same.

    Nothing is trimmed or cut. Raises VaultError passphrase_unreadable for half of a surrogate
    pair, which no keyboard types.
    """
    try:
        return unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    except UnicodeEncodeError:
        # `from None`: the original exception carries the passphrase itself.
        raise VaultError("passphrase_unreadable") from None


def accepted(passphrase: str) -> bytes:
    """The bytes of a passphrase that may be chosen for a vault; VaultError passphrase_short."""
    data = normalised(passphrase)
    count = len(data.decode("utf-8"))
    if count < SHORTEST:
        raise VaultError("passphrase_short", shortest=SHORTEST, count=count)
    return data


def derive(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key of a secret, a salt and a cost. Takes as long as the cost says."""
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(secret)
