"""Owns runs in forks: one process that imported everything and opened no vault makes every child.

Starting Python and importing costs a second; a fork costs a millisecond. So a run that ends in a
kill costs what it does and no more. Used in two places: `Forks` starts and talks to the parent;
`main` is the parent itself. What a child writes on its standard output comes back line by line.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from rhi_desktop.forms import loader as packs

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds without a word after which a child counts as hung."""
END = b"\0"
"""What the parent begins its line with when a child has ended; no child writes it."""
_PR_SET_PDEATHSIG = 1

Target = Callable[[list[str]], None]


class Fork:
    """One child. `line` and `rest` give whole lines only: half a line is nothing acknowledged."""

    def __init__(self, reader: _Reader) -> None:
        self._reader = reader
        self.pid = int(reader.line(PATIENCE))
        self.status: int | None = None

    def line(self, seconds: float = PATIENCE) -> str:
        """The next line the child wrote; "" when it has ended. TimeoutError when it hangs."""
        if self.status is not None:
            return ""
        line = self._reader.line(seconds)
        before, end, status = line.partition(END)
        if end:
            self.status = int(status)
            return ""
        return before.decode()

    def rest(self, seconds: float = PATIENCE) -> list[str]:
        """Everything the child still wrote before it ended."""
        lines = []
        while line := self.line(seconds):
            lines.append(line)
        return lines

    def kill(self) -> None:
        """SIGKILL. A child that ended already is kept as a zombie, so nobody else is hit."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)


class Forks:
    """The parent process, from here. `target` is `module:function`; call `end` after the last run.

    The function gets the strings given to `start` and runs in a child of its own. One child at a
    time: the next `start` waits for the end of the last. `environment` is added to ours before the
    parent starts, so that a library may be preloaded.
    """

    def __init__(
        self, target: str, environment: Mapping[str, str] | None = None, errors: int | None = None
    ) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.forked", target],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("no pipe")
        self._requests, self._reader = self._process.stdin, _Reader(self._process.stdout.fileno())
        self._last: Fork | None = None
        if self._reader.line(PATIENCE) != b"ready":
            raise RuntimeError("the parent of the forks did not start")

    @property
    def pid(self) -> int:
        """The parent's own number."""
        return self._process.pid

    def start(self, *arguments: str) -> Fork:
        """A fresh child that runs the target with these arguments."""
        if self._last is not None:
            self._last.rest()
        self._requests.write(json.dumps(arguments).encode() + b"\n")
        self._requests.flush()
        self._last = Fork(self._reader)
        return self._last

    def end(self) -> None:
        """Ends the parent, and a child that still runs."""
        if self._last is not None:
            self._last.kill()
            self._last.rest()
        self._process.__exit__(None, None, None)


class _Reader:
    """Lines from a pipe, with a deadline."""

    def __init__(self, number: int) -> None:
        self._number, self._held = number, b""

    def line(self, seconds: float) -> bytes:
        """The next line without its end. TimeoutError when none comes, EOFError after the last."""
        ends = time.monotonic() + seconds
        while b"\n" not in self._held:
            left = max(0.0, ends - time.monotonic())
            if not select.select([self._number], [], [], left)[0]:
                raise TimeoutError
            came = os.read(self._number, 65536)
            if not came:
                raise EOFError
            self._held += came
        line, _, self._held = self._held.partition(b"\n")
        return line


def main() -> None:
    """The parent: imports the target, then forks once for each request until there are no more."""
    module, _, name = sys.argv[1].partition(":")
    target: Target = getattr(importlib.import_module(module), name)
    # Every opening of a vault reads them; here they are read once for all children.
    packs.shipped()
    die_with_parent()
    os.write(1, b"ready\n")
    child = 0
    for request in sys.stdin.buffer:
        if child:
            # Not reaped before this: until now the number could not become another's.
            os.waitpid(child, 0)
        child = os.fork()
        if child == 0:
            _run(target, json.loads(request))
        told = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        os.write(1, END + str(told.si_status if told else -1).encode() + b"\n")


def die_with_parent() -> None:
    """Nothing started here outlives the process that started it."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _run(target: Target, arguments: list[str]) -> NoReturn:
    code = 1
    try:
        die_with_parent()
        os.write(1, f"{os.getpid()}\n".encode())
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        target(arguments)
        code = 0
    finally:
        if code:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
