"""Owns removing a case: every trace of it in one transaction, and the cleaning that follows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from rhi_desktop.domain.ids import CaseId, PersonId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import drafts, journal, purges, reading, restoring, snapshots
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.purges import Purge
from rhi_desktop.store.tables import NOUNS, sql

Revision = tuple[str, int, str]
"""Identifier, number and digest."""

_NAMED_FILES = (
    "SELECT sha256 FROM reports WHERE case_id = ?1 UNION"
    " SELECT body ->> '$.sha256' FROM history WHERE case_id = ?1 AND kind = 'report'"
)
# In this order: what names the case only through an interview or a report goes before these.
_FIRST = (
    "DELETE FROM accounts WHERE interview_id IN (SELECT id FROM interviews WHERE case_id = ?)",
    "DELETE FROM distributions WHERE report_id IN (SELECT id FROM reports WHERE case_id = ?)",
)
_BESIDE = (
    "DELETE FROM history WHERE case_id = ?",
    "DELETE FROM case_rows WHERE case_id = ?",
    "DELETE FROM bundle_cases WHERE case_id = ?",
    "DELETE FROM given WHERE case_id = ?",
    "DELETE FROM place WHERE case_id = ?",
)
# A file that another case has a report about stays with that one.
_FILE = (
    "DELETE FROM files WHERE sha256 = ?1"
    " AND NOT EXISTS (SELECT 1 FROM reports WHERE sha256 = ?1) AND NOT EXISTS"
    " (SELECT 1 FROM history WHERE kind = 'report' AND body ->> '$.sha256' = ?1)"
)


def purge(vault: Vault, case_id: CaseId, author: PersonId, at: Moment) -> Purge:
    """Removes everything that this vault holds of a case, or nothing of it.

    The journal keeps its rows, and gets one that says which of them have no record any more.
    `complete` has to follow: until then free pages and snapshots may still hold it. Raises
    VaultError record_missing for a case that is not here, vault_damaged when the journal does not
    know what the case holds, and FileError.
    """
    with vault.transaction():
        reading.load_record(vault, Kind.CASE, case_id)
        files = [str(row[0]) for row in vault.connection.rows(_NAMED_FILES, case_id)]
        revisions = _revisions(vault, case_id)
        entry = Purge(
            seq=journal.head(vault).length + 1,
            id=at.fresh_id(),
            case_id=case_id,
            author=author,
            device=vault.device,
            at=at.now,
            records=len(revisions),
            covers=purges.runs(_entries(vault, revisions)),
        )
        purges.put(vault, entry)
        _remove(vault, case_id)
        for name in files:
            vault.connection.run(_FILE, name)
        _drop_unsaved(vault, {record_id for record_id, _, _ in revisions})
        journal.append_purge(vault, entry)
    return entry


def unfinished(vault: Vault) -> bool:
    """True when a case was removed and the cleaning after it was not done or was interrupted."""
    return vault.connection.row("SELECT 1 FROM purge_rest LIMIT 1") is not None


def complete(vault: Vault, made_at: datetime | None = None) -> bool:
    """Cleans what removals left behind: free space, log, and snapshots from before them.

    The engine wipes a row that is deleted, but not the copies that moving rows between pages left
    in their free space (measured, ADR 27): only new pages have none. The one snapshot that stands
    afterwards is fresh. False when somebody else reads the vault just now: the log still holds old
    pages, and this has to be done again. Not inside a transaction. Raises FileError and VaultError;
    the vault is whole all the same.
    """
    if not unfinished(vault):
        return True
    restoring.sweep(vault.folder)
    vault.connection.run("VACUUM")
    snapshots.take(vault.folder, vault.keys, made_at, alone=True)
    # After the snapshot: whoever was taking another one has ended by now.
    if not _checkpoint(vault):
        return False
    vault.connection.run("DELETE FROM purge_rest")
    return True


def size_of(vault: Vault, case_id: CaseId) -> int:
    """How many revisions a case holds. None is ever taken out, so that the number tells."""
    return len(_revisions(vault, case_id))


def _checkpoint(vault: Vault) -> bool:
    """Brings the log into the database and empties it; False when a reader is in the way."""
    done = vault.connection.row("PRAGMA wal_checkpoint(TRUNCATE)")
    return done is not None and done[0] == 0


def _revisions(vault: Vault, case_id: CaseId) -> set[Revision]:
    found = vault.connection.rows(
        "SELECT id, revision, digest FROM history WHERE case_id = ?", case_id
    )
    for kind in NOUNS:
        found += vault.connection.rows(
            sql("SELECT id, revision, digest FROM NOUN WHERE case_id = ?", kind), case_id
        )
    return {
        (str(record_id), revision if isinstance(revision, int) else 0, str(digest))
        for record_id, revision, digest in found
    }


def _entries(vault: Vault, revisions: set[Revision]) -> set[int]:
    """The rows of the journal that wrote them down; those of an earlier removal are not theirs."""
    covered = purges.all_covered(vault)
    digests = purges.texts(digest for _, _, digest in revisions)
    found = vault.connection.rows(
        "SELECT seq, id, revision, digest FROM journal"
        " WHERE digest IN (SELECT value FROM json_each(?))",
        digests,
    )
    rows = {
        row[0]
        for row in found
        if isinstance(row[0], int) and row[0] not in covered and row[1:] in revisions
    }
    if len(rows) != len(revisions):
        raise VaultError("vault_damaged")
    return rows


def _remove(vault: Vault, case_id: CaseId) -> None:
    for statement in (*_FIRST, *_BESIDE):
        vault.connection.run(statement, case_id)
    for kind in reversed(NOUNS):  # what hangs on others first, the case last
        vault.connection.run(sql("DELETE FROM NOUN WHERE case_id = ?", kind), case_id)


def _drop_unsaved(vault: Vault, ids: Iterable[str]) -> None:
    """Half-typed words stand under keys that name the record they are for."""
    ours = set(ids)
    for draft in drafts.all(vault):
        if ours & set(draft.key.split("/")):
            drafts.drop(vault, draft.key)
    place = drafts.get_place(vault)
    if place is not None and any(one in place.detail for one in ours):
        vault.connection.run("DELETE FROM place")
