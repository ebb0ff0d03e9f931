"""Owns the latest moment of a lock: a disk that hangs while it saves must not keep a vault open."""

from __future__ import annotations

import threading
from collections.abc import Callable

LATEST = 2.5
"""Seconds that saving and closing may take; a kill of the process loses nothing acknowledged."""


class Deadline:
    """Calls `late` from a thread of its own unless it was met within `seconds`.

    A thread, because the main one may be held by the disk. Whoever comes first wins: `late` is
    never called once `met` gave True, and `met` never gives True once `late` was called.
    """

    def __init__(self, late: Callable[[], object], seconds: float = LATEST) -> None:
        self._late = late
        self._first = threading.Lock()
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def met(self) -> bool:
        """The work is done: True when it was in time."""
        self._timer.cancel()
        return self._first.acquire(blocking=False)

    def _end(self) -> None:
        if self._first.acquire(blocking=False):
            self._late()
