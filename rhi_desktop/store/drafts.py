"""Owns half-typed text and the place where somebody stood; neither is part of the record."""

from __future__ import annotations

from dataclasses import dataclass, field

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.store.opened import Vault


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """The text of one field as it was last seen, and where the caret stood."""

    key: str
    text: str = field(repr=False)
    caret: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stood when the vault was last left."""

    page: str
    case_id: str
    detail: str


def put(vault: Vault, key: str, text: str, caret: int, at: Moment) -> None:
    """Keeps the newest text of a field, and commits unless a transaction is under way."""
    vault.connection.run(
        "INSERT INTO drafts VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
        " text = excluded.text, caret = excluded.caret, at = excluded.at",
        key,
        text,
        caret,
        str(to_plain(at.now)),
    )


def all(vault: Vault) -> tuple[StoredDraft, ...]:  # noqa: A001 - read as drafts.all(vault)
    """Every field with text that was not kept yet, by key."""
    found = vault.connection.rows("SELECT key, text, caret FROM drafts ORDER BY key")
    return tuple(
        StoredDraft(str(key), str(text), caret if isinstance(caret, int) else 0)
        for key, text, caret in found
    )


def drop(vault: Vault, key: str) -> None:
    """Forgets a field: its text became a record, or was cleared."""
    vault.connection.run("DELETE FROM drafts WHERE key = ?", key)


def put_place(vault: Vault, page: str, case_id: str, detail: str, at: Moment) -> None:
    """Remembers where somebody stands."""
    vault.connection.run(
        "INSERT INTO place VALUES (1, ?, ?, ?, ?) ON CONFLICT (only) DO UPDATE SET"
        " page = excluded.page, case_id = excluded.case_id, detail = excluded.detail,"
        " at = excluded.at",
        page,
        case_id,
        detail,
        str(to_plain(at.now)),
    )


def get_place(vault: Vault) -> Place | None:
    """Where somebody stood, or None in a new vault."""
    row = vault.connection.row("SELECT page, case_id, detail FROM place")
    return None if row is None else Place(*map(str, row))
