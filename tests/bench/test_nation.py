"""The vaults that are measured: a nation's figures to the child, real records, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.store import journal
from rhi_desktop.store.tables import NOUNS
from tests.bench import kept, nation, page_rows, store_rows
from tests.bench.world import QUICK, World

CHILDREN = 60


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A nation of sixty, kept."""
    return kept.kept(tmp_path_factory.mktemp("vaults"), "small", CHILDREN, QUICK)


def test_a_nation_is_dealt_to_the_child() -> None:
    """51,408 children and 143,453 episodes; one child with 156 and about half with one."""
    counts = nation.deal(nation.CHILDREN)
    assert (len(counts), sum(counts)) == (51_408, 143_453)
    assert (counts.count(156), max(counts), min(counts)) == (1, 156, 1)
    assert 0.4 < counts.count(1) / len(counts) < 0.6
    assert sum(counts[: len(counts) // 20]) > sum(counts) / 5


@pytest.mark.parametrize("children", [2, 12, 60, 358])
def test_a_small_nation_has_its_share(children: int) -> None:
    """The mean is the same, and nobody is left without an episode."""
    counts = nation.deal(children)
    assert (len(counts), sum(counts)) == (children, round(children * 143_453 / 51_408))
    assert min(counts) == 1


def test_what_is_measured_is_what_the_product_writes(small: World) -> None:
    """Every digest and link holds, every child stands in the list, and talks have their tables."""
    with small.opened() as ws:
        journal.check(ws.store)
        connection = ws.store.connection
        held = {
            one.table: connection.number(f"SELECT count(*) FROM {one.table}")  # noqa: S608 - ours
            for one in NOUNS.values()
        }
        assert connection.number("SELECT count(*) FROM case_rows") == held["cases"] == CHILDREN
        assert held["episodes"] == sum(nation.deal(CHILDREN))
        assert min(held[name] for name in ("interviews", "lines", "answers", "plan_lines")) > 0
        assert ws.store.connection.number("SELECT count(*) FROM history") > 0


def test_a_vault_is_made_once(small: World) -> None:
    """The next run finds it; another seed, size or generator does not."""
    folder = small.folder.parent.parent
    again = kept.kept(folder, "small", CHILDREN, QUICK)
    assert (again.folder, again.key.master) == (small.folder, small.key.master)
    assert kept.mark("small") != kept.mark("large")
    assert [one.name for one in folder.iterdir()] == [f"{CHILDREN}-{kept.mark('small')}"]


def test_every_row_about_the_vault_can_be_taken(small: World, tmp_path: Path, qtbot: QtBot) -> None:
    """Whatever its figure; and the floor of a list gives the very same values."""
    assert qtbot is not None
    with kept.copy(small, tmp_path / "copy.rhivault").opened() as ws:
        found = [*page_rows.rows(ws, times=1), *store_rows.lists(ws, tmp_path)]
    assert [row.name for row in found] == [
        *("list painted", "many episodes", "case list"),
        *("search, many", "search, one", "search, none"),
    ]
    assert all(min(row.ours) > 0 for row in found)
