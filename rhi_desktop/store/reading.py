"""Owns reading records: rows in, domain values out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeVar

from rhi_desktop.domain.plain import NotPlainError, from_plain
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.errors import VaultError
from rhi_desktop.store.connection import Row, Value
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.tables import NOUNS, sql

T = TypeVar("T")


def load(vault: Vault, kind: Kind, record_id: str, cls: type[T]) -> T:
    """The newest revision of one record as its value. VaultError record_missing."""
    row = vault.connection.row(sql("SELECT body FROM NOUN WHERE id = ?", kind), record_id)
    if row is None:
        raise VaultError("record_missing", kind=kind.value)
    return value_of(cls, row[0])


def load_record(vault: Vault, kind: Kind, record_id: str) -> Record:
    """The newest revision of one record with its envelope. VaultError record_missing."""
    row = vault.connection.row(sql("SELECT ENVELOPE FROM NOUN WHERE id = ?", kind), record_id)
    if row is None:
        raise VaultError("record_missing", kind=kind.value)
    return record_of(kind, row)


def revision_of(vault: Vault, kind: Kind, record_id: str) -> int:
    """The number of the newest revision; 0 when there is no such record."""
    return vault.connection.number(sql("SELECT revision FROM NOUN WHERE id = ?", kind), record_id)


def revisions(vault: Vault, kind: Kind, record_id: str) -> tuple[Record, ...]:
    """Every revision of a record, oldest first."""
    rows = vault.connection.rows(
        sql("SELECT ENVELOPE FROM history WHERE kind = ? AND id = ? ORDER BY revision, rowid"),
        kind.value,
        record_id,
    )
    rows += vault.connection.rows(sql("SELECT ENVELOPE FROM NOUN WHERE id = ?", kind), record_id)
    return tuple(record_of(kind, row) for row in rows)


def former(vault: Vault, case_id: str) -> list[Record]:
    """The earlier revisions of everything a case holds."""
    rows = vault.connection.rows(
        sql("SELECT kind, ENVELOPE FROM history WHERE case_id = ?"), case_id
    )
    return [record_of(Kind(str(row[0])), row[1:]) for row in rows]


def children(vault: Vault, kind: Kind, column: str, value: str, cls: type[T]) -> tuple[T, ...]:
    """The records whose column holds the value, in the order of their kind.

    `column` is one of those that `tables.NOUNS` lists; ValueError otherwise.
    """
    bodies = vault.connection.rows(_children_sql("body", kind, column), value)
    return tuple(value_of(cls, row[0]) for row in bodies)


def children_of(
    vault: Vault, kind: Kind, column: str, values: Iterable[str], cls: type[T]
) -> Mapping[str, tuple[T, ...]]:
    """The `children` of several values in one question, by value; nothing for one without any."""
    statement = _children_sql("COLUMN, body", kind, column, _ANY)
    found: defaultdict[str, list[T]] = defaultdict(list)
    for value, body in vault.connection.rows(statement, json.dumps(list(values))):
        found[str(value)].append(value_of(cls, body))
    return {value: tuple(children) for value, children in found.items()}


def child_records(vault: Vault, kind: Kind, column: str, value: str) -> tuple[Record, ...]:
    """Like `children`, with the envelopes."""
    rows = vault.connection.rows(_children_sql("ENVELOPE", kind, column), value)
    return tuple(record_of(kind, row) for row in rows)


_ONE = "= ?"
_ANY = "IN (SELECT value FROM json_each(?))"


def _children_sql(what: str, kind: Kind, column: str, test: str = _ONE) -> str:
    noun = NOUNS[kind]
    if column not in noun.columns:
        raise ValueError(f"{noun.table} cannot be asked by {column}")
    statement = "SELECT WHAT FROM NOUN WHERE COLUMN TEST ORDER BY ORDERING"
    parts = {"WHAT": what, "COLUMN": column, "TEST": test, "ORDERING": noun.order}
    for name, text in parts.items():
        statement = statement.replace(name, text)
    return sql(statement, kind)


def newest_until(vault: Vault, record: Record, until: datetime | None) -> Record | None:
    """A record as it stood at a time, None when it was not there yet; without a time, as it is."""
    if until is None or record.at <= until:
        return record
    earlier = reversed(revisions(vault, record.kind, record.id))
    return next((one for one in earlier if one.at <= until), None)


def of_record(cls: type[T], record: Record) -> T:
    """The value that a record holds. VaultError vault_damaged when it does not describe one."""
    try:
        return from_plain(cls, record.body)
    except NotPlainError:
        raise VaultError("vault_damaged") from None


def value_of(cls: type[T], body: Value) -> T:
    """The value of a stored body. VaultError vault_damaged when it does not describe one."""
    try:
        return from_plain(cls, json.loads(str(body)))
    except (NotPlainError, json.JSONDecodeError):
        # `from None`: the original exceptions carry the stored text.
        raise VaultError("vault_damaged") from None


def record_of(kind: Kind, row: Row) -> Record:
    """The record of a row that was selected by `tables.ENVELOPE`."""
    record_id, case_id, revision, previous, author, device, at, salt, digest, body = row
    return Record(
        id=str(record_id),
        kind=kind,
        case_id=str(case_id),
        revision=revision if isinstance(revision, int) else 0,
        previous=str(previous),
        author=str(author),
        device=str(device),
        at=datetime.fromisoformat(str(at)),
        salt=str(salt),
        body=json.loads(str(body)),
        digest=str(digest),
    )
