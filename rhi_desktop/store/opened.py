"""Owns the open vault: what every function of the store takes first."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import DeviceId
from rhi_desktop.domain.record import JournalHead
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.store import mark
from rhi_desktop.store.connection import Connection
from rhi_desktop.store.lock import FileLock


@dataclass(frozen=True, slots=True, eq=False)
class Vault:
    """One open vault. Belongs to the thread that opened it; `close` ends it.

    Owns the connection and the lock on the folder; a reader, which only reads, has no lock.
    """

    folder: Path
    device: DeviceId
    connection: Connection = field(repr=False)
    keys: VaultKey = field(repr=False)
    lock: FileLock | None = field(repr=False)

    @property
    def vault_id(self) -> str:
        """The random identifier of the vault, the same on every laptop it is copied to."""
        return self.keys.vault_id

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing. A transaction inside another joins it and commits with it."""
        return self.connection.transaction()

    def close(self) -> None:
        """Closes the database, renews the mark, gives the lock back. Safe to call twice.

        A reader has no lock and leaves no mark.
        """
        if self.lock is None or not self.lock.held:
            self.connection.close()
            return
        try:
            known, end = self._end()
            self.connection.close()
            # After closing: everything that the mark counts is on the disk.
            if known:
                mark.renew(self.folder, self.keys, end)
        finally:
            self.lock.release()

    def _end(self) -> tuple[bool, JournalHead | None]:
        """Where the journal ends, if that can be told: not in the middle of a transaction."""
        if self.connection.in_transaction:
            return False, None
        try:
            return True, mark.end_of(self.connection)
        except (VaultError, FileError):
            return False, None
