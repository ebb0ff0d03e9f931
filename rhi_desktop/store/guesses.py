"""Owns the count of wrong guesses at a vault, and how long the next one has to wait."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from stat import S_ISREG

from rhi_desktop import files
from rhi_desktop.domain.canonical import NotCanonicalError, dumps, loads
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import FileError, RhiError, VaultError
from rhi_desktop.store.lock import keys_lock

NAME = "guesses"
FORMAT = "rhivault-guesses"
VERSION = 1
LIMIT = 4096
DELAYS = (0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300)
"""Seconds from the newest guess to the next, by how many are remembered: nine in five minutes."""
MOST = len(DELAYS) - 1
REMEMBERED_MS = 60 * 60 * 1000
"""An hour after it a wrong guess is forgotten. Nothing that is kept can lock anybody out longer
than the last of the delays."""
WRONG = {"wrong_passphrase", "wrong_code"}
_START = datetime(1970, 1, 1, tzinfo=UTC)


@contextmanager
def counted(folder: Path, at: Moment) -> Iterator[None]:
    """One guess at the passphrase or the code of a vault; the body tries it.

    It is on the disk before it is tried, so that ending the program takes nothing back. When the
    body ends well everything is forgotten; when it fails for another reason than a wrong guess,
    only this guess is. Raises VaultError guess_too_soon with `seconds` to wait (nothing was
    tried), and FileError: what cannot be counted is not tried.
    """
    before, counted_at = _count(folder, at)
    try:
        yield
    except RhiError as error:
        if error.code not in WRONG:
            _take_back(folder, before, counted_at)
        raise
    _forget(folder)


def _count(folder: Path, at: Moment) -> tuple[tuple[int, ...], int]:
    """Writes this guess down: those before it, and its own time."""
    now = (at.now - _START) // timedelta(milliseconds=1)
    with keys_lock(folder):
        kept = _read(folder / NAME)
        # A clock that was set back leaves guesses in the future: they count from now.
        known = tuple(min(one, now) for one in kept if one > now - REMEMBERED_MS)[-MOST:]
        wait = max(known, default=0) + DELAYS[len(known)] * 1000 - now if known else 0
        if wait > 0:
            # What was in the future would stay there for ever, were it not written down as now.
            if known != kept:
                _write(folder / NAME, known)
            raise VaultError("guess_too_soon", seconds=-(-wait // 1000))
        _write(folder / NAME, (*known, now)[-MOST:])
    return known, now


def _take_back(folder: Path, before: tuple[int, ...], counted_at: int) -> None:
    """Takes this guess out again and no other: somebody else may have guessed meanwhile.

    Passed over when the disk refuses: then one guess too many is remembered for an hour.
    """
    with suppress(FileError, VaultError), keys_lock(folder):
        known = list(_read(folder / NAME))
        if tuple(known) == (*before, counted_at)[-MOST:]:
            known = [*before]
        elif counted_at in known:
            known.remove(counted_at)
        if known:
            _write(folder / NAME, tuple(known))
        else:
            _remove(folder)


def _forget(folder: Path) -> None:
    with suppress(FileError, VaultError), keys_lock(folder):
        _remove(folder)


def _remove(folder: Path) -> None:
    with files.disk_refusals():
        (folder / NAME).unlink(missing_ok=True)


def _read(path: Path) -> tuple[int, ...]:
    """The times of the guesses, oldest first; what is no file of ours tells nothing.

    Whoever can spoil the file can remove it, and can copy the vault and guess somewhere else.
    """
    try:
        with files.disk_refusals():
            # Opening a pipe would wait for ever.
            if not S_ISREG(path.stat().st_mode):
                return ()
        plain = loads(files.read_limited(path, LIMIT))
    except (FileError, NotCanonicalError):
        return ()
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        return ()
    listed = plain.get("at") if plain.get("version") == VERSION else None
    times = listed if isinstance(listed, list) else []
    return tuple(sorted(one for one in times if type(one) is int))


def _write(path: Path, times: tuple[int, ...]) -> None:
    data = dumps({"format": FORMAT, "version": VERSION, "at": list(times)})
    if path.is_dir() and not path.is_symlink():
        # Nothing of ours: out of the way, or it would keep everybody out.
        with files.disk_refusals():
            path.rename(path.with_name(f".{NAME}.{times[-1]}"))
    files.write_atomic(path, data)
