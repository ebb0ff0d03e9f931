"""The reliability rows, a few runs each, and proof that they would see a loss."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rhi_desktop.export.pdf.verify import Outcome
from tests.soak.__main__ import ROWS, go_on, said
from tests.soak.kill import Kill
from tests.soak.mutants import WAYS, Mutants
from tests.soak.paper import Paper
from tests.soak.row import Progress, progress

SEED = "short"
EVER = float("inf")


def test_no_acknowledged_line_is_lost_to_a_kill(tmp_path: Path) -> None:
    """Fifty kills at seeded moments; `make soak ROW=kill` does a thousand."""
    state = go_on(Kill(runs=50), SEED, tmp_path, EVER)
    assert (state.done, state.failures) == (50, [])


def test_a_line_acknowledged_too_early_is_found(tmp_path: Path) -> None:
    """A writer that says "kept" before it keeps is caught: the harness can see a loss."""
    state = go_on(Kill(runs=4, order="early"), SEED, tmp_path, EVER)
    assert state.failures
    assert "acknowledged" in str(state.failures[0]["fault"])


def test_a_changed_bundle_is_refused(tmp_path: Path) -> None:
    """Each way of changing a bundle, twice."""
    state = go_on(Mutants(runs=2 * len(WAYS)), SEED, tmp_path, EVER)
    assert (state.done, state.failures) == (2 * len(WAYS), [])


def test_a_changed_report_is_never_genuine(tmp_path: Path) -> None:
    """The file as it was signed is genuine; with a bit flipped or an end cut it is not."""
    trial = Paper().ready(tmp_path, SEED)
    assert trial.verdict(trial.data) is Outcome.GENUINE
    assert [trial.run(number) for number in range(12)] == [[]] * 12


def test_a_respelled_signature_is_never_genuine(tmp_path: Path) -> None:
    """The place a signature leaves out has one spelling: no case, padding or field may change."""
    trial = Paper().ready(tmp_path, SEED)
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+)", trial.data)
    assert found is not None
    start, end = int(found[1]), int(found[2])
    for place in [start + 8, *range(start, end, 89), end - 2]:
        for bit in (0x01, 0x20):
            changed = bytearray(trial.data)
            changed[place] ^= bit
            assert trial.verdict(bytes(changed)) is not Outcome.GENUINE, (place - start, bit)


def test_a_row_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """What was done is not done again, and a finished row costs nothing."""
    half = go_on(Mutants(runs=3), SEED, tmp_path, EVER)
    whole = go_on(Mutants(runs=5), SEED, tmp_path, EVER)
    assert (half.done, whole.done) == (3, 5)
    assert progress(tmp_path, "mutants", SEED).done == 5
    assert go_on(Mutants(runs=5), SEED, tmp_path, 0).done == 5


def test_another_seed_begins_anew(tmp_path: Path) -> None:
    """Runs of one seed do not count for another, nor do any without their day and machine."""
    left = Progress("mutants", "one", done=9)
    left.keep(tmp_path)
    assert progress(tmp_path, "mutants", "one").done == 0
    left.here(9, tmp_path)
    left.keep(tmp_path)
    assert progress(tmp_path, "mutants", "one").done == 9
    assert progress(tmp_path, "mutants", "two").done == 0


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_row_says_how_much_is_done(name: str) -> None:
    """A person reads done, N, failures and seed in one line."""
    row = ROWS[name]
    state = Progress(name, SEED)
    state.note(0, ["a fault"])
    line = said(row, state)
    assert f"{name}: 1 of {row.runs:,} done, 1 failures, seed short" in line
    assert "a fault" in line
