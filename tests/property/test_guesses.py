"""Properties of the throttle: whatever happens between guesses, ten in five minutes at most."""

from __future__ import annotations

import os
import tempfile  # noqa: TID251 - the folder of a fixture would be shared by all examples
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.domain.canonical import dumps
from rhi_desktop.errors import VaultError
from rhi_desktop.store import guesses
from tests.guessing import MOST_IN_A_WINDOW, WINDOW, Clock, most_in_a_window

LONGEST = 300

GUESS, KILLED, PAUSE, PATIENCE, SET, SPOIL = "guess", "killed", "pause", "patience", "set", "spoil"
QUIET = st.one_of(
    st.tuples(st.sampled_from((GUESS, GUESS, KILLED)), st.integers(0, 1)),
    st.tuples(st.just(PAUSE), st.integers(0, 700)),
    st.tuples(st.just(PATIENCE), st.just(0)),
)
SPOILED = st.one_of(
    st.binary(max_size=40),
    st.lists(st.integers(-(2**53) + 1, 2**53 - 1), max_size=12).map(
        lambda times: dumps({"format": guesses.FORMAT, "version": 1, "at": [*times]})
    ),
)
ROUGH = st.one_of(
    QUIET,
    st.tuples(st.just(SET), st.integers(-(10**9), 10**9)),
    st.tuples(st.just(SPOIL), SPOILED),
)


class StoppedError(BaseException):
    """The program was ended in the middle of a guess."""


@dataclass(slots=True)
class Attack:
    """Guesses at one folder, remembering nothing between them but when they were tried."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    tried: list[float] = field(default_factory=list)

    def guess(self, stop: BaseException) -> int:
        """One wrong guess or one that is killed; the seconds it was told to wait."""
        try:
            with guesses.counted(self.folder, self.clock.moment()):
                self.tried.append(self.clock.seconds)
                raise stop
        except StoppedError:
            return 0
        except VaultError as refused:
            return int(refused.facts.get("seconds", 0))

    def wrong(self) -> int:
        """One wrong guess."""
        return self.guess(VaultError("wrong_passphrase"))

    def step(self, what: str, given: object) -> None:
        """One thing that happens."""
        if what == GUESS:
            assert 0 <= self.wrong() <= LONGEST
        elif what == KILLED:
            assert 0 <= self.guess(StoppedError()) <= LONGEST
        elif what == PATIENCE:
            # Whatever happened before: who waits as long as told is let through.
            if wait := self.wrong():
                self.clock.seconds += wait
                assert self.wrong() == 0
        elif isinstance(given, bytes):
            (self.folder / guesses.NAME).write_bytes(given)
        elif isinstance(given, int):
            self.let_pass(what, given)

    def let_pass(self, what: str, seconds: int) -> None:
        """Real time goes by, or somebody sets the clock."""
        if what == SET:
            self.clock.set_by = seconds
        else:
            self.clock.seconds += seconds


@pytest.fixture(autouse=True)
def no_forcing(monkeypatch: pytest.MonkeyPatch) -> None:
    """These claims are about counting; what reaches the disk across a power cut has its own."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@given(st.lists(QUIET, max_size=60))
def test_never_more_than_ten_in_any_five_minutes(steps: list[tuple[str, int]]) -> None:
    """Guesses, killed guesses, pauses and restarts in any order, while nobody sets the clock."""
    with tempfile.TemporaryDirectory() as place:
        attack = Attack(Path(place))
        for what, given_ in steps:
            attack.step(what, given_)
        assert most_in_a_window(attack.tried, WINDOW) <= MOST_IN_A_WINDOW


@given(st.lists(ROUGH, max_size=25))
def test_nobody_waits_longer_than_five_minutes(steps: list[tuple[str, object]]) -> None:
    """Clock set anywhere, file spoiled anyhow: after the wait that is told the right one opens."""
    with tempfile.TemporaryDirectory() as place:
        attack = Attack(Path(place))
        for what, given_ in steps:
            attack.step(what, given_)
        wait = attack.wrong()
        assert wait <= LONGEST
        attack.clock.seconds += wait or LONGEST
        with guesses.counted(attack.folder, attack.clock.moment()):
            pass
        assert not (attack.folder / guesses.NAME).exists()


@given(st.lists(QUIET, max_size=25), st.integers(-(10**9), 10**9), st.lists(QUIET, max_size=25))
def test_setting_the_clock_gains_one_round_at_most(
    before: list[tuple[str, int]], jump: int, after: list[tuple[str, int]]
) -> None:
    """Between two settings of the clock the ten in five minutes hold; backwards they go on."""
    with tempfile.TemporaryDirectory() as place:
        attack = Attack(Path(place))
        for what, given_ in before:
            attack.step(what, given_)
        parted = len(attack.tried)
        attack.clock.set_by = jump
        for what, given_ in after:
            attack.step(what, given_)
        parts = [attack.tried[:parted], attack.tried[parted:]]
        if jump <= 0:
            parts = [attack.tried]
        assert all(most_in_a_window(part, WINDOW) <= MOST_IN_A_WINDOW for part in parts)
