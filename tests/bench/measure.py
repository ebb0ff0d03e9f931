"""Owns how something is measured: in turns with its floor, in one run, as median, p99 and ratio."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

NO_FLOOR = "no floor yet"


@dataclass(frozen=True, slots=True)
class Bar:
    """What a row must keep: at most `ratio` times its floor, or at most `most` of its unit."""

    ratio: float | None = None
    most: float | None = None
    p99: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: every sample of ours and of the floor, taken in turns."""

    name: str
    what: str
    bar: Bar
    ours: Sequence[float] = field(repr=False)
    floor: Sequence[float] = field(default=(), repr=False)
    floor_name: str = NO_FLOOR
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """The median of the ratios pair by pair: what disturbs both of a pair cancels out."""
        if not self.floor:
            return None
        return statistics.median(a / b for a, b in zip(self.ours, self.floor, strict=True))

    def misses(self) -> list[str]:
        """Every bar that was not kept."""
        bar, found = self.bar, []
        if bar.ratio is not None and self.ratio is not None and self.ratio > bar.ratio:
            found.append(f"{self.ratio:.2f}x, {bar.ratio:g}x allowed")
        if bar.most is not None and statistics.median(self.ours) > bar.most:
            found.append(f"{statistics.median(self.ours):.1f} {self.unit}, {bar.most:g} allowed")
        if bar.p99 is not None and quantile(self.ours, 0.99) > bar.p99:
            found.append(f"p99 {quantile(self.ours, 0.99):.1f} {self.unit}, {bar.p99:g} allowed")
        return found

    def as_plain(self) -> dict[str, object]:
        """What `build/bench.json` keeps of a row."""
        return {
            "name": self.name,
            "what": self.what,
            "unit": self.unit,
            "samples": len(self.ours),
            "median": statistics.median(self.ours),
            "p99": quantile(self.ours, 0.99),
            "floor": self.floor_name,
            "floor_median": statistics.median(self.floor) if self.floor else None,
            "floor_p99": quantile(self.floor, 0.99) if self.floor else None,
            "ratio": self.ratio,
            "bar": {"ratio": self.bar.ratio, "most": self.bar.most, "p99": self.bar.p99},
            "misses": self.misses(),
        }


def quantile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least `share` of all samples do not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def timed(work: Callable[[], object]) -> float:
    """How long one call takes, in milliseconds."""
    began = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - began) / 1e6


def in_turns(
    ours: Callable[[], float], floor: Callable[[], float], times: int, warm: int = 1
) -> tuple[list[float], list[float]]:
    """Samples of both, one after the other, the first one changing each time."""
    for _ in range(warm):
        ours()
        floor()
    mine: list[float] = []
    theirs: list[float] = []
    for turn in range(times):
        for who, samples in ((ours, mine), (floor, theirs))[:: 1 if turn % 2 else -1]:
            samples.append(who())
    return mine, theirs


def alone(ours: Callable[[], float], times: int, warm: int = 1) -> list[float]:
    """Samples of something that has no floor."""
    for _ in range(warm):
        ours()
    return [ours() for _ in range(times)]
