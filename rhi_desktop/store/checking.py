"""Owns the full check of a vault in slices that can be stopped, and when it was last sound."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.errors import FileError
from rhi_desktop.store import journal
from rhi_desktop.store.opened import Vault

CHECKED = "checked"
"""An empty file of the vault folder: its time of change says when all was last found sound."""


class Stopped(Exception):  # noqa: N818 - nothing is wrong
    """Somebody asked for the end of the check."""


def check(vault: Vault, said: Callable[[int, int], None], stopped: Callable[[], bool]) -> int:
    """The engine's own check, then every link and digest; how many entries were looked at.

    Raises VaultError vault_damaged, FileError, and Stopped.
    """
    said(0, journal.head(vault).length)
    if stopped():
        raise Stopped
    journal.check_engine(vault)
    done = 0
    for done, there in journal.check_entries(vault):
        said(done, there)
        if stopped():
            raise Stopped
    return done


def spare_pages(vault: Vault) -> int:
    """Pages of the file that fail the engine's seal although nothing stands on them.

    Call it after `check`: whatever holds anything was read then. A page that is just being written
    back from the log fails once and not twice, so twice is asked.
    """
    found = set(vault.connection.rows("PRAGMA cipher_integrity_check"))
    if found:
        found &= set(vault.connection.rows("PRAGMA cipher_integrity_check"))
    return len(found)


def size(folder: Path) -> int:
    """Bytes of the database with its log."""
    with files.disk_refusals():
        return sum(path.stat().st_size for path in folder.glob("case.db*"))


def note(folder: Path, at: datetime) -> None:
    """Remember that all was sound; a disk that refuses only means that it is checked again."""
    with suppress(FileError), files.disk_refusals():
        files.touch(folder / CHECKED)
        os.utime(folder / CHECKED, (at.timestamp(), at.timestamp()))


def checked_at(folder: Path) -> datetime | None:
    """When all was last found sound; None when that is not known."""
    try:
        return datetime.fromtimestamp((folder / CHECKED).stat().st_mtime, UTC)
    except OSError:
        return None
