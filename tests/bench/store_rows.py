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
from tests.bench import nation, page_rows, world
from tests.bench.floors import BareCipher, PlainCopy
from tests.bench.measure import Bar, Row, in_turns, timed
from tests.bench.world import NOW, World

FIRST_PAGE = 50
SMALL_CHILDREN = 358
"""About 1,000 episodes."""
MANY, NONE = "ro", "zzzz"
"""A part of one name in eight, and what nobody is called."""
WORDS = "She said the bus was late and she walked along the river until it got dark."


def rows(big: World, work: Path, seed: str) -> Iterator[Row]:
    """Every row about the vault, on a vault of the size asked for."""
    with big.opened() as ws:
        yield from page_rows.rows(ws)
        yield from lists(ws, work)
        yield _keep(ws, work, seed)
        small = nation.make(work / "small.rhivault", f"{seed}/small", SMALL_CHILDREN)
        with small.opened() as other:
            yield _growth(ws, other, seed)


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


def lists(ws: Workspace, work: Path) -> Iterator[Row]:
    """The first page of the list, of a search that finds many, and of one that finds one."""
    reference = casework.list_cases(ws, NOW, limit=FIRST_PAGE)[-1].reference
    searches = {"search, many": MANY, "search, one": reference.lower(), "search, none": NONE}
    with closing(PlainCopy(ws, work / "plain.db")) as plain:
        yield _list(ws, plain, "case list", "", 150)
        for name, words in searches.items():
            yield _list(ws, plain, name, words, 50)


def _list(ws: Workspace, plain: PlainCopy, name: str, words: str, most: float) -> Row:
    def ask(one: Workspace) -> object:
        return casework.list_cases(one, NOW, words, limit=FIRST_PAGE)

    bare = plain.asker(ask, NOW)
    if bare() != list(casework.list_cases(ws, NOW, words, limit=FIRST_PAGE)):
        raise RuntimeError("the floor gives other values")
    ours, floor = in_turns(lambda: timed(lambda: ask(ws)), lambda: timed(bare), times=40, warm=3)
    what = f"first page of a search for {words!r}" if words else "first page of the list"
    bar = Bar(ratio=2.5, most=most)
    return Row(name, what, bar, ours, floor, "the same statements and values on plain sqlite3")


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
