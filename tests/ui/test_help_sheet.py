"""Claims about the Help menu: what it says is true, and reading it costs nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rhi_desktop import __version__
from rhi_desktop.ui.help_sheet import HelpSheet
from rhi_desktop.ui.main_window import MainWindow
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_named, shown, tab_stops


@pytest.fixture
def window(program: Program, workspace: Workspace) -> MainWindow:
    """The window with an open vault."""
    program.start()
    program.enter(workspace)
    shown(program.window)
    return program.window


def sheet(window: MainWindow) -> HelpSheet:
    """The one sheet that is open."""
    QApplication.processEvents()
    found = [one for one in window.findChildren(HelpSheet) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_ctrl_slash_lists_every_key_that_works_here(window: MainWindow) -> None:
    """A13: each action with a key stands in the sheet; Esc closes it, the focus is where it was."""
    before = QApplication.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    opened = sheet(window)
    words = opened.words.toPlainText()
    for action in window.actions():
        for keys in action.shortcuts():
            assert keys.toString() in words, action.text()
    assert "F9" in words
    assert_named(tab_stops(opened))
    assert opened.words.hasFocus()

    QTest.keyClick(opened.words, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not [one for one in window.findChildren(HelpSheet) if one.isVisible()]
    assert not window.covered


def test_about_tells_version_and_licences(window: MainWindow, program: Program) -> None:
    """The version that runs, our licence, and the parts it is built with."""
    program.acts.about.trigger()
    words = sheet(window).words.toPlainText()

    for said in (__version__, "Apache License 2.0", "Atkinson Hyperlegible Next", "SQLCipher"):
        assert said in words


def test_the_cover_hides_the_sheet(window: MainWindow, program: Program) -> None:
    """Nothing floats over the cover, and nothing of the help waits behind it."""
    program.acts.keys.trigger()
    sheet(window)
    window.turn_cover()
    QApplication.processEvents()

    assert not [one for one in window.findChildren(HelpSheet) if one.isVisible()]
