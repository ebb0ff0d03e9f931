"""Owns keeping the memory of a process out of core dumps and out of other processes' reach."""

from __future__ import annotations

import ctypes
import signal
import sys

_PR_SET_DUMPABLE = 4
_PR_SET_PDEATHSIG = 1


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


def end_with_parent() -> None:
    """For a child that holds a secret: a lock that ends the parent ends it in the same breath.

    Linux alone can; elsewhere the child ends when nobody reads its answer.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
