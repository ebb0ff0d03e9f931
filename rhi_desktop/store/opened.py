"""Owns the open vault: what every function of the store takes first."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import DeviceId
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
        """Closes the database and gives the lock back. Safe to call twice."""
        try:
            self.connection.close()
        finally:
            if self.lock is not None:
                self.lock.release()
