"""Owns vaults of a nation's size: so many children, their times away, and talks with some of them.

Every record goes the product's own way: digest, journal row, commit. As with a bundle that is
applied, the row of a child in the list is worked out once, after the last record of that child.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from rhi_desktop.crypto.digest import SALT_BYTES, with_digest
from rhi_desktop.crypto.kdf import Cost
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Case, Child
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.store import listing, records
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import talk, world
from tests.bench.world import NOW, QUICK, World
from tests.conftest import seeded_draw

CHILDREN, EPISODES = 51_408, 143_453
"""Reported missing in England and Wales in 2018/19, and how often."""
MOST_EPISODES = 156
SHAPE = 3.0
"""How steeply the share of children falls with the number of episodes: about half went once."""
TALKED = 200
"""Every so many children one has a sealed talk; every `TALKED * OPEN` the talk is still open."""
OPEN = 5
LINES = 12
AT_ONCE = 2_000
"""Children in one commit."""
YEAR = timedelta(days=365)
EPISODES_OF_A_CHILD = EPISODES / CHILDREN
LETTERS = "ABCDEFGHIJKLMNOPRSTW"
NAMES = ("Robin", "Sky", "Ash", "River", "Wren", "Jules", "Kit", "Marlow")


def deal(children: int) -> list[int]:
    """How many episodes each child has, most first: a long tail, and the exact sum of a nation.

    The first has 156, or as many as leave one for each other child.
    """
    total = round(children * EPISODES_OF_A_CHILD)
    most = min(MOST_EPISODES, total - children + 1)
    shares = [((position + 0.5) / children) ** (-1 / SHAPE) - 1 for position in range(children)]

    def dealt(scale: float) -> list[int]:
        return [most, *(min(most, 1 + int(scale * share)) for share in shares[1:])]

    low, high = 0.0, float(MOST_EPISODES)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(dealt(middle)) <= total else (low, middle)
    counts = dealt(low)
    missing, place = total - sum(counts), 1
    while missing:  # the next scale would be too much for all of them at once
        if counts[place] < most:
            counts[place], missing = counts[place] + 1, missing - 1
        place = place % (children - 1) + 1
    return counts


def make(folder: Path, seed: str, children: int, cost: Cost = QUICK) -> World:
    """A new vault with so many children, written down one after the other in the course of a year.

    In the order of their last returns: a clock that ran backwards could seal nothing.
    """
    made = world.make(folder, seed, cost)
    by_chance = seeded_draw(f"{seed}/counts")
    counts = sorted(deal(children), key=lambda _: by_chance(8))
    with made.opened() as ws:
        for start in range(0, children, AT_ONCE):
            with ws.store.transaction():
                for number in range(start, min(start + AT_ONCE, children)):
                    back = NOW - timedelta(hours=1) - YEAR * (children - number) / children
                    _Filling(ws, f"{seed}/{number}").add_child(number, back, counts[number])
    return made


@dataclass(frozen=True, slots=True)
class _Filling:
    """Writes the records of one child after the other."""

    ws: Workspace
    seed: str

    def add_child(self, number: int, newest: datetime, episodes: int) -> None:
        """The file of one child, the times away, and for some a talk about the last one."""
        at = Moment(newest + timedelta(hours=1), seeded_draw(self.seed))
        case_id = CaseId(at.fresh_id())
        self._write(Kind.CASE, case_id, _case(case_id, at), at)
        away = _times_away(newest, episodes, at)
        ids = [EpisodeId(at.fresh_id()) for _ in away]
        for episode_id, (seen, back) in zip(ids, away, strict=True):
            episode = Episode(episode_id, case_id, last_seen=seen, returned=back)
            self._write(Kind.EPISODE, case_id, episode, at)
        listing.refresh(self.ws.store, Kind.CASE, case_id, str(to_plain(at.now)))
        if number % TALKED == 1:
            self._talk(case_id, ids[-1], at, still_open=number % (TALKED * OPEN) == 1)

    def _write(self, kind: Kind, case_id: CaseId, value: Case | Episode, at: Moment) -> None:
        body = to_plain(value)
        assert isinstance(body, dict)
        record = Record(
            id=value.id,
            kind=kind,
            case_id=case_id,
            revision=1,
            previous="",
            author=self.ws.interviewer.id,
            device=self.ws.store.device,
            at=at.now,
            salt=at.draw(SALT_BYTES).hex(),
            body=body,
            digest="",
        )
        records.write(self.ws.store, with_digest(record))

    def _talk(self, case_id: CaseId, episode: EpisodeId, at: Moment, *, still_open: bool) -> None:
        interview = interviewing.start(self.ws, case_id, [episode], at)
        if still_open:
            talk.talk(self.ws, interview, LINES, at)
        else:
            talk.sealed(self.ws, interview, LINES, at)


def _case(case_id: CaseId, at: Moment) -> Case:
    pick = _picker(at)
    initials = f"{LETTERS[pick(len(LETTERS))]}.{LETTERS[pick(len(LETTERS))]}."
    born = date(NOW.year - 10 - pick(8), 1 + pick(12), 1 + pick(28))
    child = Child(initials, called=NAMES[pick(len(NAMES))], born=born)
    return Case(case_id, casework.new_reference(at), child)


def _times_away(newest: datetime, episodes: int, at: Moment) -> Sequence[tuple[datetime, datetime]]:
    """When a child was last seen and came back, each time away before the next, oldest first."""
    pick, back = _picker(at), newest
    found: list[tuple[datetime, datetime]] = []
    for _ in range(episodes):
        found.append((back - timedelta(hours=2 + pick(38)), back))
        back -= timedelta(days=2 + pick(38))
    return found[::-1]


def _picker(at: Moment) -> Callable[[int], int]:
    """Whole numbers below a limit, out of the moment's own randomness."""
    return lambda below: int.from_bytes(at.draw(4), "big") % below
