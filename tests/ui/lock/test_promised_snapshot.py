"""Claims about the page of damage and what it promises: nobody gets something older unasked."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.errors import VaultError
from rhi_desktop.store import vault
from rhi_desktop.ui.lock.damaged_page import DamagedPage
from rhi_desktop.ui.widgets import Text
from rhi_desktop.workflow import casework, keeping, unlocking
from rhi_desktop.workflow.entries import NewCase
from tests.ui.access import shown
from tests.ui.lock.typing_in import PASSPHRASE


def _words(page: DamagedPage) -> str:
    return " ".join(one.text() for one in page.findChildren(Text) if one.isVisibleTo(page))


def test_the_next_older_one_is_offered_and_not_given(
    qtbot: QtBot, folder: Path, moment: Moment
) -> None:
    """The newest opens but is not whole: that is said, and the one before it waits for a choice."""
    key = vault.unlock(folder, PASSPHRASE)
    for number in range(2):
        at = Moment(moment.now + timedelta(days=number), moment.draw)
        ws = unlocking.open_workspace(folder, key)
        for case in range(20):
            casework.add_case(ws, NewCase(f"R-{number}{case:03d}", Child("A.B.")), at)
        unlocking.close(ws)
        keeping.take_snapshot(folder, key, at)
    newest = folder / "snapshots" / "00000002.snapshot"
    with newest.open("r+b") as file:
        file.seek(newest.stat().st_size // 2)
        file.write(bytes(100))
    os.utime(newest, (at.now.timestamp(), at.now.timestamp()))
    page = DamagedPage(folder, key, VaultError("vault_damaged"), lambda: moment)
    qtbot.addWidget(page)
    shown(page)
    qtbot.waitUntil(page.restore.isVisible, timeout=20_000)
    assert "Wednesday 11 March" in page.restore.text()
    page.restore.click()
    qtbot.waitUntil(lambda: "Tuesday 10 March" in page.restore.text(), timeout=20_000)
    assert "cannot be read whole" in _words(page)
    assert "20 cases" in _words(page)
    assert not list(folder.parent.glob("*-restored*"))
    with qtbot.waitSignal(page.unlocked, timeout=20_000) as opened:
        page.restore.click()
    (ws,) = opened.args
    assert len(casework.list_cases(ws, moment.now)) == 20
    unlocking.close(ws)
