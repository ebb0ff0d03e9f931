"""Owns an open vault of the least cost, and its page of passphrase and recovery code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import vault
from rhi_desktop.ui.keys.keys_page import KeysPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import Button
from rhi_desktop.workflow import keyholding, unlocking
from rhi_desktop.workflow.keyholding import RecoveryCode
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import shown
from tests.ui.lock.cheap import _cheap
from tests.ui.lock.typing_in import PASSPHRASE, SAM

LONGEST_MS = 30_000
OpenPage = Callable[[], KeysPage]


__all__ = ["_cheap"]


@pytest.fixture
def folder(tmp_path: Path, moment: Moment) -> Path:
    """A vault that was made before there were codes."""
    made = tmp_path / "vaults" / "notes.rhivault"
    key = vault.create(made, PASSPHRASE, moment, cost=FLOOR)
    unlocking.settle_in(made, key, SAM, moment)
    return made


@pytest.fixture
def code(folder: Path, moment: Moment) -> RecoveryCode:
    """Its recovery code, from the day of the tests."""
    drawn = keyholding.new_code(moment)
    keyholding.replace_code(folder, PASSPHRASE, drawn, moment, cost=FLOOR)
    return drawn


@pytest.fixture
def ws(folder: Path, moment: Moment) -> Iterator[Workspace]:
    """The vault, open."""
    key = unlocking.derive_key(folder, PASSPHRASE, moment)
    opened = unlocking.open_workspace(folder, key)
    yield opened
    unlocking.close(opened)


@pytest.fixture
def open_page(qtbot: QtBot, ws: Workspace, shell: Shell) -> OpenPage:
    """Opens the page and waits until it knows whether there is a code."""

    def opened() -> KeysPage:
        page = KeysPage(ws, shell, Place(PageName.KEYS))
        qtbot.addWidget(page)
        shown(page)
        if page.code_steps is None:
            qtbot.waitUntil(lambda: bool(page.findChildren(Button, "open_new")), timeout=LONGEST_MS)
        shown(page)
        return page

    return opened
