"""Owns reading a bundle in a child process: bytes in, checked values out, limits all around.

The parent calls `read`. The child is `python -m rhi_desktop.sync.reader`: it has memory and time
limits and a bare environment, and learns its secret by standard input alone.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Collection, Sequence

from rhi_desktop import confined
from rhi_desktop.confined import Child, Limits
from rhi_desktop.domain.card import KnownCard
from rhi_desktop.domain.exchange import Incoming
from rhi_desktop.errors import BundleError
from rhi_desktop.hardening import end_with_parent
from rhi_desktop.sync import reading
from rhi_desktop.sync.bundle import MAX_PACKED

__all__ = ["Limits", "read"]

_MODULE = "rhi_desktop.sync.reader"


def read(
    data: bytes,
    secret: str,
    cards: Sequence[KnownCard],
    packs: Collection[str],
    limits: Limits | None = None,
    stop: threading.Event | None = None,
) -> Incoming:
    """A bundle opened, verified and parsed in a child process; blocks, so run it in a worker.

    `cards` is the whole book with the reader's own card as trusted; `packs` the digests of the
    known question packs. Setting `stop` ends the child. Raises BundleError with the code of the
    refusal, and reader_failed when the child died, took too long, was stopped or talked nonsense.
    """
    if len(data) > MAX_PACKED:
        raise BundleError("bundle_too_large")
    with Child(_MODULE, limits or Limits(), stop) as child:
        try:
            return reading.hear(child.ask(reading.ask(secret, cards, packs, data)), cards)
        except ValueError:
            raise BundleError("reader_failed") from None


def main(arguments: Sequence[str]) -> None:
    """The child: limits first, then one question and its answer."""
    end_with_parent()
    confined.confine(int(arguments[0]), int(arguments[1]))
    reading.serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
