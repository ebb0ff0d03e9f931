"""Owns what is odd about the times of a child: named, kept, never silently corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.episode import Episode, check_times
from rhi_desktop.errors import Problem

TIMES = ("last_seen", "reported", "found", "returned")


def check_away(
    episode: Episode,
    born: date | None = None,
    others: Sequence[Episode] = (),
    now: datetime | None = None,
) -> list[Problem]:
    """Everything odd about one time away; each finding names the field it is about.

    Beside what `check_times` finds: `time_before_birth`, `time_in_future` (only when `now` is
    given), `episodes_overlap` and `episode_left_open`, the last two with the fact `other`, the id
    of the other time away.
    """
    return [
        *check_times(episode),
        *_beyond(episode, born, now),
        *(found for other in others if other.id != episode.id for found in _beside(episode, other)),
    ]


def _beyond(episode: Episode, born: date | None, now: datetime | None) -> list[Problem]:
    found: list[Problem] = []
    for name in TIMES:
        time: datetime | None = getattr(episode, name)
        if time is None:
            continue
        if born is not None and local(time).date() < born:
            found.append(Problem("time_before_birth", name))
        if now is not None and time > now:
            found.append(Problem("time_in_future", name))
    return found


def _beside(episode: Episode, other: Episode) -> list[Problem]:
    began, before = _began(episode), _began(other)
    if began is None or before is None:
        return []
    until, other_until = _ended(episode), _ended(other)
    facts = {"other": other.id}
    if other_until is None and before <= began:
        return [Problem("episode_left_open", "last_seen", facts)]
    if until is None and began < before:
        return [Problem("episode_left_open", "returned", facts)]
    # Whoever came back at the very minute of going again was away twice, not at once.
    apart = (other_until is not None and other_until <= began) or (
        until is not None and until <= before
    )
    return [] if apart else [Problem("episodes_overlap", "last_seen", facts)]


def _began(episode: Episode) -> datetime | None:
    return episode.last_seen or episode.reported


def _ended(episode: Episode) -> datetime | None:
    return episode.returned or episode.found
