"""Owns how a clock is said together with what became of the talk, and why its hours passed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.clock import Clock, ClockState
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.ui import dates
from rhi_desktop.ui.clock_words import ClockWords, clock_words
from rhi_desktop.ui.episode.ending_words import LATE
from rhi_desktop.ui.episode.ending_words import say as say_ending
from rhi_desktop.ui.translation import noop
from rhi_desktop.ui.widgets import ClockShape

PASSED = {ClockState.OVERDUE, ClockState.PASSED_BUT_HEARD}
ENDED: Mapping[Outcome, tuple[str, ClockShape]] = {
    Outcome.DECLINED_BY_CHILD: (noop("clock", "Chose not to talk"), "declined"),
    Outcome.DECLINED_BY_CARER: (noop("clock", "The carer said no"), "declined"),
    Outcome.NOT_REACHED: (noop("clock", "Could not be reached"), "declined"),
    Outcome.MISSING_AGAIN: (noop("clock", "Missing again"), "waiting"),
    Outcome.NOT_WELL_ENOUGH: (noop("clock", "Not well enough"), "waiting"),
    Outcome.IN_CUSTODY: (noop("clock", "In custody"), "waiting"),
    Outcome.MOVED: (noop("clock", "Moved away"), "declined"),
    Outcome.NOT_REQUIRED: (noop("clock", "Not required"), "declined"),
    Outcome.NOT_OFFERED: (noop("clock", "Not offered"), "declined"),
}


def clock_line(
    clock: Clock, hours: int, outcome: Outcome | None = None, late: LateReason | None = None
) -> ClockWords:
    """The words for a clock; that no talk was held comes first, and never makes it met."""
    said = clock_words(clock, hours)
    passed = clock.state is ClockState.OVERDUE and clock.due is not None
    reason = say_ending(LATE[late]) if late is not None else _tr("Say what happened")
    if outcome is None or outcome.held:
        if late is None or clock.due is None or clock.state not in PASSED:
            return said
        due = dates.short_day_and_time(clock.due)
        below = f"{due}. {reason}" if passed else f"{said.below}. {reason}"
        return ClockWords(said.short, below, said.shape, said.left)
    words, shape = ENDED[outcome]
    below = said.below if clock.state is ClockState.STOPPED else said.short
    if passed:
        after = _tr("after the {hours} hours").format(hours=hours)
        below = f"{after}. {reason}"
    return ClockWords(_tr(words), below, shape)


def _tr(words: str) -> str:
    return QCoreApplication.translate("clock", words)
