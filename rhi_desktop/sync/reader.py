"""Owns reading a bundle in a child process: bytes in, checked values out, limits all around.

The parent calls `read`. The child is `python -m rhi_desktop.sync.reader`: it has memory and time
limits and a bare environment, and learns its secret by standard input alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from rhi_desktop.domain.card import KnownCard
from rhi_desktop.domain.exchange import Incoming
from rhi_desktop.errors import BundleError
from rhi_desktop.hardening import end_with_parent
from rhi_desktop.sync import confine, reading
from rhi_desktop.sync.bundle import MAX_PACKED

_ROOT = Path(__file__).resolve().parents[2]
_PACE = 0.05


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may cost: the child's memory and computing time, and the wait for it."""

    memory: int = confine.MEMORY
    seconds: int = confine.SECONDS
    wait: float = 300.0


def read(
    data: bytes,
    secret: str,
    cards: Sequence[KnownCard],
    packs: Collection[str],
    limits: Limits | None = None,
    stop: threading.Event | None = None,
) -> Incoming:
    """A bundle opened, verified and parsed in a child process; blocks, so run it in a worker.

    `cards` is the whole book with the reader's own card as trusted; `packs` the digests of the
    known question packs. Setting `stop` ends the child. Raises BundleError with the code of the
    refusal, and reader_failed when the child died, took too long, was stopped or talked nonsense.
    """
    if len(data) > MAX_PACKED:
        raise BundleError("bundle_too_large")
    limits = limits or Limits()
    asked = reading.ask(secret, cards, packs, data)
    done = threading.Event()
    with _start(limits) as process:
        threads = (
            threading.Thread(target=_tell, args=(cast(IO[bytes], process.stdin), asked)),
            threading.Thread(
                target=_watch, args=(process, limits.wait, stop or threading.Event(), done)
            ),
        )
        for thread in threads:
            thread.start()
        try:
            return reading.hear(cast(IO[bytes], process.stdout), cards)
        except ValueError:
            raise BundleError("reader_failed") from None
        finally:
            done.set()
            process.kill()
            for thread in threads:
                thread.join()


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    # -P: the current folder is not searched for modules; -s: nor is the user's own; -B: nothing
    # is written. The secret stands neither in the arguments nor in the environment.
    options = ["-s", "-P", "-B", "-m", "rhi_desktop.sync.reader"]
    kept = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if "SYSTEMROOT" in os.environ else {}
    return subprocess.Popen(
        [sys.executable, *options, str(limits.memory), str(limits.seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": str(_ROOT), **kept},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _tell(pipe: IO[bytes], asked: bytes) -> None:
    with suppress(OSError):  # a child that died is noticed by its missing answer
        pipe.write(asked)
    with suppress(OSError):
        pipe.close()


def _watch(
    process: subprocess.Popen[bytes], wait: float, stop: threading.Event, done: threading.Event
) -> None:
    for _ in range(int(wait / _PACE) + 1):
        if stop.is_set():
            break
        if done.wait(_PACE):
            return
    process.kill()


def main(arguments: Sequence[str]) -> None:
    """The child: limits first, then one question and its answer."""
    end_with_parent()
    confine.confine(int(arguments[0]), int(arguments[1]))
    reading.serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
