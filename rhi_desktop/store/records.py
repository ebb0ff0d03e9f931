"""Owns storing records: the next revision, its former one kept, its journal row, in one commit."""

from __future__ import annotations

from rhi_desktop.crypto.digest import SALT_BYTES, with_digest
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.ids import InterviewId, PersonId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.store import accounts, journal, listing
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.reading import (
    child_records,
    children,
    load,
    load_record,
    revision_of,
    revisions,
)
from rhi_desktop.store.tables import sql

__all__ = [
    "child_records",
    "children",
    "load",
    "load_record",
    "revision_of",
    "revisions",
    "save",
    "write",
]


def save(
    vault: Vault, kind: Kind, case_id: str, value: object, author: PersonId, at: Moment
) -> Record:
    """Stores a domain value (it has an `id`) as the next revision of its record, and commits.

    Inside `vault.transaction()` it commits with that one. A plan's lines are records of their
    own and are not stored with it. Raises VaultError record_fixed for whatever is sealed.
    """
    body = to_plain(value)
    if not isinstance(body, dict) or not isinstance(record_id := body.get("id"), str):
        raise TypeError(f"{kind.value} without an identifier")
    if kind is Kind.PLAN:
        body.pop("lines", None)
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

    For `save` and for an import, inside their transaction; the list of cases is theirs to renew.
    """
    connection, kind = vault.connection, record.kind
    connection.run(
        sql("INSERT INTO history (kind, ENVELOPE) SELECT ?, ENVELOPE FROM NOUN WHERE id = ?", kind),
        kind.value,
        record.id,
    )
    connection.run(
        sql(
            "INSERT INTO NOUN (ENVELOPE) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id,"
            " revision = excluded.revision, previous = excluded.previous,"
            " author = excluded.author, device = excluded.device, at = excluded.at,"
            " salt = excluded.salt, digest = excluded.digest, body = excluded.body",
            kind,
        ),
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
    journal.append(vault, record)


def _standing(vault: Vault, kind: Kind, record_id: str) -> tuple[int, str]:
    row = vault.connection.row(
        sql("SELECT revision, digest FROM NOUN WHERE id = ?", kind), record_id
    )
    if row is None or not isinstance(row[0], int):
        return 0, ""
    return row[0], str(row[1])
