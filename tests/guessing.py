"""Owns a clock that only tests move, and somebody who guesses passphrases as fast as they may."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rhi_desktop.crypto.recovery import draw_code
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.workflow import keyholding, unlocking
from tests.vaults import CHEAP

WINDOW = 300
MOST_IN_A_WINDOW = 10


@dataclass(slots=True)
class Clock:
    """Real seconds since the start, and what the laptop's clock makes of them."""

    seconds: float = 0.0
    set_by: float = 0.0
    """By how many seconds somebody set the clock."""
    draws: int = 0

    def moment(self) -> Moment:
        """Now, by the laptop's clock."""
        at = datetime(2026, 3, 10, 12, tzinfo=UTC) + timedelta(seconds=self.seconds + self.set_by)
        return Moment(at, self._draw)

    def _draw(self, length: int) -> bytes:
        self.draws += 1
        return hashlib.shake_256(f"clock {self.draws}".encode()).digest(length)


@dataclass(slots=True)
class Guesser:
    """Guesses at one vault, by turns at its passphrase and at its code; every guess is wrong.

    `tried` has the real seconds at which a guess was really tried. Nothing is kept in between:
    each guess might as well come from a program that was started anew.
    """

    folder: Path
    clock: Clock = field(default_factory=Clock)
    tried: list[float] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)

    def guess(self, text: str, *, by_code: bool = False) -> int:
        """One guess; how many seconds it was told to wait, 0 when it was tried."""
        at = self.clock.moment()
        try:
            if by_code:
                keyholding.try_code(self.folder, draw_code(at), at, floor=CHEAP)
            else:
                unlocking.derive_key(self.folder, text, at, floor=CHEAP)
        except VaultError as refused:
            if refused.code == "guess_too_soon":
                self.waits.append(int(refused.facts["seconds"]))
                return self.waits[-1]
            if refused.code not in {"wrong_passphrase", "wrong_code"}:
                raise
        else:
            raise AssertionError("a wrong guess opened the vault")
        self.tried.append(self.clock.seconds)
        return 0

    def hammer(self, guesses: int, *, pace: float = 0.8) -> None:
        """As many guesses as wanted, each as soon as it is let through; `pace` is for typing."""
        done = 0
        while done < guesses:
            wait = self.guess(f"a wrong guess, number {done}", by_code=done % 3 == 2)
            done += wait == 0
            self.clock.seconds += wait or pace


def most_in_a_window(tried: list[float], window: float = WINDOW) -> int:
    """The most guesses that lie within any stretch of that many seconds, both ends counted."""
    most = first = 0
    for last, when in enumerate(tried):
        while tried[first] < when - window:
            first += 1
        most = max(most, last - first + 1)
    return most
