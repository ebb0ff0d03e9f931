"""Owns where and when figures were made: the date, the machine, its file system, the commit."""

from __future__ import annotations

import os
import platform
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def today() -> str:
    """The day, in UTC."""
    return time.strftime("%Y-%m-%d", time.gmtime())


def commit() -> str:
    """The commit of the checkout, with a plus when a tracked file differs from it."""
    try:
        head = _git("rev-parse", "--short=10", "HEAD")
        changed = _git("status", "--porcelain", "--untracked-files=no")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f"{head}+" if changed else head


def described(folder: Path) -> dict[str, str | int]:
    """System, processor, cores, and the file system that a folder lies on."""
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "cores": os.cpu_count() or 0,
        "file_system": file_system(folder),
    }


def file_system(folder: Path) -> str:
    """The kind of file system under a folder; "unknown" where the system does not tell."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return "unknown"
    found, deepest = "unknown", -1
    for line in mounts.read_text(encoding="utf-8").splitlines():
        place, kind = line.split(" ")[1:3]
        if folder.resolve().is_relative_to(place) and len(Path(place).parts) > deepest:
            found, deepest = kind, len(Path(place).parts)
    return found


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True, timeout=20
    )
    return done.stdout.strip()
