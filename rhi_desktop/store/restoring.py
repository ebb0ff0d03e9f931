"""Owns the way back from damage: a new vault beside the damaged one, out of a snapshot."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import JournalHead
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.paths import VAULT_SUFFIX
from rhi_desktop.store import copying, slots, snapshots
from rhi_desktop.store.connection import Locked
from rhi_desktop.store.lock import FileLock
from rhi_desktop.store.snapshots import Snapshot

RESTORED = "restored"
_MAKING = ".restoring"
_DAMAGE = {"vault_damaged", "vault_foreign", "vault_plain", "vault_empty", "vault_missing"}
_NUMBERED = re.compile(rf"-{RESTORED}(-\d+)?$")


def restore(folder: Path, key: VaultKey, at: Moment, only: int | None = None) -> Path:
    """Makes a vault beside `folder` out of its newest snapshot that is whole; gives its folder.

    The folder itself is only read: it stays byte for byte. The new one has the same slots, so the
    same passphrase opens it, and stands whole or not at all. A snapshot that turns out damaged is
    passed over for the next older one; with `only`, the number of one, no other takes its place.
    Raises VaultError snapshot_missing when there is none, snapshot_damaged when none is whole,
    slots_damaged, and FileError.
    """
    found = [one for one in snapshots.kept(folder, key) if only in {None, one.number}]
    if not found:
        raise VaultError("snapshot_missing")
    state = slots.genuine(folder, key)
    if state is None:
        raise VaultError("slots_damaged")
    sweep(folder)
    making = folder.with_name(f".{at.fresh_id()}{_MAKING}")
    files.make_folder(making)
    lock = None
    try:
        lock = FileLock(making)
        head = _newest_whole(found, making, key)
        mark = head if head.length else None
        slots.write(making, replace(state, mark=mark, generation=state.generation + 1).sealed(key))
        files.sync_folder(making)
        made = beside(folder)
        if os.name != "posix":
            lock.release()  # elsewhere no folder gets a name while a file in it is open
        with files.disk_refusals():
            making.rename(made)
        # It has its name, and goes again when that cannot be forced to the disk.
        making = made
        files.sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    finally:
        if lock is not None:
            lock.release()
    return made


def beside(folder: Path) -> Path:
    """A name that is not taken, tells that it was restored, and nothing of a case."""
    stem = _NUMBERED.sub("", folder.name.removesuffix(VAULT_SUFFIX))
    made = folder.with_name(f"{stem}-{RESTORED}{VAULT_SUFFIX}")
    number = 1
    while made.exists():
        number += 1
        made = folder.with_name(f"{stem}-{RESTORED}-{number}{VAULT_SUFFIX}")
    return made


def _newest_whole(found: Sequence[Snapshot], making: Path, key: VaultKey) -> JournalHead:
    for snapshot in found:
        source = snapshots.locked(snapshot.path, key)
        # First every page of the snapshot itself: the copy alone would not show a lost index.
        if not _whole(source, key):
            continue
        try:
            return copying.copy(source, snapshots.database(making, key), key)
        except VaultError as error:
            if error.code not in _DAMAGE:
                raise
    raise VaultError("snapshot_damaged")


def _whole(source: Locked, key: VaultKey) -> bool:
    """False as well when the disk does not give it: an older one may lie where it still reads."""
    try:
        copying.look(source, key, whole=True).close()
    except FileError:
        return False
    except VaultError as error:
        if error.code not in _DAMAGE:
            raise
        return False
    return True


def sweep(folder: Path) -> None:
    """Removes what a kill left of earlier restoring, and nothing that somebody is working on."""
    for left in folder.parent.glob(f".*{_MAKING}"):
        with suppress(VaultError, FileError):
            lock = FileLock(left)
            try:
                shutil.rmtree(left, ignore_errors=True)
            finally:
                lock.release()
