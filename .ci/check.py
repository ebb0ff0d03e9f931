"""Runs every check of the project, says how long each took, and fails when one of them fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as ET
from zlib import crc32

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BIN = Path(sys.executable).parent
JUNIT = ROOT / "build" / "test" / "pytest.xml"
SLOW_AFTER = 7 * 60
SLOWEST = 10
MEMORY = Path("/dev/shm")  # noqa: S108  a folder of ours is made in it, for us alone
ROOM = 2 * 1024**3

CHECKS: dict[str, list[str]] = {
    "lint": [f"{BIN}/ruff", "check"],
    "format": [f"{BIN}/ruff", "format", "--check"],
    "layers": [f"{BIN}/lint-imports", "--no-logo"],
    "types": [f"{BIN}/mypy"],
    "tests": [
        sys.executable,
        f"{HERE}/pytest_gate.py",
        "--numprocesses=2",
        "--dist=worksteal",
        f"--junitxml={JUNIT}",
    ],
}


def scratch() -> list[str]:
    """Where the tests write: in memory where there is room, because thousands of them commit.

    That a commit is forced to a disk is shown by the recorded disk of the reliability rows, and
    not by waiting for one here.
    """
    kept = ["-o", "tmp_path_retention_policy=failed"]
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
        return kept
    # By checkout: the next run clears what this one left, and two clones do not meet.
    return [*kept, f"--basetemp={MEMORY}/rhi-tests-{os.getuid()}-{crc32(bytes(ROOT)):08x}"]


def run(name: str, command: list[str]) -> bool:
    """One check, its output as it comes, and one line with its duration."""
    print(f"--- {name}", flush=True)
    began = time.monotonic()
    passed = subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    word = "ok" if passed else "FAILED"
    print(f"--- {name}: {word} after {time.monotonic() - began:.0f} s", flush=True)
    return passed


def slowest(report: Path) -> list[str]:
    """The slowest tests of the last run, slowest first, with their seconds."""
    cases = ET.parse(report).iter("testcase")  # noqa: S314  our own file, written a moment ago
    timed = [
        (float(case.get("time", "0")), f"{case.get('classname')}::{case.get('name')}")
        for case in cases
    ]
    return [f"{seconds:6.1f} s  {name}" for seconds, name in sorted(timed, reverse=True)[:SLOWEST]]


def main() -> int:
    """Every check even when an earlier one failed: whoever waits sees all there is to mend."""
    JUNIT.parent.mkdir(parents=True, exist_ok=True)
    JUNIT.unlink(missing_ok=True)
    began = time.monotonic()
    checks = CHECKS | {"tests": [*CHECKS["tests"], *scratch()]}
    failed = [name for name, command in checks.items() if not run(name, command)]
    took = time.monotonic() - began
    if took > SLOW_AFTER and JUNIT.exists():
        print(f"Above {SLOW_AFTER // 60} minutes. The {SLOWEST} slowest tests:")
        print("\n".join(slowest(JUNIT)))
    print(f"make test took {int(took // 60)} min {took % 60:.0f} s")
    if failed:
        print("FAILED: " + ", ".join(failed))
        return 1
    print("All checks passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
