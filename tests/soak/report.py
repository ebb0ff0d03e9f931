"""Owns the table of figures: out of the states of the rows, into the page that people read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rhi_desktop import files
from tests.soak.row import Progress, Row, kept

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
BEGINS, ENDS = "<!-- figures begin -->", "<!-- figures end -->"
HEAD = ("row", "what was tried", "done", "of N", "failures", "seed", "seconds", "date", "commit")
_RULE = "|---|---|--:|--:|--:|---|--:|---|---|"


class NoPlaceError(Exception):
    """The page has no pair of marks to write between."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one row of the table says."""

    row: str
    done: int
    runs: int
    failures: int

    @property
    def full(self) -> bool:
        """True when all of N was done and nothing failed."""
        return self.done == self.runs > 0 and self.failures == 0


def write(page: Path, rows: Mapping[str, Row], folder: Path) -> None:
    """Puts the figures of all rows into the page, in the place of those that stood there."""
    text = page.read_text(encoding="utf-8")
    before, begins, rest = text.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise NoPlaceError
    made = f"{before}{BEGINS}\n\n{table(rows.values(), folder)}\n{ENDS}{after}"
    files.write_atomic(page, made.encode())


def table(rows: Iterable[Row], folder: Path) -> str:
    """The table, the figures that some rows measure beside it, and the machines."""
    pairs = [(row, _state(row, folder)) for row in rows]
    lines = [_cells(HEAD), _RULE, *(_cells(_values(row, state)) for row, state in pairs)]
    short = [_short(row, state) for row, state in pairs if state.done < row.runs]
    told = [f"- {row.name}: {_figures(state)}" for row, state in pairs if state.figures]
    machines = dict.fromkeys(_machine(state) for _, state in pairs if state.machine)
    parts = [lines, short, told, [f"Made on: {one}." for one in machines]]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _state(row: Row, folder: Path) -> Progress:
    """What a row left; runs of which nobody knows where they were made do not count."""
    left = kept(folder, row.name)
    return left if left is not None and left.date else Progress(row.name, "")


def _short(row: Row, state: Progress) -> str:
    """Said in words; a failure is for a person to explain."""
    done = f"{state.done:,} of {row.runs:,} runs are done" if state.done else "it was not run"
    return f"- **{row.name}** is not at full size: {done}."


def read(text: str) -> list[Line]:
    """The lines of the table in a page. NoPlaceError when there is none."""
    found = re.search(f"{BEGINS}(.*){ENDS}", text, re.DOTALL)
    if found is None:
        raise NoPlaceError
    listed = [line for line in found[1].splitlines() if line.startswith("|")]
    if listed[:2] != [_cells(HEAD), _RULE]:
        raise NoPlaceError
    return [_line(line) for line in listed[2:]]


def _line(text: str) -> Line:
    cells = [cell.strip() for cell in text.strip("|").split("|")]
    if len(cells) != len(HEAD):
        raise NoPlaceError
    done, runs, failures = (int(cell.replace(",", "")) for cell in cells[2:5])
    return Line(cells[0], done, runs, failures)


def _values(row: Row, state: Progress) -> tuple[str, ...]:
    return (
        row.name,
        row.what,
        f"{state.done:,}",
        f"{row.runs:,}",
        f"{len(state.failures):,}",
        state.seed,
        f"{state.seconds:,.0f}",
        state.date,
        " ".join(state.commits),
    )


def _cells(values: Iterable[str]) -> str:
    return f"| {' | '.join(value.replace('|', '/') for value in values)} |"


def _figures(state: Progress) -> str:
    return "; ".join(f"{name} {value:,g}" for name, value in state.figures.items())


def _machine(state: Progress) -> str:
    told = state.machine
    return (
        f"{told.get('system')}, {told.get('processor')}, {told.get('cores')} cores,"
        f" {told.get('file_system')}"
    )
