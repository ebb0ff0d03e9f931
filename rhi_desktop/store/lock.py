"""Owns the locks of a vault: one program at a time; the files beside it by one hand at a time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.errors import FileError, VaultError

LOCK_NAME = "lock"
RAISE_NAME = "raise"
KEYS_NAME = "keys.lock"
"""Held for the moment in which slots or counted guesses are read and written anew."""
_TRIES, _PAUSE = 200, 0.01


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

    @property
    def held(self) -> bool:
        """True until it is released."""
        return self._number >= 0

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


@contextmanager
def keys_lock(folder: Path) -> Iterator[None]:
    """Keeps everybody else from rewriting slots and guesses; also another thread of ours.

    It is held for milliseconds. A disk that cannot lock is passed over: what is written there is
    still written whole. Raises VaultError vault_in_use when somebody does not let go within two
    seconds.
    """
    number = -1
    try:
        with suppress(OSError):
            number = os.open(folder / KEYS_NAME, os.O_RDWR | os.O_CREAT, files.OWNER_ONLY)
            _wait_for(number)
        yield
    finally:
        if number >= 0:
            os.close(number)


def _wait_for(number: int) -> None:
    for _ in range(_TRIES):
        if _try_lock(number):
            return
        time.sleep(_PAUSE)
    raise VaultError("vault_in_use")


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
