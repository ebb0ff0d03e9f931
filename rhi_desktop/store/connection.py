"""Owns the only way to the database: how it is opened, how it refuses, and transactions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from sqlcipher3 import dbapi2 as engine

from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.files import disk_refusals, touch

Value = None | int | str | bytes
Row = tuple[Value, ...]

KEY_HEX = 64
SALT_HEX = 32
PLAIN_MAGIC = b"SQLite format 3\0"
OLDEST_ENGINE = (3, 51, 3)
"""Earlier versions can corrupt a database when the write-ahead log is reset."""

SIDE_FILES = 64 * 1024
"""Bytes that the write-ahead log and its index need before the first commit."""

# Primary result codes of SQLite (https://sqlite.org/rescode.html).
_CORRUPT = {11, 26}
_DISK = {13: "disk_full", 8: "disk_read_only", 14: "disk_failed", 10: "disk_failed"}
_BUSY = {5, 6}
_CONSTRAINT = 19


_SETTINGS = (
    "temp_store = MEMORY",
    "secure_delete = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # so that REPLACE counts as the removal it is
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "cache_size = -32768",
)


class Mode(Enum):
    """How a database is opened; the value is the word of the URI."""

    CREATE = "rwc"
    WRITE = "rw"
    READ = "ro"


@dataclass(frozen=True, slots=True)
class Locked:
    """One database file of ours, and what opens it."""

    path: Path
    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)


class Connection:
    """One open database. Owns the engine's connection; nobody else may see it.

    Raises VaultError and FileError by the engine's result code. A constraint that is broken by a
    mistake of ours stays the engine's own error.
    """

    def __init__(self, raw: engine.Connection) -> None:
        self._raw = raw
        self._depth = 0
        self._broken = False

    def run(self, sql: str, *values: Value) -> int:
        """Runs one statement; how many rows it changed."""
        with _refusals():
            return self._raw.execute(sql, values).rowcount

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first row of a query, or None."""
        with _refusals():
            return self._raw.execute(sql, values).fetchone()

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """All rows of a query."""
        with _refusals():
            return self._raw.execute(sql, values).fetchall()

    def number(self, sql: str, *values: Value) -> int:
        """The whole number a query answers with; nothing counts as 0."""
        row = self.row(sql, *values)
        return row[0] if row and isinstance(row[0], int) else 0

    @property
    def in_transaction(self) -> bool:
        """True while something is written that nobody has committed yet."""
        return bool(self._raw.in_transaction)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, from BEGIN IMMEDIATE to COMMIT. A transaction inside joins the outer one.

        When an inner one failed, the outer one cannot commit either, whoever caught the failure.
        """
        if self._depth == 0:
            self._broken = False
            self.run("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                self._commit()
        except BaseException:
            self._broken = True
            if self._depth == 1:
                self._roll_back()
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several reads of one and the same state, whatever is written meanwhile."""
        own = not self._raw.in_transaction
        if own:
            self.run("BEGIN")
        try:
            yield
        finally:
            if own:
                self._roll_back()

    def _commit(self) -> None:
        if self._broken:
            raise RuntimeError("a write inside this transaction failed and was passed over")
        self.run("COMMIT")

    def _roll_back(self) -> None:
        # The engine itself may have rolled back already (full disk).
        if self._raw.in_transaction:
            with suppress(engine.Error):
                self._raw.execute("ROLLBACK")

    def close(self) -> None:
        """Closes; the write-ahead log goes into the file. Safe to call twice."""
        with _refusals():
            self._raw.close()


def open_database(path: Path, key: bytes, salt: bytes, mode: Mode) -> Connection:
    """The one recipe by which a database is opened; every step is there for a measured reason.

    A raw key with an explicit salt, so that a torn first sector loses nothing; the engine's log
    off, because it prints; a first read, because only that proves the key; then settings that
    keep every commit on the disk and everything temporary in memory. Raises VaultError
    vault_missing, vault_empty, vault_plain, vault_foreign, vault_damaged, and FileError.
    """
    if engine.sqlite_version_info < OLDEST_ENGINE:
        raise RuntimeError("the SQLite inside sqlcipher3 is too old to be safe")
    if mode is not Mode.CREATE:
        _look_first(path)
    with _refusals():
        raw = engine.connect(
            _uri(path, mode),
            timeout=5.0,
            isolation_level=None,
            cached_statements=256,
            uri=True,
        )
    connection = Connection(raw)
    try:
        _give_key(raw, key, salt)
        _settle(connection, mode)
    except VaultError as error:
        connection.close()
        if error.code == "vault_damaged" and not _begins_with(path, salt):
            raise VaultError("vault_foreign") from None
        raise
    except FileError as error:
        connection.close()
        if error.code == "disk_failed" and _no_room(path):
            raise FileError("disk_full") from None
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def open_copy(source: Locked, target: Locked) -> Connection:
    """A fresh file under a key of its own as `main`, and beside it `source`, which is only read.

    For one whole copy that is thrown away unless it is finished: nothing is forced to the disk and
    there is no log, so the caller syncs the file. Both paths are ours. Raises like `open_database`.
    """
    _look_first(source.path)
    touch(target.path)
    with _refusals():
        raw = engine.connect(_uri(target.path, Mode.WRITE), isolation_level=None, uri=True)
    connection = Connection(raw)
    try:
        _give_key(raw, target.key, target.salt)
        _prove(connection)
        for setting in (*_SETTINGS, "journal_mode = OFF", "synchronous = OFF"):
            connection.run(f"PRAGMA {setting}")
        text = _key_text(source.key, source.salt)
        connection.run("ATTACH DATABASE ? AS source KEY ?", _uri(source.path, Mode.READ), text)
        connection.rows("SELECT count(*) FROM source.sqlite_master")
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path, mode: Mode) -> str:
    return f"{path.absolute().as_uri()}?mode={mode.value}"


def _no_room(path: Path) -> bool:
    """The engine does not say why it cannot make its side files beside the database."""
    with disk_refusals():
        return shutil.disk_usage(path.parent).free < SIDE_FILES


def _look_first(path: Path) -> None:
    # The engine would take an empty file for a new store, whatever the key.
    with disk_refusals():
        if not path.is_file():
            raise VaultError("vault_missing")
        if path.stat().st_size == 0:
            raise VaultError("vault_empty")
    if _begins_with(path, PLAIN_MAGIC):
        raise VaultError("vault_plain")


def _begins_with(path: Path, start: bytes) -> bool:
    with disk_refusals(), path.open("rb") as file:
        return file.read(len(start)) == start


def _give_key(raw: engine.Connection, key: bytes, salt: bytes) -> None:
    raw.set_key(_key_text(key, salt))


def _key_text(key: bytes, salt: bytes) -> str:
    # Of any other length the engine would silently take the text for a passphrase.
    text = key.hex() + salt.hex()
    if len(text) != KEY_HEX + SALT_HEX:
        raise ValueError("a key of 32 and a salt of 16 bytes")
    return f"x'{text}'"


def _prove(connection: Connection) -> None:
    connection.run("PRAGMA cipher_log_level = NONE")
    connection.run("PRAGMA cipher_memory_security = OFF")  # ADR 29
    connection.rows("SELECT count(*) FROM sqlite_master")
    if connection.row("PRAGMA cipher_version") is None:
        raise RuntimeError("this engine does not encrypt")


def _settle(connection: Connection, mode: Mode) -> None:
    _prove(connection)
    if mode is Mode.READ:
        connection.run("PRAGMA query_only = ON")
    elif connection.row("PRAGMA journal_mode = WAL") != ("wal",):
        raise FileError("disk_failed")
    for setting in ("synchronous = FULL", "fullfsync = ON", *_SETTINGS):
        connection.run(f"PRAGMA {setting}")


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except engine.Error as error:
        translated = _translate(error)
        if translated is None:
            raise
        raise translated from None


def _translate(error: engine.Error) -> VaultError | FileError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _CORRUPT:
        return VaultError("vault_damaged")
    if code in _BUSY:
        return VaultError("vault_in_use")
    if code == _CONSTRAINT and error.args == ("record_fixed",):
        return VaultError("record_fixed")
    return FileError(_DISK[code]) if code in _DISK else None
