"""Owns the price of a guess in tests of pages: the least that is accepted."""

from __future__ import annotations

import pytest

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.workflow import keyholding, unlocking

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
