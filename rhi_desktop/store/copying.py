"""Owns one whole copy of a database under another key, and the proof that it is the same."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import DeviceId
from rhi_desktop.domain.record import JournalHead
from rhi_desktop.errors import VaultError
from rhi_desktop.store import journal
from rhi_desktop.store.connection import Connection, Locked, Mode, open_copy, open_database
from rhi_desktop.store.opened import Vault

_SCHEMA = "SELECT type, name, tbl_name, sql FROM SCHEMA.sqlite_master ORDER BY type, name"
_SOUND = [("ok",)]
_NUMBERS = ("user_version", "application_id")


def copy(source: Locked, target: Locked, key: VaultKey) -> JournalHead:
    """Writes `source`, as it stands at this moment, to `target`, a path that is not taken.

    The source may be open and may change meanwhile. The copy has every table, index and trigger,
    the same number of rows in each, and the same end of the journal; it was read back page by page
    and forced to the disk. Raises VaultError vault_damaged for a source that cannot be read whole,
    snapshot_damaged for a copy that is not what was written, and FileError; then no target is left.
    """
    try:
        head = _write(source, target)
        read_back(target, key, head)
        _sync(target.path)
    except BaseException:
        with suppress(OSError):
            target.path.unlink(missing_ok=True)
        raise
    return head


def look(target: Locked, key: VaultKey, *, whole: bool) -> Vault:
    """Opens a copy to read it; `whole` has every page looked at first. The caller closes it.

    Raises VaultError and FileError like `open_database`, and vault_damaged.
    """
    connection = open_database(target.path, target.key, target.salt, Mode.READ)
    opened = Vault(target.path.parent, DeviceId(""), connection, key, None)
    try:
        _check(opened, whole=whole)
    except BaseException:
        opened.close()
        raise
    return opened


def _check(opened: Vault, *, whole: bool) -> None:
    connection = opened.connection
    if connection.row("SELECT vault_id FROM vault") != (opened.vault_id,):
        raise VaultError("vault_foreign")
    journal.check_head(opened)
    if whole:
        if connection.rows("PRAGMA cipher_integrity_check"):
            raise VaultError("vault_damaged")
        journal.check_engine(opened)


def _write(source: Locked, target: Locked) -> JournalHead:
    with closing(open_copy(source, target)) as connection:
        # One transaction: what is counted is exactly what is copied.
        connection.run("BEGIN")
        if connection.rows("PRAGMA source.integrity_check") != _SOUND:
            raise VaultError("vault_damaged")
        connection.rows("SELECT sqlcipher_export('main', 'source')")
        _compare(connection)
        head = _head(connection)
        numbers = {name: connection.number(f"PRAGMA source.{name}") for name in _NUMBERS}
        connection.run("COMMIT")
        for name, number in numbers.items():
            connection.run(f"PRAGMA main.{name} = {number}")
    return head


def _compare(connection: Connection) -> None:
    """The same tables, indexes and triggers, and as many rows in each table."""
    made, wanted = (connection.rows(_SCHEMA.replace("SCHEMA", of)) for of in ("main", "source"))
    tables = [str(row[1]) for row in wanted if row[0] == "table"]
    counts = (
        [connection.number(f'SELECT count(*) FROM {of}."{table}"') for table in tables]  # noqa: S608 - names out of our own schema
        for of in ("main", "source")
    )
    if made != wanted or next(counts) != next(counts):
        raise VaultError("snapshot_damaged")


def _head(connection: Connection) -> JournalHead:
    row = connection.row("SELECT seq, link FROM source.journal ORDER BY seq DESC LIMIT 1")
    return JournalHead(int(str(row[0])), str(row[1])) if row else JournalHead(0, "")


def read_back(target: Locked, key: VaultKey, head: JournalHead) -> None:
    """Every page of what was just written, under the key that will be asked to open it."""
    try:
        with closing(look(target, key, whole=True)) as opened:
            found = journal.head(opened)
    except VaultError:
        raise VaultError("snapshot_damaged") from None
    if found.length != head.length or (head.length and found != head):
        raise VaultError("snapshot_damaged")


def _sync(path: Path) -> None:
    with files.disk_refusals():
        number = os.open(path, os.O_RDWR)
        try:
            os.fsync(number)
        finally:
            os.close(number)
