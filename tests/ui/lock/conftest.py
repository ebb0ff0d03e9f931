"""Owns the vault that the tests of the way in open."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import vault
from rhi_desktop.workflow import keyholding, unlocking
from rhi_desktop.workflow.keyholding import RecoveryCode
from tests.ui.lock.cheap import _cheap
from tests.ui.lock.typing_in import PASSPHRASE, SAM

__all__ = ["_cheap"]


@pytest.fixture
def folder(tmp_path: Path, moment: Moment) -> Path:
    """A vault with the least cost that is accepted."""
    made = tmp_path / "vaults" / "notes.rhivault"
    key = vault.create(made, PASSPHRASE, moment, cost=FLOOR)
    unlocking.settle_in(made, key, SAM, moment)
    return made


@pytest.fixture
def code(folder: Path, moment: Moment) -> RecoveryCode:
    """The recovery code of that vault."""
    drawn = keyholding.new_code(moment)
    keyholding.replace_code(folder, PASSPHRASE, drawn, moment, cost=FLOOR)
    return drawn
