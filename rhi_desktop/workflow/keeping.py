"""Owns keeping what is there: snapshots, the full check, and the way back from damage."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.store import checking, journal, restoring, slots
from rhi_desktop.store import snapshots as kept
from rhi_desktop.store.checking import Stopped
from rhi_desktop.store.snapshots import Snapshot
from rhi_desktop.store.vault import VaultKey, open_reader

RESTED_S = 0.015
"""Between two slices of a check that nobody waits for: typing has the processor to itself."""


@dataclass(frozen=True, slots=True)
class SnapshotView:
    """One snapshot: when it was made, how large it is, and what stands in it if it still opens."""

    made_at: datetime
    bytes: int
    good: bool
    cases: int = 0
    entries: int = 0
    written_at: datetime | None = None
    """When the newest entry in it was written, by this laptop's clock."""
    missing: int = 0
    """How many entries the notes had more when they were last closed, as far as that is known."""
    number: int = 0
    """By which it can be asked for."""


@dataclass(frozen=True, slots=True)
class KeepingView:
    """What is kept of a vault on this disk."""

    bytes: int
    snapshots: tuple[SnapshotView, ...]
    """Newest first."""
    checked_at: datetime | None
    """When the whole vault was last found sound."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """What a full check came to."""

    entries: int
    sound: bool = True
    stopped: bool = False
    spare_pages: int = 0
    """Pages that hold nothing and cannot be read: no word is lost, the disk may be failing."""


class Progress:
    """How far a check has come. The thread that checks tells it, another one reads and stops it."""

    def __init__(self, rest: float = 0.0) -> None:
        self.done, self.total = 0, 0
        self._rest, self._stop = rest, threading.Event()

    def said(self, done: int, total: int) -> None:
        """Take down how far it is, and rest a little if that was asked for."""
        self.done, self.total = done, total
        if self._rest:
            self._stop.wait(self._rest)

    def stop(self) -> None:
        """End the check at its next slice."""
        self._stop.set()

    def stopped(self) -> bool:
        """True once somebody asked for the end."""
        return self._stop.is_set()


def take_snapshot(folder: Path, key: VaultKey, at: Moment) -> SnapshotView:
    """[bg] A snapshot of the vault as it stands now, made whether or not anything was written.

    Raises VaultError vault_damaged, snapshot_damaged and those of opening, and FileError; then the
    older ones stay as they were.
    """
    return _view(kept.take(folder, key, at.now))


def keep_up(folder: Path, key: VaultKey, at: Moment, older: timedelta) -> SnapshotView | None:
    """[bg] A snapshot if the newest good one is `older` and something was written since.

    None when there was no need. A clock that went back is no reason to wait. Raises like
    `take_snapshot`.
    """
    newest = next((one for one in kept.kept(folder, key) if one.holds is not None), None)
    if newest is not None and newest.holds is not None:
        if timedelta() <= at.now - newest.made_at < older:
            return None
        with closing(open_reader(folder, key)) as vault:
            if journal.head(vault).length == newest.holds.head.length:
                return None
    return take_snapshot(folder, key, at)


def snapshots(folder: Path, key: VaultKey) -> tuple[SnapshotView, ...]:
    """[bg] What is kept, newest first; each was opened and its last entry read. FileError."""
    state = slots.genuine(folder, key)
    closed_at = state.mark.length if state is not None and state.mark is not None else 0
    return tuple(_view(one, closed_at) for one in kept.kept(folder, key))


def newer_snapshots(folder: Path, key: VaultKey) -> tuple[SnapshotView, ...]:
    """[bg] Those that hold more than the notes themselves, which are an older copy."""
    with closing(open_reader(folder, key)) as vault:
        length = journal.head(vault).length
    return tuple(view for view in snapshots(folder, key) if view.entries > length)


def standing(folder: Path, key: VaultKey) -> KeepingView:
    """[bg] What is kept, how large the vault is, and when it was last checked. FileError."""
    return KeepingView(checking.size(folder), snapshots(folder, key), checking.checked_at(folder))


def restore(folder: Path, key: VaultKey, at: Moment, only: int | None = None) -> Path:
    """[bg] A new vault beside this one, out of the newest snapshot that is whole; its folder.

    The vault itself is only read. Whoever promised one snapshot gives its number as `only`: no
    other is put in its place. Raises VaultError snapshot_missing, snapshot_damaged,
    slots_damaged, and FileError.
    """
    return restoring.restore(folder, key, at, only)


def check_vault(
    folder: Path,
    key: VaultKey,
    said: Callable[[int, int], None],
    stopped: Callable[[], bool] = lambda: False,
) -> CheckView:
    """[bg] Every page, every link, every digest, on a connection of its own.

    `said` hears after each slice how many entries were looked at, of how many; it may rest. Damage
    is in what comes back; only a vault that cannot be opened, or a disk that fails, raises.
    """
    with closing(open_reader(folder, key)) as vault:
        try:
            entries = checking.check(vault, said, stopped)
        except Stopped:
            return CheckView(0, stopped=True)
        except VaultError:
            return CheckView(0, sound=False)
        return CheckView(entries, spare_pages=checking.spare_pages(vault))


def damage() -> VaultError:
    """What a check that found something unsound amounts to, for whoever listens to refusals."""
    return VaultError("vault_damaged")


def checked_at(folder: Path) -> datetime | None:
    """When the whole vault was last found sound; None when that is not known."""
    return checking.checked_at(folder)


def note_checked(folder: Path, at: Moment) -> None:
    """Remember that the whole vault was found sound."""
    checking.note(folder, at.now)


def _view(one: Snapshot, closed_at: int = 0) -> SnapshotView:
    if one.holds is None:
        return SnapshotView(one.made_at, one.size, good=False, number=one.number)
    holds = one.holds
    return SnapshotView(
        one.made_at,
        one.size,
        good=True,
        cases=holds.cases,
        entries=holds.head.length,
        written_at=holds.written_at,
        missing=max(closed_at - holds.head.length, 0),
        number=one.number,
    )
