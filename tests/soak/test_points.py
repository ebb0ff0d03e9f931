"""Kills at named points and disks that refuse, once each, and proof that a loss would be seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.soak.__main__ import go_on
from tests.soak.errors import Errors
from tests.soak.points import POINTS, Pointing, Points

SEED = "short"
EVER = float("inf")


def test_there_are_twenty_points_of_every_kind() -> None:
    """Save, checkpoint, snapshot, slots, purge, migrate, import, export, lock, restore."""
    kinds = {name.partition(":")[0] for name in POINTS}
    assert len(POINTS) == 20
    assert kinds == {
        *("save", "checkpoint", "snapshot", "slots", "purge"),
        *("migrate", "import", "export", "lock", "restore"),
    }


def test_a_kill_at_a_named_point_loses_nothing(tmp_path: Path) -> None:
    """Each point once; `make soak ROW=points` kills twenty-five times at each."""
    state = go_on(Points(runs=len(POINTS)), SEED, tmp_path, EVER)
    assert (state.done, state.failures) == (len(POINTS), [])


@pytest.fixture
def lying(tmp_path: Path) -> Iterator[Pointing]:
    """A program that says "kept" before it is so."""
    trial = Points(early=True).ready(tmp_path, SEED)
    yield trial
    trial.end()


def test_a_promise_that_came_too_early_is_found(lying: Pointing) -> None:
    """Where the kill comes before the deed, the row says what is missing."""
    names = tuple(POINTS)
    for name, missing in (
        ("slots: the first copy is written beside the old one", "passphrase is torn or old"),
        ("export: the file is written, not yet with its name", "out.rhib is lost"),
    ):
        assert f"{name}: {missing}" in lying.run(names.index(name))


def test_a_disk_that_refuses_is_named_and_loses_nothing(tmp_path: Path) -> None:
    """Thirty calls all over a session; `make soak ROW=errors` refuses each of five hundred."""
    state = go_on(Errors(runs=30, calls=150, acts=8), SEED, tmp_path, EVER)
    assert (state.done, state.failures) == (30, [])
    assert state.figures["refusals told"] >= 24


def test_a_refusal_that_is_passed_over_is_found(tmp_path: Path) -> None:
    """A program that calls kept what the disk refused is caught."""
    trial = Errors(calls=150, acts=8, swallow="yes").ready(tmp_path, SEED)
    try:
        faults = [fault for number in range(4, 8) for fault in trial.run(number)]
    finally:
        trial.end()
    assert any("is lost" in fault for fault in faults)
