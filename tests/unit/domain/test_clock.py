"""The clock: elapsed hours through both clock changes, and what is never guessed."""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rhi_desktop.domain import clock
from rhi_desktop.domain.clock import ClockState, NoSuchTimeError, TwiceError
from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId

OCTOBER = date(2026, 10, 25)
MARCH = date(2026, 3, 29)
LATER = datetime(2027, 1, 1, tzinfo=UTC)


def episode(returned: datetime | None, accuracy: Accuracy = Accuracy.EXACT) -> Episode:
    """An episode of which only the return matters here."""
    return Episode(EpisodeId("e"), CaseId("c"), returned=returned, accuracy=accuracy)


def due_on_the_wall(day: date, at: time, fold: int | None = None) -> str:
    """When 72 hours from a local return are over, as a wall clock would show it."""
    found = clock.state(episode(clock.local_time(day, at, fold)), None, 72, LATER).due
    assert found is not None
    return clock.local(found).strftime("%a %d %b %Y %H:%M %Z")


@pytest.mark.parametrize(
    ("day", "at", "fold", "due"),
    [
        (date(2026, 3, 27), time(18), None, "Mon 30 Mar 2026 19:00 BST"),
        (date(2026, 10, 24), time(10), None, "Tue 27 Oct 2026 09:00 GMT"),
        (date(2026, 12, 24), time(21, 40), None, "Sun 27 Dec 2026 21:40 GMT"),
        (OCTOBER, time(1, 30), 0, "Wed 28 Oct 2026 00:30 GMT"),
        (OCTOBER, time(1, 30), 1, "Wed 28 Oct 2026 01:30 GMT"),
    ],
)
def test_the_four_vectors(day: date, at: time, fold: int | None, due: str) -> None:
    """Both clock changes, bank holidays and both passes of the ambiguous hour come out right."""
    assert due_on_the_wall(day, at, fold) == due


def test_rule_2_the_ambiguous_hour_is_asked_and_never_guessed() -> None:
    """A time that comes twice is refused until somebody says which pass."""
    assert clock.comes_twice(OCTOBER, time(1, 30))
    with pytest.raises(TwiceError):
        clock.local_time(OCTOBER, time(1, 30))
    first, second = (clock.local_time(OCTOBER, time(1, 30), fold) for fold in (0, 1))
    assert second - first == timedelta(hours=1)


@pytest.mark.parametrize(
    ("at", "twice"), [(time(0, 59), False), (time(1), True), (time(1, 59), True), (time(2), False)]
)
def test_only_the_hour_from_one_to_two_comes_twice_in_october(at: time, *, twice: bool) -> None:
    """The edges of the hour belong where the clocks put them."""
    assert clock.comes_twice(OCTOBER, at) is twice
    assert clock.exists(OCTOBER, at)


@pytest.mark.parametrize(
    ("at", "there"), [(time(0, 59), True), (time(1), False), (time(1, 59), False), (time(2), True)]
)
def test_the_hour_that_the_clocks_jump_over_never_was(at: time, *, there: bool) -> None:
    """A time that never came is refused, whatever pass is named, and never moved."""
    assert clock.exists(MARCH, at) is there
    assert not clock.comes_twice(MARCH, at)
    if not there:
        for fold in (None, 0, 1):
            with pytest.raises(NoSuchTimeError):
                clock.local_time(MARCH, at, fold)


def test_found_alone_does_not_start_the_clock() -> None:
    """Without a return there is no due time, even when the child was found or heard."""
    found = Episode(EpisodeId("e"), CaseId("c"), found=LATER, last_seen=LATER, reported=LATER)
    for heard in (None, LATER):
        assert clock.state(found, heard, 72, LATER) == clock.Clock(ClockState.NOT_STARTED)


@pytest.mark.parametrize(
    ("left", "state"),
    [
        (timedelta(hours=72), ClockState.RUNNING),
        (timedelta(hours=24, seconds=1), ClockState.RUNNING),
        (timedelta(hours=24), ClockState.DUE_SOON),
        (timedelta(hours=6, seconds=1), ClockState.DUE_SOON),
        (timedelta(hours=6), ClockState.URGENT),
        (timedelta(0), ClockState.URGENT),
        (timedelta(microseconds=-1), ClockState.OVERDUE),
    ],
)
def test_states_change_at_their_hour(left: timedelta, state: ClockState) -> None:
    """24 and 6 hours belong to the more urgent state; overdue begins after the due time."""
    due = LATER + left
    found = clock.state(episode(due - timedelta(hours=72)), None, 72, LATER)
    assert (found.state, found.left, found.due) == (state, left, due)


def test_an_interview_before_the_return_is_met_and_says_so() -> None:
    """Talking before going back counts as in time."""
    back = datetime(2026, 3, 10, 12, tzinfo=UTC)
    found = clock.state(episode(back), back - timedelta(hours=2), 72, LATER)
    assert (found.state, found.before_return) == (ClockState.MET, True)
    assert found.left == timedelta(hours=74)
    assert not clock.state(episode(back), back, 72, LATER).before_return


def test_heard_at_the_very_due_time_is_met_and_a_moment_later_is_not() -> None:
    """Late is late: the child was heard, and the clock says it had passed."""
    back = datetime(2026, 3, 10, 12, tzinfo=UTC)
    due = back + timedelta(hours=72)
    assert clock.state(episode(back), due, 72, LATER).state is ClockState.MET
    late = clock.state(episode(back), due + timedelta(seconds=1), 72, LATER)
    assert (late.state, late.left) == (ClockState.PASSED_BUT_HEARD, timedelta(seconds=-1))


def test_overdue_never_becomes_met() -> None:
    """Neither a stop nor an interview nor the passing of time makes a missed due time good."""
    back = datetime(2026, 3, 10, 12, tzinfo=UTC)
    late = back + timedelta(hours=80)
    assert clock.state(episode(back), None, 72, late).state is ClockState.OVERDUE
    assert clock.state(episode(back), None, 72, late, stopped_at=late).state is ClockState.OVERDUE
    heard = clock.state(episode(back), late, 72, late, stopped_at=back)
    assert heard.state is ClockState.PASSED_BUT_HEARD
    for spare in (timedelta(hours=2), timedelta(0)):
        stop = back + timedelta(hours=72) - spare
        stopped = clock.state(episode(back), None, 72, LATER, stopped_at=stop)
        assert (stopped.state, stopped.left) == (ClockState.STOPPED, spare)


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2026, 6, 10), datetime(2026, 6, 9, 23, tzinfo=UTC)),
        (date(2026, 12, 10), datetime(2026, 12, 10, 0, tzinfo=UTC)),
        (MARCH, datetime(2026, 3, 29, 0, tzinfo=UTC)),
        (OCTOBER, datetime(2026, 10, 24, 23, tzinfo=UTC)),
    ],
)
def test_a_date_alone_counts_from_midnight_on_the_wall(day: date, start: datetime) -> None:
    """The strictest reading, marked approximate, whatever time of the day was stored."""
    for at in (time(0), time(12), time(23, 59)):
        stored = episode(clock.local_time(day, at), Accuracy.DATE_ONLY)
        found = clock.state(stored, None, 72, LATER)
        assert clock.begins(stored) == clock.start_of_day(day) == start
        assert found.due == start + timedelta(hours=72)
        assert found.approximate


def test_an_exact_time_is_not_marked_approximate() -> None:
    """Only a date-only return is."""
    assert not clock.state(episode(LATER), None, 72, LATER).approximate
    assert not clock.state(episode(None, Accuracy.DATE_ONLY), None, 72, LATER).approximate


def test_other_time_zones_in_the_values_change_nothing() -> None:
    """A moment is a moment, however it is written."""
    back = datetime(2026, 7, 10, 12, tzinfo=UTC)
    shown = clock.local(back)
    assert clock.state(episode(shown), None, 72, shown) == clock.state(
        episode(back), None, 72, back
    )


def test_the_zone_is_the_one_of_the_pinned_package() -> None:
    """The data read are those of the tzdata that the lock names."""
    pinned = importlib.metadata.version("tzdata")
    lock = Path(__file__).parents[3] / "requirements.lock"
    assert f"tzdata=={pinned} " in lock.read_text("utf-8")
    data = importlib.resources.files("tzdata").joinpath("zoneinfo", "Europe", "London")
    with data.open("rb") as stream:
        pinned_zone = ZoneInfo.from_file(stream)
    for day in range(0, 366 * 3, 7):
        noon = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        assert clock.local(noon).utcoffset() == noon.astimezone(pinned_zone).utcoffset()


def test_the_zone_files_of_the_machine_are_never_asked(tmp_path: Path) -> None:
    """A machine with wrong zone files, named first, gives the same answer as every other."""
    new_york = importlib.resources.files("tzdata").joinpath("zoneinfo", "America", "New_York")
    planted = tmp_path / "Europe"
    planted.mkdir()
    (planted / "London").write_bytes(new_york.read_bytes())
    script = (
        "from datetime import date, time; from zoneinfo import ZoneInfo;"
        "from rhi_desktop.domain import clock;"
        "print(clock.local_time(date(2026, 7, 1), time(12)).isoformat(), clock.london().key,"
        " ZoneInfo('Europe/London').utcoffset(clock.local(clock.start_of_day(date(2026, 7, 1)))))"
    )
    environment = os.environ | {"PYTHONTZPATH": str(tmp_path), "TZ": "America/New_York"}
    found = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    ours, key, theirs = found.stdout.split(maxsplit=2)
    assert (ours, key) == ("2026-07-01T11:00:00+00:00", "Europe/London")
    assert theirs.strip() == "-1 day, 20:00:00", "the planted file must be what others would see"
