"""Owns how results are shown and kept: a table for people, `build/bench.json` for the next run."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.measure import Row, quantile

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "build" / "bench.json"
HEAD = ("row", "n", "median", "p99", "floor", "ratio", "bar", "")


def text(rows: Sequence[Row]) -> str:
    """The table, its columns as wide as they need to be, and under it what the floors are."""
    lines = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    shown = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    notes = [f"{row.name}: {row.what}; floor: {row.floor_name}" for row in rows]
    return "\n".join([*shown, "", *notes])


def keep(rows: Sequence[Row], setting: dict[str, object]) -> Path:
    """Writes every figure with when, where and of what it was taken."""
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    result = {
        "date": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "machine": {
            "system": platform.platform(),
            "processor": _processor(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "load": os.getloadavg()[0],
        },
        "commit": _commit(),
        **setting,
        "rows": [row.as_plain() for row in rows],
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return RESULT


def _cells(row: Row) -> tuple[str, ...]:
    bar = [f"{row.bar.ratio:g}x"] if row.bar.ratio is not None else []
    bar += [f"{row.bar.most:g} {row.unit}"] if row.bar.most is not None else []
    bar += [f"p99 {row.bar.p99:g} {row.unit}"] if row.bar.p99 is not None else []
    return (
        row.name,
        str(len(row.ours)),
        f"{statistics.median(row.ours):.2f} {row.unit}",
        f"{quantile(row.ours, 0.99):.2f}",
        f"{statistics.median(row.floor):.2f}" if row.floor else "-",
        f"{row.ratio:.2f}x" if row.ratio is not None else "-",
        ", ".join(bar) or "-",
        "ABOVE" if row.misses() else "ok",
    )


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()


def _commit() -> str:
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.stdout.strip() or "no repository"
