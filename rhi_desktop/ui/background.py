"""Owns the only use of threads: values go in, a value comes back on the main thread."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QMetaObject, QObject, QTimer, Signal, Slot

from rhi_desktop.errors import RhiError

R = TypeVar("R")
WORKERS = 4
COLLECT_MS = 500


@dataclass(slots=True)
class _Call:
    """Who waits for an answer. It never leaves the main thread."""

    done: Callable[[Any], object]
    failed: Callable[[RhiError], object]
    owner_gone: QMetaObject.Connection | None = None


@dataclass(slots=True)
class _Answer:
    """What a thread found: a value, or what stopped it."""

    value: Any = None
    stopped: Exception | None = field(default=None)


class _Post(QObject):
    """The letter box between threads and pages; it lives as long as the program.

    A thread holds this, a number and its work, and nothing else of Qt: so the last reference to a
    page, a callback or a signal is never dropped in a thread, where Qt must not end a widget.
    """

    answered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.numbers = count()
        self.calls: dict[int, _Call] = {}
        self.answers: dict[int, _Answer] = {}
        self.under_way: dict[int, Future[None]] = {}
        self.workers = ThreadPoolExecutor(WORKERS, "background")
        self.answered.connect(self._deliver)

    def forget(self, number: int, _owner: object = None) -> None:
        """The owner is gone: nobody waits any more."""
        self.calls.pop(number, None)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        answer, call = self.answers.pop(number), self.calls.pop(number, None)
        self.under_way.pop(number, None)
        if call is None:
            return
        if call.owner_gone is not None:
            QObject.disconnect(call.owner_gone)
        if answer.stopped is None:
            call.done(answer.value)
        elif isinstance(answer.stopped, RhiError):
            call.failed(answer.stopped)
        else:
            raise answer.stopped


@cache
def _post() -> _Post:
    return _Post()


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
    post = _post()
    number = next(post.numbers)
    call = _Call(done, failed)
    post.calls[number] = call
    call.owner_gone = owner.destroyed.connect(partial(post.forget, number))
    post.under_way[number] = post.workers.submit(_do, post, number, work)


def finish(limit_ms: int = -1) -> bool:
    """Wait for what is under way, as closing does; True when all of it ended in time."""
    limit = None if limit_ms < 0 else limit_ms / 1000
    return not wait(list(_post().under_way.values()), limit).not_done


def collect_here(parent: QObject) -> None:
    """Let Python's cyclic collector run on this thread alone, every half a second.

    Left to itself it runs in whichever thread happens to allocate, and could end a widget there.
    """
    gc.disable()
    timer = QTimer(parent, interval=COLLECT_MS)
    timer.timeout.connect(_collect)
    timer.start()


def _collect() -> None:
    for generation, (held, limit) in enumerate(
        zip(gc.get_count(), gc.get_threshold(), strict=True)
    ):
        if held > limit:
            gc.collect(generation)


def _do(post: _Post, number: int, work: Callable[[], object]) -> None:
    answer = _Answer()
    try:
        answer.value = work()
    except Exception as error:  # noqa: BLE001 - carried to the main thread, never swallowed
        answer.stopped = error
    post.answers[number] = answer
    post.answered.emit(number)
