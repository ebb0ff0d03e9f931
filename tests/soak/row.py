"""Owns what a reliability row is, and how its runs are counted, kept and gone on with."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol

from rhi_desktop import files


class Trial(Protocol):
    """One row made ready: `run` does the run of a number and names every fault it met."""

    def run(self, number: int) -> list[str]:
        """The faults of one run; the same number and seed make the same attempt."""
        ...


class Row(Protocol):
    """A promise that is tried N times."""

    @property
    def name(self) -> str:
        """What the row is called on the command line."""
        ...

    @property
    def what(self) -> str:
        """The promise, in a line."""
        ...

    @property
    def runs(self) -> int:
        """How often it is tried."""
        ...

    def ready(self, work: Path, seed: str) -> Trial:
        """Makes what every run starts from."""
        ...


@dataclass(slots=True)
class Progress:
    """How far a row has come. Kept in a file after every few runs, so that a stop costs little."""

    row: str
    seed: str
    done: int = 0
    failures: list[dict[str, int | str]] = field(default_factory=list)

    def note(self, number: int, faults: list[str]) -> None:
        """Counts a run and what went wrong in it."""
        self.done = number + 1
        self.failures.extend({"run": number, "fault": fault} for fault in faults)

    def keep(self, folder: Path) -> None:
        """Writes the state; a reader never sees half of it."""
        folder.mkdir(parents=True, exist_ok=True)
        data = json.dumps(asdict(self), indent=1).encode("utf-8") + b"\n"
        files.write_atomic(folder / f"{self.row}.json", data)


def progress(folder: Path, row: str, seed: str) -> Progress:
    """The state of a row as it was left; a new one when there is none or the seed is another."""
    path = folder / f"{row}.json"
    if path.exists():
        kept = Progress(**json.loads(path.read_text(encoding="utf-8")))
        if kept.seed == seed:
            return kept
    return Progress(row, seed)


def number_from(*parts: object, below: int) -> int:
    """A number that is the same for the same parts, spread evenly enough for choosing places."""
    text = "/".join(str(part) for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) % below
