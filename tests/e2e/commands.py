"""Owns running our command in a child process with a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST = 600


def command(home: Path, *arguments: str, script: str = "") -> subprocess.CompletedProcess[str]:
    """Our command in a child process without a display, everything of its own under `home`."""
    start = ["-c", script] if script else ["-m", "rhi_desktop"]
    own = {
        name: str(home / name.lower())
        for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    }
    for folder in own.values():
        Path(folder).mkdir(parents=True, exist_ok=True)
    told = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, *start, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**told, **own, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        timeout=LONGEST,
    )
