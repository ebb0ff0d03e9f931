"""Claims about damage at the door: each kind is said in words, and leads to what can be done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.store import mark, vault
from rhi_desktop.store.vault import VaultKey
from rhi_desktop.ui.lock.damaged_page import DamagedPage
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Button, Text
from rhi_desktop.workflow import casework, drafts, keeping, unlocking
from rhi_desktop.workflow.entries import NewCase
from tests.conftest import seeded_draw
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import Ended, FixedChooser, Watch
from tests.ui.lock.typing_in import PASSPHRASE, SAM, form, unlock
from tests.ui.opened import put_away, real_program


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, VaultKey]:
    """A vault with thirty cases and a snapshot of them, then another case. It is only copied."""
    made = tmp_path_factory.mktemp("prepared") / "notes.rhivault"
    at = Moment(datetime(2026, 3, 10, 14, 30, tzinfo=UTC), seeded_draw("damaged"))
    key = vault.create(made, PASSPHRASE, at, cost=FLOOR)
    unlocking.settle_in(made, key, SAM, at)
    ws = unlocking.open_workspace(made, key)
    for number in range(30):
        child = Child("A.B.", called="Sky", how_to_talk="short sentences " * 30)
        casework.add_case(ws, NewCase(f"R-{number:04d}", child), at)
    keeping.take_snapshot(made, key, at)
    casework.add_case(ws, NewCase("R-0999", Child("L.L.")), at)
    unlocking.close(ws)
    return made, key


@pytest.fixture
def folder(tmp_path: Path, prepared: tuple[Path, VaultKey]) -> Path:
    """A copy of the prepared vault where the program looks."""
    return shutil.copytree(prepared[0], tmp_path / "vaults" / "notes.rhivault")


@pytest.fixture
def key(folder: Path, prepared: tuple[Path, VaultKey]) -> VaultKey:
    """What opens it."""
    assert folder.is_dir()
    return prepared[1]


def _flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def _root(folder: Path, key: VaultKey, table: str) -> int:
    ws = unlocking.open_workspace(folder, key)
    asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    page = ws.store.connection.number(asked, table)
    unlocking.close(ws)
    return page


def _flip_page(folder: Path, key: VaultKey, table: str = "journal") -> None:
    _flip(folder / "case.db", (_root(folder, key, table) - 1) * 4096 + 500)


DAMAGES: Mapping[str, tuple[Callable[[Path, VaultKey], object], str]] = {
    "first page": (lambda folder, _: _flip(folder / "case.db", 200), "damaged"),
    "middle page": (_flip_page, "damaged"),
    "cut": (lambda folder, _: os.truncate(folder / "case.db", 9000), "damaged"),
    "no byte": (lambda folder, _: os.truncate(folder / "case.db", 0), "no notes file"),
    "gone": (lambda folder, _: (folder / "case.db").unlink(), "not where it was"),
    "foreign": (
        lambda folder, _: (folder / "case.db").write_bytes(os.urandom(9000)),
        "not the one that belongs there",
    ),
    "another vault's": (
        lambda folder, _: shutil.copyfile(
            Path(__file__).parents[2] / "formats" / "vault_2" / "example.rhivault" / "case.db",
            folder / "case.db",
        ),
        "not the one that belongs there",
    ),
    "plain": (
        lambda folder, _: (folder / "case.db").write_bytes(b"SQLite format 3\0" + bytes(9000)),
        "not encrypted",
    ),
}


def _page(program: Program, qtbot: QtBot) -> DamagedPage:
    shown(program.window)
    asked = form(program)
    QTest.keyClicks(asked.field, PASSPHRASE)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.window.front, DamagedPage), timeout=20_000)
    page = program.window.front
    assert isinstance(page, DamagedPage)
    return page


def _words(page: DamagedPage) -> str:
    QApplication.processEvents()
    return " ".join(one.text() for one in page.findChildren(Text) if one.isVisibleTo(page))


@pytest.mark.parametrize("how", DAMAGES)
def test_damage_at_the_door_leads_to_the_newest_snapshot(
    qtbot: QtBot, program: Program, folder: Path, key: VaultKey, how: str
) -> None:
    """It is said what happened; the newest snapshot is restored beside and opens; nothing moved."""
    harm, said = DAMAGES[how]
    harm(folder, key)
    program.start()
    page = _page(program, qtbot)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    qtbot.waitUntil(page.restore.isVisible, timeout=20_000)
    words = _words(page)
    assert said in words
    assert "30 cases" in words
    assert "Do not delete" in words
    assert page.restore.text() == "Restore the snapshot of Tuesday 10 March, 14:30 beside it"
    assert not page.anyway.isVisible()
    assert QApplication.focusWidget() is page.restore
    assert_page_accessible(page)
    page.restore.click()
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=20_000)
    session = program.window.session
    assert session is not None
    assert session.folder == folder.with_name("notes-restored.rhivault")
    assert len(casework.list_cases(session.ws, session.shell.moment().now)) == 30
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert after == before
    program.window.close()
    program.start()
    front = program.window.front
    assert isinstance(front, UnlockPage)
    assert front.form.vaults is not None
    labels = [front.form.vaults.itemText(n) for n in range(front.form.vaults.count())]
    assert [label.split(", saved")[0] for label in labels] == ["notes, restored", "notes"]


def test_without_a_snapshot_that_is_said(
    qtbot: QtBot, program: Program, folder: Path, key: VaultKey, ended: Ended
) -> None:
    """No button that cannot do what it says: words about a copy elsewhere, and the way back."""
    shutil.rmtree(folder / "snapshots")
    _flip_page(folder, key)
    program.start()
    page = _page(program, qtbot)
    qtbot.waitUntil(lambda: "No snapshot" in _words(page), timeout=20_000)
    assert not page.restore.isVisible()
    assert str(folder) in _words(page).replace("\u200b", ""), "whoever brings a copy must find it"
    assert_page_accessible(page)
    back = page.findChild(Button, "other_vault")
    assert back is not None
    back.click()
    assert ended.handed == [Handover(folder)]


def test_a_snapshot_that_is_damaged_too_is_said(
    qtbot: QtBot, program: Program, folder: Path, key: VaultKey
) -> None:
    """All snapshots damaged: restoring says so, and can be left."""
    _flip_page(folder, key)
    program.start()
    page = _page(program, qtbot)
    qtbot.waitUntil(page.restore.isVisible, timeout=20_000)
    (snapshot,) = (folder / "snapshots").glob("*.snapshot")
    _flip(snapshot, snapshot.stat().st_size // 2)
    page.restore.click()
    qtbot.waitUntil(lambda: "cannot be read back" in _words(page), timeout=20_000)
    assert program.window.session is None
    assert page.restore.isEnabled()


def test_an_older_copy_opens_only_by_a_clear_choice(
    qtbot: QtBot, program: Program, folder: Path, key: VaultKey, moment: Moment
) -> None:
    """The database was put back: that is said, and a button opens the older notes all the same."""
    older = (folder / "case.db").read_bytes()
    ws = unlocking.open_workspace(folder, key)
    casework.add_case(ws, NewCase("R-1000", Child("N.N.")), moment)
    unlocking.close(ws)
    (folder / "case.db").write_bytes(older)
    program.start()
    page = _page(program, qtbot)
    qtbot.waitUntil(page.anyway.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: "holds more" in _words(page), timeout=20_000)
    assert "older copy" in _words(page)
    assert not page.restore.isVisible()
    assert_page_accessible(page)
    page.anyway.click()
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=20_000)
    session = program.window.session
    assert session is not None
    assert session.folder == folder
    program.window.close()


def test_an_older_copy_is_no_reason_to_lose_what_a_snapshot_holds(
    qtbot: QtBot, program: Program, folder: Path, key: VaultKey, moment: Moment
) -> None:
    """A snapshot that holds more than what was put back is offered first."""
    older = (folder / "case.db").read_bytes()
    ws = unlocking.open_workspace(folder, key)
    casework.add_case(ws, NewCase("R-1000", Child("N.N.")), moment)
    keeping.take_snapshot(folder, key, moment)
    unlocking.close(ws)
    (folder / "case.db").write_bytes(older)
    program.start()
    page = _page(program, qtbot)
    qtbot.waitUntil(page.restore.isVisible, timeout=20_000)
    assert "32 cases" in _words(page)
    assert page.anyway.isVisible()


def test_damage_in_the_middle_of_work_leads_to_the_same_choice(
    qtbot: QtBot, folder: Path, key: VaultKey, watch: Watch, chooser: FixedChooser, ended: Ended
) -> None:
    """A page that cannot be read is said and stays said; what was typed goes along to the restored.

    The engine refuses everything after it, also to save: so the words travel sealed.
    """
    _flip_page(folder, key, "cards")
    program = real_program(folder.parent, watch, chooser, ended)
    qtbot.addWidget(program.window)
    program.start()
    unlock(program, qtbot)
    session = program.window.session
    assert session is not None
    session.shell.go(Place(PageName.CARDS))
    banner = program.window.desk.banner
    qtbot.waitUntil(lambda: "cannot be read" in banner.words, timeout=5_000)
    session.shell.autosave.mark("capture/x/line", "he waited by the", 5)
    assert not session.shell.autosave.flush()
    qtbot.waitUntil(lambda: "cannot be read" in banner.words, timeout=5_000)
    lock = banner.findChild(Button, "lock_and_choose")
    assert lock is not None
    lock.click()
    put_away(program)
    # The process that held these words would have ended here.
    for timer in session.shell.autosave.findChildren(QTimer):
        timer.stop()
    handed = Handover.unpacked(ended.handed[-1].packed())
    assert handed.damaged
    fresh = real_program(folder.parent, watch, chooser, ended)
    _restore_by_choice(fresh, handed, qtbot)
    assert fresh.window.session is not None
    edits = drafts.drafts(fresh.window.session.ws)
    assert [edit.text for edit in edits if edit.key == "capture/x/line"] == ["he waited by the"]
    put_away(fresh)


def _restore_by_choice(program: Program, handed: Handover, qtbot: QtBot) -> None:
    qtbot.addWidget(program.window)
    program.start(handed)
    page = _page(program, qtbot)
    qtbot.waitUntil(page.restore.isVisible, timeout=20_000)
    assert page.anyway.isVisible()
    assert "damaged" in _words(page)
    assert_page_accessible(page)
    page.restore.click()
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=20_000)


def test_the_mark_names_where_the_journal_ended(folder: Path, key: VaultKey) -> None:
    """A check of the check: without the put-back database the mark fits, and nothing is refused."""
    ws = unlocking.open_workspace(folder, key)
    assert not mark.rolled_back(ws.store.connection, folder, key)
    unlocking.close(ws)
