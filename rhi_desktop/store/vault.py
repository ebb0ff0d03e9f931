"""Owns the vault folder: making one, unlocking, opening, and changing the passphrase."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.crypto import aead, kdf, keys
from rhi_desktop.crypto.kdf import FLOOR, STANDARD, Cost
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import DeviceId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.errors import VaultError
from rhi_desktop.store import journal, migrations, slots
from rhi_desktop.store.connection import Connection, Mode, open_database
from rhi_desktop.store.lock import RAISE_NAME, FileLock
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.slots import Slot, SlotFile

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

DATABASE = "case.db"


def create(
    folder: Path,
    passphrase: str,
    at: Moment,
    *,
    cost: Cost = STANDARD,
    settle: Callable[[Vault], None] | None = None,
) -> VaultKey:
    """Makes a vault folder that stands whole or not at all.

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
        slot = slots.passphrase_slot(secret, key, cost, at)
        slots.write(making, SlotFile(key.vault_id, 1, (slot,)).sealed(key))
        _make_database(making, key, at)
        if settle is not None:
            _settle(making, key, settle)
        files.sync_folder(making)
        with files.disk_refusals():
            making.rename(folder)
        files.sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return key


def unlock(folder: Path, passphrase: str, *, floor: Cost = FLOOR) -> VaultKey:
    """The key of a vault, in the time its cost asks for; takes and gives values, so any thread may.

    A copy of the slots that is damaged or behind is made whole from the good one, but only after
    the passphrase has proved right. `floor` is for tests. Raises VaultError wrong_passphrase,
    passphrase_unreadable, slots_damaged, slots_costly, vault_missing, vault_newer, and FileError.
    """
    key, state, _ = _unlock(folder, passphrase, floor)
    slots.heal(folder, state)
    return key


def change_passphrase(
    folder: Path,
    old: str,
    new: str,
    at: Moment,
    *,
    cost: Cost = STANDARD,
    floor: Cost = FLOOR,
) -> None:
    """Wraps the same master key under a new passphrase; only the slot files are rewritten.

    The change holds from the moment the first copy stands. Raises like `unlock` and `create`.
    """
    secret = kdf.accepted(new)
    key, state, opened_by = _unlock(folder, old, floor)
    fresh = slots.passphrase_slot(secret, key, cost, at)
    kept = tuple(slot for slot in state.slots if slot.id != opened_by.id)
    changed = SlotFile(key.vault_id, state.generation + 1, (fresh, *kept), state.others)
    slots.put(folder, changed.sealed(key))


def open_vault(folder: Path, key: VaultKey) -> Vault:
    """Opens a vault to read and write. The caller closes it.

    Whatever is refused is left byte for byte as it was; nothing is ever made in the place of a
    file that is missing or broken. Raises VaultError vault_missing, vault_empty, vault_plain,
    vault_foreign, vault_damaged, vault_newer, vault_in_use, and FileError.
    """
    if not (folder / DATABASE).is_file():
        raise VaultError("vault_missing")
    lock = FileLock(folder)
    try:
        # First without any right to write: a refusal must not change a byte.
        probe = _connect(folder, key, Mode.READ)
        try:
            migrations.version(probe)
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
            migrations.migrate(connection)
        vault = Vault(folder, _device(connection, key), connection, key, lock)
        journal.check_head(vault)
    except BaseException:
        connection.close()
        if lock is not None:
            lock.release()
        raise
    return vault


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


def _unlock(folder: Path, passphrase: str, floor: Cost) -> tuple[VaultKey, SlotFile, Slot]:
    secret = kdf.normalised(passphrase)
    names = (*slots.NAMES, DATABASE)
    if not any((folder / name).exists() for name in names):
        raise VaultError("vault_missing")
    states = slots.read(folder, floor)
    refusal = "wrong_passphrase"
    for position, state in enumerate(states):
        try:
            opened = _open_slot(state, secret)
        except aead.TamperedError:
            refusal = "slots_damaged"
            continue
        if opened is None:
            continue
        if not state.authentic(opened[0]):
            refusal = "slots_damaged"
            continue
        # A newer copy that is genuine: this passphrase was changed, only the second copy is behind.
        if any(newer.authentic(opened[0]) for newer in states[:position]):
            break
        return opened[0], state, opened[1]
    raise VaultError(refusal)


def _open_slot(state: SlotFile, secret: bytes) -> tuple[VaultKey, Slot] | None:
    for slot in state.slots:
        derived = kdf.derive(secret, slot.salt, slot.cost)
        try:
            master = keys.unwrap(derived, slot.wrapped, slot.header(state.vault_id))
        except keys.WrongKeyError:
            continue
        return VaultKey(state.vault_id, master), slot
    return None
