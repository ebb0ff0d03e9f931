"""Owns the way from a passphrase or a recovery code to the key, and putting new ones in place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rhi_desktop.crypto import aead, kdf, keys
from rhi_desktop.crypto.kdf import FLOOR, STANDARD, Cost
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.crypto.recovery import RecoveryCode
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.store import slots
from rhi_desktop.store.slots import PASSPHRASE, RECOVERY, Slot, SlotFile

DATABASE = "case.db"

_WRONG = {PASSPHRASE: "wrong_passphrase", RECOVERY: "wrong_code"}


def unlock(folder: Path, passphrase: str, *, floor: Cost = FLOOR) -> VaultKey:
    """The key of a vault, in the time its cost asks for; takes and gives values, so any thread may.

    A copy of the slots that is damaged or behind is made whole from the good one, but only after
    the passphrase has proved right. `floor` is for tests. Raises VaultError wrong_passphrase,
    passphrase_unreadable, slots_damaged, slots_costly, vault_missing, vault_newer, and FileError.
    """
    return _unlock(folder, PASSPHRASE, kdf.normalised(passphrase), floor)[0]


def unlock_by_code(folder: Path, code: RecoveryCode, *, floor: Cost = FLOOR) -> VaultKey:
    """The key of a vault from its recovery code. Raises wrong_code, and otherwise like `unlock`."""
    return _unlock(folder, RECOVERY, code.secret(), floor)[0]


def look(folder: Path, kind: str, *, floor: Cost = FLOOR) -> None:
    """Raises what is wrong with a vault before any secret is tried; changes nothing.

    VaultError vault_missing, slots_damaged, slots_costly, vault_newer; code_missing when a code
    is asked for and the vault has none; FileError.
    """
    names = (*slots.NAMES, DATABASE)
    if not any((folder / name).exists() for name in names):
        raise VaultError("vault_missing")
    states = slots.read(folder, floor)
    if kind == RECOVERY and not any(state.of_kind(kind) for state in states):
        raise VaultError("code_missing")


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

    The change holds from the moment the first copy stands; the recovery code stays what it was.
    Raises like `unlock` and `create`.
    """
    secret = kdf.accepted(new)
    key, opened_by = _unlock(folder, PASSPHRASE, kdf.normalised(old), floor)
    fresh = slots.passphrase_slot(secret, key, cost, at)

    def change(state: SlotFile) -> SlotFile:
        kept = tuple(slot for slot in state.slots if slot.id != opened_by.id)
        # Somebody else changed it while this one was being worked out.
        if len(kept) == len(state.slots):
            raise VaultError("wrong_passphrase")
        return replace(state, slots=(fresh, *kept))

    slots.rewrite(folder, key, change)


def set_passphrase(
    folder: Path, key: VaultKey, new: str, at: Moment, *, cost: Cost = STANDARD
) -> None:
    """A new passphrase in place of every one there was, by whoever has the key already.

    Raises VaultError passphrase_short, passphrase_unreadable, slots_damaged, and FileError.
    """
    fresh = slots.passphrase_slot(kdf.accepted(new), key, cost, at)
    slots.rewrite(
        folder, key, lambda state: replace(state, slots=(fresh, *state.of_kind(RECOVERY)))
    )


def set_code(
    folder: Path, key: VaultKey, code: RecoveryCode, at: Moment, *, cost: Cost = STANDARD
) -> None:
    """A new recovery code in place of the one there was, by whoever has the key already.

    Raises VaultError slots_damaged, and FileError.
    """
    fresh = slots.recovery_slot(code, key, cost, at)
    slots.rewrite(
        folder, key, lambda state: replace(state, slots=(*state.of_kind(PASSPHRASE), fresh))
    )


def _unlock(folder: Path, kind: str, secret: bytes, floor: Cost) -> tuple[VaultKey, Slot]:
    look(folder, kind, floor=floor)
    key, slot = _try(slots.read(folder, floor), kind, secret)
    slots.heal(folder, key)
    return key, slot


def _try(states: tuple[SlotFile, ...], kind: str, secret: bytes) -> tuple[VaultKey, Slot]:
    refusal = _WRONG[kind]
    for position, state in enumerate(states):
        try:
            opened = _open_slot(state, kind, secret)
        except aead.TamperedError:
            refusal = "slots_damaged"
            continue
        if opened is None:
            continue
        if not state.authentic(opened[0]):
            refusal = "slots_damaged"
            continue
        # A newer copy that is genuine: the secret was changed, only the second copy is behind.
        if any(newer.authentic(opened[0]) for newer in states[:position]):
            break
        return opened
    raise VaultError(refusal)


def _open_slot(state: SlotFile, kind: str, secret: bytes) -> tuple[VaultKey, Slot] | None:
    for slot in state.of_kind(kind):
        derived = kdf.derive(secret, slot.salt, slot.cost)
        try:
            master = keys.unwrap(derived, slot.wrapped, slot.header(state.vault_id))
        except keys.WrongKeyError:
            continue
        return VaultKey(state.vault_id, master), slot
    return None
