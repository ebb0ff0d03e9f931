"""After a lock no key and no word is in the memory of any process of ours; the search can see."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.soak.forked import Forks
from tests.soak.holding import TRIGGERS
from tests.soak.memory import Memory, Remembering, memory_hits
from tests.soak.staying import say

RUNS = 5
SEED = "short"

pytestmark = pytest.mark.skipif(
    os.geteuid() != 0, reason="only root may read the memory of a process that forbids it"
)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Remembering]:
    """One vault for all of them: every run opens a copy of its own."""
    trial = Memory().ready(tmp_path_factory.mktemp("memory"), SEED)
    yield trial
    trial.end()


@pytest.fixture
def trial(ready: Remembering) -> Remembering:
    """The same vault, with nothing measured yet."""
    return replace(ready, seconds=[], needles=dict(ready.needles))


def test_nothing_is_in_memory_after_a_lock(trial: Remembering) -> None:
    """Five stays, each locked otherwise; all of it is found before, and none of it after.

    `make soak ROW=memory` does a hundred and says how long it took.
    """
    faults = [fault for number in range(RUNS) for fault in trial.run(number)]
    assert [fault for fault in faults if "gone only after" not in fault] == []
    assert len(trial.seconds) == RUNS


def test_a_program_that_forgets_nothing_is_found(trial: Remembering) -> None:
    """A fresh process that still holds a word is a failure, as is one that does not lock."""
    trial.needles["what every process holds"] = (b"rhi_desktop",)
    assert ["what every process holds in memory" in one for one in trial.run(0)] == [True]
    del trial.needles["what every process holds"]
    trial.needles["what no process holds"] = (b"never " + os.urandom(16),)
    assert "not found even before the lock: what no process holds" in trial.run(1)[0]


def remember(arguments: list[str]) -> None:
    """A process that holds one digest, at the very end of a large piece of memory."""
    held = bytearray(40 << 20)
    held[-32:] = hashlib.sha256(arguments[0].encode()).digest()
    say(f"held {len(held)}")
    signal.pause()


def test_memory_is_read_to_its_last_byte() -> None:
    """What another process holds is found by its bytes, and what it does not hold is not."""
    forks = Forks(f"{__name__}:remember")
    child = forks.start("one")
    child.line()
    wanted = {word: (hashlib.sha256(word.encode()).digest(),) for word in ("one", "two")}
    found = memory_hits(child.pid, wanted)
    forks.end()
    assert found == {"one"}


def test_there_is_a_run_for_every_way_to_lock() -> None:
    """Key, button, idle, cover, sleep, screen lock and lid all have their turn."""
    assert list(TRIGGERS) == ["key", "button", "idle", "cover", "sleep", "screen lock", "lid"]
