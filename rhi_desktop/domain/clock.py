"""Owns the clock that starts with a return: due time and state, counted in UTC, shown in London."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rhi_desktop.domain.episode import Accuracy, Episode

if TYPE_CHECKING:
    from rhi_desktop.domain.interview import Interview

ZONE = "Europe/London"
DUE_SOON = timedelta(hours=24)
URGENT = timedelta(hours=6)


class ClockState(Enum):
    """Where a clock stands."""

    NOT_STARTED = "not_started"
    """No return time is known; nothing is guessed."""
    RUNNING = "running"
    DUE_SOON = "due_soon"
    URGENT = "urgent"
    OVERDUE = "overdue"
    MET = "met"
    PASSED_BUT_HEARD = "passed_but_heard"
    """The child was heard, after the due time. It is never called met."""
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clock says at one moment; it is worked out afresh each time and never stored.

    `left` is the time to the due time: from now while the clock runs, from the start of the
    interview once there was one, from the stop once it was stopped; negative when it is past.
    """

    state: ClockState
    due: datetime | None = None
    left: timedelta | None = None
    approximate: bool = False
    before_return: bool = False


class NoSuchTimeError(ValueError):
    """A local time the clocks jump over in March."""


class TwiceError(ValueError):
    """A local time that comes twice in October: a person must say which pass."""


@cache
def london() -> ZoneInfo:
    """The zone as the pinned tzdata package has it: the system's zone files are never asked."""
    source = Path(import_module("tzdata").__path__[0], "zoneinfo", *ZONE.split("/"))
    with source.open("rb") as stream:
        return ZoneInfo.from_file(stream, key=ZONE)


def local(moment: datetime) -> datetime:
    """A moment as a clock on the wall in the United Kingdom shows it."""
    return moment.astimezone(london())


def exists(day: date, at: time) -> bool:
    """False for the hour that the clocks jump over in March."""
    wall = datetime.combine(day, at.replace(fold=0), london())
    return wall.astimezone(UTC).astimezone(london()).replace(tzinfo=None, fold=0) == wall.replace(
        tzinfo=None, fold=0
    )


def comes_twice(day: date, at: time) -> bool:
    """True for the hour that comes twice in October: ask whether the first or the second pass."""
    wall = datetime.combine(day, at, london())
    return exists(day, at) and wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()


def local_time(day: date, at: time, fold: int | None = None) -> datetime:
    """The UTC moment of a time on the wall; `fold` is 0 or 1 for the first or second pass.

    Raises NoSuchTimeError for a time that never came, and TwiceError for one that came twice when
    `fold` does not say which: neither is guessed.
    """
    if not exists(day, at):
        raise NoSuchTimeError(day.isoformat())
    if fold is None and comes_twice(day, at):
        raise TwiceError(day.isoformat())
    return datetime.combine(day, at.replace(fold=fold or 0), london()).astimezone(UTC)


def start_of_day(day: date) -> datetime:
    """00:00 local time of a day, in UTC; midnight exists and is single on every London day."""
    return datetime.combine(day, time(0), london()).astimezone(UTC)


def begins(episode: Episode) -> datetime | None:
    """When the clock of an episode starts: its return, never the time found or reported.

    When only a date is known it is 00:00 local time of that day, the strictest reading.
    """
    if episode.returned is None:
        return None
    if episode.accuracy is Accuracy.DATE_ONLY:
        return start_of_day(local(episode.returned).date())
    return episode.returned.astimezone(UTC)


def can_be_about(episode: Episode, at: datetime) -> bool:
    """False for a time before the child went: what was heard or settled then was something else.

    Where nothing is known but the return, any time can be.
    """
    known = [one for one in (episode.last_seen, episode.reported, episode.found) if one is not None]
    if not known:
        return True
    back = episode.returned
    return at >= min(known) or (back is not None and at >= back)


def state(
    episode: Episode,
    interview_started: datetime | None,
    hours: int,
    now: datetime,
    *,
    stopped_at: datetime | None = None,
) -> Clock:
    """What the clock of one episode says at `now`.

    Elapsed hours count through nights, weekends, bank holidays and clock changes. A stop
    after the due time leaves the clock overdue, and no stop makes it met. A talk or a stop from
    before the child went, linked to this time away as well, neither meets nor stops anything.
    """
    start = begins(episode)
    approximate = episode.accuracy is Accuracy.DATE_ONLY and start is not None
    if start is None:
        return Clock(ClockState.NOT_STARTED)
    due = start + timedelta(hours=hours)
    if interview_started is not None and can_be_about(episode, interview_started):
        left = due - interview_started.astimezone(UTC)
        heard = ClockState.MET if left >= timedelta(0) else ClockState.PASSED_BUT_HEARD
        return Clock(heard, due, left, approximate, interview_started < start)
    if stopped_at is not None and can_be_about(episode, stopped_at):
        left = due - stopped_at.astimezone(UTC)
        stop = ClockState.STOPPED if left >= timedelta(0) else ClockState.OVERDUE
        return Clock(stop, due, left, approximate)
    left = due - now.astimezone(UTC)
    return Clock(_running(left), due, left, approximate)


def result(episode: Episode, talk: Interview, hours: int, now: datetime) -> Clock:
    """What the clock of one episode says with one interview, or the record that none was held.

    A record that is only prepared neither meets nor stops anything: the clock runs on.
    """
    return state(episode, talk.heard_at, hours, now, stopped_at=talk.stopped_at)


def _running(left: timedelta) -> ClockState:
    if left < timedelta(0):
        return ClockState.OVERDUE
    if left <= URGENT:
        return ClockState.URGENT
    return ClockState.DUE_SOON if left <= DUE_SOON else ClockState.RUNNING
