"""Owns the vault folder: making one, opening it, and the files that stand in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.crypto import kdf, keys
from rhi_desktop.crypto.kdf import STANDARD, Cost
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.crypto.recovery import RecoveryCode
from rhi_desktop.domain.ids import DeviceId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.errors import VaultError
from rhi_desktop.store import journal, mark, migrations, slots, snapshots
from rhi_desktop.store.connection import Connection, Mode, open_database
from rhi_desktop.store.lock import RAISE_NAME, FileLock
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.slots import SlotFile
from rhi_desktop.store.unlocking import DATABASE, change_passphrase, unlock

__all__ = [
    "Vault",
    "VaultKey",
    "change_passphrase",
    "create",
    "open_reader",
    "open_vault",
    "raise_file",
    "unlock",
]


def create(
    folder: Path,
    passphrase: str,
    at: Moment,
    *,
    code: RecoveryCode | None = None,
    cost: Cost = STANDARD,
    settle: Callable[[Vault], None] | None = None,
) -> VaultKey:
    """Makes a vault folder that stands whole or not at all, opened by a passphrase and a code.

    `settle` gets the open vault and fills it before the folder has its name: a crash in between
    leaves no vault without its holder. `cost` is for tests; the product never lowers it. Raises
    VaultError passphrase_short, passphrase_unreadable, vault_exists, and FileError.
    """
    secret = kdf.accepted(passphrase)
    if folder.exists():
        raise VaultError("vault_exists")
    key = VaultKey(at.fresh_id(), at.draw(keys.MASTER_BYTES))
    making = folder.with_name(f".{at.fresh_id()}.making")
    files.make_folder(making)
    try:
        wrapped = [slots.passphrase_slot(secret, key, cost, at)]
        if code is not None:
            wrapped.append(slots.recovery_slot(code, key, cost, at))
        slots.write(making, SlotFile(key.vault_id, 1, tuple(wrapped)).sealed(key))
        _make_database(making, key, at)
        if settle is not None:
            _settle(making, key, settle)
        files.sync_folder(making)
        with files.disk_refusals():
            making.rename(folder)
        # It has its name, and goes again when that cannot be forced to the disk.
        making = folder
        files.sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return key


def open_vault(folder: Path, key: VaultKey, *, older: bool = False) -> Vault:
    """Opens a vault to read and write. The caller closes it.

    Whatever is refused is left byte for byte as it was; nothing is ever made in the place of a
    file that is missing or broken. `older` opens also what ends before the mark beside it. Raises
    VaultError vault_missing, vault_empty, vault_plain, vault_foreign, vault_damaged, vault_newer,
    vault_rolled_back, vault_in_use, and FileError.
    """
    if not (folder / DATABASE).is_file():
        raise VaultError("vault_missing")
    lock = FileLock(folder)
    try:
        # First without any right to write: a refusal must not change a byte.
        probe = _connect(folder, key, Mode.READ)
        try:
            migrations.version(probe)
            if not older:
                _look_at_mark(probe, folder, key)
        finally:
            probe.close()
        connection = _connect(folder, key, Mode.WRITE)
    except BaseException:
        lock.release()
        raise
    return _ready(connection, folder, key, lock)


def open_reader(folder: Path, key: VaultKey) -> Vault:
    """A second look at a vault that this program has open, for long reads in a worker thread.

    The thread that opens it closes it. It cannot write. Raises like `open_vault`.
    """
    return _ready(_connect(folder, key, Mode.READ), folder, key, None)


def raise_file(folder: Path) -> Path:
    """The file a second start touches; whoever holds the vault watches it and comes forward."""
    return folder / RAISE_NAME


def _ready(connection: Connection, folder: Path, key: VaultKey, lock: FileLock | None) -> Vault:
    try:
        if lock is not None:
            _migrate(connection, folder, key)
        vault = Vault(folder, _device(connection, key), connection, key, lock)
        journal.check_head(vault)
    except BaseException:
        connection.close()
        if lock is not None:
            lock.release()
        raise
    return vault


def _migrate(connection: Connection, folder: Path, key: VaultKey) -> None:
    if 0 < migrations.version(connection) < len(migrations.STEPS):
        # Whatever a step should do wrong, the vault as it was stands beside it.
        snapshots.take(folder, key)
    migrations.migrate(connection)


def _look_at_mark(connection: Connection, folder: Path, key: VaultKey) -> None:
    if not mark.rolled_back(connection, folder, key):
        return
    # A journal that is broken at its end is damage and not an older copy.
    journal.check_head(Vault(folder, _device(connection, key), connection, key, None))
    raise VaultError("vault_rolled_back")


def _device(connection: Connection, key: VaultKey) -> DeviceId:
    row = connection.row("SELECT vault_id, device FROM vault")
    if row is None or row[0] != key.vault_id:
        raise VaultError("vault_foreign")
    return DeviceId(str(row[1]))


def _make_database(folder: Path, key: VaultKey, at: Moment) -> None:
    # The engine would make the file readable for all; its log takes the mode of the file.
    files.touch(folder / DATABASE)
    connection = _connect(folder, key, Mode.CREATE)
    try:
        migrations.migrate(connection)
        connection.run(
            "INSERT INTO vault VALUES (1, ?, ?, ?)",
            key.vault_id,
            at.fresh_id(),
            str(to_plain(at.now)),
        )
    finally:
        connection.close()


def _settle(folder: Path, key: VaultKey, settle: Callable[[Vault], None]) -> None:
    vault = open_vault(folder, key)
    try:
        settle(vault)
    finally:
        vault.close()


def _connect(folder: Path, key: VaultKey, mode: Mode) -> Connection:
    return open_database(folder / DATABASE, key.database_key(), key.database_salt(), mode)
