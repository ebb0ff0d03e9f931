"""Owns asking other people's tools; a tool that is missing skips here and fails where CI is set."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

BYTE_RANGE = "PDFA3A-SIGNATURE-BYTERANGE-001"
"""The validator wants every signature to cover the whole file: no countersigned one can."""


def need(tool: str) -> None:
    """The tool must be here: on the build machine always, elsewhere its tests are left out."""
    if shutil.which(tool) is not None:
        return
    if os.environ.get("CI"):
        pytest.fail(f"{tool} is missing; see .ci/packages")
    pytest.skip(f"{tool} is missing; see .ci/packages")


def run(*command: str | Path) -> str:
    """What a tool says, its complaints included; it must succeed."""
    need(str(command[0]))
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, check=True, encoding="utf-8"
    )
    assert not done.stderr, done.stderr
    return done.stdout
