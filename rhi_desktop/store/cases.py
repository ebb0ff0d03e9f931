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
# Three parts, each along an index to its very end, so that a page reads what it shows.
_WAITING = "r.started_at IS NULL AND r.stopped_at IS NULL AND r.returned IS NOT NULL"
_REST = "(r.started_at IS NOT NULL OR r.stopped_at IS NOT NULL OR r.returned IS NULL)"
_WHICH = (
    f" WHERE {_WAITING} AND r.returned > ?1",
    f" WHERE {_WAITING} AND r.returned <= ?1",
    f" WHERE {_REST} AND ?1 IS NOT NULL",
)
_ALONG = (
    " ORDER BY r.returned, r.case_id",
    " ORDER BY r.returned DESC, r.case_id DESC",
    " ORDER BY r.saved_at DESC, r.case_id DESC",
)
# Of a bare parameter the engine asks the value when it prepares, and so prepares at every call.
_MOST = " LIMIT ?2 + 0"
PARTS = tuple(
    f"{_ROWS}{which}{order}{_MOST} OFFSET ?3" for which, order in zip(_WHICH, _ALONG, strict=True)
)
_SIZES = tuple(f"SELECT count(*) FROM case_rows AS r{which}" for which in _WHICH)  # noqa: S608  ours
# The same order, for what was found anywhere.
_ORDER = (
    f" ORDER BY CASE WHEN {_REST} THEN 2 WHEN r.returned > ?1 THEN 0 ELSE 1 END,"
    f" CASE WHEN NOT {_REST} AND r.returned > ?1 THEN r.returned END,"
    f" CASE WHEN NOT {_REST} THEN r.returned ELSE r.saved_at END DESC,"
    f" CASE WHEN NOT {_REST} AND r.returned > ?1 THEN r.case_id END, r.case_id DESC"
)
_THESE = " WHERE r.case_id IN (SELECT value FROM json_each(?2))"
_FOUND = "SELECT case_id FROM case_rows AS r WHERE ?1 IS NOT NULL AND ?2 IS NOT NULL"
# Each case has its row; along the identifiers of the cases fewer pages are read.
_ALL = "SELECT count(*) FROM cases"
_COUNT = "SELECT count(*) FROM case_rows AS r WHERE 1"
_WORD = " AND instr(r.sought, ?) > 0"
# What `CaseRow.unexplained` says of one row, asked of all: a talk was required, heard or settled
# too late or neither until now, and nobody said why. Times are reckoned with only where they must.
_UNEXPLAINED = (
    " AND r.late IS NULL AND r.outcome IS NOT 'not_required'"
    " AND CASE WHEN coalesce(r.started_at, r.stopped_at) IS NULL THEN r.returned < ?"
    " ELSE unixepoch(coalesce(r.started_at, r.stopped_at), 'subsec')"
    " > unixepoch(r.returned, 'subsec') + ? END"
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
        return _WORD * len(words) + _UNEXPLAINED, [*words, self.cutoff, self.hours * 3600]


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
    if narrower:
        most = -1 if limit is None else limit + skip
        ask = f"{_FOUND}{narrower}{_ORDER}{_MOST}"
        ids = [str(row[0]) for row in vault.connection.rows(ask, wanted.cutoff, most, *values)]
        these = dumps([*ids[skip:]]).decode()
        found = vault.connection.rows(_ROWS + _THESE + _ORDER, wanted.cutoff, these)
    else:
        found = _page(vault, wanted.cutoff, limit, skip)
    return tuple(_entry(row) for row in found)


def _page(vault: Vault, cutoff: str, limit: int | None, skip: int) -> list[Row]:
    found: list[Row] = []
    most = -1 if limit is None else limit
    for part, size in zip(PARTS, _SIZES, strict=True):
        here = vault.connection.rows(part, cutoff, most - len(found), skip)
        if here:
            found, skip = found + here, 0
        elif skip:
            skip -= vault.connection.number(size, cutoff)
    return found


def count(vault: Vault, wanted: Wanted = EVERY) -> int:
    """How many cases of the vault are wanted."""
    narrower, values = wanted.conditions()
    if not narrower:
        return vault.connection.number(_ALL)
    return vault.connection.number(_COUNT + narrower, *values)


def running(vault: Vault, wanted: Wanted) -> int:
    """How many clocks run at the time of `wanted`, among all cases."""
    return vault.connection.number(_SIZES[0], wanted.cutoff)


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
