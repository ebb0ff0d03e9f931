"""Claims about the line that says that a vault lies in a place which is not good for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.disks import Doubt
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Button
from tests.ui.access import assert_page_accessible, shown

WORDS = {
    Doubt.NOT_ENCRYPTED: "The disk of this laptop does not seem to be encrypted",
    Doubt.REMOVABLE: "Your notes are kept on a stick or a disk that can be pulled out",
    Doubt.NETWORK: "Your notes are kept on another computer, not on this laptop",
    Doubt.CLOUD: "Your notes are in a folder that is copied to the internet",
}


def front(program: Program) -> UnlockPage:
    """The page that asks for the passphrase."""
    page = program.window.front
    assert isinstance(page, UnlockPage)
    return page


@pytest.mark.parametrize("doubt", list(Doubt))
def test_a_bad_place_is_said_once_and_put_away(
    qtbot: QtBot, program: Program, folder: Path, doubt: Doubt
) -> None:
    """Calm, in amber, over the field that has the focus; a lock does not say it again."""
    assert folder.is_dir()
    program._outside = replace(program._outside, doubts=lambda _: (doubt,))
    program.start()
    page = front(program)
    shown(program.window)
    qtbot.waitUntil(lambda: bool(page.banner.words))
    assert page.banner.words == WORDS[doubt]
    assert page.banner.property("card") == "notice"
    assert_page_accessible(page)
    away = page.findChild(Button, "put_away")
    assert away is not None
    away.click()
    assert page.banner.words == ""
    program.start(Handover(folder))
    qtbot.wait(20)
    assert front(program).banner.words == ""
    program.start()
    qtbot.wait(20)
    assert front(program).banner.words == ""
    program.window.close()


def test_a_good_place_is_not_worth_a_word(qtbot: QtBot, program: Program, folder: Path) -> None:
    """Nothing is said where nothing is wrong, or known."""
    assert folder.is_dir()
    program.start()
    qtbot.wait(20)
    assert front(program).banner.words == ""
    program.window.close()
