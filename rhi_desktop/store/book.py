"""Owns who this vault belongs to and whom it knows: person, identity, and the book of cards."""

from __future__ import annotations

from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.card import Card, KnownCard, Trust
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Interviewer
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.errors import VaultError
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.reading import value_of


def put_person(vault: Vault, person: Interviewer) -> None:
    """Says whose vault this is."""
    vault.connection.run(
        "INSERT INTO owner (only, person) VALUES (1, ?)"
        " ON CONFLICT (only) DO UPDATE SET person = excluded.person",
        dumps(to_plain(person)).decode(),
    )


def get_person(vault: Vault) -> Interviewer:
    """Whose vault this is. VaultError record_missing before anybody said so."""
    row = vault.connection.row("SELECT person FROM owner WHERE person IS NOT NULL")
    if row is None:
        raise VaultError("record_missing", kind="person")
    return value_of(Interviewer, row[0])


def put_identity(vault: Vault, identity: bytes) -> None:
    """Keeps the secret halves of this person's keys, as bytes that only the caller reads."""
    vault.connection.run(
        "INSERT INTO owner (only, identity) VALUES (1, ?)"
        " ON CONFLICT (only) DO UPDATE SET identity = excluded.identity",
        identity,
    )


def get_identity(vault: Vault) -> bytes:
    """The bytes `put_identity` was given. VaultError record_missing before that."""
    row = vault.connection.row("SELECT identity FROM owner WHERE identity IS NOT NULL")
    if row is None or not isinstance(row[0], bytes):
        raise VaultError("record_missing", kind="identity")
    return row[0]


def put_card(vault: Vault, card: Card, trust: Trust, at: Moment) -> KnownCard:
    """Puts a card into the book, or gives a known one another trust; each step stays in the log."""
    known = KnownCard(card, trust, at.now)
    with vault.transaction():
        vault.connection.run(
            "INSERT INTO cards VALUES (?, ?)"
            " ON CONFLICT (fingerprint) DO UPDATE SET body = excluded.body",
            card.fingerprint,
            dumps(to_plain(known)).decode(),
        )
        vault.connection.run(
            "INSERT INTO card_log (fingerprint, trust, at) VALUES (?, ?, ?)",
            card.fingerprint,
            trust.value,
            str(to_plain(at.now)),
        )
    return known


def cards(vault: Vault) -> tuple[KnownCard, ...]:
    """Every card in the book, by name."""
    found = [
        value_of(KnownCard, row[0])
        for row in vault.connection.rows("SELECT body FROM cards ORDER BY fingerprint")
    ]
    return tuple(sorted(found, key=lambda known: known.card.person.name.casefold()))


def card(vault: Vault, fingerprint: str) -> KnownCard | None:
    """The card with this fingerprint, if it is in the book."""
    row = vault.connection.row("SELECT body FROM cards WHERE fingerprint = ?", fingerprint)
    return None if row is None else value_of(KnownCard, row[0])
