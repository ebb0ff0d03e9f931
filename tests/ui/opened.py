"""Owns the whole program with its real pages on a real vault, and real small disks under it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import vault
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow import casework, interviewing, practising, unlocking
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import shown
from tests.ui.conftest import Ended, FixedChooser, Watch

PASSPHRASE = "amber ferry lantern moss"
LONGEST_MS = 30_000


def make_vault(folder: Path, at: Moment, passphrase: str = PASSPHRASE) -> Path:
    """A vault with its holder, at the least price of a guess that the product accepts."""
    key = vault.create(folder, passphrase, at, cost=FLOOR)
    unlocking.settle_in(folder, key, practice_case().interviewer, at)
    return folder


def real_program(vaults: Path, watch: Watch, chooser: FixedChooser, ended: Ended) -> Program:
    """The program as it starts, in folders of its own, by a clock that is moved by hand."""
    outside = replace(
        app.outside(ended.handed.append, chooser),
        moment=watch.moment,
        steady=watch.steady,
        vaults=vaults,
        config=vaults.with_name("config"),
    )
    return Program(outside)


def put_away(program: Program) -> None:
    """Close the window as a person does; no clock of its pages ticks on over a closed vault."""
    program.window.close()
    program.idle.stop()
    program.cover_keys.deleteLater()
    for timer in program.window.findChildren(QTimer):
        timer.stop()


def form(program: Program) -> UnlockForm:
    """The form that asks for the passphrase."""
    front = program.window.front
    assert isinstance(front, UnlockPage)
    return front.form


def give(field: QWidget, words: str) -> None:
    """Type words of any script, one key event a character, as an input method does."""
    for char in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char)
            QCoreApplication.sendEvent(field, event)


def unlock(program: Program, qtbot: QtBot, passphrase: str = PASSPHRASE) -> str:
    """Type a passphrase and press Return; what was said under the field, empty when it opened."""
    shown(program.window)
    asked = form(program)
    give(asked.field, passphrase)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: program.window.session is not None or asked.button.isEnabled(), timeout=LONGEST_MS
    )
    return asked.said if program.window.session is None else ""


def opened(program: Program) -> Workspace:
    """The vault behind the window."""
    assert program.window.session is not None
    return program.window.session.ws


def begin_talk(program: Program, at: Moment) -> CapturePage:
    """The practice case, a talk that was just begun, and its page in the window."""
    ws = opened(program)
    case_id = practising.load_practice(ws, at)
    episode = casework.open_case(ws, case_id, at.now).episodes[0].episode
    talk = interviewing.start(ws, case_id, (episode.id,), at)
    session = program.window.session
    assert session is not None
    session.shell.go(Place(PageName.CAPTURE, case_id, interview_id=talk))
    shown(program.window)
    page = program.window.page
    assert isinstance(page, CapturePage)
    return page


def kept(program: Program, page: CapturePage) -> list[str]:
    """The words of every line that stands in the vault."""
    return [line.words for line in interviewing.load(opened(program), page.talk.id).account.lines]


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a vault and its bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@contextmanager
def small_disk(folder: Path, size: str = "2m") -> Iterator[Path]:
    """A real file system with hardly any room."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount")
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("mounting is refused here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def remount(disk: Path, how: str) -> None:
    """The same disk, `ro` or `rw`."""
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Take all the room there is; unlink the file that comes back to give it up again."""
    ballast = disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    return ballast
