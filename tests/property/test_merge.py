"""Claims about every merge: again changes nothing, order does not matter, nothing is lost."""

from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.domain.exchange import Standing
from rhi_desktop.domain.record import Kind, Record
from tests.unit.sync import whole
from tests.unit.sync.people import case_records, edited, line_record
from tests.unit.sync.shelf import Shelf, applied, plan, shelf

HEAD = (*case_records()[:3], whole.first(Kind.DISCLOSURE, whole.DISCLOSURE))
Chain = tuple[Record, ...]


def chain(number: int, length: int, hand: str = "") -> Chain:
    """The first revisions of one line, by somebody."""
    made = [line_record(number)]
    for step in range(1, length):
        made.append(edited(made[-1], f"{hand}{step}"))
    return tuple(made)


CHAINS = [
    *(chain(number, 5) for number in (1, 2)),
    whole.chain(Kind.THREAD, 7, 5),
    whole.chain(Kind.ENTITY, 8, 5),
    (whole.first(Kind.DISCLOSURE_STEP, whole.STEP),),
]


def some(lengths: list[int]) -> list[Record]:
    """A bundle that holds so many revisions of each record of one history."""
    return [*HEAD, *(one for kept, n in zip(CHAINS, lengths, strict=True) for one in kept[:n])]


lengths = st.lists(st.integers(0, 5), min_size=len(CHAINS), max_size=len(CHAINS))
bundles = lengths.map(some)


@st.composite
def forks(draw: st.DrawFn) -> tuple[Shelf, list[Record]]:
    """A shelf and a bundle that went on apart from a common beginning, in some lines."""
    ours: list[Record] = list(HEAD)
    theirs: list[Record] = list(HEAD)
    for number in range(1, 5):
        kept = chain(number, 5)
        common = kept[: draw(st.integers(1, 3))]
        for hand, side in (("ours", ours), ("theirs", theirs)):
            side.extend(common)
            last = common[-1]
            for step in range(draw(st.integers(0, 2))):
                last = edited(last, f"{hand} {step}")
                side.append(last)
    return shelf(ours), theirs


@given(bundles, bundles)
def test_the_same_bundle_again_changes_nothing(first: list[Record], second: list[Record]) -> None:
    """Whatever came in between, and however often."""
    once = applied(applied({}, first), second)
    for records in (first, second, first):
        assert plan(once, records).changes == 0
        assert applied(once, records) == once


@given(bundles, bundles, bundles)
def test_the_order_of_bundles_does_not_matter(
    first: list[Record], second: list[Record], third: list[Record]
) -> None:
    """Bundles of one history end in the same vault, with the newest of each record."""
    ends = []
    for order in permutations([first, second, third]):
        held: Shelf = {}
        for records in order:
            assert plan(held, records).count(Standing.CONFLICT) == 0
            held = applied(held, records)
        ends.append(held)
    assert all(end == ends[0] for end in ends)
    every = {record.digest for records in (first, second, third) for record in records}
    assert {record.digest for kept in ends[0].values() for record in kept} == every


@given(forks())
def test_nothing_is_lost(both: tuple[Shelf, list[Record]]) -> None:
    """Everything that was here stays; everything that came is here or in the plan, as conflict."""
    held, records = both
    made = plan(held, records)
    assert {item.record.digest for item in made.items} == {record.digest for record in records}
    after = applied(held, records)
    for id_, kept in held.items():
        assert after[id_][: len(kept)] == kept
    here = {record.digest for kept in after.values() for record in kept}
    apart = {i.record.digest for i in made.items if i.standing is Standing.CONFLICT}
    assert {record.digest for record in records} <= here | apart
    assert not here & apart


@given(forks())
def test_a_conflict_stays_one_until_a_person_decides(both: tuple[Shelf, list[Record]]) -> None:
    """Importing again shows the same conflicts and writes nothing."""
    held, records = both
    before = plan(held, records)
    after = plan(applied(held, records), records)
    assert after.changes == 0
    assert after.count(Standing.CONFLICT) == before.count(Standing.CONFLICT)


@given(forks())
def test_every_chain_on_the_shelf_stays_whole(both: tuple[Shelf, list[Record]]) -> None:
    """Each revision names the one before it, after any import."""
    held, records = both
    for kept in applied(held, records).values():
        for before, after in pairwise(kept):
            assert after.previous == before.digest
            assert after.revision == before.revision + 1


@given(bundles.flatmap(lambda records: st.tuples(st.just(records), st.permutations(records))))
def test_the_order_inside_a_bundle_does_not_matter(
    both: tuple[list[Record], list[Record]],
) -> None:
    """The plan is sorted; a bundle is a set."""
    records, mixed = both
    assert plan({}, mixed).items == plan({}, records).items
