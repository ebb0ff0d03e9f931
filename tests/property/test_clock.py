"""Claims about every clock: elapsed hours, and no time that was guessed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from rhi_desktop.domain import clock
from rhi_desktop.domain.clock import ClockState
from rhi_desktop.domain.episode import Episode
from tests.property.strategies import days, episodes, offsets, times

HEARD = {ClockState.MET, ClockState.PASSED_BUT_HEARD}
started = episodes.filter(lambda episode: episode.returned is not None)


@given(started, times, st.integers(1, 200))
def test_due_is_always_that_many_elapsed_hours_after_the_start(
    episode: Episode, now: datetime, hours: int
) -> None:
    """No night, holiday or clock change adds or takes an hour."""
    found = clock.state(episode, None, hours, now)
    start = clock.begins(episode)
    assert found.due is not None
    assert start is not None
    assert found.due - start == timedelta(hours=hours)
    assert found.left == found.due - now


@given(episodes, times, times)
def test_heard_late_is_never_met_and_no_return_never_starts(
    episode: Episode, heard: datetime, now: datetime
) -> None:
    """Only the start of the interview against the due time decides; `now` has no say any more.

    A talk from before the child went is none about this time away.
    """
    if not clock.can_be_about(episode, heard):
        assert clock.state(episode, heard, 72, now) == clock.state(episode, None, 72, now)
        return
    found = clock.state(episode, heard, 72, now)
    if found.due is None:
        assert found.state is ClockState.NOT_STARTED
        return
    assert found.state in HEARD
    assert (found.state is ClockState.MET) is (heard <= found.due)
    assert found == clock.state(episode, heard, 72, now + timedelta(days=400))


@given(started, offsets, times)
def test_a_stop_never_turns_an_overdue_clock_into_anything_better(
    episode: Episode, offset: timedelta, now: datetime
) -> None:
    """Stopped in time is stopped; stopped afterwards stays overdue; neither is met."""
    due = clock.state(episode, None, 72, now).due
    assert due is not None
    assume(clock.can_be_about(episode, due + offset))
    found = clock.state(episode, None, 72, now, stopped_at=due + offset)
    late = offset > timedelta(0)
    assert found.state is (ClockState.OVERDUE if late else ClockState.STOPPED)


@given(started, times, offsets)
def test_time_only_ever_makes_a_running_clock_more_urgent(
    episode: Episode, now: datetime, step: timedelta
) -> None:
    """The states follow one another in one direction."""
    order = [ClockState.RUNNING, ClockState.DUE_SOON, ClockState.URGENT, ClockState.OVERDUE]
    first = clock.state(episode, None, 72, now).state
    later = clock.state(episode, None, 72, now + abs(step)).state
    assert order.index(first) <= order.index(later)


@given(times)
def test_a_moment_shown_locally_leads_back_to_itself(moment: datetime) -> None:
    """With the pass that the local time carries, nothing is lost in either direction."""
    shown = clock.local(moment)
    assert clock.local_time(shown.date(), shown.time(), shown.fold) == moment
    assert clock.exists(shown.date(), shown.time())


@given(days, st.times())
def test_every_time_on_the_wall_comes_once_unless_it_says_so(day: date, at: time) -> None:
    """Only times that come twice ask for the pass; only those that exist have a moment."""
    assume(clock.exists(day, at))
    first, second = clock.local_time(day, at, 0), clock.local_time(day, at, 1)
    assert (second - first == timedelta(hours=1)) is clock.comes_twice(day, at)
    assert (first == second) is not clock.comes_twice(day, at)
