"""Owns keeping the memory of a process out of core dumps and out of other processes' reach."""

from __future__ import annotations

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """For this process, from now on; a fresh start after `exec` has to do it again.

    Does nothing on Windows, and on macOS only what concerns core files.
    """
    if sys.platform == "win32":
        return
    import resource as limits  # noqa: PLC0415 - there is no such module on Windows

    limits.setrlimit(limits.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
