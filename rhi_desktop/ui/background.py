"""Owns the only use of threads: values go in, a value comes back on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NoReturn, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from rhi_desktop.errors import RhiError

R = TypeVar("R")


class _Call(QObject):
    """One call. It has no parent: a dying owner takes away its callbacks, not the call."""

    answered = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__()
        self.outcome: Callable[[], object] | None = None
        self._wanted = True
        self.answered.connect(self._deliver)
        owner.destroyed.connect(self._forget)
        _under_way.add(self)

    @Slot()
    def _forget(self) -> None:
        self._wanted = False

    @Slot()
    def _deliver(self) -> None:
        _under_way.discard(self)
        outcome, self.outcome = self.outcome, None
        if self._wanted and outcome is not None:
            outcome()


_under_way: set[_Call] = set()
"""Keeps each call alive until its answer was delivered."""


def run(
    owner: QObject,
    work: Callable[[], R],
    done: Callable[[R], object],
    failed: Callable[[RhiError], object],
) -> None:
    """Do `work` in a thread and hand its result to `done` on the main thread.

    `work` closes over values only: never a connection, a widget or the workspace. An RhiError
    goes to `failed`; any other exception is our own mistake and is raised on the main thread,
    where crash.py hears of it. Nothing is called once `owner` is destroyed.
    """
    call = _Call(owner)

    def task() -> None:
        try:
            call.outcome = partial(done, work())
        except RhiError as error:
            call.outcome = partial(failed, error)
        except Exception as error:  # noqa: BLE001 - carried to the main thread, never swallowed
            call.outcome = partial(_raise, error)
        call.answered.emit()

    QThreadPool.globalInstance().start(QRunnable.create(task))


def finish(limit_ms: int = -1) -> bool:
    """Wait for what is under way, as closing does; True when all of it ended in time."""
    return QThreadPool.globalInstance().waitForDone(limit_ms)


def _raise(error: Exception) -> NoReturn:
    raise error
