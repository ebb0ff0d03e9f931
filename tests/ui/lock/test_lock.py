"""Claims about the lock."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.errors import FileError
from rhi_desktop.ui.keeping.keeping_words import broken
from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.shell import Notice
from rhi_desktop.ui.widgets import Button, Offer
from rhi_desktop.workflow import drafts
from tests.ui.conftest import Ended, Watch
from tests.ui.lock.typing_in import unlock
from tests.ui.notes_page import NotesPage


def test_the_lock_saves_closes_and_hands_over(
    qtbot: QtBot, program: Program, folder: Path, ended: Ended
) -> None:
    """Everything typed is in the vault, the vault is closed, nothing needs to be carried."""
    program.start()
    unlock(program, qtbot)
    page = program.window.page
    assert isinstance(page, NotesPage)
    QTest.keyClicks(page.field, "nan wouldnt of been cross shes nev")
    QTest.keyClick(page.field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert ended.handed == [Handover(folder)]
    assert program.window.session is None
    program.start(ended.handed[0])
    unlock(program, qtbot)
    again = program.window.page
    assert isinstance(again, NotesPage)
    assert again.field.text() == "nan wouldnt of been cross shes nev"
    assert again.field.cursorPosition() == 34
    program.window.close()


def test_a_full_disk_cannot_stop_the_lock_nor_lose_a_word(
    qtbot: QtBot, program: Program, folder: Path, ended: Ended
) -> None:
    """What the disk refuses goes along sealed, and is written first after the next unlock."""

    def refuse(*_: object) -> None:
        raise FileError("disk_full")

    program.start()
    unlock(program, qtbot)
    session = program.window.session
    assert session is not None
    session.shell.autosave.mark("notes", "it was Dex he paid", 6, write=refuse)
    program.lock()
    handed = ended.handed[0]

    assert len(handed.sealed) == 1
    assert b"Dex" not in handed.sealed[0]
    assert Handover.unpacked(handed.packed()) == handed
    program.start(handed)
    unlock(program, qtbot)
    fresh = program.window.session
    assert fresh is not None
    assert folder.is_dir()
    assert [(edit.text, edit.caret) for edit in drafts.drafts(fresh.ws)] == [
        ("it was Dex he paid", 6)
    ]
    program.window.close()


def test_a_cover_of_two_minutes_locks_and_stays_a_clock(
    qtbot: QtBot, program: Program, folder: Path, ended: Ended, watch: Watch
) -> None:
    """Nobody took the cover away: it locks, and the fresh start shows the clock with the field."""
    program.start()
    unlock(program, qtbot)
    program.window.turn_cover()
    cover = QApplication.focusWidget()
    assert isinstance(cover, CoverPage)
    watch.seconds += 119
    cover.look()
    assert ended.handed == []
    watch.seconds += 1
    cover.look()

    assert ended.handed == [Handover(folder, (), covered=True)]
    program.window.turn_cover()
    program.start(ended.handed[0])
    assert program.window.windowTitle() == "Clock"
    unlock(program, qtbot)
    assert program.window.windowTitle() == "Return conversation notes"
    program.window.close()


def test_five_quiet_minutes_lock(
    qtbot: QtBot, program: Program, folder: Path, ended: Ended, watch: Watch
) -> None:
    """A warning in the banner a minute before, then the lock."""
    program.start()
    unlock(program, qtbot)
    watch.seconds += 4 * 60 + 1
    program.idle.look()
    assert program.window.desk.banner.words == "The notes lock in about a minute"
    watch.seconds += 60
    program.idle.look()

    assert ended.handed == [Handover(folder)]


def test_a_key_after_the_warning_brings_back_what_stood_there(
    qtbot: QtBot, program: Program, folder: Path, watch: Watch
) -> None:
    """The warning borrows the banner: damage that was said before it is said again."""
    assert folder.is_dir()
    program.start()
    unlock(program, qtbot)
    desk = program.window.desk
    for before in (Notice(broken(), "danger"), None):
        desk.notice(before)
        watch.seconds += 4 * 60 + 1
        program.idle.look()
        program.idle.look()
        assert desk.banner.words == "The notes lock in about a minute"
        QTest.keyClick(program.window, Qt.Key.Key_Shift)
        assert desk.banner.words == ("" if before is None else before.said.happened)
    program.window.close()


def test_tab_goes_through_the_banner_between_strip_and_page(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """As the eye does, though its buttons are made later than the page."""
    assert folder.is_dir()
    program.start()
    unlock(program, qtbot)
    desk = program.window.desk
    offers = (Offer("One", print, "offer_one"), Offer("Two", print, "offer_two"))
    desk.notice(Notice(broken(), "danger", offers))
    QApplication.processEvents()
    lock = desk.strip.findChild(Button, "lock")
    assert lock is not None
    lock.setFocus()
    met = []
    for _ in range(2):
        QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus.objectName())
    assert met == ["offer_one", "offer_two"]
    program.window.close()
