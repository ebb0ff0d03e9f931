"""Claims about a vault that stays shut without being damaged: said in words where one types."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import migrations, vault
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow import unlocking
from tests.disks import mounted, only_read
from tests.ui.access import assert_page_accessible
from tests.ui.lock.typing_in import PASSPHRASE, SAM, unlock


def _bytes(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in ("slots.a", "slots.b", "case.db")]


def _flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """The folder of the vaults is a disk of its own."""
    with mounted(tmp_path / "vaults", "3m") as place:
        yield place


def _said(program: Program, qtbot: QtBot, passphrase: str = PASSPHRASE) -> str:
    """What stands under the field; every byte of the slots and of the notes is still there."""
    program.start()
    front = program.window.front
    assert isinstance(front, UnlockPage)
    before = _bytes(front.form.folder)
    asked = unlock(program, qtbot, passphrase)
    qtbot.waitUntil(lambda: bool(asked.said), timeout=20_000)
    assert program.window.session is None
    assert program.window.front is front
    assert _bytes(front.form.folder) == before
    assert_page_accessible(front)
    return asked.said


def _on(disk: Path, moment: Moment) -> Path:
    made = disk / "notes.rhivault"
    key = vault.create(made, PASSPHRASE, moment, cost=FLOOR)
    unlocking.settle_in(made, key, SAM, moment)
    return made


def test_a_disk_that_only_reads_is_said_at_the_door(
    qtbot: QtBot, program: Program, disk: Path, moment: Moment
) -> None:
    """Read-only: why, and what to do."""
    _on(disk, moment)
    only_read(disk)
    assert "may only be read" in _said(program, qtbot)


def test_a_full_disk_is_said_at_the_door(
    qtbot: QtBot, program: Program, disk: Path, moment: Moment
) -> None:
    """Full: why, and what to do."""
    _on(disk, moment)
    room = shutil.disk_usage(disk).free
    (disk / "filler").write_bytes(bytes(room))
    assert "this disk is full" in _said(program, qtbot)


def test_a_wrong_passphrase_is_not_called_damage(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """Right file, wrong words: the notes are not said to be broken."""
    assert folder.is_dir()
    said = _said(program, qtbot, "not the right passphrase")
    assert "did not open" in said
    assert "damaged" not in said


def test_both_slots_damaged_is_said(qtbot: QtBot, program: Program, folder: Path) -> None:
    """What checks the passphrase is broken; the notes were not touched."""
    for name in ("slots.a", "slots.b"):
        _flip(folder / name, 30)
    assert "checks your passphrase is damaged" in _said(program, qtbot)


def test_a_newer_vault_is_said(qtbot: QtBot, program: Program, folder: Path) -> None:
    """Made by a later version: install that."""
    ws = unlocking.open_workspace(folder, vault.unlock(folder, PASSPHRASE))
    ws.store.connection.run(f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
    unlocking.close(ws)
    assert "newer version" in _said(program, qtbot)


HOLDS = """
import sys, fcntl
from pathlib import Path
file = open(sys.argv[1], "w")
fcntl.flock(file, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


def test_a_vault_in_use_by_another_process_is_said(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """The other window is named and comes forward; nothing here changed."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(folder / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == b"held\n"
    try:
        assert "open in another window" in _said(program, qtbot)
    finally:
        child.stdin.close()
        child.wait()
        child.stdout.close()
