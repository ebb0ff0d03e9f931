"""Owns what a holder does with their keys: a new passphrase, a recovery code, trying it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rhi_desktop.crypto import kdf
from rhi_desktop.crypto.kdf import FLOOR, STANDARD, Cost
from rhi_desktop.crypto.recovery import RecoveryCode, draw_code, parse_code
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import guesses, slots, unlocking
from rhi_desktop.store.slots import PASSPHRASE, RECOVERY
from rhi_desktop.store.vault import VaultKey

__all__ = [
    "KeysView",
    "RecoveryCode",
    "change_passphrase",
    "keys_view",
    "new_code",
    "read_code",
    "recover",
    "replace_code",
    "try_code",
]

new_code = draw_code
read_code = parse_code


@dataclass(frozen=True, slots=True)
class KeysView:
    """What opens a vault, as far as anybody may know who has not opened it."""

    has_code: bool
    code_made_at: datetime | None


def keys_view(folder: Path) -> KeysView:
    """[bg] Whether the vault has a recovery code, and since when. Raises VaultError, FileError."""
    made = [slot.made_at for slot in slots.read(folder, slots.ANY_COST)[0].of_kind(RECOVERY)]
    return KeysView(bool(made), datetime.fromisoformat(made[-1]) if made else None)


def change_passphrase(
    folder: Path,
    old: str,
    new: str,
    at: Moment,
    *,
    cost: Cost = STANDARD,
    floor: Cost = FLOOR,
) -> None:
    """[bg] Another passphrase in place of the old one; the recovery code stays what it was.

    It has happened or it has not, whatever is interrupted. `cost` and `floor` are for tests, here
    and below. Raises VaultError wrong_passphrase, guess_too_soon, passphrase_short,
    passphrase_unreadable and what `unlocking.derive_key` raises.
    """
    kdf.accepted(new)
    unlocking.look(folder, PASSPHRASE, floor=floor)
    with guesses.counted(folder, at):
        unlocking.change_passphrase(folder, old, new, at, cost=cost, floor=floor)


def recover(
    folder: Path,
    code: RecoveryCode,
    new_passphrase: str,
    at: Moment,
    *,
    cost: Cost = STANDARD,
    floor: Cost = FLOOR,
) -> VaultKey:
    """[bg] Opens a vault by its code and gives it a new passphrase; the old one opens no more.

    The code stays valid: it is on paper, and `replace_code` makes another. Raises VaultError
    wrong_code, code_missing, guess_too_soon, passphrase_short and what `derive_key` raises.
    """
    kdf.accepted(new_passphrase)
    key = _key_by_code(folder, code, at, floor)
    unlocking.set_passphrase(folder, key, new_passphrase, at, cost=cost)
    return key


def try_code(folder: Path, code: RecoveryCode, at: Moment, *, floor: Cost = FLOOR) -> None:
    """[bg] Says nothing when the code opens the vault. Counts as a guess; raises like `recover`."""
    _key_by_code(folder, code, at, floor)


def replace_code(
    folder: Path,
    passphrase: str,
    code: RecoveryCode,
    at: Moment,
    *,
    cost: Cost = STANDARD,
    floor: Cost = FLOOR,
) -> None:
    """[bg] A first or another recovery code, by whoever knows the passphrase; the former is void.

    Raises VaultError wrong_passphrase, guess_too_soon and what `derive_key` raises.
    """
    unlocking.look(folder, PASSPHRASE, floor=floor)
    with guesses.counted(folder, at):
        key = unlocking.unlock(folder, passphrase, floor=floor)
    unlocking.set_code(folder, key, code, at, cost=cost)


def _key_by_code(folder: Path, code: RecoveryCode, at: Moment, floor: Cost) -> VaultKey:
    unlocking.look(folder, RECOVERY, floor=floor)
    with guesses.counted(folder, at):
        return unlocking.unlock_by_code(folder, code, floor=floor)
