"""Claims about the key of immediate safety: from each page of a case, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.disclosure.safety_page import SafetyPage
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from tests.ui.access import shown
from tests.ui.conftest import Ended, FixedChooser, Watch
from tests.ui.opened import begin_talk, make_vault, put_away, real_program, unlock

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def ask(program: Program) -> None:
    """Ctrl+Shift+S, as somebody presses it in the middle of typing."""
    focus = QApplication.focusWidget() or program.window
    QTest.keyClick(focus, Qt.Key.Key_S, CTRL_SHIFT)
    shown(program.window)


def test_rule_38_one_key_opens_it_from_every_page_of_a_case(
    qtbot: QtBot, tmp_path: Path, watch: Watch, chooser: FixedChooser, ended: Ended
) -> None:
    """Half a line stays where it was, with its caret; outside a case the key does nothing."""
    vaults = tmp_path / "vaults"
    vaults.mkdir()
    make_vault(vaults / "notes.rhivault", watch.moment())
    program = real_program(vaults, watch, chooser, ended)
    qtbot.addWidget(program.window)
    program.start()
    assert unlock(program, qtbot) == ""
    window = program.window
    ask(program)
    assert window.place.page is PageName.CASES
    capture = begin_talk(program, watch.moment())
    QTest.keyClicks(capture.notebook.input.edit, "he sai")
    case_id, talk = window.place.case_id, window.place.interview_id
    for name in (PageName.CAPTURE, PageName.CASE, PageName.SORT, PageName.READ_BACK):
        # Escape three times within a second is the cover.
        watch.seconds += 5
        window.go(Place(name, case_id, interview_id=talk))
        ask(program)
        assert isinstance(window.page, SafetyPage), name
        ask(program)
        QTest.keyClick(window.page.words.area, Qt.Key.Key_Escape)
        shown(window)
        assert window.place.page is name
    window.go(Place(PageName.CAPTURE, case_id, interview_id=talk))
    assert isinstance(window.page, CapturePage)
    assert window.page.notebook.input.edit.words() == "he sai"
    put_away(program)


def test_the_key_stands_in_the_menu_and_only_works_in_a_case(program: Program) -> None:
    """Under the cover and in child mode it is off, as every action of the window is."""
    acts = program.acts
    assert acts.safety.shortcut().toString() == "Ctrl+Shift+S"
    assert "Immediate safety" in {action.text() for _, action in acts.listed}
    acts.enable(on=False)
    assert not acts.safety.isEnabled()


@pytest.fixture(autouse=True)
def _quiet(qapp: QApplication) -> None:
    """Nothing is left open by the test before."""
    qapp.processEvents()
