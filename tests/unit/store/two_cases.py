"""Owns two whole cases in one vault, of which one is removed."""

from __future__ import annotations

import shutil
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from rhi_desktop.domain.record import Kind
from rhi_desktop.store import (
    drafts,
    records,
)
from rhi_desktop.store.connection import Row
from rhi_desktop.store.vault import Vault, VaultKey, open_vault
from tests.unit.store import papers, samples, whole
from tests.unit.store.samples import ME, Days, Talk, start

CANARY = "CANARY-of-the-case"
OF_EVERYBODY = {"vault", "journal", "card_log", "sent", "cards", "owner", "purges", "purge_rest"}


@dataclass(frozen=True, slots=True)
class Two:
    """Two cases with everything: one that goes and one that stays."""

    vault: Vault
    goes: Talk
    stays: Talk


@dataclass(frozen=True, slots=True)
class Made:
    """A closed vault that every test copies, who is in it, and the day after."""

    folder: Path
    key: VaultKey
    goes: Talk
    stays: Talk
    days: Days


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Both sealed, signed, answered and given out, with half-typed words."""
    folder, days = tmp_path_factory.mktemp("two") / "ours.rhivault", Days()
    key = samples.make(folder, days)
    vault = open_vault(folder, key)
    with vault.transaction():
        goes, stays = (
            start(vault, days, "R-0001", CANARY),
            start(vault, days, "R-0002", "Ann"),
        )
        for talk in (goes, stays):
            _fill(vault, talk, days)
        drafts.put(vault, "episode/new/new/name", "somebody else", 1, days())
    vault.close()
    return Made(folder, key, goes, stays, days)


@pytest.fixture
def key(made: Made, folder: Path) -> VaultKey:
    """Opens the copy of this test."""
    shutil.copytree(made.folder, folder)
    return made.key


@pytest.fixture
def days(made: Made) -> Days:
    """Moments that go on after the vault was made."""
    return copy(made.days)


@pytest.fixture
def two(made: Made, vault: Vault) -> Two:
    """A copy for this test, open."""
    return Two(vault, made.goes, made.stays)


def _fill(vault: Vault, talk: Talk, days: Days) -> None:
    whole.fill(vault, talk, days)
    samples.keep(vault, talk, f"{talk.case.child.called} said so", days())
    moved = replace(talk.case, lives_at=f"with {talk.case.child.called}")
    records.save(vault, Kind.CASE, talk.case_id, moved, ME.id, days())
    samples.seal(vault, talk, days())
    samples.log_everything(vault, talk, days)
    samples.sign(vault, talk, talk.case.child.called.encode() * 900, days())
    papers.fill(vault, talk, talk.case.child.called, days)
    drafts.put(vault, f"capture/{talk.id}/line", talk.case.child.called, 1, days())


def everything(vault: Vault) -> dict[str, list[Row]]:
    """Every row of every table."""
    found = vault.connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: sorted(vault.connection.rows(f"SELECT * FROM {name}"), key=repr)  # noqa: S608 - ours
        for name in (str(row[0]) for row in found)
        if name != "place"
    }
