"""Owns looking for secrets: every spelling of one, and every place where one could lie about."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from urllib.parse import quote, quote_plus  # noqa: TID251  how a URL spells a word; nothing is asked

HOMES = {
    "HOME": "home",
    "TMPDIR": "temp",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}
SPOOLS = (Path("/var/spool/cups"), Path("/var/spool/cups-pdf"))
SHARED = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))  # noqa: S108  looked into, not used
LARGEST = 64 << 20
DEEPEST = 2


def spellings(text: str) -> tuple[bytes, ...]:
    """A text in every form in which it could lie about, each once."""
    found: list[bytes] = []
    for cased in (text, text.upper(), text.lower()):
        data = cased.encode()
        wide = cased.encode("utf-16-le")
        found += [data, wide, cased.encode("utf-16-be")]
        found += [
            form
            for one in (data, wide)
            for form in (one.hex().encode(), one.hex().upper().encode())
        ]
        found += _base64(data)
        found += [json.dumps(cased, ensure_ascii=plain)[1:-1].encode() for plain in (True, False)]
        found += [quote(cased, safe="").encode(), quote_plus(cased).encode()]
    return tuple(dict.fromkeys(found))


def spelled_key(key: bytes) -> tuple[bytes, ...]:
    """A key as it is, in hexadecimal and in base 64."""
    return (key, key.hex().encode(), key.hex().upper().encode(), *_base64(key))


def _base64(data: bytes) -> list[bytes]:
    """Whatever stands before it: the three ways in which its bytes can fall into groups."""
    found = []
    for shift in range(3):
        whole = base64.b64encode(bytes(shift) + data)
        ends = len(whole) - (4 if (shift + len(data)) % 3 else 0)
        inner = whole[4 if shift else 0 : ends]
        found += [inner, inner.replace(b"+", b"-").replace(b"/", b"_")]
    return found


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Folders of its own for everything a program may write to, so that all of it can be read."""

    root: Path

    def make(self) -> None:
        """Makes them empty."""
        for name in HOMES.values():
            (self.root / name).mkdir(parents=True, mode=0o700)

    def environment(self) -> dict[str, str]:
        """The variables that lead a program there."""
        return {name: str(self.root / folder) for name, folder in HOMES.items()}

    def hits(self, needles: Iterable[bytes]) -> list[str]:
        """The files, by place and name, in which one of the needles stands, in bytes or in name."""
        wanted = tuple(needles)
        found = []
        for path in sorted(self.root.rglob("*")):
            place = path.relative_to(self.root).as_posix()
            if holds(place.encode(), wanted) or (_regular(path) and holds(_read(path), wanted)):
                found.append(place)
        return found


def descriptor_hits(pid: int, needles: Iterable[bytes]) -> list[str]:
    """The open files of a process, also deleted and nameless ones, in which a needle stands."""
    wanted, found = tuple(needles), []
    for path in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = str(path.readlink())
            if holds(target.encode(), wanted) or (_regular(path) and holds(_read(path), wanted)):
                found.append(f"descriptor {target}")
        except OSError:
            # Closed in the meantime, or nothing that can be opened a second time.
            continue
    return found


def shared_hits(since: float, needles: Iterable[bytes], but: Path) -> list[str]:
    """Files in shared temporary and spool folders, changed since then, in which a needle stands."""
    wanted = tuple(needles)
    return [
        str(path)
        for folder in (*SHARED, *SPOOLS)
        for path in _recent(folder, since, but)
        if holds(str(path).encode(), wanted) or holds(_read(path), wanted)
    ]


def holds(data: bytes, needles: Iterable[bytes]) -> bool:
    """True when one of the needles stands in the bytes."""
    return any(needle in data for needle in needles)


def _recent(folder: Path, since: float, but: Path) -> Iterator[Path]:
    """Changed files at most two folders deep; what is there of other programs comes and goes."""
    for place, folders, names in os.walk(folder):
        here = Path(place)
        if here.is_relative_to(but) or len(here.relative_to(folder).parts) >= DEEPEST:
            folders.clear()
        for path in (here / name for name in names):
            with suppress(OSError):
                new = path.lstat().st_mtime >= since and not path.is_relative_to(but)
                if new and not path.is_symlink() and path.is_file():
                    yield path


def _regular(path: Path) -> bool:
    try:
        there = path.stat()
    except OSError:
        # Gone in the meantime.
        return False
    return S_ISREG(there.st_mode) and there.st_size <= LARGEST


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError:
        # Gone in the meantime.
        return b""


def children(pid: int) -> list[int]:
    """A process and everything it started that still runs."""
    found = [pid]
    for one in found:
        for task in _tasks(one):
            found += [int(child) for child in _text(task / "children").split()]
    return found


def _tasks(pid: int) -> list[Path]:
    folder = Path(f"/proc/{pid}/task")
    return list(folder.iterdir()) if os.access(folder, os.R_OK) else []


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
