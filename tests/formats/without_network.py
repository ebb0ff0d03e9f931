"""Owns a whole report made and judged in a process of its own, which has no network."""

from __future__ import annotations

import json
import socket  # noqa: TID251  to show that there is no way out
import sys

from rhi_desktop.export.pdf.verify import verify
from tests.unit.export.signed import base, countersigned, pins, signed

OUTSIDE = ("192.0.2.1", 9)
"""A place that is kept for documentation: nobody answers there."""


class NoNetworkError(OSError):
    """Raised by whatever asks for the network where the system cannot take it away."""


def blocked(*_: object, **__: object) -> object:
    """What stands for every socket then."""
    raise NoNetworkError


def reachable() -> bool:
    """Whether the system would send anything at all."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(OUTSIDE)
    except OSError:
        return False
    return True


def main() -> None:
    """Draw, sign, countersign, verify; tell sizes and outcome."""
    if "--block" in sys.argv:
        socket.socket = blocked  # type: ignore[misc,assignment]  # that is the block
    outcome = verify(countersigned(), pins()).outcome.value
    sizes = [len(base()), len(signed()), len(countersigned())]
    told = {"reachable": reachable(), "outcome": outcome, "sizes": sizes}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
