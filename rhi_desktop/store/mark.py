"""Owns the mark: how far the journal had come, kept beside the database against old copies."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.record import JournalHead
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.store import slots
from rhi_desktop.store.connection import Connection


def end_of(connection: Connection) -> JournalHead | None:
    """The last row of the journal, as the mark names it; None while nothing was written."""
    row = connection.row("SELECT seq, link FROM journal ORDER BY seq DESC LIMIT 1")
    return JournalHead(row[0], str(row[1])) if row and isinstance(row[0], int) else None


def renew(folder: Path, key: VaultKey, end: JournalHead | None) -> None:
    """Writes down where the journal ends now, unless that stands there already.

    Call it with what is committed: the mark must never be ahead of the disk. A disk that refuses
    is passed over, for the mark before says less and nothing wrong. Whoever puts an older database
    beside a copy of the slots on purpose calls it with that database's end.
    """
    with suppress(FileError, VaultError):
        slots.rewrite(folder, key, lambda state: replace(state, mark=end))


def rolled_back(connection: Connection, folder: Path, key: VaultKey) -> bool:
    """True when the journal ends before the mark, or does not stand at it as it did.

    Without a genuine slot file there is nothing to compare with.
    """
    state = slots.genuine(folder, key)
    if state is None or state.mark is None:
        return False
    sql = "SELECT link FROM journal WHERE seq = ?"
    return connection.row(sql, state.mark.length) != (state.mark.link,)
