"""Owns the recorder: building the library, ruling it from inside, and reading what it told."""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("recorder.c")
BUILT = Path(__file__).resolve().parents[2] / "build" / "soak" / "recorder"
COMPILERS = ("tcc", "cc", "gcc", "clang")
EVER = 2**31 - 1

_HEAD = struct.Struct("=iiqii")


class Op(IntEnum):
    """What was asked of the disk; the numbers are those of the library."""

    OPEN = 1
    WRITE = 2
    TRUNCATE = 3
    GROW = 4
    SYNC = 5
    RENAME = 6
    UNLINK = 7
    LINK = 8
    MKDIR = 9
    RMDIR = 10
    MARK = 11


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded, or a mark. `handle` stands for an open file, `at` for a place."""

    op: Op
    handle: int
    at: int
    first: bytes = field(repr=False)
    second: bytes = field(repr=False)


@cache
def build() -> Path:
    """The library, built anew when its source changed. Any C compiler does, without headers."""
    source = SOURCE.read_bytes()
    library = BUILT / f"{ctypes.sizeof(ctypes.c_void_p)}-{_hash_of(source)}.so"
    if not library.exists():
        compiler = next((path for name in COMPILERS if (path := shutil.which(name))), None)
        if compiler is None:
            raise RuntimeError(f"a C compiler is needed: {', '.join(COMPILERS)}")
        BUILT.mkdir(parents=True, exist_ok=True)
        fresh = library.with_suffix(f".{os.getpid()}")
        command = [compiler, "-shared", "-fPIC", "-nostdlib", "-o", str(fresh), str(SOURCE)]
        subprocess.run(command, check=True)
        fresh.replace(library)
    return library


def _hash_of(source: bytes) -> str:
    """A short name for one state of the source."""
    return f"{int.from_bytes(source, 'big') % (2**61 - 1):x}"


def environment() -> Mapping[str, str]:
    """What a process needs in its environment to be recorded."""
    return {"LD_PRELOAD": str(build())}


class Recorder:
    """The library from inside the process it was loaded into. Idle until `arm`."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)

    def arm(self, folder: Path, trace: Path | None = None) -> None:
        """From now on everything below the folder is watched, and told into a trace."""
        into = None if trace is None else os.fsencode(trace)
        self._library.rhi_arm(os.fsencode(folder), into)

    def disarm(self) -> None:
        """Nothing is watched, stopped or refused any more."""
        self._library.rhi_disarm()

    def mark(self, text: str) -> None:
        """Puts words of the program between the calls."""
        self._library.rhi_mark(text.encode())

    def stop_at(self, op: Op, piece: str, nth: int = 1, *, after: bool = False) -> None:
        """Kill this process before or after the n-th call of a kind on a path with this piece."""
        self._library.rhi_stop(int(op), os.fsencode(piece), nth, int(after))

    def refuse(self, error: int, first: int, last: int = EVER) -> None:
        """Refuse the calls from the first to the last that such a disk would refuse."""
        self._library.rhi_fail(error, first, last)

    def give_room(self) -> None:
        """The disk takes everything again."""
        self._library.rhi_fail(0, 0, 0)

    @property
    def counted(self) -> int:
        """How many calls came since `refuse` that such a disk could refuse."""
        return int(self._library.rhi_counted())


def read(trace: Path) -> tuple[Call, ...]:
    """Every call of a trace in order."""
    data, place, calls = trace.read_bytes(), 0, []
    while place < len(data):
        op, handle, at, one, two = _HEAD.unpack_from(data, place)
        start = place + _HEAD.size
        middle, place = start + one, start + one + two
        calls.append(Call(Op(op), handle, at, data[start:middle], data[middle:place]))
    return tuple(calls)
