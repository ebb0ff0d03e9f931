"""Owns a vault at the least price of a guess that is accepted, and its recovery code."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import vault
from rhi_desktop.workflow import keyholding, unlocking
from rhi_desktop.workflow.keyholding import RecoveryCode
from tests.ui.lock.typing_in import PASSPHRASE, SAM

DEAR = (
    unlocking.create_vault,
    keyholding.change_passphrase,
    keyholding.recover,
    keyholding.replace_code,
)


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page makes costs what its test can wait for; what the product asks is tested below."""
    for verb in DEAR:
        defaults = verb.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "cost", FLOOR)


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
