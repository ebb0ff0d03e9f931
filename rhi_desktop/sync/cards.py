"""Owns the card file `.rhicard`: a person's public halves, signed by themselves."""

from __future__ import annotations

import struct
from datetime import datetime

from rhi_desktop.crypto import age
from rhi_desktop.crypto.identity import CARD_DOMAIN, Identity, fingerprint, sign, verify
from rhi_desktop.domain.canonical import Plain, dumps, loads
from rhi_desktop.domain.card import Card
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Interviewer
from rhi_desktop.domain.plain import NotPlainError, from_plain, to_plain
from rhi_desktop.errors import BundleError

MAGIC = b"RHIC"
VERSION = 1
LIMIT = 64 * 1024
_PREFIX = struct.Struct(">4sHI")
_FIELDS = {"person", "certificate", "recipient", "made_at"}
TEXT_LIMIT = 200
"""Characters of a name, role or organisation that a card can carry."""


def make_card(person: Interviewer, identity: Identity, made_at: datetime) -> Card:
    """The card of an identity; its fingerprint is computed, never taken from anywhere."""
    return Card(
        person=person,
        certificate=identity.certificate,
        recipient=identity.recipient,
        made_at=made_at,
        fingerprint=fingerprint(identity.certificate, identity.recipient),
    )


def encode(person: Interviewer, identity: Identity, at: Moment) -> bytes:
    """The bytes of a card file: magic, version, length, canonical body, signature over it all.

    Raises ValueError for a person whose card others would refuse.
    """
    _check_person(person)
    body = dumps(card_plain(make_card(person, identity, at.now)))
    signed = _PREFIX.pack(MAGIC, VERSION, len(body)) + body
    return signed + sign(identity, CARD_DOMAIN, signed)


def decode(data: bytes) -> Card:
    """The card of a file, its own signature checked; whether to trust it is a person's decision.

    Raises BundleError: card_foreign (not a card), card_newer, card_damaged (cut or altered).
    """
    if not data.startswith(MAGIC):
        raise BundleError("card_foreign")
    if len(data) < _PREFIX.size or len(data) > LIMIT:
        raise BundleError("card_damaged")
    _, version, length = _PREFIX.unpack_from(data)
    if version > VERSION:
        raise BundleError("card_newer", version=version)
    end = _PREFIX.size + length
    try:
        card = card_from(loads(data[_PREFIX.size : end]))
    except ValueError as error:
        raise BundleError("card_damaged") from error
    if version < 1 or not verify(card.certificate, CARD_DOMAIN, data[:end], data[end:]):
        raise BundleError("card_damaged")
    return card


def card_plain(card: Card) -> dict[str, Plain]:
    """A card as canonical JSON holds it; the fingerprint is left out, it is computed."""
    return {name: to_plain(getattr(card, name)) for name in _FIELDS}


def card_from(plain: Plain) -> Card:
    """The card of such a mapping; ValueError for anything else."""
    if not isinstance(plain, dict) or set(plain) != _FIELDS:
        raise NotPlainError("card")
    certificate, recipient = plain["certificate"], plain["recipient"]
    if not isinstance(certificate, str) or not isinstance(recipient, str):
        raise NotPlainError("card")
    if not age.is_recipient(recipient):
        raise NotPlainError("card.recipient")
    found = fingerprint(bytes.fromhex(certificate), recipient)
    card = from_plain(Card, plain | {"fingerprint": found})
    _check_person(card.person)
    return card


def _check_person(person: Interviewer) -> None:
    """Names are shown beside six words; they must not be able to draw something else there."""
    texts = (person.id, person.name, person.role, person.organisation)
    if not person.name.strip() or any(len(text) > TEXT_LIMIT for text in texts):
        raise NotPlainError("card.person")
    if not all(text.isprintable() for text in texts):
        raise NotPlainError("card.person")
