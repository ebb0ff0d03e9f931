"""Owns how a return clock is said: words, shape and the share that is left, the same everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.clock import Clock, ClockState
from rhi_desktop.ui import dates
from rhi_desktop.ui.widgets import ClockShape

HOUR = timedelta(hours=1)
_SHAPES: dict[ClockState, ClockShape] = {
    ClockState.RUNNING: "running",
    ClockState.DUE_SOON: "soon",
    ClockState.URGENT: "soon",
    ClockState.OVERDUE: "passed",
    ClockState.MET: "heard",
    ClockState.PASSED_BUT_HEARD: "heard",
}


@dataclass(frozen=True, slots=True)
class ClockWords:
    """What a clock says: the short words, the line below them, its shape, 0 to 1 that is left."""

    short: str
    below: str
    shape: ClockShape
    left: float = 0.0

    @property
    def live(self) -> bool:
        """True while somebody has to act: the short words are strong then."""
        return self.shape in {"running", "soon", "passed"}


def clock_words(clock: Clock, hours: int) -> ClockWords:
    """The words for a clock of so many hours. Whole hours; minutes only in the last six."""
    shape = _SHAPES.get(clock.state, "waiting")
    if clock.due is None or clock.left is None:
        return ClockWords(_tr("Return time missing"), _tr("The clock waits for it"), shape)
    due = dates.short_day_and_time(clock.due)
    if clock.state is ClockState.STOPPED:
        return ClockWords(_tr("Stopped"), _tr("the hours ran until {due}").format(due=due), shape)
    if shape == "heard":
        return ClockWords(_heard(clock, hours), _ended(clock, due, hours), shape)
    if shape == "passed":
        below = _tr("{due}. Say what happened").format(due=due)
        return ClockWords(_tr("{hours} hours passed").format(hours=hours), below, shape)
    share = max(0.0, min(1.0, clock.left / (hours * HOUR)))
    below = _tr("until {due}, day only known") if clock.approximate else _tr("until {due}")
    return ClockWords(_left(clock), below.format(due=due), shape, share)


def _left(clock: Clock) -> str:
    left = clock.left or timedelta(0)
    whole = left // HOUR
    minutes = (left - whole * HOUR) // timedelta(minutes=1)
    if not whole:
        return _tr("{minutes} min left").format(minutes=minutes)
    if clock.state is ClockState.URGENT:
        return _tr("{hours} h {minutes} min left").format(hours=whole, minutes=minutes)
    return _tr("{hours} hours left").format(hours=whole)


def _heard(clock: Clock, hours: int) -> str:
    if clock.before_return:
        return _tr("Heard before the return")
    gone = (hours * HOUR - (clock.left or timedelta(0))) // HOUR
    if gone == 0:
        return _tr("Heard within an hour")
    return _tr("Heard after 1 hour") if gone == 1 else _tr("Heard after {n} hours").format(n=gone)


def _ended(clock: Clock, due: str, hours: int) -> str:
    if clock.state is ClockState.MET:
        return _tr("inside the {hours} hours").format(hours=hours)
    return _tr("the {hours} hours ended {due}").format(hours=hours, due=due)


def _tr(words: str) -> str:
    return QCoreApplication.translate("clock", words)
