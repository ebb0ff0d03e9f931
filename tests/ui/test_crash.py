"""Claims about what nobody caught: a refusal of the world is said as one, and is no mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop.errors import RhiError, VaultError
from rhi_desktop.ui.crash import NOTE, LastResort
from rhi_desktop.ui.widgets.banner import Said


@pytest.mark.parametrize("opened", [True, False])
def test_a_refusal_that_nobody_caught_is_no_mistake(tmp_path: Path, *, opened: bool) -> None:
    """An open vault says it; without one it is noted and told like everything else."""
    told: list[Said] = []
    heard: list[RhiError] = []

    def refuse(error: RhiError) -> bool:
        heard.append(error)
        return opened

    resort = LastResort(lambda: True, told.append, tmp_path, refuse)
    refused = VaultError("vault_damaged")
    resort.take(VaultError, refused, None)
    assert heard == [refused]
    assert bool(told) is not opened
    assert (tmp_path / NOTE).exists() is not opened
