"""Owns the vault that the tests of the store open: a real file with a cheap passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rhi_desktop.store.vault import Vault, VaultKey, open_vault
from tests.unit.store.samples import Days, Talk, keep, make, start


@pytest.fixture
def days() -> Days:
    """Moments a minute apart."""
    return Days()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the vault stands."""
    return tmp_path / "ours.rhivault"


@pytest.fixture
def key(folder: Path, days: Days) -> VaultKey:
    """A vault was made; this opens it."""
    return make(folder, days)


@pytest.fixture
def vault(folder: Path, key: VaultKey) -> Iterator[Vault]:
    """An open vault, closed at the end."""
    opened = open_vault(folder, key)
    yield opened
    opened.close()


@pytest.fixture
def talk(vault: Vault, days: Days) -> Talk:
    """An interview under way in that vault."""
    return start(vault, days)


@pytest.fixture
def worked(folder: Path, key: VaultKey, days: Days) -> Iterator[tuple[Vault, Talk]]:
    """An open vault with a talk of twenty lines."""
    opened = open_vault(folder, key)
    talk = start(opened, days)
    for number in range(20):
        keep(opened, talk, f"line {number} " + "x" * 300, days())
    yield opened, talk
    opened.close()
