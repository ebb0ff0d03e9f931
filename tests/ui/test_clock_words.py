"""Claims about the words of a clock: whole hours, the last six in minutes, never a verdict."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rhi_desktop.domain import clock
from rhi_desktop.domain.clock import Clock, ClockState
from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.ui.clock_words import ClockWords, clock_words
from rhi_desktop.ui.number_words import in_words

BACK = datetime(2026, 3, 9, 10, 5, tzinfo=UTC)
HOURS = 72


def says(
    now_after: float, heard_after: float | None = None, accuracy: Accuracy = Accuracy.EXACT
) -> ClockWords:
    """The words so many hours after a return, with or without a talk."""
    episode = Episode(EpisodeId("e"), CaseId("c"), returned=BACK, accuracy=accuracy)
    heard = None if heard_after is None else BACK + timedelta(hours=heard_after)
    now = BACK + timedelta(hours=now_after)
    return clock_words(clock.state(episode, heard, HOURS, now), HOURS)


@pytest.mark.parametrize(
    ("after", "short", "shape"),
    [
        (0, "72 hours left", "running"),
        (17.5, "54 hours left", "running"),
        (48, "24 hours left", "soon"),
        (66, "6 h 0 min left", "soon"),
        (70.75, "1 h 15 min left", "soon"),
        (71.5, "30 min left", "soon"),
        (72, "0 min left", "soon"),
        (72.01, "72 hours passed", "passed"),
    ],
)
def test_a_running_clock_says_what_is_left(after: float, short: str, shape: str) -> None:
    """Hours while there are many, minutes at the end, and that somebody has to act."""
    said = says(after)

    assert (said.short, said.shape) == (short, shape)
    assert said.live
    assert "Thu 12 March, 10:05" in said.below


def test_the_arc_is_the_share_that_is_left() -> None:
    """Whole at the return, a quarter after 54 hours, nothing afterwards."""
    assert [says(0).left, says(54).left, says(90).left] == [1.0, 0.25, 0.0]


@pytest.mark.parametrize(
    ("heard", "short", "below"),
    [
        (0.5, "Heard within an hour", "inside the 72 hours"),
        (1, "Heard after 1 hour", "inside the 72 hours"),
        (38, "Heard after 38 hours", "inside the 72 hours"),
        (80, "Heard after 80 hours", "the 72 hours ended Thu 12 March, 10:05"),
        (-2, "Heard before the return", "inside the 72 hours"),
    ],
)
def test_a_clock_that_was_answered_is_quiet(heard: float, short: str, below: str) -> None:
    """It says after how long; a late talk is never called in time."""
    said = says(200, heard)

    assert (said.short, said.below, said.shape) == (short, below, "heard")
    assert not said.live


def test_a_clock_without_a_return_waits() -> None:
    """Nothing is guessed."""
    said = clock_words(Clock(ClockState.NOT_STARTED), HOURS)

    assert (said.short, said.below) == ("Return time missing", "The clock waits for it")
    assert (said.shape, said.live) == ("waiting", False)


def test_a_day_without_a_time_is_said() -> None:
    """Counted from midnight, and nobody is left in doubt about it."""
    assert says(0, accuracy=Accuracy.DATE_ONLY).below.endswith("day only known")


def test_a_stopped_clock_says_so() -> None:
    """With the time it was stopped before."""
    due = BACK + timedelta(hours=HOURS)
    said = clock_words(Clock(ClockState.STOPPED, due, timedelta(hours=3)), HOURS)

    assert (said.short, said.below) == ("Stopped", "the hours ran until Thu 12 March, 10:05")


def test_small_numbers_are_words_and_large_ones_figures() -> None:
    """As at the head of a sentence."""
    assert [in_words(n) for n in (0, 1, 3, 9, 10)] == ["No", "One", "Three", "Nine", "10"]
