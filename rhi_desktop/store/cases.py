"""Owns what the list of cases shows: one row per case with its newest episode, searched and cut."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.store.connection import Row, Value
from rhi_desktop.store.listing import folded
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.reading import value_of

MOST_WORDS = 5

_ROWS = (
    "SELECT r.case_id, r.reference, r.initials, r.called, r.born, e.body, r.attempts,"
    " r.interview_id, r.started_at, r.stage, r.saved_at, r.outcome, r.stopped_at"
    " FROM case_rows AS r LEFT JOIN episodes AS e ON e.id = r.episode_id"
)
# A clock that still runs comes first, the least time left on top; then those that have passed,
# the newest on top; then whatever has no clock, was heard or settled, by when it was last saved.
_SETTLED = "(r.started_at IS NOT NULL OR r.stopped_at IS NOT NULL)"
_ORDER = (
    f" ORDER BY CASE WHEN r.returned IS NULL OR {_SETTLED} THEN 2"
    " WHEN r.returned > ?1 THEN 0 ELSE 1 END,"
    f" CASE WHEN NOT {_SETTLED} AND r.returned > ?1 THEN r.returned END,"
    f" CASE WHEN NOT {_SETTLED} THEN r.returned END DESC, r.saved_at DESC, r.case_id"
)
# The same order in three parts, each along an index, so that a first page reads what it shows.
_WAITING = (
    "SELECT case_id FROM case_rows"
    " WHERE started_at IS NULL AND stopped_at IS NULL AND returned IS NOT NULL"
)
PARTS = (
    f"{_WAITING} AND returned > ?1 ORDER BY returned LIMIT ?2",
    f"{_WAITING} AND returned <= ?1 ORDER BY returned DESC LIMIT ?2",
    (
        "SELECT case_id FROM case_rows"
        " WHERE (started_at IS NOT NULL OR stopped_at IS NOT NULL OR returned IS NULL)"
        " AND ?1 IS NOT NULL ORDER BY saved_at DESC LIMIT ?2"
    ),
)
_THESE = " WHERE r.case_id IN (SELECT value FROM json_each(?2))"
_RUNNING = (
    "SELECT count(*) FROM case_rows WHERE started_at IS NULL AND stopped_at IS NULL"
    " AND returned IS NOT NULL AND returned > ?"
)
_FOUND = "SELECT case_id FROM case_rows AS r WHERE ?1 IS NOT NULL AND ?2 IS NOT NULL"
_COUNT = "SELECT count(*) FROM case_rows AS r WHERE 1"
_WORD = " AND instr(r.sought, ?) > 0"
# What `CaseRow.unexplained` says of one row, asked of all: a talk was required, heard or settled
# too late or neither until now, and nobody said why.
_UNEXPLAINED = (
    " AND r.late IS NULL AND r.outcome IS NOT 'not_required' AND r.returned IS NOT NULL"
    " AND unixepoch(coalesce(r.started_at, r.stopped_at, ?), 'subsec')"
    " > unixepoch(r.returned, 'subsec') + ?"
)


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """What the list needs of one case.

    `stage` says how far the interview about the newest episode has come: new, tried, offered,
    prepared, talking, ended (without a talk), sealed, signed, returned or countersigned.
    """

    case_id: CaseId
    reference: str
    initials: str = field(repr=False)
    called: str = field(repr=False)
    born: date | None = field(repr=False)
    episode: Episode | None
    attempts: int
    """Of the newest episode."""
    interview_id: InterviewId | None
    """Of the newest interview about the newest episode."""
    started_at: datetime | None
    """When the child was first heard about the newest episode."""
    stage: str
    saved_at: datetime
    """When anything of the case was last saved, right to the minute."""
    outcome: Outcome | None = None
    """Of that newest interview."""
    stopped_at: datetime | None = None
    """When that interview settled that no talk is held: the clock stops, and is not met."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases: those whose reference, initials or name holds every word of `search`.

    `hours` says how long a clock runs until it has passed at `now`. With `unexplained` only those
    that it passed for and nobody said why.
    """

    search: str = ""
    now: datetime | None = None
    hours: int = 0
    unexplained: bool = False

    @property
    def cutoff(self) -> str:
        """A return before this has passed; without a time all clocks count as running."""
        if self.now is None:
            return ""
        return str(to_plain(self.now - timedelta(hours=self.hours)))

    def conditions(self) -> tuple[str, list[Value]]:
        """What narrows the list, in SQL, and its values; empty for all cases."""
        words = folded(self.search).split()[:MOST_WORDS]
        if not self.unexplained:
            return _WORD * len(words), [*words]
        now = "" if self.now is None else str(to_plain(self.now))
        return _WORD * len(words) + _UNEXPLAINED, [*words, now, self.hours * 3600]


EVERY = Wanted()
"""All cases, in the order in which they were last saved."""


def rows(
    vault: Vault, wanted: Wanted = EVERY, *, limit: int | None = None, skip: int = 0
) -> tuple[CaseEntry, ...]:
    """One entry per case that is wanted.

    Clocks that run come first, least time left on top, then those that have passed, then the
    rest. `limit` and `skip` keep a page of them cheap in a vault of any size.
    """
    narrower, values = wanted.conditions()
    if not narrower and limit is None and not skip:
        found = vault.connection.rows(_ROWS + _ORDER, wanted.cutoff)
    else:
        most = -1 if limit is None else limit + skip
        if narrower:
            ask = f"{_FOUND}{narrower}{_ORDER} LIMIT ?2"
            ids = [str(row[0]) for row in vault.connection.rows(ask, wanted.cutoff, most, *values)]
        else:
            ids = _page(vault, wanted.cutoff, most)
        these = dumps([*ids[skip:]]).decode()
        found = vault.connection.rows(_ROWS + _THESE + _ORDER, wanted.cutoff, these)
    return tuple(_entry(row) for row in found)


def _page(vault: Vault, cutoff: str, most: int) -> list[str]:
    ids: list[str] = []
    for part in PARTS:
        ids += [str(row[0]) for row in vault.connection.rows(part, cutoff, most - len(ids))]
    return ids


def count(vault: Vault, wanted: Wanted = EVERY) -> int:
    """How many cases of the vault are wanted."""
    narrower, values = wanted.conditions()
    return vault.connection.number(_COUNT + narrower, *values)


def running(vault: Vault, wanted: Wanted) -> int:
    """How many clocks run at the time of `wanted`, among all cases."""
    return vault.connection.number(_RUNNING, wanted.cutoff)


def _entry(row: Row) -> CaseEntry:
    case_id, reference, initials, called, born, episode, attempts, interview, started = row[:9]
    return CaseEntry(
        case_id=CaseId(str(case_id)),
        reference=str(reference),
        initials=str(initials),
        called=str(called),
        born=date.fromisoformat(str(born)) if born else None,
        episode=value_of(Episode, episode) if episode else None,
        attempts=attempts if isinstance(attempts, int) else 0,
        interview_id=InterviewId(str(interview)) if interview else None,
        started_at=datetime.fromisoformat(str(started)) if started else None,
        stage=str(row[9]),
        saved_at=datetime.fromisoformat(str(row[10])),
        outcome=Outcome(str(row[11])) if row[11] else None,
        stopped_at=datetime.fromisoformat(str(row[12])) if row[12] else None,
    )
