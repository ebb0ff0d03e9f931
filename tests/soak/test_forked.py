"""Forked children: they run what they are told, say it in whole lines, and die when told."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator

import pytest

from tests.soak.forked import Forks


def speak(arguments: list[str]) -> None:
    """A child that says what it got, and where it stands; `half` ends it within a line."""
    for word in arguments:
        os.write(1, f"{word}\n".encode())
    os.write(1, f"{os.getppid()} {os.environ.get('RHI_FORKED', '')}\n".encode())
    if "half" in arguments:
        os.write(1, b"not to the e")
        os._exit(3)
    if "fail" in arguments:
        raise ValueError("as asked")
    if "wait" in arguments:
        signal.pause()


@pytest.fixture
def forks() -> Iterator[Forks]:
    """The parent of children that speak, with a variable of its own."""
    made = Forks("tests.soak.test_forked:speak", {"RHI_FORKED": "set"}, subprocess.DEVNULL)
    yield made
    made.end()


def test_a_child_runs_with_what_it_is_given(forks: Forks) -> None:
    """Each child is a fork of the same parent, in the parent's environment, and ends with 0."""
    for words in (["one"], ["two", "three"]):
        child = forks.start(*words)
        assert child.rest() == [*words, f"{forks.pid} set"]
        assert child.status == 0


def test_half_a_line_is_nothing_said(forks: Forks) -> None:
    """What a child had not finished writing when it ended is not handed on."""
    child = forks.start("half")
    assert child.rest() == ["half", f"{forks.pid} set"]
    assert child.status == 3


def test_a_kill_ends_a_child_and_not_its_parent(forks: Forks) -> None:
    """After a kill the next child comes from the same parent; a late kill hits nobody."""
    child = forks.start("wait")
    assert child.line() == "wait"
    child.kill()
    child.rest()
    assert child.status == 9
    child.kill()
    assert forks.start("again").rest()[0] == "again"


def test_a_child_that_fails_says_so_by_its_status(forks: Forks) -> None:
    """An exception ends the child with 1; the parent goes on."""
    child = forks.start("fail")
    child.rest()
    assert child.status == 1
    assert forks.start("again").rest()[0] == "again"
