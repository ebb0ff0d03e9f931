"""Owns the signed files: whole, by the SHA-256 of their bytes, and never changed."""

from __future__ import annotations

import hashlib

from rhi_desktop.domain.interview import Report
from rhi_desktop.errors import VaultError
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault


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


def unanswered(vault: Vault) -> tuple[Report, ...]:
    """The reports with one signature whose very file nobody answered yet, the oldest first."""
    found = vault.connection.rows(
        "SELECT body FROM reports WHERE body ->> '$.stage' = 'signed' AND NOT EXISTS"
        " (SELECT 1 FROM reviews WHERE report_id = reports.id"
        " AND reviews.body ->> '$.report_sha256' = reports.sha256) ORDER BY signed_at, rowid"
    )
    return tuple(reading.value_of(Report, row[0]) for row in found)
