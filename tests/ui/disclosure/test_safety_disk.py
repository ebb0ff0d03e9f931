"""Claims about immediate safety on a disk that is full: the numbers stand, no word is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.disclosure.safety_page import SafetyPage
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow import disclosing
from tests.ui.access import shown
from tests.ui.conftest import Ended, FixedChooser, Watch
from tests.ui.interview.hands import press_on
from tests.ui.opened import (
    begin_talk,
    fill,
    make_vault,
    opened,
    put_away,
    real_program,
    small_disk,
    unlock,
)
from tests.ui.rooms import seen

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WORDS = "he said if i dont come back saturday " * 300


@pytest.fixture
def on_disk(
    qtbot: QtBot, tmp_path: Path, watch: Watch, chooser: FixedChooser, ended: Ended
) -> Iterator[Program]:
    """The program with its vaults on a file system of 2 MB."""
    with small_disk(tmp_path / "disk") as disk:
        made = real_program(disk / "vaults", watch, chooser, ended)
        qtbot.addWidget(made.window)
        yield made
        put_away(made)


def test_a_full_disk_does_not_stand_between_anybody_and_the_numbers(
    qtbot: QtBot, on_disk: Program, tmp_path: Path, moment: Moment, watch: Watch
) -> None:
    """The page says calmly that it could not save; with room again Keep keeps everything."""
    make_vault(tmp_path / "disk" / "vaults" / "notes.rhivault", moment)
    on_disk.start()
    unlock(on_disk, qtbot)
    page = begin_talk(on_disk, moment)
    ballast = fill(tmp_path / "disk")
    QTest.keyClick(page.notebook.input.edit, Qt.Key.Key_S, CTRL_SHIFT)
    shown(on_disk.window)
    safety = on_disk.window.page
    assert isinstance(safety, SafetyPage)
    assert "999" in seen(safety)
    safety.words.area.put(WORDS)
    press_on(safety, "keep_words")
    assert "Ring first" in seen(safety)
    assert safety.words.area.words() == WORDS
    ballast.unlink()
    watch.seconds += 60
    press_on(safety, "keep_words")
    QApplication.processEvents()
    case_id = page.talk.case_id
    (found,) = disclosing.disclosures(opened(on_disk), case_id)
    assert [step.words for step in found.steps] == [WORDS]
    assert safety.words.area.words() == ""
