"""Removing any case of any vault leaves every other one byte for byte, and no page that held it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import drafts, given, journal, purging, records, snapshots
from rhi_desktop.store.connection import Row
from rhi_desktop.store.vault import Vault, VaultKey, open_vault
from tests.pages import frames, holding, pages
from tests.unit.store import papers, samples, whole
from tests.unit.store.samples import ME, Days, Talk
from tests.unit.store.two_cases import everything

CASES = 3
FOLDERS = count()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, VaultKey]:
    """One empty vault, copied for each example."""
    folder = tmp_path_factory.mktemp("empty") / "ours.rhivault"
    return folder, samples.make(folder, Days("purge"))


def _line(vault: Vault, talk: Talk, at: Moment) -> None:
    word = talk.case.child.called
    line = samples.keep(vault, talk, f"{word} " * 300, at)
    records.save(vault, Kind.LINE, talk.case_id, replace(line, words=f"{word} x"), ME.id, at)


def _answer(vault: Vault, talk: Talk, at: Moment) -> None:
    samples.answer(vault, talk, talk.case.child.called * 40, at)


def _card(vault: Vault, talk: Talk, at: Moment) -> None:
    card = whole.card(talk, f"{talk.case.child.called} {at.fresh_id()}", at)
    whole.put(vault, talk, Kind.ENTITY, card, at)


def _draft(vault: Vault, talk: Talk, at: Moment) -> None:
    key = f"capture/{talk.id}/{at.fresh_id()}"
    drafts.put(vault, key, talk.case.child.called * 20, 1, at)


def _paper(vault: Vault, talk: Talk, at: Moment) -> None:
    samples.sign(vault, talk, talk.case.child.called.encode() * 700, at)


def _change(vault: Vault, talk: Talk, at: Moment) -> None:
    moved = replace(talk.case, lives_at=f"with {talk.case.child.called}")
    records.save(vault, Kind.CASE, talk.case_id, moved, ME.id, at)


def _fact(vault: Vault, talk: Talk, at: Moment) -> None:
    whole.put(vault, talk, Kind.FACT, whole.fact(talk, None, at), at)


def _left(vault: Vault, talk: Talk, at: Moment) -> None:
    given.log(vault, papers.gave(talk.case_id, None, talk.case.child.called * 30, at.now))


Act = Callable[[Vault, Talk, Moment], None]
ACTS: tuple[Act, ...] = (_line, _answer, _card, _draft, _paper, _change, _fact, _left)


@settings(max_examples=5)
@for_all(
    steps=st.lists(
        st.tuples(st.integers(0, CASES - 1), st.sampled_from(ACTS)), min_size=6, max_size=30
    ),
    chosen=st.integers(0, CASES - 1),
    sealed=st.booleans(),
)
def test_one_goes_and_the_others_stay(
    empty: tuple[Path, VaultKey],
    steps: list[tuple[int, Act]],
    chosen: int,
    sealed: bool,  # noqa: FBT001 - a case of the test
) -> None:
    """Whatever happened to them in whatever order."""
    made, key = empty
    folder = made.with_name(f"{next(FOLDERS)}.rhivault")
    shutil.copytree(made, folder)
    vault, days = open_vault(folder, key), Days("steps")
    with vault.transaction():
        talks = [samples.start(vault, days, f"R-{one}", f"CANARY-{one}-") for one in range(CASES)]
        for which, act in steps:
            act(vault, talks[which], days())
        if sealed:
            samples.seal(vault, talks[chosen], days())
            papers.fill(vault, talks[chosen], talks[chosen].case.child.called, days)
    snapshots.take(folder, key)
    _remove(vault, talks[chosen], days())
    assert _pages_with(vault, talks[chosen].case.child.called) == 0
    vault.close()
    shutil.rmtree(folder)


def _remove(vault: Vault, talk: Talk, at: Moment) -> None:
    word, gone = talk.case.child.called, {talk.case_id, talk.id}
    before = _others(vault, word)
    purging.purge(vault, talk.case_id, ME.id, at)
    left = {name: [row for row in rows if not gone & set(row)] for name, rows in before.items()}
    assert _others(vault, word) == left
    assert word not in repr(everything(vault))
    journal.check(vault)
    assert purging.complete(vault)
    assert _others(vault, word) == left
    journal.check(vault)


def _others(vault: Vault, word: str) -> dict[str, list[Row]]:
    """Every row that says nothing of a case, but for what removing writes itself."""
    own = {"journal", "purges", "purge_rest"}
    return {
        name: [row for row in rows if word not in repr(row)]
        for name, rows in everything(vault).items()
        if name not in own
    }


def _pages_with(vault: Vault, word: str) -> int:
    wanted, key = (word.encode(), word.casefold().encode()), vault.keys
    found = holding(pages(vault.folder / "case.db", key.database_key()), wanted)
    found += holding(frames(vault.folder / "case.db-wal", key.database_key()), wanted)
    for snapshot in (vault.folder / snapshots.FOLDER).iterdir():
        found += holding(pages(snapshot, key.snapshot_key()), wanted)
    return found
