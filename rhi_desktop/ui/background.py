"""Owns the only use of threads: values go in, a value comes back on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from rhi_desktop.errors import RhiError

R = TypeVar("R")
_running: set[QObject] = set()
"""Calls under way. Each leaves when its answer was delivered or its owner is gone."""


class _Call(QObject, Generic[R]):
    """One call. It has no parent: a dying owner takes away its callbacks, not the call."""

    answered = Signal()

    def __init__(
        self, owner: QObject, done: Callable[[R], object], failed: Callable[[RhiError], object]
    ) -> None:
        super().__init__()
        self._done: Callable[[R], object] | None = done
        self._failed: Callable[[RhiError], object] | None = failed
        self.answer: R | None = None
        self.error: Exception | None = None
        self.answered.connect(self._deliver)
        owner.destroyed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._done = self._failed = None

    @Slot()
    def _deliver(self) -> None:
        _running.discard(self)
        done, failed = self._done, self._failed
        self._forget()
        if self.error is None and done is not None:
            done(self.answer)  # type: ignore[arg-type]  # an answer stands whenever no error does
        elif isinstance(self.error, RhiError) and failed is not None:
            failed(self.error)
        elif self.error is not None and not isinstance(self.error, RhiError):
            # Our own mistake: raised on the main thread, where crash.py hears of it.
            raise self.error


def run(
    owner: QObject,
    work: Callable[[], R],
    done: Callable[[R], object],
    failed: Callable[[RhiError], object],
) -> None:
    """Do `work` in a thread and hand its result to `done` on the main thread.

    `work` closes over values only: never a connection, a widget or the workspace. An RhiError
    goes to `failed`; any other exception is raised on the main thread. Nothing is called once
    `owner` is destroyed.
    """
    call = _Call(owner, done, failed)
    _running.add(call)

    def task() -> None:
        try:
            call.answer = work()
        except Exception as error:  # noqa: BLE001 - carried to the main thread, never swallowed
            call.error = error
        call.answered.emit()

    QThreadPool.globalInstance().start(QRunnable.create(task))


def finish(limit_ms: int = -1) -> bool:
    """Wait for what is under way, as closing does; True when all of it ended in time."""
    return QThreadPool.globalInstance().waitForDone(limit_ms)
