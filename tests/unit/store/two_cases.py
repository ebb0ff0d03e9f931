"""Owns two whole cases in one vault, of which one is removed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from rhi_desktop.domain.record import Kind
from rhi_desktop.store import (
    drafts,
    records,
)
from rhi_desktop.store.connection import Row
from rhi_desktop.store.vault import Vault
from tests.unit.store import samples, whole
from tests.unit.store.samples import ME, Days, Talk, start

CANARY = "CANARY-of-the-case"
OF_EVERYBODY = {"vault", "journal", "card_log", "sent", "cards", "owner", "purges", "purge_rest"}


@dataclass(frozen=True, slots=True)
class Two:
    """Two cases with everything: one that goes and one that stays."""

    vault: Vault
    goes: Talk
    stays: Talk


@pytest.fixture
def two(vault: Vault, days: Days) -> Two:
    """Both sealed, signed, answered and given out, with half-typed words."""
    goes, stays = (
        start(vault, days, "R-0001", CANARY),
        start(vault, days, "R-0002", "Ann"),
    )
    with vault.transaction():
        for talk in (goes, stays):
            _fill(vault, talk, days)
    drafts.put(vault, "episode/new/new/name", "somebody else", 1, days())
    return Two(vault, goes, stays)


def _fill(vault: Vault, talk: Talk, days: Days) -> None:
    whole.fill(vault, talk, days)
    samples.keep(vault, talk, f"{talk.case.child.called} said so", days())
    moved = replace(talk.case, lives_at=f"with {talk.case.child.called}")
    records.save(vault, Kind.CASE, talk.case_id, moved, ME.id, days())
    samples.seal(vault, talk, days())
    samples.log_everything(vault, talk, days)
    samples.sign(vault, talk, talk.case.child.called.encode() * 900, days())
    drafts.put(vault, f"capture/{talk.id}/line", talk.case.child.called, 1, days())


def everything(vault: Vault) -> dict[str, list[Row]]:
    """Every row of every table."""
    found = vault.connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: sorted(vault.connection.rows(f"SELECT * FROM {name}"), key=repr)  # noqa: S608 - ours
        for name in (str(row[0]) for row in found)
        if name != "place"
    }
