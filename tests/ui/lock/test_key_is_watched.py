"""Claims about every moment at which a key is here: it can be covered, it locks, it goes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.log import Cause
from rhi_desktop.ui import program as program_module
from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.lock.damaged_page import DamagedPage
from rhi_desktop.ui.lock.deadline import Deadline
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Button
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import shown
from tests.ui.conftest import Ended, Watch
from tests.ui.lock.typing_in import PASSPHRASE, form
from tests.ui.notes_page import NotesPage


def _damaged(program: Program, folder: Path, qtbot: QtBot) -> DamagedPage:
    os.truncate(folder / "case.db", 9000)
    program.start()
    _type(program)
    qtbot.waitUntil(lambda: isinstance(program.window.front, DamagedPage), timeout=20_000)
    page = program.window.front
    assert isinstance(page, DamagedPage)
    return page


def _type(program: Program) -> None:
    shown(program.window)
    asked = form(program)
    QTest.keyClicks(asked.field, PASSPHRASE)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)


def _wait_five_minutes(program: Program, watch: Watch) -> None:
    watch.seconds += 5 * 60
    program.idle.look()


def _cover_for_two(program: Program, watch: Watch) -> None:
    program.window.turn_cover()
    cover = QApplication.focusWidget()
    assert isinstance(cover, CoverPage)
    watch.seconds += 120
    cover.look()


def _go_back(program: Program, watch: Watch) -> None:
    del watch
    assert program.window.front is not None
    back = program.window.front.findChild(Button, "other_vault")
    assert back is not None
    back.click()


@pytest.mark.parametrize(
    "left",
    [
        _wait_five_minutes,
        _cover_for_two,
        _go_back,
        lambda program, _: program.lock(Cause.LID),
    ],
    ids=["idle", "cover", "back", "lid"],
)
def test_the_page_of_damage_locks_like_an_open_vault(
    qtbot: QtBot,
    program: Program,
    folder: Path,
    ended: Ended,
    watch: Watch,
    left: Callable[[Program, Watch], None],
) -> None:
    """It holds the key and opens without being asked again: so it may not stand there for ever."""
    _damaged(program, folder, qtbot)
    left(program, watch)
    covered = left is _cover_for_two
    assert ended.handed == [Handover(folder, covered=covered)]


def test_a_doubt_outlives_a_lock_of_the_page_of_damage(
    qtbot: QtBot, program: Program, folder: Path, ended: Ended
) -> None:
    """What was found in the middle of work is still known after the choice was put off."""
    program.start(Handover(folder, (b"words",), damaged=True))
    _type(program)
    qtbot.waitUntil(lambda: isinstance(program.window.front, DamagedPage), timeout=20_000)
    program.lock(Cause.IDLE)
    assert ended.handed == [Handover(folder, (b"words",), damaged=True)]


def test_without_a_key_nothing_locks(program: Program, folder: Path, ended: Ended) -> None:
    """A check of the check: the page that asks for the passphrase stays."""
    assert folder.is_dir()
    program.start()
    program.lock()
    assert ended.handed == []


def test_a_cover_stays_over_a_vault_that_opens_under_it(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """Somebody covered while the key was derived: the case does not push the clock away."""
    assert folder.is_dir()
    program.start()
    _type(program)
    QTest.keyClick(form(program).field, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=20_000)
    page = program.window.page
    assert isinstance(page, NotesPage)
    assert program.window.covered
    assert not page.isVisibleTo(program.window)
    assert program.window.windowTitle() == "Clock"
    program.window.turn_cover()
    assert page.isVisibleTo(program.window)
    program.window.close()


def test_a_cover_stays_over_the_page_of_damage(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """The same for a vault that does not open."""
    os.truncate(folder / "case.db", 9000)
    program.start()
    _type(program)
    QTest.keyClick(form(program).field, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: isinstance(program.window.front, DamagedPage), timeout=20_000)
    assert program.window.front is not None
    assert not program.window.front.isVisibleTo(program.window)
    program.window.turn_cover()
    assert program.window.front.isVisibleTo(program.window)


def test_a_page_that_breaks_while_it_says_where_somebody_stands_locks(
    program: Program, workspace: Workspace, ended: Ended, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake before anything is saved is no reason to stay open either, nor to lose words."""
    program.enter(workspace)
    session = program.window.session
    assert session is not None
    session.shell.autosave.mark("notes", "it was Dex he paid", 6)

    def breaks() -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as mistake:
        mistake.setattr(program.window, "keep_standing", breaks)
        with pytest.raises(ZeroDivisionError):
            program.lock(Cause.SLEEP)
    (handed,) = ended.handed
    assert len(handed.sealed) == 1
    assert b"Dex" not in handed.sealed[0]


def test_a_disk_that_hangs_where_somebody_stands_cannot_hold_the_lock(
    program: Program, workspace: Workspace, ended: Ended, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The deadline runs before the first thing that is written."""
    order: list[str] = []

    def noted(late: Callable[[], object]) -> Deadline:
        order.append("deadline")
        return Deadline(late)

    monkeypatch.setattr(program_module, "Deadline", noted)
    program.enter(workspace)
    monkeypatch.setattr(program.window, "keep_standing", lambda: order.append("standing"))
    program.lock()
    assert order == ["deadline", "standing"]
    assert len(ended.handed) == 1
