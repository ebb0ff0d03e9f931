"""The measuring itself: figures are what they say, and a missed bar is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop.domain.line import Voice
from rhi_desktop.workflow import signing
from tests.bench import table, talk, world
from tests.bench.measure import Bar, Row, in_turns, quantile


def test_the_ratio_is_taken_pair_by_pair() -> None:
    """A slow moment that hits both of a pair leaves the ratio as it is."""
    row = Row("a", "b", Bar(ratio=2), ours=[2.0, 20.0, 2.2], floor=[1.0, 10.0, 1.0])
    assert row.ratio == pytest.approx(2.0)
    assert row.misses() == []


def test_a_missed_bar_is_named() -> None:
    """Ratio, median and p99 each have their own bar."""
    row = Row("a", "b", Bar(ratio=1.5, most=1, p99=3), ours=[2.0] * 99 + [5.0], floor=[1.0] * 100)
    assert row.misses() == ["2.00x, 1.5x allowed", "2.0 ms, 1 allowed"]
    assert Row("a", "b", Bar(p99=3), ours=[5.0]).misses() == ["p99 5.0 ms, 3 allowed"]


@pytest.mark.parametrize(("share", "wanted"), [(0.99, 99), (0.5, 50), (1.0, 100), (0.001, 1)])
def test_a_quantile_is_one_of_the_samples(share: float, wanted: int) -> None:
    """No figure is invented between two samples."""
    assert quantile(list(range(1, 101)), share) == wanted


def test_ours_and_the_floor_take_turns() -> None:
    """Neither is always first, and what warms up is not counted."""
    order: list[str] = []

    def note(who: str) -> float:
        order.append(who)
        return float(len(order))

    ours, floor = in_turns(lambda: note("o"), lambda: note("f"), times=4)
    assert "".join(order) == "of" + "fo" + "of" + "fo" + "of"
    assert (len(ours), len(floor)) == (4, 4)


def test_a_row_without_floor_says_so() -> None:
    """The table never pretends to a comparison."""
    shown = table.text([Row("a", "b", Bar(), ours=[1.0])])
    assert "a: b; floor: no floor yet" in shown


def test_the_measured_talk_can_be_sealed(tmp_path: Path) -> None:
    """It has a line in every voice and no gap."""
    made = world.make(tmp_path / "talk.rhivault", "talk")
    with made.opened() as ws:
        interview = world.start_interview(ws, "talk/one")
        draft = talk.talk(ws, interview, 10, world.moment("talk/lines", 90))
        assert {line.voice for line in draft.account.lines} == set(Voice)
        signing.seal(ws, draft, world.moment("talk/seal", 91))
