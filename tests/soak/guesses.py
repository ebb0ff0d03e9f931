"""Owns the row "guesses": however somebody guesses, never more than ten in five minutes.

Time is simulated: the seconds that pass, and what the laptop's clock says, which may be set back
at any moment. Some guesses are programs of their own: nothing can be remembered but on the disk.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from rhi_desktop.crypto.recovery import draw_code
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.workflow import keyholding, unlocking
from tests.bench import world
from tests.bench.world import PASSPHRASE, QUICK, World
from tests.soak.forked import Forks
from tests.soak.row import number_from

WINDOW = 300.0
MOST = 10
LONGEST_WAIT = 300
TRIES = 40
"""So often somebody tries too early before the row gives up on ever being let in."""
SET_BACK = (0, 0, 0, 0, 0, 0, 1, 45, 600, 86_400, 3_650 * 86_400)
"""Seconds by which the clock is set back before a guess, mostly none."""
PAUSE = (0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 400, 7_200)
"""Seconds that somebody goes away before a guess; after two hours everything is forgotten."""


Ask = Callable[[list[str]], tuple[str, int]]
"""A guess: folder, way, seed and time in, the code of the answer and the seconds to wait out."""


@dataclass(slots=True)
class Clock:
    """What time it is, in seconds since the first guess, and how far the laptop is behind it."""

    passed: float = 0.0
    behind: float = 0.0

    def now(self, seed: str) -> Moment:
        """What the laptop says."""
        at = world.moment(seed)
        return Moment(at.now + timedelta(seconds=self.passed - self.behind), at.draw)


@dataclass(frozen=True, slots=True)
class Guessing:
    """One vault with a code, somebody who guesses as fast as they are let, and a clock."""

    vault: World
    seed: str
    ask: Ask
    forks: Forks | None
    clock: Clock = field(default_factory=Clock)
    tried: deque[float] = field(default_factory=lambda: deque(maxlen=MOST + 1))
    counts: dict[str, float] = field(default_factory=lambda: {"refused without a try": 0.0})

    def run(self, number: int) -> list[str]:
        """Goes on until one guess is tried; the faults of all that was answered."""
        clock = self.clock
        clock.passed += self._one(PAUSE, number, "pause")
        clock.behind += self._one(SET_BACK, number, "back")
        for attempt in range(TRIES):
            code, seconds = self._guess(number, attempt)
            if code != "guess_too_soon":
                self.tried.append(clock.passed)
                return self._faults(code)
            self.counts["refused without a try"] += 1
            if seconds > LONGEST_WAIT:
                return [f"{seconds} seconds to wait"]
            # Sometimes as long as was said, mostly too short.
            share = (1.0, 0.5, 0.1, 0.95)[number_from(self.seed, number, attempt, below=4)]
            clock.passed += seconds * share
        return [f"nothing was tried in {TRIES} attempts"]

    def figures(self) -> dict[str, float]:
        """How many guesses were turned away, and how many hours all of it took by simulation."""
        return {**self.counts, "simulated hours": round(self.clock.passed / 3600, 1)}

    def end(self) -> None:
        """Ends the process that makes the guessing ones."""
        if self.forks is not None:
            self.forks.end()

    def _guess(self, number: int, attempt: int) -> tuple[str, int]:
        way = ("passphrase", "code")[number_from(self.seed, number, "way", below=2)]
        at = self.clock.now(self.seed).now.isoformat()
        words = [str(self.vault.folder), way, f"{self.seed}/{number}/{attempt}", at]
        if self.forks is None or number_from(self.seed, number, attempt, "fork", below=4):
            return self.ask(words)
        child = self.forks.start(*words)
        code, seconds = json.loads(child.line())
        return str(code), int(seconds)

    def _faults(self, code: str) -> list[str]:
        faults = [] if code in {"wrong_passphrase", "wrong_code"} else [f"a guess ended in {code}"]
        if len(self.tried) > MOST and self.tried[-1] - self.tried[0] < WINDOW:
            faults.append(f"{len(self.tried)} guesses in {self.tried[-1] - self.tried[0]:.0f} s")
        return faults

    def _one(self, of: tuple[int, ...], number: int, what: str) -> int:
        return of[number_from(self.seed, number, what, below=len(of))]


def guess(arguments: list[str]) -> tuple[str, int]:
    """Guesses once; how it was answered."""
    folder, way, seed, when = arguments
    at = Moment(type(world.NOW).fromisoformat(when), world.moment(seed).draw)
    try:
        if way == "code":
            keyholding.try_code(Path(folder), draw_code(at), at, floor=QUICK)
        else:
            unlocking.derive_key(Path(folder), f"not the passphrase {seed}", at, floor=QUICK)
    except VaultError as error:
        return error.code, int(error.facts.get("seconds", 0))
    return "opened", 0


def program(arguments: list[str]) -> None:
    """The same as a program of its own, which says how it was answered."""
    os.write(1, json.dumps(guess(arguments)).encode() + b"\n")


@dataclass(frozen=True, slots=True)
class Guesses:
    """Whoever guesses is slowed down, on every way in, and nobody is kept out for long."""

    name: str = "guesses"
    what: str = "wrong guesses with restarts and a clock set back: at most 10 in 5 minutes"
    runs: int = 1_000
    ask: Ask = guess

    def ready(self, work: Path, seed: str) -> Guessing:
        """A vault with a passphrase and a recovery code."""
        made = world.make(work / "guessed.rhivault", f"{seed}/guesses")
        at = world.moment(f"{seed}/code")
        keyholding.replace_code(made.folder, PASSPHRASE, draw_code(at), at, cost=QUICK, floor=QUICK)
        forks = Forks("tests.soak.guesses:program") if self.ask is guess else None
        return Guessing(made, seed, self.ask, forks)
