"""Owns what is loaded while a key is derived, so that it need not be waited for afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from PySide6.QtCore import QTimer

from rhi_desktop.errors import RhiError


def load_ahead(steps: Iterable[Callable[[], object]]) -> None:
    """Takes one step after the other, each when the window has nothing else to do.

    On the main thread: what is loaded here are classes of windows, and deriving a key leaves this
    thread free. A step that is refused is left; whoever needs it will meet the refusal.
    """
    _soon(iter(steps))


def _soon(rest: Iterator[Callable[[], object]]) -> None:
    following = next(rest, None)
    if following is None:
        return

    def take() -> None:
        with suppress(RhiError):
            following()
        _soon(rest)

    QTimer.singleShot(0, take)
