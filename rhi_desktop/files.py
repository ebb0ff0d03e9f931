"""Owns every write to a disk and every size-limited read; disk refusals become codes."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from rhi_desktop.errors import FileError

OWNER_ONLY = 0o600
FOLDER_OWNER_ONLY = 0o700

_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "disk_read_only",
    errno.EACCES: "disk_read_only",
    errno.EPERM: "disk_read_only",
    errno.ENOENT: "file_missing",
    errno.EEXIST: "file_exists",
}


_READING = {errno.ENOENT: "file_missing", errno.ENOTDIR: "file_missing"}


@contextmanager
def disk_refusals() -> Iterator[None]:
    """Turns an OSError into the FileError of its number; its text, which has a path, is dropped."""
    with _refusals(_CODES, "disk_failed"):
        yield


@contextmanager
def _refusals(codes: Mapping[int, str], otherwise: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileError(codes.get(error.errno or 0, otherwise)) from None


def write_atomic(path: Path, data: bytes, *, mode: int = OWNER_ONLY) -> None:
    """Writes a whole file or leaves the old one: never a part, also across a power cut.

    The bytes go to a fresh name in the same folder, are forced to the disk, take the place of the
    old file in one step, and then the folder is forced too. Raises FileError.
    """
    with disk_refusals():
        fresh = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            _write_through(fresh, data, mode)
            fresh.replace(path)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def _write_through(path: Path, data: bytes, mode: int) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(number, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Forces the names in a folder to the disk; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    with disk_refusals():
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def read_limited(path: Path, limit: int) -> bytes:
    """The bytes of a file of at most `limit` bytes; FileError file_too_large beyond.

    Also file_missing, and file_unreadable for a folder or without the right to read.

    The limit is applied while reading, so that a file that grows or has no size (a pipe) cannot
    fill the memory.
    """
    with _refusals(_READING, "file_unreadable"), path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise FileError("file_too_large", limit=limit)
    return data


def touch(path: Path) -> None:
    """Makes a file with no content, or renews its time of change. Raises FileError."""
    with disk_refusals():
        path.touch(mode=OWNER_ONLY)


def make_folder(path: Path) -> None:
    """Makes a folder only its owner can enter, and so those above it that are missing. FileError.

    Whoever can write above it could put another one in its place.
    """
    with disk_refusals():
        for above in reversed([one for one in path.parents if not one.exists()]):
            above.mkdir(mode=FOLDER_OWNER_ONLY, exist_ok=True)
        path.mkdir(mode=FOLDER_OWNER_ONLY)
