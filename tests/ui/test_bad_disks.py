"""Claims about real disks that are full or only read: what is said, and that no word is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.lock.create_page import CreatePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Button, Field
from tests.ui.access import shown
from tests.ui.conftest import Ended, FixedChooser, Watch
from tests.ui.lock.typing_in import type_back
from tests.ui.opened import (
    LONGEST_MS,
    PASSPHRASE,
    begin_talk,
    files_of,
    fill,
    kept,
    make_vault,
    put_away,
    real_program,
    remount,
    small_disk,
    unlock,
)

LONG = "we sat by the canal and then we went on " * 800


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB."""
    with small_disk(tmp_path / "disk") as folder:
        yield folder


@pytest.fixture
def on_disk(
    qtbot: QtBot, disk: Path, watch: Watch, chooser: FixedChooser, ended: Ended
) -> Iterator[Program]:
    """The program whose vaults lie on that disk."""
    made = real_program(disk / "vaults", watch, chooser, ended)
    qtbot.addWidget(made.window)
    yield made
    put_away(made)


def test_a_full_disk_keeps_the_words_and_saves_them_by_itself(
    qtbot: QtBot, on_disk: Program, disk: Path, moment: Moment, watch: Watch
) -> None:
    """The banner says what happened, what is safe, what to do; with room again all is kept."""
    make_vault(disk / "vaults" / "notes.rhivault", moment)
    on_disk.start()
    unlock(on_disk, qtbot)
    page = begin_talk(on_disk, moment)
    book = page.notebook
    ballast = fill(disk)
    book.input.edit.insert(LONG)
    QTest.keyClick(book.input.edit, Qt.Key.Key_Return)
    QTest.keyClicks(book.input.edit, "and then the bus")

    assert book.banner.words == "We cannot save: this disk is full"
    assert "Your words are still here" in book.banner._rest.text()
    assert "as soon as there is room" in book.banner._rest.text()
    assert book.input.edit.words().startswith(LONG.strip())
    assert not on_disk.window.close(), "a window that closes would take the words with it"
    ballast.unlink()
    watch.seconds += 60
    assert on_disk.save()
    assert kept(on_disk, page) == [LONG.strip()]
    assert book.input.edit.words() == "and then the bus"
    assert book.banner.words == ""
    assert on_disk.window.close()


def test_a_full_disk_is_told_at_the_unlock_page(
    qtbot: QtBot, on_disk: Program, disk: Path, moment: Moment
) -> None:
    """The vault stays as it was, and opens once there is room."""
    folder = make_vault(disk / "vaults" / "notes.rhivault", moment)
    before = files_of(folder)
    ballast = fill(disk)
    on_disk.start()
    said = unlock(on_disk, qtbot)

    assert said.startswith("We cannot open these notes: this disk is full.")
    assert "Make room" in said
    after = files_of(folder)
    assert {name: after[name] for name in before} == before
    ballast.unlink()
    assert unlock(on_disk, qtbot) == ""
    assert on_disk.window.close()


def test_a_disk_that_only_reads_is_told_at_the_unlock_page(
    qtbot: QtBot, on_disk: Program, disk: Path, moment: Moment
) -> None:
    """Nothing is changed; with the right to write again it opens."""
    folder = make_vault(disk / "vaults" / "notes.rhivault", moment)
    remount(disk, "ro")
    before = files_of(folder)
    on_disk.start()
    said = unlock(on_disk, qtbot)

    assert said.startswith("We cannot open these notes: this disk may only be read.")
    assert files_of(folder) == before
    remount(disk, "rw")
    assert unlock(on_disk, qtbot) == ""
    assert on_disk.window.close()


@pytest.mark.parametrize("state", ["full", "ro"])
def test_no_half_vault_is_left_where_none_can_be_made(
    qtbot: QtBot, on_disk: Program, disk: Path, state: str
) -> None:
    """The page says so and keeps what was typed; pressed again with room it makes the vault."""
    (disk / "vaults").mkdir()
    ballast = fill(disk) if state == "full" else disk / "none"
    if state == "ro":
        remount(disk, "ro")
    on_disk.start()
    shown(on_disk.window)
    page = on_disk.window.front
    assert isinstance(page, CreatePage)
    for name, words in (("name", "Sam Price"), ("passphrase", PASSPHRASE), ("again", PASSPHRASE)):
        field = page.fields[name].field
        assert isinstance(field, Field)
        field.setText(words)
    page.make()
    assert page.code_steps is not None
    type_back(page.code_steps)
    asked = page.code_steps.asked
    assert asked is not None
    qtbot.waitUntil(asked.button.isEnabled, timeout=LONGEST_MS)

    why = {"full": "this disk is full", "ro": "this disk may only be read"}[state]
    assert page.banner.words == f"We cannot make the vault: {why}"
    assert list((disk / "vaults").iterdir()) == []
    assert page.text("again") == PASSPHRASE
    remount(disk, "rw")
    ballast.unlink(missing_ok=True)
    asked.look()
    qtbot.waitUntil(lambda: on_disk.window.session is not None, timeout=LONGEST_MS)
    assert on_disk.window.close()


def test_a_snapshot_for_which_there_is_no_room_promises_nothing_by_itself(
    qtbot: QtBot, on_disk: Program, disk: Path, moment: Moment
) -> None:
    """Nobody typed, and nothing is saved later: make room, then press again."""
    make_vault(disk / "vaults" / "notes.rhivault", moment)
    on_disk.start()
    unlock(on_disk, qtbot)
    session = on_disk.window.session
    assert session is not None
    session.shell.go(Place(PageName.KEEPING))
    page = on_disk.window.page
    assert page is not None
    button = page.findChild(Button, "make_snapshot")
    assert button is not None
    ballast = fill(disk)
    banner = on_disk.window.desk.banner
    QTest.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "snapshot" in banner.words, timeout=LONGEST_MS)

    assert banner.words == "We cannot make a snapshot: this disk is full"
    assert "Make room on the disk, then try again." in banner._rest.text()
    ballast.unlink()
    QTest.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "was made" in banner.words, timeout=LONGEST_MS)
    assert on_disk.window.close()
