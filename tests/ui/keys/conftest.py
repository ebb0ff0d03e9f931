"""Owns an open vault of the least cost, and its page of passphrase and recovery code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.keys.keys_page import KeysPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import Button
from rhi_desktop.workflow import unlocking
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import shown
from tests.ui.lock.cheap import _cheap, code, folder
from tests.ui.lock.typing_in import PASSPHRASE

LONGEST_MS = 30_000
OpenPage = Callable[[], KeysPage]


__all__ = ["_cheap", "code", "folder"]


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
