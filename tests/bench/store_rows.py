"""Owns the rows about the vault: unlocking, keeping, listing, searching, and growth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.line import Typed, Voice
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import world
from tests.bench.floors import BareCipher, PlainCopy
from tests.bench.measure import Bar, Row, alone, in_turns, timed
from tests.bench.world import NOW, World

FIRST_PAGE = 50
SMALL_CHILDREN = 358
"""About 1,000 episodes."""
MANY_EPISODES = 156
SEARCH = "ro 19"
"""A part of a name and a part of a reference."""
WORDS = "She said the bus was late and she walked along the river until it got dark."


def rows(big: World, work: Path, seed: str) -> Iterator[Row]:
    """Every row about the vault, on a vault of the size asked for."""
    yield unlock(big)
    with big.opened() as ws:
        yield _keep(ws, work, seed)
        yield from _lists(ws, work)
        yield many_episodes(ws, seed)
        small = world.make(work / "small.rhivault", f"{seed}/small", SMALL_CHILDREN)
        with small.opened() as other:
            yield _growth(ws, other, seed)


def unlock(big: World) -> Row:
    """From the derived key to the first page of the list."""

    def open_and_list() -> None:
        with big.opened() as ws:
            casework.list_cases(ws, NOW, limit=FIRST_PAGE)

    samples = alone(lambda: timed(open_and_list), 20)
    return Row("unlock", "key derived, to the first page of the list", Bar(most=150), samples)


def _keeper(ws: Workspace, seed: str) -> tuple[InterviewId, Iterator[Typed]]:
    typed = (Typed(Voice.CHILD, f"{WORDS} {number}") for number in count())
    return world.start_interview(ws, seed), typed


def _keep(ws: Workspace, work: Path, seed: str) -> Row:
    interview, typed = _keeper(ws, f"{seed}/keep")
    at = world.moment(f"{seed}/keep/lines", 1)
    with closing(BareCipher(work / "bare.db")) as bare:
        ours, floor = in_turns(
            lambda: timed(lambda: interviewing.keep_line(ws, interview, next(typed), at)),
            lambda: timed(lambda: bare.keep(WORDS)),
            times=400,
            warm=20,
        )
    bar = Bar(ratio=3, p99=16)
    what = "Enter to committed, journal and history included"
    return Row("keep a line", what, bar, ours, floor, "one bare SQLCipher insert and commit")


def _lists(ws: Workspace, work: Path) -> Iterator[Row]:
    with closing(PlainCopy(ws, work / "plain.db")) as plain:
        yield _list(ws, plain, "case list", "first page of the list", "", 150)
        what = f"first page of a search for {SEARCH!r}"
        yield _list(ws, plain, "search", what, SEARCH, 50)


def _list(ws: Workspace, plain: PlainCopy, name: str, what: str, search: str, most: float) -> Row:
    def ask(one: Workspace) -> object:
        return casework.list_cases(one, NOW, search, limit=FIRST_PAGE)

    bare = plain.asker(ask)
    ours, floor = in_turns(lambda: timed(lambda: ask(ws)), lambda: timed(bare), times=40, warm=3)
    bar = Bar(ratio=2.5, most=most)
    return Row(name, what, bar, ours, floor, "the same statements on plain sqlite3")


def many_episodes(ws: Workspace, seed: str) -> Row:
    """The page of a child who went missing very often."""
    at = world.moment(f"{seed}/many")
    with ws.store.transaction():
        case_id = world.add_child(ws, at, 999_999, MANY_EPISODES)
    samples = alone(lambda: timed(lambda: casework.open_case(ws, case_id, NOW)), 30)
    what = f"everything the page of a child with {MANY_EPISODES} episodes shows"
    return Row("many episodes", what, Bar(most=150), samples)


def _growth(big: Workspace, small: Workspace, seed: str) -> Row:
    here, typed = _keeper(big, f"{seed}/growth")
    there, others = _keeper(small, f"{seed}/growth")
    at = world.moment(f"{seed}/growth/lines", 2)
    ours, floor = in_turns(
        lambda: timed(lambda: interviewing.keep_line(big, here, next(typed), at)),
        lambda: timed(lambda: interviewing.keep_line(small, there, next(others), at)),
        times=300,
        warm=20,
    )
    what = "keep a line in this vault"
    return Row("growth", what, Bar(ratio=1.5), ours, floor, "the same at about 1,000 episodes")
