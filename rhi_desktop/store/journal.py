"""Owns the journal: every record revision in order, each row chained to the one before."""

from __future__ import annotations

import hashlib
from datetime import datetime

from rhi_desktop.crypto.digest import digest_fits
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import JournalHead, Kind, Record
from rhi_desktop.errors import VaultError
from rhi_desktop.store.connection import Connection, Row, Value
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.reading import record_of
from rhi_desktop.store.tables import NOUNS, sql

_ALL = (
    "SELECT seq, kind, id, revision, previous, digest, author, device, at, newest, link"
    " FROM journal"
)
_DOMAIN = b"rhi/journal/v1\0"


def append(vault: Vault, record: Record) -> None:
    """Writes one revision down. Call it inside the transaction that stores the revision."""
    last = vault.connection.row("SELECT seq, newest, link FROM journal ORDER BY seq DESC LIMIT 1")
    length, newest, link = last or (0, "", _first_link(vault))
    written = str(to_plain(record.at))
    if record.device == vault.device:
        newest = max(str(newest), written)
    row: Row = (
        _whole(length) + 1,
        record.kind.value,
        record.id,
        record.revision,
        record.previous,
        record.digest,
        record.author,
        record.device,
        written,
        newest,
    )
    vault.connection.run(
        "INSERT INTO journal (seq, kind, id, revision, previous, digest, author, device, at,"
        " newest, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *row,
        _link(str(link), row),
    )


def head(vault: Vault) -> JournalHead:
    """Length and last link; an empty journal begins with the digest of the vault's identifier."""
    row = vault.connection.row("SELECT seq, link FROM journal ORDER BY seq DESC LIMIT 1")
    if row is None:
        return JournalHead(0, _first_link(vault))
    return JournalHead(_whole(row[0]), str(row[1]))


def newest_at(vault: Vault) -> datetime | None:
    """The latest time at which this very laptop wrote anything; None in a new vault.

    What came by bundle has the times of other clocks and does not count.
    """
    row = vault.connection.row("SELECT newest FROM journal ORDER BY seq DESC LIMIT 1")
    return datetime.fromisoformat(str(row[0])) if row and row[0] else None


def check_head(vault: Vault) -> None:
    """The cheap check at opening: the last row follows from the one before, its record is there.

    Raises VaultError vault_damaged.
    """
    last = vault.connection.rows(f"{_ALL} ORDER BY seq DESC LIMIT 2")
    if not last:
        return
    before = str(last[1][-1]) if len(last) > 1 else _first_link(vault)
    newest = last[0]
    if newest[-1] != _link(before, newest[:-1]) or _whole(newest[0]) < len(last):
        raise VaultError("vault_damaged")
    kind, record_id, digest = Kind(str(newest[1])), newest[2], newest[5]
    stored = vault.connection.row(sql("SELECT digest FROM NOUN WHERE id = ?", kind), record_id)
    if stored != (digest,):
        raise VaultError("vault_damaged")


def check(vault: Vault) -> None:
    """The full check: the engine's own, every link, every revision against its digest.

    Every row of the journal has its revision, and no revision stands outside the journal.
    Raises VaultError vault_damaged.
    """
    connection = vault.connection
    if connection.rows("PRAGMA integrity_check") != [("ok",)]:
        raise VaultError("vault_damaged")
    expected = _check_links(vault)
    for kind in NOUNS:
        _check_records(connection, kind, expected)
    if expected:
        raise VaultError("vault_damaged")


def _check_links(vault: Vault) -> set[Row]:
    link, seen = _first_link(vault), set[Row]()
    rows = vault.connection.rows(f"{_ALL} ORDER BY seq")
    for number, row in enumerate(rows, start=1):
        link = _link(link, row[:-1])
        if row[0] != number or row[-1] != link:
            raise VaultError("vault_damaged")
        seen.add((row[1], row[2], row[3], row[5]))
    return seen


def _check_records(connection: Connection, kind: Kind, expected: set[Row]) -> None:
    current = connection.rows(sql("SELECT ENVELOPE FROM NOUN", kind))
    former = connection.rows(sql("SELECT ENVELOPE FROM history WHERE kind = ?"), kind.value)
    for row in (*current, *former):
        record = record_of(kind, row)
        entry: Row = (kind.value, record.id, record.revision, record.digest)
        if entry not in expected or not digest_fits(record):
            raise VaultError("vault_damaged")
        expected.discard(entry)


def _first_link(vault: Vault) -> str:
    return hashlib.sha256(_DOMAIN + vault.vault_id.encode()).hexdigest()


def _link(before: str, row: Row) -> str:
    return hashlib.sha256(_DOMAIN + dumps([before, *map(_plain, row)])).hexdigest()


def _plain(value: Value) -> int | str:
    if isinstance(value, int | str):
        return value
    raise VaultError("vault_damaged")


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0
