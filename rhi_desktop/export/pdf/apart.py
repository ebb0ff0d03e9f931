"""Owns verifying a file in a child process: whatever its bytes do, they do it to the child.

The child is `python -m rhi_desktop.export.pdf.apart`. It holds no vault and no key; it has limits
of memory and time, learns by standard input which file and who is trusted, and checks one file.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from rhi_desktop.confined import Child, Limits, confine
from rhi_desktop.export.pdf import asking
from rhi_desktop.export.pdf.asking import Asked
from rhi_desktop.export.pdf.verdict import Note, Outcome, Verdict, unheard
from rhi_desktop.export.pdf.verify import LIMIT
from rhi_desktop.hardening import end_with_parent

LIMITS = Limits(memory=768 * 1024 * 1024, seconds=60, wait=90.0)
"""A report of a hundred pages takes a quarter of the memory and a tenth of the time."""
ENDED = Verdict(Outcome.UNREADABLE, reasons=("check_ended",))
"""When the child died, ran into a limit, was stopped or talked nonsense."""
_TOO_LARGE = Verdict(Outcome.UNREADABLE, reasons=("too_large",))
_MODULE = "rhi_desktop.export.pdf.apart"


class Checker:
    """One check of one file. Made ahead of the file, it answers the quick look at once.

    `begin` once, then `quick` and `whole` as they were asked for; both block, so run them in a
    worker. Neither ever raises: without an answer the verdict is ENDED. `end` may be called from
    anywhere and more than once, and must be called in the end.
    """

    def __init__(self, limits: Limits = LIMITS, stop: threading.Event | None = None) -> None:
        self._child: Child | None = None
        self._answer: IO[bytes] | None = None
        self._asked = Asked(())
        self._found: Verdict | None = None
        with suppress(OSError):  # no process to be had: then nothing is verified
            self._child = Child(_MODULE, limits, stop)

    def begin(self, data: bytes, asked: Asked) -> None:
        """Hands over the file and the question."""
        self._asked = asked
        if len(data) > LIMIT:
            self._found = _TOO_LARGE
        elif self._child is not None:
            self._answer = self._child.ask(asked.question(data))

    def quick(self) -> Verdict:
        """[bg] Who signed; nothing is compared yet."""
        return self._hear("quick", unheard)

    def whole(self, note: Note = unheard) -> Verdict:
        """[bg] The verdict on every byte; `note` hears how far it is, in this thread."""
        return self._hear("whole", note)

    def end(self) -> None:
        """The child is gone afterwards, whatever it was doing."""
        if self._child is not None:
            self._child.end()

    def _hear(self, kind: str, note: Note) -> Verdict:
        if self._found is None and self._answer is not None:
            try:
                return asking.hear(self._answer, kind, self._asked.pins, note)
            except ValueError:
                self._found = ENDED
        return self._found or ENDED


def verify_apart(data: bytes, asked: Asked, limits: Limits = LIMITS) -> Verdict:
    """[bg] The verdict on a file, from a child of its own; never an exception.

    The whole verdict where it was asked for, else the quick one.
    """
    checker = Checker(limits)
    try:
        checker.begin(data, asked)
        if not asked.whole:
            return checker.quick()
        if asked.quick:
            checker.quick()
        return checker.whole()
    finally:
        checker.end()


def main(arguments: Sequence[str]) -> None:
    """The child: limits first, then what takes long to load, then one question."""
    end_with_parent()
    confine(int(arguments[0]), int(arguments[1]))
    importlib.import_module("rhi_desktop.export.pdf.judge")
    asking.serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
