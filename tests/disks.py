"""Owns real small disks for tests: a file system of one's own that can be full, or only be read."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(disk: Path, size: str) -> Iterator[Path]:
    """A real file system of this size, mounted on a fresh folder; skips where nobody may mount."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    disk.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip("this machine does not let root mount")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def only_read(disk: Path) -> None:
    """From now on the disk can only be read."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
