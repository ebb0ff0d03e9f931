"""Owns the limits that a reading process lays on itself before it touches hostile bytes."""

from __future__ import annotations

import sys

from rhi_desktop.hardening import harden

MEMORY = 512 * 1024 * 1024
SECONDS = 120


def confine(memory: int = MEMORY, seconds: int = SECONDS) -> None:
    """Limits this process for good: memory, time of computing, no written file, no core file.

    Nor may another program of the same person look into it: it learns the secret of a bundle.

    Does nothing where the system has no such limits; the parent's own clock stands there alone.
    """
    harden()
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is no such module on Windows

    limits = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
    )
    for which, wanted in limits:
        _, hard = resource.getrlimit(which)
        value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(which, (value, value))
