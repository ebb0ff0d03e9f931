"""Owns a child process for hostile bytes: what it may cost, and that it ends whatever happens.

The child is `python -m MODULE MEMORY SECONDS` with a bare environment; it lays the limits on itself
(`confine`) before it reads its question from standard input, and answers on standard output.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from rhi_desktop.hardening import harden

MEMORY = 512 * 1024 * 1024
SECONDS = 120
_ROOT = Path(__file__).resolve().parents[1]
_PACE = 0.05


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may cost: its memory and computing time, and the wait for its answer."""

    memory: int = MEMORY
    seconds: int = SECONDS
    wait: float = 300.0


def confine(memory: int = MEMORY, seconds: int = SECONDS) -> None:
    """Limits this process for good: memory, time of computing, no written file, no core file.

    Nor may another program of the same person look into it: it learns the secret of a bundle.

    Does nothing where the system has no such limits; the parent's own clock stands there alone.
    """
    harden()
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is no such module on Windows

    limits = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
    )
    for which, wanted in limits:
        _, hard = resource.getrlimit(which)
        value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(which, (value, value))


class Child:
    """One child for one question. It starts at once, so that it can be ready before the question.

    Setting `stop` ends it, and so does the end of the wait, which begins with the question; the
    answer then breaks off. `end` ends it in any case, and may be called twice.
    """

    def __init__(self, module: str, limits: Limits, stop: threading.Event | None = None) -> None:
        self._process = _start(module, limits)
        self._wait = limits.wait
        self._stop = stop or threading.Event()
        self._done = threading.Event()
        self._threads: tuple[threading.Thread, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.end()

    def ask(self, question: bytes) -> IO[bytes]:
        """Hands over the question, once; the answer is to be read from what is returned."""
        told = threading.Thread(target=_tell, args=(self._process.stdin, question))
        self._threads = (told, threading.Thread(target=self._watch))
        for thread in self._threads:
            thread.start()
        return cast(IO[bytes], self._process.stdout)

    def end(self) -> None:
        """Kills it and waits until nothing of it is left."""
        self._done.set()
        self._process.kill()
        for thread in self._threads:
            thread.join()
        with suppress(OSError):  # a question that was not taken any more
            self._process.__exit__(None, None, None)

    def _watch(self) -> None:
        for _ in range(int(self._wait / _PACE) + 1):
            if self._stop.is_set():
                break
            if self._done.wait(_PACE):
                return
        self._process.kill()


def _start(module: str, limits: Limits) -> subprocess.Popen[bytes]:
    # -P: the current folder is not searched for modules; -s: nor is the user's own; -B: nothing
    # is written. A secret stands neither in the arguments nor in the environment.
    options = ["-s", "-P", "-B", "-m", module, str(limits.memory), str(limits.seconds)]
    kept = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if "SYSTEMROOT" in os.environ else {}
    return subprocess.Popen(
        [sys.executable, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": str(_ROOT), **kept},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _tell(pipe: IO[bytes], asked: bytes) -> None:
    # A child that died is noticed by its missing answer; one that was ended has no pipe left.
    with suppress(OSError, ValueError):
        pipe.write(asked)
    with suppress(OSError):
        pipe.close()
