"""Kills at named points and disks that refuse, once each, and proof that a loss would be seen."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.soak import recording
from tests.soak.__main__ import said
from tests.soak.errors import COUNTED, REFUSED, Errors, Refusing
from tests.soak.forked import Forks
from tests.soak.points import POINTS, Pointing, Points
from tests.soak.recording import EVER
from tests.soak.row import Progress, Row, Trial
from tests.soak.work import NAME

SEED = "short"


def counted(row: Row, trial: Trial, runs: int) -> list[dict[str, int | str]]:
    """Does so many runs, says N, failures and seed, and gives the failures."""
    state = Progress(row.name, SEED)
    for number in range(runs):
        state.note(number, trial.run(number))
    sys.stdout.write(said(row, state))
    return state.failures


def test_there_are_twenty_points_of_every_kind() -> None:
    """Save, checkpoint, snapshot, slots, purge, migrate, import, export, lock, restore."""
    kinds = {name.partition(":")[0] for name in POINTS}
    assert len(POINTS) == 20
    assert kinds == {
        *("save", "checkpoint", "snapshot", "slots", "purge"),
        *("migrate", "import", "export", "lock", "restore"),
    }


@pytest.fixture(scope="module")
def pointing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pointing]:
    """The vaults to begin with and the processes around them, for every kill."""
    trial = Points().ready(tmp_path_factory.mktemp("points"), SEED)
    yield trial
    trial.end()


def test_a_kill_at_a_named_point_loses_nothing(pointing: Pointing) -> None:
    """Each point once; `make soak ROW=points` kills twenty-five times at each."""
    assert counted(Points(), pointing, len(POINTS)) == []


def test_a_promise_that_came_too_early_is_found(pointing: Pointing) -> None:
    """Where the kill comes before the deed, a program that promised already is found out."""
    names, lying = tuple(POINTS), replace(pointing, early=True)
    for name, missing in (
        ("slots: the first copy is written beside the old one", "passphrase is torn or old"),
        ("export: the file is written, not yet with its name", "out.rhib is lost"),
    ):
        assert f"{name}: {missing}" in lying.run(names.index(name))


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Refusing]:
    """A shorter session than in the full row."""
    row = Errors(calls=150, acts=8)
    trial = row.ready(tmp_path_factory.mktemp("errors"), SEED)
    yield trial
    trial.end()


def test_a_disk_that_refuses_is_named_and_loses_nothing(refusing: Refusing) -> None:
    """Thirty calls all over a session; `make soak ROW=errors` refuses each of five hundred."""
    assert counted(Errors(), refusing, 30) == []
    assert refusing.figures()["refusals told"] >= 24


def test_a_refusal_that_is_passed_over_is_found(refusing: Refusing) -> None:
    """A program that calls kept what the disk refused is caught."""
    careless = replace(refusing, swallow="yes", noticed=[])
    faults = [fault for number in range(4, 8) for fault in careless.run(number)]
    assert any("is lost" in fault for fault in faults)


@pytest.mark.parametrize("call", range(40, 48))
def test_a_passphrase_whose_change_was_refused_is_the_old_one(
    refusing: Refusing, call: int
) -> None:
    """Also when the new one had its place on the disk and only that could not be forced."""
    assert refusing.refuse(errno.EIO, call, once=True) == []


def test_a_vault_whose_making_was_refused_is_not_there(tmp_path: Path) -> None:
    """At its last calls, among them its name and the force of its name: whole or nothing."""
    forks = Forks("tests.soak.errors:made", recording.environment())
    try:

        def tried(first: int) -> list[str]:
            root = tmp_path / str(first)
            root.mkdir()
            said = forks.start(str(root), str(errno.EIO), str(first)).rest()
            assert (root / NAME).exists() is (not said[0].startswith(REFUSED))
            return said

        whole = tried(EVER)
        calls = int(whole[-1].removeprefix(COUNTED))
        last = [tried(number)[0] for number in range(calls - 7, calls + 1)]
    finally:
        forks.end()
    assert last[-2:] == [f"{REFUSED}disk_failed"] * 2
