"""Owns storing records: the next revision, its former one kept, its journal row, in one commit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rhi_desktop.crypto.digest import SALT_BYTES, with_digest
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.ids import InterviewId, PersonId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import ONE_REVISION, Kind, Record
from rhi_desktop.errors import VaultError
from rhi_desktop.store import accounts, journal, listing
from rhi_desktop.store.batches import put
from rhi_desktop.store.connection import Row
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.reading import (
    child_records,
    children,
    children_of,
    load,
    load_record,
    revision_of,
    revisions,
)
from rhi_desktop.store.tables import sql

__all__ = [
    "child_records",
    "children",
    "children_of",
    "load",
    "load_record",
    "revision_of",
    "revisions",
    "save",
    "write",
    "write_all",
]


_RECORDS_OF_THEIR_OWN = {Kind.PLAN: ("lines", "drawing"), Kind.DISCLOSURE: ("steps",)}


def save(
    vault: Vault, kind: Kind, case_id: str, value: object, author: PersonId, at: Moment
) -> Record:
    """Stores a domain value (it has an `id`) as the next revision of its record, and commits.

    Inside `vault.transaction()` it commits with that one. A plan's lines and drawing and the steps
    of a disclosure are records of their own and are not stored with it. Raises VaultError
    record_fixed for whatever is sealed, and for a change to what is only ever added to.
    """
    body = to_plain(value)
    if not isinstance(body, dict) or not isinstance(record_id := body.get("id"), str):
        raise TypeError(f"{kind.value} without an identifier")
    for name in _RECORDS_OF_THEIR_OWN.get(kind, ()):
        body.pop(name, None)
    with vault.transaction():
        revision, previous = _standing(vault, kind, record_id)
        record = with_digest(
            Record(
                id=record_id,
                kind=kind,
                case_id=case_id,
                revision=revision + 1,
                previous=previous,
                author=author,
                device=vault.device,
                at=at.now,
                salt=at.draw(SALT_BYTES).hex(),
                body=body,
                digest="",
            )
        )
        write(vault, record)
        listing.refresh(vault, kind, case_id, str(to_plain(at.now)))
        if kind is Kind.SEAL:
            accounts.fix(vault, InterviewId(str(body["interview_id"])))
    return record


def write(vault: Vault, record: Record) -> None:
    """Puts one revision in the place of the one before, which goes into the history.

    Inside the transaction of `save`; the list of cases is its to renew.
    """
    write_all(vault, [record])


def write_all(vault: Vault, records: Sequence[Record]) -> None:
    """The same for many revisions, in an order in which they can be applied (`applying_order`).

    For an import, inside its transaction; the list of cases is its to renew. VaultError
    record_fixed for a second revision of what never has one.
    """
    for kind, of_kind in groupby(records, key=lambda record: record.kind):
        first: list[Row] = []
        former: list[Row] = []
        for _, several in groupby(of_kind, key=lambda record: record.id):
            *earlier, newest = chain = [*several]
            if earlier and kind in ONE_REVISION:
                raise VaultError("record_fixed")
            former += ((kind.value, *_row(record)) for record in earlier)
            if chain[0].revision == 1:
                first.append(_row(newest))
            else:
                _put_in_place(vault, kind, _row(newest))
        put(vault.connection, sql(_INSERT, kind), first)
        put(vault.connection, sql(_INSERT_FORMER), former)
    journal.append(vault, records)


def _row(record: Record) -> Row:
    return (
        record.id,
        record.case_id,
        record.revision,
        record.previous,
        record.author,
        record.device,
        str(to_plain(record.at)),
        record.salt,
        record.digest,
        dumps(record.body).decode("utf-8"),
    )


_INSERT = "INSERT INTO NOUN (ENVELOPE)"
_INSERT_FORMER = "INSERT INTO history (kind, ENVELOPE)"
_KEEP_FORMER = "INSERT INTO history (kind, ENVELOPE) SELECT ?, ENVELOPE FROM NOUN WHERE id = ?"
_REPLACE = (
    "UPDATE NOUN SET case_id = ?2, revision = ?3, previous = ?4, author = ?5, device = ?6,"
    " at = ?7, salt = ?8, digest = ?9, body = ?10 WHERE id = ?1"
)


def _put_in_place(vault: Vault, kind: Kind, row: Row) -> None:
    vault.connection.run(sql(_KEEP_FORMER, kind), kind.value, row[0])
    if vault.connection.run(sql(_REPLACE, kind), *row) == 0:
        # Somebody sends a later revision without the first: it stands for itself.
        put(vault.connection, sql(_INSERT, kind), [row])


def _standing(vault: Vault, kind: Kind, record_id: str) -> tuple[int, str]:
    row = vault.connection.row(
        sql("SELECT revision, digest FROM NOUN WHERE id = ?", kind), record_id
    )
    if row is None or not isinstance(row[0], int):
        return 0, ""
    return row[0], str(row[1])
