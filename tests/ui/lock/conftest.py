"""Owns the vault that the tests of the way in open."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import vault
from rhi_desktop.workflow import unlocking
from tests.ui.lock.typing_in import PASSPHRASE, SAM


@pytest.fixture
def folder(tmp_path: Path, moment: Moment) -> Path:
    """A vault with the least cost that is accepted."""
    made = tmp_path / "vaults" / "notes.rhivault"
    key = vault.create(made, PASSPHRASE, moment, cost=FLOOR)
    unlocking.settle_in(made, key, SAM, moment)
    return made
