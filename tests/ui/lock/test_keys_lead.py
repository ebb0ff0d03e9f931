"""Claims about working at the door by keys alone: no focus jumps, Esc leads back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.lock.create_page import CreatePage
from rhi_desktop.ui.lock.damaged_page import DamagedPage
from rhi_desktop.ui.lock.frame import FrontPage
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.lock.vault_folders import vault_folders
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.theme import Theme
from rhi_desktop.ui.widgets import Text
from rhi_desktop.workflow import keeping, unlocking
from rhi_desktop.workflow.keyholding import RecoveryCode
from tests.ui.access import shown
from tests.ui.conftest import dress
from tests.ui.lock.typing_in import PASSPHRASE, form, press, shown_groups, to_groups
from tests.ui.opened import give

LONGEST_MS = 30_000
ESC, RETURN = Qt.Key.Key_Escape, Qt.Key.Key_Return


def key(program: Program, which: Qt.Key) -> None:
    """Press a key in the window, as a person does."""
    QTest.keyClick(program.window.windowHandle(), which)
    QApplication.processEvents()


def front(program: Program, kind: type[FrontPage]) -> FrontPage:
    """The front page, which is of this kind."""
    page = program.window.front
    assert isinstance(page, kind)
    return page


def test_a_second_return_leads_nowhere_else(qtbot: QtBot, program: Program, folder: Path) -> None:
    """While the vault opens the focus stays in the field; what stands beside is not pressed."""
    assert folder.is_dir()
    program.start()
    shown(program.window)
    asked = form(program)
    QTest.keyClicks(asked.field, PASSPHRASE)
    key(program, RETURN)
    assert QApplication.focusWidget() is asked.field
    key(program, RETURN)
    assert isinstance(program.window.front, UnlockPage)
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=LONGEST_MS)
    program.window.close()


def test_a_second_return_while_a_vault_is_made_leads_nowhere_else(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """The button that was pressed keeps the focus: the next would have been the way back."""
    program.start()
    shown(program.window)
    assert isinstance(program.window.front, UnlockPage)
    press(program.window.front, "other_vault")
    page = program.window.front
    assert isinstance(page, CreatePage)
    for name, words in (("name", "Sam Price"), ("passphrase", PASSPHRASE), ("again", PASSPHRASE)):
        give(page.fields[name].field, words)
    page.make()
    assert page.code_steps is not None
    groups = shown_groups(page.code_steps)
    asked = to_groups(page.code_steps)
    for number, field in asked.fields.items():
        give(field.field, groups[number])
    asked.button.setFocus()
    key(program, RETURN)
    assert asked.waits
    assert QApplication.focusWidget() is asked.button
    key(program, RETURN)
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=LONGEST_MS)
    assert len(vault_folders(folder.parent)) == 2
    program.window.close()


def test_esc_leads_back_to_unlock(program: Program, code: RecoveryCode) -> None:
    """From the forgotten passphrase and from another vault; what was typed is not thrown away."""
    program.start()
    shown(program.window)
    for way, page in (("forgotten", "RecoverPage"), ("other_vault", "CreatePage")):
        press(front(program, UnlockPage), way)
        shown(program.window)
        first = program.window.focusWidget()
        QTest.keyClicks(first, code.groups[0])
        key(program, ESC)
        assert type(program.window.front).__name__ == page
        QTest.keyClick(first, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(first, Qt.Key.Key_Delete)
        key(program, ESC)
        assert type(program.window.front).__name__ == "UnlockPage"
        # Three within a second would cover.
        program.cover_keys._times = []


def test_without_a_snapshot_the_way_back_has_the_focus(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """Nothing else can be done on that page, and a key must reach something."""
    os.truncate(folder / "case.db", 0)
    program.start()
    shown(program.window)
    QTest.keyClicks(form(program).field, PASSPHRASE)
    key(program, RETURN)
    qtbot.waitUntil(lambda: isinstance(program.window.front, DamagedPage), timeout=LONGEST_MS)

    def waits_there() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.objectName() == "other_vault"

    qtbot.waitUntil(waits_there, timeout=LONGEST_MS)


def test_the_last_saved_vault_stands_first(program: Program, folder: Path, moment: Moment) -> None:
    """A restored copy that nobody works in does not come before the notes; each says when."""
    key_of = unlocking.derive_key(folder, PASSPHRASE, moment)
    keeping.take_snapshot(folder, key_of, moment)
    restored = keeping.restore(folder, key_of, moment)
    assert min(folder, restored) == restored
    for one, at in ((restored, 1_700_000_000), (folder, 1_700_000_600)):
        for path in one.glob("case.db*"):
            os.utime(path, (at, at))
    assert vault_folders(folder.parent) == (folder, restored)
    assert vault_folders(folder.parent, restored) == (restored, folder)
    program.start()
    assert form(program).folder == folder
    assert not [
        one for one in front(program, UnlockPage).findChildren(Text) if "Last saved" in one.text()
    ]
    shutil.rmtree(restored)
    program.start()
    assert [
        one for one in front(program, UnlockPage).findChildren(Text) if "Last saved" in one.text()
    ]


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_each_step_begins_at_its_title(
    program: Program, tmp_path: Path, qapp: QApplication, zoom: float
) -> None:
    """In large print too the code stands under its title, and back again the focus is in view."""
    dress(qapp, Theme(zoom=zoom))
    program.window.resize(1366, 768)
    program.start()
    shown(program.window)
    page = program.window.front
    assert isinstance(page, CreatePage)
    assert not (tmp_path / "vaults").exists()
    for name, words in (("name", "Sam Price"), ("passphrase", PASSPHRASE), ("again", PASSPHRASE)):
        give(page.fields[name].field, words)
    page.make()
    shown(program.window)
    assert page._body.verticalScrollBar().value() == 0
    key(program, ESC)
    QTest.qWait(20)
    assert QApplication.focusWidget() is page.button
    assert page.button.visibleRegion().boundingRect().height() == page.button.height()
