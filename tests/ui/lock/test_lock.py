"""Claims about making a vault, unlocking it, and the lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import FileError
from rhi_desktop.store import vault
from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.lock.create_page import CreatePage
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Button, Field
from rhi_desktop.workflow import drafts, unlocking
from rhi_desktop.workflow.entries import NewPerson
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import Ended, Watch
from tests.ui.notes_page import NotesPage

PASSPHRASE = "amber ferry lantern moss"
SAM = NewPerson("Sam Price", "Independent interviewer", "Fernley Listening")


@pytest.fixture
def folder(tmp_path: Path, moment: Moment) -> Path:
    """A vault with the least cost that is accepted."""
    made = tmp_path / "vaults" / "notes.rhivault"
    key = vault.create(made, PASSPHRASE, moment, cost=FLOOR)
    unlocking.settle_in(made, key, SAM, moment)
    return made


def form(program: Program) -> UnlockForm:
    """The form that shows."""
    front = program.window.front
    assert isinstance(front, UnlockPage | CoverPage)
    assert front.form is not None
    return front.form


def unlock(program: Program, qtbot: QtBot, passphrase: str = PASSPHRASE) -> UnlockForm:
    """Type a passphrase and press Return."""
    shown(program.window)
    asked = form(program)
    QTest.keyClicks(asked.field, passphrase)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: program.window.session is not None or asked.button.isEnabled(), timeout=20_000
    )
    return asked


def test_the_first_start_makes_a_vault(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    """Name, role, organisation and twice the passphrase: then the vault is open."""
    program.start()
    shown(program.window)
    page = program.window.front
    assert isinstance(page, CreatePage)
    assert QApplication.focusWidget() is page.fields["name"].field
    typed = (*(SAM.name, SAM.role, SAM.organisation), PASSPHRASE, PASSPHRASE)
    for name, text in zip(page.fields, typed, strict=True):
        QTest.keyClicks(page.fields[name].field, text)
    QTest.keyClick(page.fields["again"].field, Qt.Key.Key_Return)

    assert not page.button.isEnabled()
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=30_000)
    session = program.window.session
    assert session is not None
    assert session.ws.interviewer.name == SAM.name
    assert (tmp_path / "vaults" / "notes.rhivault").is_dir()
    program.window.close()


def test_what_is_odd_stands_beside_its_field(program: Program) -> None:
    """No name, too short, not the same: each in words, the first has the focus."""
    program.start()
    shown(program.window)
    page = program.window.front
    assert isinstance(page, CreatePage)
    page.make()

    assert page.fields["name"].field.accessibleDescription().startswith("Write your name")
    assert "15" in page.fields["passphrase"].field.accessibleDescription()
    assert QApplication.focusWidget() is page.fields["name"].field
    for name, text in (("name", SAM.name), ("passphrase", PASSPHRASE), ("again", "amber")):
        field = page.fields[name].field
        assert isinstance(field, Field)
        field.setText(text)
    page.make()

    assert page.fields["again"].field.accessibleDescription() == "This is not the same as above"
    assert page.button.isEnabled()


def test_four_words_are_suggested(program: Program) -> None:
    """Four words nobody chose, different each time."""
    program.start()
    page = program.window.front
    assert isinstance(page, CreatePage)
    suggest = page.findChild(Button, "suggest")
    assert suggest is not None
    suggest.click()
    first = page.words.text()
    suggest.click()

    assert len(first.split()) == 4
    assert page.words.text() != first


def test_the_passphrase_opens_where_somebody_stood(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """One field with the focus; Return opens; the last place shows."""
    place = Place(PageName.CASE, detail="R-0142")
    program.start()
    unlock(program, qtbot)
    session = program.window.session
    assert session is not None
    session.shell.go(place)
    program.window.close()
    program.start()
    unlock(program, qtbot)

    assert folder.is_dir()
    assert program.window.place == place
    program.window.close()


def test_a_wrong_passphrase_is_said_without_shame(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """The sentence of ux.md, an empty field with the focus, nothing written into the vault."""
    program.start()
    asked = unlock(program, qtbot, "not the right words at all")

    assert folder.is_dir()
    assert asked.said == ("That passphrase did not open the notes. Check Caps Lock and language.")
    assert asked.field.text() == ""
    assert QApplication.focusWidget() is asked.field
    assert program.window.session is None


def test_caps_lock_is_said_in_words(program: Program, folder: Path) -> None:
    """A capital without Shift tells; a small letter takes the words away."""
    program.start()
    shown(program.window)
    asked = form(program)
    QTest.keyClicks(asked.field, "A")
    assert folder.is_dir()
    assert _said(asked) == "Caps Lock is on"
    QTest.keyClicks(asked.field, "a")

    assert _said(asked) == ""


def _said(asked: UnlockForm) -> str:
    return asked.said


@pytest.mark.qt_log_ignore(r"does not support raise\(\)", extend=True)  # offscreen has no stack
def test_a_second_start_is_told_and_the_first_comes_forward(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """A vault that is open elsewhere is refused in words; its window comes to the front."""
    program.start()
    unlock(program, qtbot)
    came: list[str] = []
    program._watcher.fileChanged.connect(came.append)
    second = UnlockForm([folder], app.loaded_later()[0])
    qtbot.addWidget(second)
    second.field.setText(PASSPHRASE)
    second.open()
    qtbot.waitUntil(lambda: bool(second.said), timeout=20_000)

    assert second.said.startswith("These notes are open in another window.")
    qtbot.waitUntil(lambda: bool(came), timeout=2000)
    program.window.close()


def test_several_vaults_can_be_chosen(program: Program, folder: Path) -> None:
    """With more than one vault the page asks which; the one locked last comes first."""
    other = folder.with_name("practice.rhivault")
    other.mkdir()
    program.start(Handover(other))
    asked = form(program)
    assert asked.vaults is not None
    assert asked.folder == other
    asked.vaults.choose(folder.name)

    assert asked.folder == folder


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


def test_every_front_page_is_accessible(program: Program, folder: Path) -> None:
    """Names, Tab, targets, nothing cut off: unlock, and making another vault."""
    program.start()
    shown(program.window)
    front = program.window.front
    assert front is not None
    assert_page_accessible(front)
    program._another()
    shown(program.window)
    again = program.window.front
    assert isinstance(again, CreatePage)
    assert folder.is_dir()
    assert_page_accessible(again)
