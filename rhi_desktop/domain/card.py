"""Owns a card: a person's public halves, and how far this vault trusts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.person import Interviewer


@dataclass(frozen=True, slots=True)
class Card:
    """Who somebody is to other vaults: certificate to verify with, recipient to encrypt to.

    `fingerprint` is SHA-256 over both public keys, hexadecimal: the six words say the same.
    """

    person: Interviewer
    certificate: bytes
    """X.509, DER; ECDSA P-256."""
    recipient: str
    """age X25519 recipient, `age1...`."""
    made_at: datetime
    fingerprint: str


class Trust(Enum):
    """A card is pending until its words were compared; nothing is trusted silently."""

    PENDING = "pending"
    TRUSTED = "trusted"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class KnownCard:
    """A card in this vault's book, and since when it has its trust."""

    card: Card
    trust: Trust
    since: datetime
