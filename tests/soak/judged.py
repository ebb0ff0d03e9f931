"""Owns a verdict in a forked child with the limits of the app: what harms it harms nobody else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from rhi_desktop import confined
from rhi_desktop.domain.canonical import dumps, loads
from rhi_desktop.domain.plain import from_plain, to_plain
from rhi_desktop.export.pdf import judge
from rhi_desktop.export.pdf.apart import ENDED, LIMITS
from rhi_desktop.export.pdf.asking import Asked
from rhi_desktop.export.pdf.verdict import Pin, Verdict
from rhi_desktop.export.pdf.verify import verify
from tests.soak.forked import Forks

_LOADED = judge
"""Imported once, for every fork."""
PATIENCE = 120.0


def one(arguments: list[str]) -> None:
    """The child: both verdicts on the file of the first name, by the pins of the second."""
    data, asked = (Path(name).read_bytes() for name in arguments)
    pins = from_plain(Asked, loads(asked)).pins
    confined.confine(LIMITS.memory, LIMITS.seconds)
    for quick in (True, False):
        sys.stdout.buffer.write(dumps(to_plain(verify(data, pins, quick=quick))) + b"\n")
    sys.stdout.flush()


class Judge:
    """Gives verdicts by forks. ENDED is what the app says too when a child ends without a word."""

    def __init__(self, folder: Path, pins: Sequence[Pin]) -> None:
        self._file, self._pins = folder / "judged.pdf", folder / "pins.json"
        self._pins.write_bytes(dumps(to_plain(Asked(tuple(pins)))))
        self._forks = Forks(f"{one.__module__}:{one.__name__}", errors=subprocess.DEVNULL)
        self.ended = 0

    def verdicts(self, data: bytes) -> tuple[Verdict, ...]:
        """The quick and the whole one; TimeoutError when the child hangs."""
        self._file.write_bytes(data)
        child = self._forks.start(str(self._file), str(self._pins))
        lines = child.rest(PATIENCE)
        found = tuple(from_plain(Verdict, loads(line.encode())) for line in lines)
        if len(found) == 2 and child.status == 0:
            return found
        self.ended += 1
        return (*found, ENDED)

    def end(self) -> None:
        """No more verdicts."""
        self._forks.end()
