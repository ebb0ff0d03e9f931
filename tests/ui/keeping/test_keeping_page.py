"""Claims about the page of snapshots and check: it says what is kept, and does what it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.ui import background
from rhi_desktop.ui.keeping.keeping_page import KeepingPage
from rhi_desktop.ui.places import HOME, PageName, Place
from rhi_desktop.ui.shell import Notice, Shell
from rhi_desktop.ui.widgets import Button, Text
from rhi_desktop.workflow import casework, keeping, unlocking
from rhi_desktop.workflow.entries import NewCase
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible, shown


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Iterator[KeepingPage]:
    """The page over a vault without a snapshot."""
    made = KeepingPage(workspace, shell, Place(PageName.KEEPING))
    qtbot.addWidget(made)
    made.resize(1366, 700)
    shown(made)
    _settled(qtbot)
    yield made
    background.finish()


def _settled(qtbot: QtBot) -> None:
    background.finish()
    qtbot.wait(1)
    QApplication.processEvents()


def _words(page: KeepingPage) -> str:
    return " ".join(one.text() for one in page.findChildren(Text) if one.isVisibleTo(page))


def _button(page: KeepingPage, name: str) -> Button:
    (button,) = page.findChildren(Button, name)
    return button


def _press(page: KeepingPage, name: str, qtbot: QtBot) -> None:
    button = _button(page, name)
    assert button.isEnabled()
    button.click()
    _settled(qtbot)
    _settled(qtbot)


def _noticed(spy: QSignalSpy) -> list[str]:
    return [
        spy.at(n)[0].said.happened for n in range(spy.count()) if isinstance(spy.at(n)[0], Notice)
    ]


def test_it_says_in_plain_words_what_is_kept(page: KeepingPage, workspace: Workspace) -> None:
    """Same disk, against damage and not against theft; the path stands here; no case is named."""
    words = _words(page)
    assert "same disk" in words
    assert "stolen" in words
    assert "No snapshot yet." in words
    assert str(workspace.store.folder) in words.replace("\u200b", "")
    assert "Not checked on this laptop yet." in words
    assert page.title == "Snapshots and check"
    assert_page_accessible(page)


def test_a_snapshot_is_made_and_listed(
    page: KeepingPage, qtbot: QtBot, shell: Shell, moment: Moment
) -> None:
    """Made now: its time, its size and what it holds stand there; restoring can be pressed."""
    spy = QSignalSpy(shell.noticed)
    _press(page, "make_snapshot", qtbot)
    assert "A snapshot was made, and read back to be sure" in _noticed(spy)
    assert f"{moment.now:%H:%M}" in _words(page)
    assert "MB" in _words(page) or "kB" in _words(page)
    assert _button(page, "restore_snapshot").isEnabled()
    assert_page_accessible(page)


def test_restoring_beside_leaves_this_vault(
    page: KeepingPage, qtbot: QtBot, shell: Shell, workspace: Workspace
) -> None:
    """A vault stands beside; the open one works on; the banner says how to get there."""
    spy = QSignalSpy(shell.noticed)
    _press(page, "make_snapshot", qtbot)
    _press(page, "restore_snapshot", qtbot)
    folder = workspace.store.folder
    made = folder.with_name("interviewer-restored.rhivault")
    assert any("interviewer, restored" in said for said in _noticed(spy))
    unlocking.close(unlocking.open_workspace(made, workspace.store.keys))


def test_the_check_says_when_all_was_sound(
    page: KeepingPage, qtbot: QtBot, workspace: Workspace, moment: Moment
) -> None:
    """Checked now, with how much was looked at; it is remembered."""
    _press(page, "check_now", qtbot)
    assert "all sound" in _words(page)
    assert keeping.checked_at(workspace.store.folder) == moment.now


def test_a_check_can_be_cancelled(page: KeepingPage, qtbot: QtBot, workspace: Workspace) -> None:
    """The button turns into Cancel; what was cancelled counts as no check."""
    button = _button(page, "check_now")
    button.click()
    assert button.text() == "Cancel"
    button.click()
    _settled(qtbot)
    assert button.text() == "Check now"
    assert "Cancelled" in _words(page) or keeping.checked_at(workspace.store.folder) is not None


def test_damage_that_the_check_finds_is_told(
    page: KeepingPage, qtbot: QtBot, shell: Shell, workspace: Workspace, moment: Moment
) -> None:
    """A digest that does not fit: the banner is red, leads to the lock, and others hear of it."""
    casework.add_case(workspace, NewCase("R-1", Child("A.B.")), moment)
    workspace.store.connection.run("DROP TRIGGER journal_not_changed")
    workspace.store.connection.run("UPDATE journal SET at = 'x' WHERE seq = 1")
    spy, refused = QSignalSpy(shell.noticed), QSignalSpy(shell.refused)
    _press(page, "check_now", qtbot)
    assert any("damaged" in said for said in _noticed(spy))
    assert refused.count() == 1


def test_it_leads_back(page: KeepingPage, shell: Shell) -> None:
    """Back to the list of cases."""
    spy = QSignalSpy(shell.wanted)
    _button(page, "back").click()
    assert spy.at(0) == [HOME]


def test_the_button_that_was_pressed_keeps_the_focus(
    page: KeepingPage, qtbot: QtBot, workspace: Workspace
) -> None:
    """A second press begins nothing, least of all what stands beside it."""
    make = _button(page, "make_snapshot")
    make.setFocus()
    for _ in range(2):
        QTest.keyClick(make, Qt.Key.Key_Space)
        assert QApplication.focusWidget() is make
        assert not _button(page, "restore_snapshot").isEnabled()
    _settled(qtbot)
    _settled(qtbot)
    assert QApplication.focusWidget() is make
    assert len(keeping.snapshots(workspace.store.folder, workspace.store.keys)) == 1
    assert keeping.checked_at(workspace.store.folder) is None
