"""Owns the one argument that brings time and randomness into an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Moment:
    """When an act happens (by this laptop's clock, in UTC) and where its fresh bytes come from.

    Owns nothing that lasts: app.py makes one for each act from the real clock and
    `secrets.token_bytes`; tests make one from a seed. Raises ValueError for a time without zone.
    """

    now: datetime
    draw: Callable[[int], bytes]

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        object.__setattr__(self, "now", self.now.astimezone(UTC))

    def fresh_id(self) -> str:
        """A new random identifier: 128 bits as 26 Crockford characters."""
        return crockford(self.draw(ID_BYTES))


def crockford(data: bytes) -> str:
    """Bytes as lower-case Crockford base 32, most significant first, without padding signs."""
    number = int.from_bytes(data, "big")
    length = (len(data) * 8 + 4) // 5
    return "".join(CROCKFORD[(number >> (5 * i)) & 31] for i in reversed(range(length)))
