"""Owns what a reliability row is, and how its runs are counted, kept and gone on with."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from rhi_desktop import files
from tests.soak import machine


class Trial(Protocol):
    """One row made ready: `run` does the run of a number and names every fault it met."""

    def run(self, number: int) -> list[str]:
        """The faults of one run; the same number and seed make the same attempt."""
        ...


@runtime_checkable
class Ends(Protocol):
    """A trial that holds a process or a place of its own: ended after the last run."""

    def end(self) -> None:
        """Gives it back."""
        ...


@runtime_checkable
class Measures(Protocol):
    """A trial that measures while it tries; what it measured stands beside its failures."""

    def figures(self) -> dict[str, float]:
        """Name and value of every figure of the runs so far."""
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
    """How far a row has come. Kept in a file after every few runs, so that a stop costs little.

    `runs` is the N that was asked for, `done` how much of it is done; the rest says when, where
    and on what it was done.
    """

    row: str
    seed: str
    runs: int = 0
    done: int = 0
    failures: list[dict[str, int | str]] = field(default_factory=list)
    seconds: float = 0.0
    date: str = ""
    commits: list[str] = field(default_factory=list)
    machine: dict[str, str | int] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)

    def note(self, number: int, faults: list[str]) -> None:
        """Counts a run and what went wrong in it."""
        self.done = number + 1
        self.failures.extend({"run": number, "fault": fault} for fault in faults)

    def here(self, runs: int, folder: Path) -> None:
        """Writes down on what the runs that follow are done."""
        self.runs, self.date, self.machine = runs, machine.today(), machine.described(folder)
        commit = machine.commit()
        if commit not in self.commits:
            self.commits.append(commit)

    def keep(self, folder: Path) -> None:
        """Writes the state; a reader never sees half of it."""
        folder.mkdir(parents=True, exist_ok=True)
        data = json.dumps(asdict(self), indent=1).encode("utf-8") + b"\n"
        files.write_atomic(folder / f"{self.row}.json", data)


def kept(folder: Path, row: str) -> Progress | None:
    """The state of a row as it was left."""
    path = folder / f"{row}.json"
    return Progress(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def progress(folder: Path, row: str, seed: str) -> Progress:
    """The state of a row as it was left; a new one when there is none or the seed is another.

    Runs of which nobody wrote down when and where they were made are done again.
    """
    left = kept(folder, row)
    return left if left is not None and left.seed == seed and left.date else Progress(row, seed)


def number_from(*parts: object, below: int) -> int:
    """A number that is the same for the same parts, spread evenly enough for choosing places."""
    text = "/".join(str(part) for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) % below
