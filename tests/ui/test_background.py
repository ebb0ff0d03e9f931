"""Claims about work in the background."""

from __future__ import annotations

import gc
import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from rhi_desktop.errors import RhiError, VaultError
from rhi_desktop.ui import background


def unexpected(error: RhiError) -> None:
    """No refusal was to come."""
    raise AssertionError(error.code)


def test_the_answer_comes_on_the_main_thread(qtbot: QtBot) -> None:
    """Work runs elsewhere, its value is delivered here."""
    owner, threads = QObject(), []
    answers: list[int] = []

    def work() -> int:
        threads.append(threading.get_ident())
        return 42

    def done(answer: int) -> None:
        threads.append(threading.get_ident())
        answers.append(answer)

    background.run(owner, work, done, unexpected)
    qtbot.waitUntil(lambda: bool(answers))

    assert answers == [42]
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_a_refusal_goes_to_failed(qtbot: QtBot) -> None:
    """An RhiError of the work arrives with its code."""
    owner = QObject()
    codes: list[str] = []

    def work() -> None:
        raise VaultError("wrong_passphrase")

    background.run(owner, work, lambda _: codes.append("done"), lambda e: codes.append(e.code))
    qtbot.waitUntil(lambda: bool(codes))

    assert codes == ["wrong_passphrase"]


def test_our_own_mistake_is_raised_on_the_main_thread(qtbot: QtBot) -> None:
    """Any other exception is not swallowed: it reaches the last resort."""
    owner = QObject()
    ended = threading.Event()

    def work() -> None:
        ended.set()
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        background.run(owner, work, lambda _: None, unexpected)
        qtbot.waitUntil(lambda: bool(raised))

    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_a_dead_owner_is_not_called(qtbot: QtBot) -> None:
    """A page that is gone before the answer hears nothing, and nothing breaks."""
    owner = QObject()
    answers: list[int] = []
    release = threading.Event()

    def work() -> int:
        release.wait(5)
        return 1

    background.run(owner, work, answers.append, unexpected)
    owner.deleteLater()
    qtbot.wait(1)
    release.set()

    assert background.finish(5000)
    qtbot.wait(5)
    assert answers == []


@pytest.mark.parametrize("count", [50])
def test_many_calls_all_come_back(qtbot: QtBot, count: int) -> None:
    """No call is lost when many are under way, and none is kept afterwards."""
    owner = QObject()
    answers: list[int] = []
    for number in range(count):
        background.run(owner, partial(int, number), answers.append, unexpected)
    qtbot.waitUntil(lambda: len(answers) == count)

    assert sorted(answers) == list(range(count))
    assert not background._post().calls
    assert not background._post().under_way
    assert QThread.currentThread().isMainThread()


class Witness:
    """Tells in which thread it ended: stands for a page that a callback holds."""

    def __init__(self, ended: list[int]) -> None:
        self._ended = ended

    def done(self, _: object) -> None:
        """An answer came."""

    def __del__(self) -> None:
        self._ended.append(threading.get_ident())


def test_what_waits_for_an_answer_ends_on_the_main_thread(qtbot: QtBot) -> None:
    """A thread never drops the last reference to a page: Qt must not end a widget there."""
    ended: list[int] = []
    for _ in range(200):
        owner = QObject()
        background.run(owner, tuple, Witness(ended).done, unexpected)
        del owner
    assert background.finish(5000)
    qtbot.waitUntil(lambda: len(ended) == 200)

    assert set(ended) == {threading.get_ident()}


def test_the_collector_runs_on_the_main_thread_alone(qtbot: QtBot) -> None:
    """Cycles go by a timer here; Python's own trigger, which fires in any thread, is off."""
    ended: list[int] = []
    parent = QObject()
    background.collect_here(parent)
    assert not gc.isenabled()
    for _ in range(gc.get_threshold()[0] + 1):
        knot: list[object] = [Witness(ended)]
        knot.append(knot)
    qtbot.waitUntil(lambda: bool(ended))

    assert set(ended) == {threading.get_ident()}
