"""Owns the times away on one common clock: what hour, how long, how many nights."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.export import times
from rhi_desktop.export.figure import Night, Nights
from rhi_desktop.export.wording import say

LONGEST = timedelta(days=6)
"""A longer time away would press all others into a few dots; then there is no figure."""
FEWEST = 2
NOON = time(12)
_HOUR = timedelta(hours=1)


def nights(episodes: Sequence[Episode]) -> list[Nights]:
    """One figure for two times away or more; none when their times are not known to the hour."""
    known = [one for one in episodes if _known(one)]
    if len(known) < max(FEWEST, len(episodes)):
        return []
    rows = tuple(_night(one) for one in known)
    if max(row.end for row in rows) * _HOUR > LONGEST:
        return []
    head = (say("night_left"), say("night_away"), say("night_clock"))
    return [Nights(say("nights"), head, rows, (say("noon"), say("night")))]


def _known(episode: Episode) -> bool:
    seen, back = episode.last_seen, episode.returned
    exact = episode.accuracy is Accuracy.EXACT
    return exact and seen is not None and back is not None and seen < back


def _night(episode: Episode) -> Night:
    seen, back = episode.last_seen, episode.returned
    if seen is None or back is None:
        raise ValueError("a time away that is drawn has both its ends")
    noon = _noon_before(seen)
    length = times.length(back - seen)
    return Night(
        left=times.day_year(local(seen).date()),
        away=length,
        start=_hours(noon, seen),
        end=_hours(noon, back),
        ends=(times.clock_time(seen), times.clock_time(back)),
        alt=say("night_alt", left=times.moment(seen), back=times.moment(back), length=length),
    )


def _noon_before(at: datetime) -> datetime:
    here = local(at).replace(tzinfo=None)
    day = here.date() if here.time() >= NOON else here.date() - timedelta(days=1)
    return datetime.combine(day, NOON)


def _hours(noon: datetime, at: datetime) -> float:
    # By the clock on the wall: nights stand below each other, also when a clock was changed.
    return (local(at).replace(tzinfo=None) - noon) / _HOUR
