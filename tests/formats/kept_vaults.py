"""Owns opening a copy of a vault that is kept for ever, and what its tables were made by."""

from __future__ import annotations

import shutil
from pathlib import Path

from rhi_desktop.store import migrations, vault
from rhi_desktop.store.connection import Connection, Mode, Row, open_database
from rhi_desktop.store.vault import VaultKey
from tests.unit.store import samples

HERE = Path(__file__).parent


def copied(version: int, into: Path) -> tuple[Path, VaultKey]:
    """A copy of the example of a version, and its key."""
    folder = into / "example.rhivault"
    shutil.copytree(HERE / f"vault_{version}" / "example.rhivault", folder)
    return folder, vault.unlock(folder, samples.PASSPHRASE)


def statements(version: int, key: VaultKey, into: Path) -> tuple[set[Row], set[Row]]:
    """What made the tables of the example, and what the steps up to its version make today."""
    kept_in, _ = copied(version, into)
    kept = _connect(kept_in, key, Mode.READ)
    new = _connect(into, key, Mode.CREATE)
    try:
        migrations.migrate(new, migrations.STEPS[:version])
        return _statements(kept), _statements(new)
    finally:
        new.close()
        kept.close()


def _connect(folder: Path, key: VaultKey, mode: Mode) -> Connection:
    return open_database(folder / "case.db", key.database_key(), key.database_salt(), mode)


def _statements(connection: Connection) -> set[Row]:
    return set(connection.rows("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
