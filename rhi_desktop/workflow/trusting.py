"""Owns cards: giving out ours, taking in theirs, and trusting one after comparing words."""

from __future__ import annotations

from pathlib import Path

from rhi_desktop import files
from rhi_desktop.crypto import identity as identities
from rhi_desktop.crypto.words import fingerprint_words
from rhi_desktop.domain.card import Card, KnownCard, Trust
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import BundleError, VaultError
from rhi_desktop.store import book
from rhi_desktop.sync import cards as card_files
from rhi_desktop.workflow.workspace import Workspace

CARD_LIMIT = card_files.LIMIT
"""Bytes of the largest file worth reading as a card."""


def my_card(ws: Workspace) -> Card:
    """The card of this vault's holder, as it was made with the keys."""
    known = book.card(ws.store, own_fingerprint(ws))
    if known is None:
        raise VaultError("vault_damaged")
    return known.card


def own_fingerprint(ws: Workspace) -> str:
    """What this vault's holder is known by to other vaults."""
    return identities.fingerprint(ws.identity.certificate, ws.identity.recipient)


def export_my_card(ws: Workspace, path: Path, at: Moment) -> Card:
    """Writes our card to a file that may be given to anybody."""
    data = card_files.encode(ws.interviewer, ws.identity, at)
    files.write_atomic(path, data)
    return card_files.decode(data)


def read_card_file(path: Path) -> Card:
    """The card in a file; FileError when it cannot be read, BundleError when it is no card."""
    return read_card(files.read_limited(path, CARD_LIMIT))


def read_card(data: bytes) -> Card:
    """The card these bytes hold; nothing is stored and nobody is trusted by reading."""
    return card_files.decode(data)


def words(card: Card) -> tuple[str, ...]:
    """The six words to compare by phone; the other side sees the same ones on their own card."""
    return fingerprint_words(bytes.fromhex(card.fingerprint))


def add_card(ws: Workspace, card: Card, at: Moment) -> KnownCard:
    """Puts a card into the book as pending; one that is there already keeps its trust.

    The words cover the keys, not the name: a trusted card that comes back under another name, role
    or organisation is pending again until somebody compared it. A revoked one stays revoked.
    Raises BundleError card_own for our own card.
    """
    if card.fingerprint == own_fingerprint(ws):
        raise BundleError("card_own")
    with ws.store.transaction():
        old = book.card(ws.store, card.fingerprint)
        if old is not None and (old.trust is Trust.REVOKED or old.card.person == card.person):
            return old
        return book.put_card(ws.store, card, Trust.PENDING, at)


def trust(ws: Workspace, fingerprint: str, at: Moment) -> KnownCard:
    """A person compared the words and found them equal."""
    return _turn(ws, fingerprint, Trust.TRUSTED, at)


def revoke(ws: Workspace, fingerprint: str, at: Moment) -> KnownCard:
    """The card is not to be trusted any more; bundles it signs are refused from now on."""
    return _turn(ws, fingerprint, Trust.REVOKED, at)


def cards(ws: Workspace) -> tuple[KnownCard, ...]:
    """Every card of other people, as the book has them."""
    own = own_fingerprint(ws)
    return tuple(known for known in book.cards(ws.store) if known.card.fingerprint != own)


def _turn(ws: Workspace, fingerprint: str, state: Trust, at: Moment) -> KnownCard:
    if fingerprint == own_fingerprint(ws):
        raise BundleError("card_own")
    with ws.store.transaction():
        known = book.card(ws.store, fingerprint)
        if known is None:
            raise KeyError("no card of this fingerprint is in the book")
        return book.put_card(ws.store, known.card, state, at)
