"""Whoever guesses at a vault is slowed down, and whoever knows the passphrase is let in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from rhi_desktop.workflow import unlocking
from tests.bench.world import PASSPHRASE, QUICK
from tests.soak.__main__ import go_on
from tests.soak.guesses import LONGEST_WAIT, Guesses, guess

RUNS = 50
SEED = "short"
EVER = float("inf")


def test_never_more_than_ten_guesses_in_five_minutes(tmp_path: Path) -> None:
    """Fifty wrong guesses, then the right one; `make soak ROW=guesses` makes a thousand.

    Five minutes after the last of them the holder is let in: nothing was wiped.
    """
    trial = Guesses().ready(tmp_path, SEED)
    assert [fault for number in range(RUNS) for fault in trial.run(number)] == []
    assert trial.figures()["refused without a try"] > RUNS
    trial.end()
    trial.clock.passed += LONGEST_WAIT
    at = trial.clock.now("holder")
    key = unlocking.derive_key(trial.vault.folder, PASSPHRASE, at, floor=QUICK)
    assert key.master == trial.vault.key.master


def test_a_program_that_forgets_its_guesses_is_found(tmp_path: Path) -> None:
    """Without the file that counts, eleven guesses within five minutes are a failure."""

    def forgetful(arguments: list[str]) -> tuple[str, int]:
        (Path(arguments[0]) / "guesses").unlink(missing_ok=True)
        return guess(arguments)

    state = go_on(Guesses(runs=20, ask=forgetful), SEED, tmp_path, EVER)
    assert any("guesses in" in str(one["fault"]) for one in state.failures)


def test_a_program_that_lets_nobody_in_is_found(tmp_path: Path) -> None:
    """A wait of more than five minutes is a failure, and so is a guess that opens."""
    for answer, fault in ((("guess_too_soon", 301), "seconds to wait"), (("opened", 0), "opened")):
        state = go_on(Guesses(runs=1, ask=partial(said, answer)), fault, tmp_path, EVER)
        assert fault in str(state.failures[0]["fault"])


def said(answer: tuple[str, int], _arguments: list[str]) -> tuple[str, int]:
    """The same answer to every guess."""
    return answer
