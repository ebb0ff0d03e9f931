"""Owns one check of one file from its first look to its verdict, in a child that is ready."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.export.pdf.apart import Checker
from rhi_desktop.export.pdf.asking import Asked
from rhi_desktop.export.pdf.verdict import Pin, Verdict
from rhi_desktop.export.pdf.verify import LIMIT


class Check:
    """One check of one file. Made before the file is chosen, it is ready when one is.

    `quick`, then `whole`, both in a worker; `share` may be read meanwhile. `end` stops it from
    any thread and leaves no process behind.
    """

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._checker = Checker(stop=self._stop)
        self.share = 0.0
        """How much of the comparison is done, from 0 to 1."""

    @property
    def stopped(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._stop.is_set()

    def quick(
        self, data: bytes, trusted: Sequence[Pin], expected: str = "", *, both: bool = False
    ) -> Verdict:
        """[bg] Who signed; nothing is compared yet. Never raises.

        `expected` is the `reviewing.seal_digest` of a stored report, `both` whether it was
        countersigned.
        """
        self._checker.begin(data, Asked(tuple(trusted), expected, both=both))
        return self._checker.quick()

    def whole(self) -> Verdict:
        """[bg] The verdict on every byte, after `quick`. Never raises."""
        try:
            return self._checker.whole(self._note)
        finally:
            self._checker.end()

    def end(self) -> None:
        """Nobody waits any more: the child ends in the same breath."""
        self._stop.set()
        self._checker.end()

    def _note(self, done: int, of: int) -> None:
        self.share = done / max(of, 1)


def read_report_file(path: Path) -> bytes:
    """[bg] The bytes of a file. FileError when it cannot be read or is larger than any report."""
    return files.read_limited(path, LIMIT)
