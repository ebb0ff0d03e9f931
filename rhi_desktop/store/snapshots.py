"""Owns the snapshots of a vault: when one counts, which are kept, and what stands in each."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.record import JournalHead
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.store import copying, journal
from rhi_desktop.store.connection import Connection, Locked, Mode, open_database
from rhi_desktop.store.unlocking import DATABASE

FOLDER = "snapshots"
SUFFIX = ".snapshot"
PART = ".part"
KEPT = 3
_TAKEN = re.compile(r"[0-9]{8,}\.")
_NAME = re.compile(rf"[0-9]{{8,}}{re.escape(SUFFIX)}")
_LEFT = re.compile(rf"[0-9]{{8,}}{re.escape(PART)}(-[a-z]+)?")
"""What else lies in the folder is not ours: it counts for nothing and stays."""

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Holds:
    """What stands in a snapshot: the end of its journal, the last thing written, the cases."""

    head: JournalHead
    written_at: datetime | None
    cases: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One file that stands; `holds` is None for one that does not open any more."""

    path: Path
    made_at: datetime
    size: int
    holds: Holds | None

    @property
    def number(self) -> int:
        """Its place in the order; no two have the same."""
        return _number(self.path)


def take(
    folder: Path, key: VaultKey, made_at: datetime | None = None, *, alone: bool = False
) -> Snapshot:
    """Writes a snapshot of a vault as it stands now, which may be open; long, so in a worker.

    It counts only when it was read back whole and is on the disk with its name; then the oldest
    beyond three goes, with `alone` every other one. A snapshot that the journal does not follow on
    from is of another course of these notes and stays, as does everything when anything fails.
    Raises VaultError vault_damaged, snapshot_damaged and those of `open_database`, and FileError.
    """
    with _one_at_a_time:
        place = _ready(folder)
        before = _listed(place)
        path = place / f"{_next_number(place):08d}{SUFFIX}"
        part = path.with_suffix(PART)
        head = copying.copy(database(folder, key), locked(part, key), key)
        with files.disk_refusals():
            if made_at is not None:
                os.utime(part, (made_at.timestamp(), made_at.timestamp()))
            part.replace(path)
        files.sync_folder(place)
        fresh = _snapshot(path, key)
        if fresh.holds is None or fresh.holds.head.length != head.length:
            raise VaultError("snapshot_damaged")
        _drop(_beyond(before, path, key, alone=alone), place)
        return fresh


def kept(folder: Path, key: VaultKey) -> tuple[Snapshot, ...]:
    """The snapshots of a vault, newest first; each was opened, and the end of its journal read.

    One that the disk does not give is shown like one that is damaged: it hides none of the others.
    """
    found: list[Snapshot] = []
    for path in reversed(_listed(folder / FOLDER)):
        # One that was dropped since the folder was listed is no snapshot.
        with suppress(FileNotFoundError):
            try:
                found.append(_snapshot(path, key))
            except FileError:
                found.append(_seen(path, None))
    return tuple(found)


def database(folder: Path, key: VaultKey) -> Locked:
    """The database of a vault, and what opens it."""
    return Locked(folder / DATABASE, key.database_key(), key.database_salt())


def locked(path: Path, key: VaultKey) -> Locked:
    """A snapshot, and what opens it: never the key of the database."""
    return Locked(path, key.snapshot_key(), key.snapshot_salt())


def _ready(folder: Path) -> Path:
    """The folder of the snapshots, without what a kill or a full disk left unfinished."""
    place = folder / FOLDER
    with files.disk_refusals():
        if not place.is_dir():
            files.make_folder(place)
            files.sync_folder(folder)
        for left in place.iterdir():
            if _LEFT.fullmatch(left.name) and not left.is_dir():
                left.unlink(missing_ok=True)
    return place


def _listed(place: Path) -> list[Path]:
    """Oldest first: the names have no meaning but their order."""
    ours = (path for path in place.glob(f"*{SUFFIX}") if _NAME.fullmatch(path.name))
    return sorted((path for path in ours if path.is_file()), key=_number)


def _next_number(place: Path) -> int:
    """Beyond whatever begins with a number: nothing is ever put in the place of anything."""
    return (
        max((_number(path) for path in place.iterdir() if _TAKEN.match(path.name)), default=0) + 1
    )


def _number(path: Path) -> int:
    return int(path.name.partition(".")[0])


def _snapshot(path: Path, key: VaultKey) -> Snapshot:
    try:
        with closing(copying.look(locked(path, key), key, whole=False)) as opened:
            newest = journal.newest_at(opened)
            cases = opened.connection.number("SELECT count(*) FROM cases")
            return _seen(path, Holds(journal.head(opened), newest, cases))
    except VaultError:
        return _seen(path, None)


def _seen(path: Path, holds: Holds | None) -> Snapshot:
    stat = path.stat()
    return Snapshot(path, datetime.fromtimestamp(stat.st_mtime, UTC), stat.st_size, holds)


def _beyond(before: Sequence[Path], fresh: Path, key: VaultKey, *, alone: bool) -> list[Path]:
    """What the fresh snapshot makes superfluous."""
    if alone:
        return list(before)
    with closing(_opened(fresh, key)) as newest:
        follows = [_follows(newest, _snapshot(path, key)) for path in before]
    ours = [path for path, sound in zip(before, follows, strict=True) if sound]
    broken = [path for path, sound in zip(before, follows, strict=True) if sound is None]
    return [*ours[: len(ours) + 1 - KEPT], *broken] if len(ours) >= KEPT - 1 else []


def _opened(path: Path, key: VaultKey) -> Connection:
    at = locked(path, key)
    return open_database(at.path, at.key, at.salt, Mode.READ)


def _follows(newest: Connection, older: Snapshot) -> bool | None:
    """Whether the journal goes on from an older snapshot; None when that does not open."""
    if older.holds is None:
        return None
    head = older.holds.head
    if head.length == 0:
        return True
    return newest.row("SELECT link FROM journal WHERE seq = ?", head.length) == (head.link,)


def _drop(paths: Sequence[Path], place: Path) -> None:
    with files.disk_refusals():
        for path in paths:
            path.unlink(missing_ok=True)
    if paths:
        files.sync_folder(place)
