"""Runs the tests under branch coverage and holds each room of the program to its floor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
REPORT = ROOT / "build" / "coverage" / "report.json"

FLOORS: dict[str, int] = {
    "domain": 100,
    "crypto": 100,
    "sync": 100,
    "migrations": 100,
    "forms": 95,
    "workflow": 95,
    "ui": 85,
}
"""Percent of the lines, and percent of the branches, that the tests of each room must run."""

PLACES: dict[str, tuple[str, ...]] = {
    room: (f"rhi_desktop/{room}/",) for room in FLOORS if room != "migrations"
} | {"migrations": ("rhi_desktop/store/migrations.py", "rhi_desktop/store/schema_")}
"""How the paths of the files of each room begin."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was run of one file, or of several together."""

    place: str
    lines: int = 0
    lines_run: int = 0
    branches: int = 0
    branches_run: int = 0
    missing: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """True when nothing was left out."""
        return self.lines == self.lines_run and self.branches == self.branches_run

    def reaches(self, floor: int) -> bool:
        """True when lines and branches both reach `floor` percent; nothing is rounded up."""
        pairs = ((self.lines_run, self.lines), (self.branches_run, self.branches))
        return self.lines > 0 and all(100 * run >= floor * of for run, of in pairs)

    def line(self, floor: int) -> str:
        """The figure of a room as a person reads it; a figure is never rounded up."""
        word = "" if self.reaches(floor) else "  BELOW ITS FLOOR"
        branches, lines = (
            f"{1000 * run // of / 10 if of else 100.0:5.1f} %"
            for run, of in ((self.branches_run, self.branches), (self.lines_run, self.lines))
        )
        return f"{self.place:<10}  branches {branches}  lines {lines}  floor {floor} %{word}"


def read(report: Path) -> list[Measured]:
    """Every file of a report that `coverage json` wrote."""
    told = json.loads(report.read_text(encoding="utf-8"))["files"]
    return [_file(place.replace("\\", "/"), one) for place, one in sorted(told.items())]


def _file(place: str, told: dict[str, Any]) -> Measured:
    counts: dict[str, int] = told["summary"]
    lines: list[int] = told["missing_lines"]
    branches: list[tuple[int, int]] = told["missing_branches"]
    jumps = [
        f"{start}->{end if end > 0 else 'exit'}" for start, end in branches if start not in lines
    ]
    return Measured(
        place,
        counts["num_statements"],
        counts["covered_lines"],
        counts["num_branches"],
        counts["covered_branches"],
        (*_stretches(lines), *jumps),
    )


def _stretches(lines: list[int]) -> list[str]:
    # One stretch where each line follows the one before it.
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]


def together(room: str, files: Iterable[Measured]) -> Measured:
    """The files of a room as one figure."""
    files = list(files)
    return Measured(
        room,
        sum(one.lines for one in files),
        sum(one.lines_run for one in files),
        sum(one.branches for one in files),
        sum(one.branches_run for one in files),
    )


def judge(files: list[Measured]) -> list[str]:
    """Say every room's figure and what its tests never run; the rooms below their floor."""
    low = []
    for room, floor in FLOORS.items():
        inside = [one for one in files if one.place.startswith(PLACES[room])]
        figure = together(room, inside)
        print(figure.line(floor))
        for one in inside:
            if not one.whole:
                print(f"    {one.place}: {', '.join(one.missing)}")
        if not figure.reaches(floor):
            low.append(room)
    return low


def measure() -> bool:
    """Every test under coverage, children included; False when a test or a command failed."""
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.unlink(missing_ok=True)
    coverage = [sys.executable, "-m", "coverage"]
    tests = [str(HERE / "pytest_gate.py"), "--numprocesses=2", "--dist=worksteal"]
    steps = (
        ["erase"],
        ["run", *tests],
        ["combine", "--quiet"],
        ["json", "--quiet", "-o", str(REPORT)],
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    passed = True
    for step in steps:  # what was measured is told even when a test failed
        done = subprocess.run([*coverage, *step], cwd=ROOT, check=False, env=environment)
        passed = passed and done.returncode == 0
    return passed


def main(arguments: list[str]) -> int:
    """Measure, then judge; with the path of a report, only judge that."""
    passed = bool(arguments) or measure()
    report = Path(arguments[0]) if arguments else REPORT
    low = judge(read(report)) if report.exists() else list(FLOORS)
    if low:
        print("coverage gate: below the floor: " + ", ".join(low))
    if not passed:
        print("coverage gate: not every test passed, or nothing could be measured")
    return 1 if low or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
