"""Owns the lock on a vault: one program at a time; a second start asks the first to show."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.errors import FileError, VaultError

LOCK_NAME = "lock"
RAISE_NAME = "raise"


class FileLock:
    """An exclusive lock, held from construction to `release`, or to the end of the process.

    Raises VaultError vault_in_use while anybody else holds it (after touching the raise file,
    which the holder watches), and FileError disk_read_only where nothing can be locked.
    """

    def __init__(self, folder: Path) -> None:
        with files.disk_refusals():
            self._number = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, files.OWNER_ONLY)
        try:
            # A file system without locks is a disk that failed, not a vault in use.
            with files.disk_refusals():
                held = _try_lock(self._number)
        except FileError:
            self.release()
            raise
        if not held:
            self.release()
            ask_to_show(folder)
            raise VaultError("vault_in_use")

    def release(self) -> None:
        """Gives the lock back. Safe to call twice."""
        if self._number >= 0:
            os.close(self._number)
            self._number = -1


def ask_to_show(folder: Path) -> None:
    """Touches the raise file; a disk that refuses only means that no window comes forward."""
    try:
        files.touch(folder / RAISE_NAME)
    except FileError:
        return


if sys.platform == "win32":
    import msvcrt

    def _try_lock(number: int) -> bool:
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _try_lock(number: int) -> bool:
        # flock, not lockf: it also holds against a second opening in the same process.
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
