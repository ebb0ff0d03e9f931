"""Claims about making a vault and unlocking it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.lock.create_page import CreatePage
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Button, Field
from rhi_desktop.workflow import keyholding
from tests.ui.access import assert_page_accessible, shown
from tests.ui.lock.typing_in import PASSPHRASE, SAM, form, type_back, unlock


def test_the_first_start_makes_a_vault(
    qtbot: QtBot, program: Program, tmp_path: Path, moment: Moment
) -> None:
    """Who, twice the passphrase, three groups of the code: then the vault is open, by both."""
    program.start()
    shown(program.window)
    page = program.window.front
    assert isinstance(page, CreatePage)
    assert QApplication.focusWidget() is page.fields["name"].field
    typed = (*(SAM.name, SAM.role, SAM.organisation), PASSPHRASE, PASSPHRASE)
    for name, text in zip(page.fields, typed, strict=True):
        QTest.keyClicks(page.fields[name].field, text)
    QTest.keyClick(page.fields["again"].field, Qt.Key.Key_Return)
    assert page.code_steps is not None
    assert not (tmp_path / "vaults").exists()
    groups = type_back(page.code_steps)

    qtbot.waitUntil(lambda: program.window.session is not None, timeout=30_000)
    session = program.window.session
    assert session is not None
    assert session.ws.interviewer.name == SAM.name
    folder = tmp_path / "vaults" / "notes.rhivault"
    assert keyholding.keys_view(folder).has_code
    program.window.close()
    keyholding.try_code(folder, keyholding.read_code(" ".join(groups)), moment)


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
    first = page.who.secret.words.text()
    suggest.click()

    assert len(first.split()) == 4
    assert page.who.secret.words.text() != first


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
    assert asked.said == (
        "That passphrase did not open the notes. Check Caps Lock and the keyboard language."
    )
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
    program._forward._watcher.fileChanged.connect(came.append)
    second = UnlockForm([folder], app.moment, app.loaded_later()[0])
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


def test_every_front_page_is_accessible(program: Program, folder: Path) -> None:
    """Names, Tab, targets, nothing cut off: unlock, and making another vault."""
    program.start()
    shown(program.window)
    front = program.window.front
    assert front is not None
    assert_page_accessible(front)
    program._show_create(back=True)
    shown(program.window)
    again = program.window.front
    assert isinstance(again, CreatePage)
    assert folder.is_dir()
    assert_page_accessible(again)


def test_a_wrong_passphrase_is_noted_by_its_code(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """The log tells that somebody tried, and nothing of what was tried."""
    assert folder.is_dir()
    program.start()
    unlock(program, qtbot, "wrong words of nobody")
    log = program.noting.log.path.read_text("ascii")

    assert log.splitlines()[-1].endswith(" refused code=wrong_passphrase")
    assert "nobody" not in log
