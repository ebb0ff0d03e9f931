"""Owns the signed files: whole, by the SHA-256 of their bytes, and never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from rhi_desktop.domain.interview import Report
from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import VaultError
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault

# The full report says nothing of its variant: its record has the form that it had before there were
# others.
_SIGNED_ABOUT = (
    "SELECT coalesce(body ->> '$.addendum_id', interview_id), id FROM reports"
    " WHERE coalesce(body ->> '$.variant', 'full') IN ('full', 'addendum')"
)
_FILES_ABOUT = (
    "SELECT sha256 FROM reports"
    " WHERE interview_id = ?1 AND coalesce(body ->> '$.variant', 'full') = 'full'"
    " UNION SELECT body ->> '$.sha256' FROM history WHERE kind = 'report'"
    " AND body ->> '$.interview_id' = ?1 AND coalesce(body ->> '$.variant', 'full') = 'full'"
)
_UNANSWERED = (
    "SELECT body FROM reports WHERE body ->> '$.stage' = 'signed'"
    " AND coalesce(body ->> '$.variant', 'full') IN ('full', 'addendum') AND NOT EXISTS"
    " (SELECT 1 FROM reviews WHERE report_id = reports.id"
    " AND reviews.body ->> '$.report_sha256' = reports.sha256) ORDER BY signed_at, rowid"
)


def put_file(vault: Vault, data: bytes) -> str:
    """Keeps the bytes and answers with their SHA-256; bytes that are here already stay."""
    sha256 = hashlib.sha256(data).hexdigest()
    vault.connection.run(
        "INSERT INTO files VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING", sha256, data
    )
    return sha256


def get_file(vault: Vault, sha256: str) -> bytes:
    """The bytes with this SHA-256. VaultError record_missing, or vault_damaged when they differ."""
    row = vault.connection.row("SELECT data FROM files WHERE sha256 = ?", sha256)
    if row is None or not isinstance(row[0], bytes):
        raise VaultError("record_missing", kind="file")
    if hashlib.sha256(row[0]).hexdigest() != sha256:
        raise VaultError("vault_damaged")
    return row[0]


def full_of(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Those that hold a whole account: the others were made for somebody else, or are addenda."""
    return tuple(one for one in reports if one.variant is Variant.FULL)


def signed_about(vault: Vault) -> Mapping[str, str]:
    """The report of each interview, the full one, and that of each addendum, by identifier."""
    found = vault.connection.rows(_SIGNED_ABOUT)
    return {str(about): str(report_id) for about, report_id in found}


def files_about(vault: Vault, interview_id: str) -> frozenset[str]:
    """The SHA-256 of every file that is or was the full report on an interview."""
    found = vault.connection.rows(_FILES_ABOUT, interview_id)
    return frozenset(str(row[0]) for row in found)


def unanswered(vault: Vault) -> tuple[Report, ...]:
    """What waits for its second signature and whose very file nobody answered, the oldest first.

    Full reports and addenda; what was made for somebody else has one signature for ever.
    """
    found = vault.connection.rows(_UNANSWERED)
    return tuple(reading.value_of(Report, row[0]) for row in found)
