"""Owns the journal: every record revision in order, each row chained to the one before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from rhi_desktop.crypto.digest import digest_fits
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import JournalHead, Kind, Record
from rhi_desktop.errors import VaultError
from rhi_desktop.store import purges
from rhi_desktop.store.batches import put
from rhi_desktop.store.connection import Connection, Row, Value
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.purges import Purge
from rhi_desktop.store.reading import record_of
from rhi_desktop.store.tables import NOUNS, sql

_ALL = (
    "SELECT seq, kind, id, revision, previous, digest, author, device, at, newest, link"
    " FROM journal"
)
_DOMAIN = b"rhi/journal/v1\0"
SLICE = 16
"""Rows of the full check at a time: about two thousandths of a second."""


def append(vault: Vault, records: Iterable[Record]) -> None:
    """Writes revisions down. Call it inside the transaction that stores them."""
    _append(
        vault,
        [
            (
                *(record.kind.value, record.id, record.revision, record.previous),
                *(record.digest, record.author, record.device, str(to_plain(record.at))),
            )
            for record in records
        ],
    )


def append_purge(vault: Vault, purge: Purge) -> None:
    """Writes a removal down. From here on nothing of its case can be removed any more."""
    named = (purges.KIND, purge.id, 1, "", purge.digest)
    _append(vault, [(*named, purge.author, purge.device, str(to_plain(purge.at)))])


def _append(vault: Vault, entries: Iterable[tuple[Value, ...]]) -> None:
    """Entries are rows of the journal without number, newest time and link."""
    last = vault.connection.row("SELECT seq, newest, link FROM journal ORDER BY seq DESC LIMIT 1")
    length, newest, link = last or (0, "", _first_link(vault))
    rows: list[Row] = []
    for number, entry in enumerate(entries, start=_whole(length) + 1):
        *_, device, at = entry
        if device == vault.device:
            newest = max(str(newest), str(at))
        row: Row = (number, *entry, newest)
        link = _link(str(link), row)
        rows.append((*row, link))
    put(vault.connection, _INSERT, rows)


_INSERT = (
    "INSERT INTO journal (seq, kind, id, revision, previous, digest, author, device, at,"
    " newest, link)"
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
    if not _stands(vault, newest):
        raise VaultError("vault_damaged")


def _stands(vault: Vault, entry: Row) -> bool:
    seq, name, record_id, digest = entry[0], str(entry[1]), entry[2], entry[5]
    if name == purges.KIND:
        return purges.digest_at(vault, _whole(seq)) == digest
    found = sql("SELECT digest FROM NOUN WHERE id = ?", Kind(name))
    return vault.connection.row(found, record_id) == (digest,)


def check(vault: Vault) -> None:
    """The full check: the engine's own, every link, every revision against its digest.

    Every row of the journal has its revision, unless a purge covers it, and no revision stands
    outside the journal. Raises VaultError vault_damaged.
    """
    check_engine(vault)
    for _ in check_entries(vault):
        pass


def check_engine(vault: Vault) -> None:
    """Every page that holds anything, by the engine itself. VaultError vault_damaged."""
    if vault.connection.rows("PRAGMA integrity_check") != [("ok",)]:
        raise VaultError("vault_damaged")


def check_entries(vault: Vault) -> Iterator[tuple[int, int]]:
    """Every link and every digest, a slice at a time: how many were looked at, how many there are.

    What is written meanwhile is looked at too: each slice reads a state of its own, so that no
    long read holds up the log. Raises VaultError vault_damaged.
    """
    link, done = _first_link(vault), 0
    removals, covered = 0, frozenset[int]()
    while True:
        with vault.connection.reading():
            if removals != purges.count(vault):
                removals, covered = purges.count(vault), purges.all_covered(vault)
            rows = vault.connection.rows(
                f"{_ALL} WHERE seq > ? ORDER BY seq LIMIT {SLICE}",
                done,
            )
            for number, row in enumerate(rows, start=done + 1):
                link = _link(link, row[:-1])
                if row[0] != number or row[-1] != link:
                    raise VaultError("vault_damaged")
                _check_entry(vault, row, covered)
            done += len(rows)
            if not rows:
                _check_nothing_outside(vault.connection, done - removals, covered)
                return
            there = head(vault).length
        yield done, there


def _check_entry(vault: Vault, entry: Row, covered: frozenset[int]) -> None:
    """A revision is there, or its case was removed; a removal is what it was."""
    is_covered = _whole(entry[0]) in covered
    if entry[1] == purges.KIND:
        if is_covered or not _stands(vault, entry):
            raise VaultError("vault_damaged")
    elif not is_covered:
        _check_revision(vault.connection, entry)


def _check_revision(connection: Connection, entry: Row) -> None:
    """The revision that a row of the journal names is there, and is what was written."""
    named, digest, revision = entry[2], entry[5], entry[3]
    try:
        kind = Kind(str(entry[1]))
        row = connection.row(
            sql("SELECT ENVELOPE FROM NOUN WHERE id = ? AND revision = ? AND digest = ?", kind),
            *(named, revision, digest),
        ) or connection.row(
            sql(
                "SELECT ENVELOPE FROM history"
                " WHERE id = ? AND revision = ? AND digest = ? AND kind = ?"
            ),
            *(named, revision, digest, kind.value),
        )
        sound = row is not None and digest_fits(record_of(kind, row))
    except ValueError:
        # `from None`: the original exception carries the stored text.
        raise VaultError("vault_damaged") from None
    if not sound:
        raise VaultError("vault_damaged")


def _check_nothing_outside(connection: Connection, entries: int, covered: frozenset[int]) -> None:
    """As many revisions as rows that no purge covers, and no row twice: each has its own."""
    stored = connection.number("SELECT count(*) FROM history")
    for kind in NOUNS:
        stored += connection.number(sql("SELECT count(*) FROM NOUN", kind))
    different = connection.number(
        "SELECT count(DISTINCT digest) FROM journal WHERE kind <> ?"
        " AND seq NOT IN (SELECT value FROM json_each(?))",
        *(purges.KIND, dumps([*covered]).decode()),
    )
    if not stored == different == entries - len(covered):
        raise VaultError("vault_damaged")


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
