"""Owns `make bench`: which rows run, at which size, and where the figures go."""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator

from tests.bench import bundle_rows, kept, nation, report_rows, start_rows, store_rows, table
from tests.bench.measure import Row

WORK = table.ROOT / "build" / "bench" / str(os.getpid())
CHILDREN = 2_000
VAULTS = table.ROOT / "build" / "vaults"
"""Vaults that later runs use again."""


def main() -> int:
    """Measures, shows and keeps. A missed bar is named; it does not fail the command."""
    options = _options().parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    # As an installation does; nobody compiles the program anew at every start, as here it would be
    # where Python is told to write nothing down.
    compileall.compile_dir(table.ROOT / "rhi_desktop", quiet=2)
    measured: list[Row] = []
    for name, part in PARTS.items():
        if options.only and name not in options.only:
            continue
        began = time.monotonic()
        measured.extend(part(options))
        sys.stderr.write(f"{name}: {time.monotonic() - began:.0f} s\n")
    size = {"children": options.children, "interviews": options.interviews, "seed": options.seed}
    kept = table.keep(measured, size)
    size_said = f"{_size_said(options.children)} Seed {options.seed}. Kept in {kept}."
    sys.stdout.write(f"{table.text(measured)}\n\n{size_said}\n")
    shutil.rmtree(WORK, ignore_errors=True)
    return 0


def _store(options: argparse.Namespace) -> Iterator[Row]:
    big = kept.copy(kept.kept(VAULTS, options.seed, options.children), start_rows.home_vault(WORK))
    yield start_rows.unlock(WORK)
    yield from store_rows.rows(big, WORK, options.seed)


def _bundle(options: argparse.Namespace) -> Iterator[Row]:
    yield from bundle_rows.rows(WORK, options.seed, options.interviews)


def _start(options: argparse.Namespace) -> Iterator[Row]:
    yield from start_rows.rows(WORK, options.seed)


def _report(options: argparse.Namespace) -> Iterator[Row]:
    yield from report_rows.rows(WORK, options.seed)


PARTS: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
    "start": _start,
    "store": _store,
    "report": _report,
    "bundle": _bundle,
}


def _size_said(children: int) -> str:
    episodes = round(children * nation.EPISODES_OF_A_CHILD)
    said = f"{children:,} children, {episodes:,} episodes."
    if children < nation.CHILDREN:
        said += (
            f" The bars are meant for {nation.CHILDREN:,} children: --children {nation.CHILDREN}."
        )
    return said


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench ARGS=", description=main.__doc__)
    parser.add_argument("--children", type=int, default=CHILDREN)
    parser.add_argument("--interviews", type=int, default=50, help="in a bundle")
    parser.add_argument("--seed", default="bench")
    parser.add_argument("--only", choices=PARTS, nargs="*", help="some parts only")
    return parser


if __name__ == "__main__":
    sys.exit(main())
