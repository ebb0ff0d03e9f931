"""Claims about work in the background."""

from __future__ import annotations

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
    assert not background._under_way
    assert QThread.currentThread().isMainThread()
