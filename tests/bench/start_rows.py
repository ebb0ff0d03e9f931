"""Owns the rows about starting: from the command to the painted unlock page, and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import world
from tests.bench.measure import Bar, Row, in_turns

ROOT = Path(__file__).resolve().parents[2]
TIMES = 15


@dataclass(frozen=True, slots=True)
class Starter:
    """Starts one of the two programs again and again, and notes how much memory each took."""

    which: str
    home: Path
    memory: list[float] = field(default_factory=list)

    def start(self) -> float:
        """Milliseconds from the start of the process to its first painted window."""
        environment = {
            **os.environ,
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
        }
        command = [sys.executable, "-m", "tests.bench.painted", self.which]
        began = time.monotonic_ns()
        done = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        )
        painted, resident = (int(number) for number in done.stdout.split())
        self.memory.append(resident / 1024)
        return (painted - began) / 1e6


def rows(work: Path, seed: str) -> Iterator[Row]:
    """The app with one vault, against a bare window."""
    home = work / "home"
    vaults = home / "data" / "rhi-desktop" / "vaults"
    vaults.mkdir(parents=True)
    world.make(vaults / "notes.rhivault", f"{seed}/start")
    app, bare = Starter("ours", home), Starter("bare", home)
    ours, floor = in_turns(app.start, bare.start, TIMES)
    name = "a bare PySide6 window, painted"
    yield Row("start", "command to painted unlock page", Bar(ratio=1.5), ours, floor, name)
    memory, least = app.memory[1:], bare.memory[1:]
    what = "resident memory of the unlock page"
    yield Row("memory at start", what, Bar(ratio=2), memory, least, name, unit="MiB")
