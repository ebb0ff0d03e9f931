"""Owns the two copies of the slot file: reading, choosing, and writing them one after the other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.crypto import kdf, keys
from rhi_desktop.crypto.kdf import Cost
from rhi_desktop.crypto.recovery import RecoveryCode
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.store.lock import keys_lock
from rhi_desktop.store.slot_format import (
    ORGANISATION,
    PASSPHRASE,
    RECOVERY,
    DamagedError,
    Slot,
    SlotFile,
    checksum,
    decode,
    header,
    kdf_plain,
)

__all__ = [
    "ANY_COST",
    "LIMIT",
    "NAMES",
    "ORGANISATION",
    "PASSPHRASE",
    "RECOVERY",
    "Slot",
    "SlotFile",
    "checksum",
    "genuine",
    "heal",
    "passphrase_slot",
    "read",
    "recovery_slot",
    "rewrite",
    "write",
]

NAMES = ("slots.a", "slots.b")
LIMIT = 64 * 1024
_LEFT = f".{'[0-9a-f]' * 16}.part"
ANY_COST = Cost(0, 0, 0)
"""For looking at a file without deriving anything from it."""

Change = Callable[[SlotFile], SlotFile]


def passphrase_slot(secret: bytes, key: keys.VaultKey, cost: Cost, at: Moment) -> Slot:
    """A new slot: fresh salt, fresh nonce. `secret` is what `kdf.accepted` made."""
    return _wrap(secret, key, cost, at, "")


def recovery_slot(code: RecoveryCode, key: keys.VaultKey, cost: Cost, at: Moment) -> Slot:
    """A new slot that a recovery code opens, with the time at which it was made."""
    return _wrap(code.secret(), key, cost, at, str(to_plain(at.now)))


def _wrap(secret: bytes, key: keys.VaultKey, cost: Cost, at: Moment, made_at: str) -> Slot:
    slot_id, salt = at.fresh_id(), at.draw(kdf.SALT_BYTES)
    bound = header(key.vault_id, slot_id, kdf_plain(salt, cost), made_at)
    wrapped = keys.wrap(kdf.derive(secret, salt, cost), key.master, bound, at)
    return Slot(slot_id, salt, cost, wrapped, made_at)


def write(folder: Path, state: SlotFile) -> None:
    """Writes both copies, one after the other, so that one is whole at every instant."""
    for name in NAMES:
        files.write_atomic(folder / name, state.encode())


def rewrite(folder: Path, key: keys.VaultKey, change: Change) -> None:
    """Takes the newest genuine state, changes it, and puts the next generation in its place.

    One rewriting at a time, and each sees what the one before left. The first copy decides; a
    disk that refuses the second is healed later. A change that gives back what it got writes
    nothing. Raises VaultError slots_damaged where no genuine state is left, and FileError.
    """
    with keys_lock(folder):
        _sweep(folder)
        state = genuine(folder, key)
        if state is None:
            raise VaultError("slots_damaged")
        changed = change(state)
        if changed == state:
            return
        fresh = replace(changed, generation=state.generation + 1).sealed(key)
        try:
            files.write_atomic(folder / NAMES[0], fresh.encode())
        except FileError:
            _put_back(folder / NAMES[0], fresh, state)
            raise
        _heal(folder, fresh)


def _sweep(folder: Path) -> None:
    """What a kill left half written: an old passphrase may stand in it, whole."""
    for left in folder.glob(_LEFT):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def _put_back(path: Path, fresh: SlotFile, state: SlotFile) -> None:
    """A file may have its place and only that could not be forced to the disk.

    Whoever is told that the disk refused must find nothing changed: the old passphrase opens.
    """
    if _holds(path, fresh.encode()):
        with suppress(FileError):
            files.write_atomic(path, state.encode())


def heal(folder: Path, key: keys.VaultKey) -> None:
    """Rewrites every copy that is not the newest genuine one. The key proves who asks for it.

    A disk that refuses is passed over: one good copy opened the vault, and the next unlock tries
    again.
    """
    good = genuine(folder, key)
    if good is None or all(_holds(folder / name, good.encode()) for name in NAMES):
        return
    # Whoever is rewriting at this moment leaves both copies whole: nothing is left to heal.
    with suppress(FileError, VaultError), keys_lock(folder):
        _heal(folder, genuine(folder, key) or good)


def genuine(folder: Path, key: keys.VaultKey) -> SlotFile | None:
    """The newest state that the vault's own key made; None when no copy on this disk is one."""
    try:
        states = read(folder, ANY_COST)
    except (VaultError, FileError):
        return None
    return next((state for state in states if state.authentic(key)), None)


def _heal(folder: Path, good: SlotFile) -> None:
    wanted = good.encode()
    for name in NAMES:
        if not _holds(folder / name, wanted):
            with suppress(FileError):
                files.write_atomic(folder / name, wanted)


def _holds(path: Path, wanted: bytes) -> bool:
    try:
        return files.read_limited(path, LIMIT) == wanted
    except FileError:
        return False


def read(folder: Path, floor: Cost) -> tuple[SlotFile, ...]:
    """The copies that look whole, newest first, each state once.

    Raises VaultError slots_damaged when none does, slots_costly when what remains asks for more
    memory or time than any honest vault, vault_newer when a later version wrote it.
    """
    found: list[SlotFile] = []
    refusal = VaultError("slots_damaged")
    for name in NAMES:
        try:
            state = _read_copy(folder / name, floor)
        except VaultError as error:
            if error.code == "vault_newer":
                raise
            refusal = error
            continue
        if state is not None and state not in found:
            found.append(state)
    if not found:
        raise refusal
    return tuple(sorted(found, key=lambda state: -state.generation))


def _read_copy(path: Path, floor: Cost) -> SlotFile | None:
    try:
        return decode(files.read_limited(path, LIMIT), floor)
    except DamagedError:
        return None
    except FileError as error:
        if error.code in {"file_missing", "file_too_large"}:
            return None
        raise
