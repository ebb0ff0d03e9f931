"""Owns `make soak`: which rows run, for how long, and how much of N is done."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path

from tests.soak import report
from tests.soak.canaries import Canaries
from tests.soak.cuts import Cuts, Lax
from tests.soak.errors import Errors
from tests.soak.flips import Flips
from tests.soak.forging import Attacks, Malformed
from tests.soak.guesses import Guesses
from tests.soak.kill import Kill
from tests.soak.memory import Memory
from tests.soak.mutants import Mutants
from tests.soak.paper import Paper
from tests.soak.points import Points
from tests.soak.row import Ends, Measures, Progress, Row, progress

STATE = Path(__file__).resolve().parents[2] / "build" / "soak"
_ALL: tuple[Row, ...] = (
    Kill(),
    Points(),
    Cuts(),
    Lax(),
    Errors(),
    Flips(),
    Mutants(),
    Paper(),
    Attacks(),
    Malformed(),
    Canaries(),
    Memory(),
    Guesses(),
)
ROWS = {row.name: row for row in _ALL}
KEEP_EVERY = 20


def main() -> int:
    """Runs what is left of each row. Stop it whenever you like; the next call goes on."""
    options = _options().parse_args()
    if options.report:
        report.write(report.PAGE, ROWS, STATE)
        return 0
    chosen = [ROWS[options.row]] if options.row else list(ROWS.values())
    share = options.minutes * 60 / len(chosen) if options.minutes else float("inf")
    states = []
    for row in chosen:
        if options.again:
            (STATE / f"{row.name}.json").unlink(missing_ok=True)
        states.append(go_on(row, options.seed, STATE, time.monotonic() + share))
    for row, state in zip(chosen, states, strict=True):
        sys.stdout.write(said(row, state))
    return 1 if any(state.failures for state in states) else 0


def go_on(row: Row, seed: str, folder: Path, ends: float) -> Progress:
    """Does the runs of a row that are not done yet, until `ends` or until a person stops it."""
    state = progress(folder, row.name, seed)
    if state.done >= row.runs:
        return state
    work = folder / f"{row.name}.work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    state.here(row.runs, work)
    try:
        _run(row, state, work, ends)
    except KeyboardInterrupt:
        sys.stderr.write("\nstopped; the next call goes on from here\n")
    state.keep(folder)
    sys.stderr.write("\n")
    shutil.rmtree(work, ignore_errors=True)
    return state


def _run(row: Row, state: Progress, work: Path, ends: float) -> None:
    trial, before = row.ready(work, state.seed), state.seconds
    began = time.monotonic()
    try:
        for number in range(state.done, row.runs):
            if time.monotonic() > ends:
                break
            state.note(number, trial.run(number))
            state.seconds = round(before + time.monotonic() - began, 1)
            if isinstance(trial, Measures):
                state.figures = trial.figures()
            if state.done % KEEP_EVERY == 0:
                state.keep(work.parent)
                sys.stderr.write(f"\r{row.name} {state.done:,} of {row.runs:,}")
    finally:
        if isinstance(trial, Ends):
            trial.end()


def said(row: Row, state: Progress) -> str:
    """How much of N is done, how much of it failed, and from which seed."""
    first = "".join(f"\n    {failure}" for failure in state.failures[:5])
    return (
        f"{row.name}: {state.done:,} of {row.runs:,} done, {len(state.failures)} failures,"
        f" seed {state.seed} ({row.what}){first}\n"
    )


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make soak", description=main.__doc__)
    parser.add_argument("--row", choices=ROWS, help="one row only")
    parser.add_argument("--seed", default="soak")
    parser.add_argument(
        "--minutes", type=float, default=0, help="stop after about so long, shared among the rows"
    )
    parser.add_argument(
        "--report", action="store_true", help="run nothing; write the figures into the page"
    )
    parser.add_argument("--again", action="store_true", help="begin at the first run")
    return parser


if __name__ == "__main__":
    sys.exit(main())
