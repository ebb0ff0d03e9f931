"""Owns reading what figures are counted from: times away that ended in a stretch of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.counting import TimeAway
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.interview import Interview
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault

AT_ONCE = 500
"""So many times away are read with all that belongs to them; whoever waits can stop in between."""


def ended_between(vault: Vault, begins: datetime, ends: datetime) -> Iterator[tuple[TimeAway, ...]]:
    """Every time away whose return lies in it, the end not included, some at a time."""
    rows = vault.connection.rows(
        "SELECT body FROM episodes WHERE body ->> '$.returned' >= ? AND body ->> '$.returned' < ?",
        str(to_plain(begins)),
        str(to_plain(ends)),
    )
    episodes = [reading.value_of(Episode, row[0]) for row in rows]
    for at in range(0, len(episodes), AT_ONCE):
        yield _with_all(vault, episodes[at : at + AT_ONCE])


def _with_all(vault: Vault, episodes: list[Episode]) -> tuple[TimeAway, ...]:
    ids = [one.id for one in episodes]
    cases = sorted({one.case_id for one in episodes})
    attempts = reading.children_of(vault, Kind.ATTEMPT, "episode_id", ids, Attempt)
    interviews = reading.children_of(vault, Kind.INTERVIEW, "case_id", cases, Interview)
    return tuple(
        TimeAway(
            one,
            attempts.get(one.id, ()),
            tuple(head for head in interviews.get(one.case_id, ()) if one.id in head.episode_ids),
        )
        for one in episodes
    )
