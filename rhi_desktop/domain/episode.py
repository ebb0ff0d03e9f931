"""Owns a missing episode: last seen, reported, found, returned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from itertools import pairwise

from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.domain.plain import later
from rhi_desktop.errors import Problem


class Accuracy(Enum):
    """How well the return time is known."""

    EXACT = "exact"
    DATE_ONLY = "date_only"
    """Only the date is known: counted from 00:00 local time, the strictest reading."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One time away. Found and returned are different moments; only a return starts the clock.

    All times are UTC. A missing time is not known; it is never guessed.
    """

    id: EpisodeId
    case_id: CaseId
    last_seen: datetime | None = None
    reported: datetime | None = None
    found: datetime | None = None
    returned: datetime | None = None
    accuracy: Accuracy = Accuracy.EXACT
    reported_by: str = field(default="", repr=False)
    police_reference: str = field(default="", repr=False)
    known_before: str = field(default="", repr=False)
    """What others told the interviewer before the talk; never shown to the child as fact."""
    late: LateReason | None = later(None)
    """Why the hours pass or passed without a talk. It stops no clock."""
    late_words: str = later("")


def check_times(episode: Episode) -> list[Problem]:
    """What is odd about the times. Nothing is corrected; every finding names the later field."""
    order = (
        ("last_seen", episode.last_seen),
        ("found", episode.found),
        ("returned", episode.returned),
    )
    known = [(name, time) for name, time in order if time is not None]
    problems = [
        Problem("times_out_of_order", later, {"earlier": earlier})
        for (earlier, first), (later, second) in pairwise(known)
        if second < first
    ]
    reported, seen = episode.reported, episode.last_seen
    if reported is not None and seen is not None and reported < seen:
        problems.append(Problem("times_out_of_order", "reported", {"earlier": "last_seen"}))
    if episode.returned is None:
        problems.append(Problem("return_time_missing", "returned"))
    return problems
