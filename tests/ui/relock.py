"""Drives a real lock: opens a vault, types, locks, and tells what the fresh process found."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest

from rhi_desktop import app
from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.errors import FileError
from rhi_desktop.hardening import harden
from rhi_desktop.store import vault
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow import unlocking
from rhi_desktop.workflow.entries import NewPerson
from tests.ui.notes_page import NotesPage

PASSPHRASE = "amber ferry lantern moss"
WORDS = "nan wouldnt of been cross shes nev"
PR_GET_DUMPABLE = 3


def refuse(*_: object) -> None:
    """A disk that is full."""
    raise FileError("disk_full")


def first(folder: Path) -> None:
    """Open a vault, go somewhere, type what the disk refuses, lock."""
    program = prepared(folder, str(os.getpid()))
    at = app.moment()
    home = folder / "vaults" / "notes.rhivault"
    key = vault.create(home, PASSPHRASE, at, cost=FLOOR)
    unlocking.settle_in(home, key, NewPerson("Sam Price", "Interviewer", ""), at)
    program.start()
    program.enter(unlocking.open_workspace(home, key))
    session = program.window.session
    assert session is not None
    session.shell.go(Place(PageName.CASE))
    session.shell.autosave.mark("notes", WORDS, 7, write=refuse)
    program.lock()


def back(folder: Path, first_pid: str, arguments: list[str]) -> None:
    """The fresh process: unlock, and tell what is there."""
    harden()
    program = prepared(folder, first_pid)
    handed = app.received(arguments)
    assert handed is not None
    program.start(handed)
    front = program.window.front
    assert isinstance(front, UnlockPage)
    front.form.field.setText(PASSPHRASE)
    front.form.open()
    for _ in range(400):
        QTest.qWait(50)
        if program.window.session is not None:
            break
    page = program.window.page
    assert isinstance(page, NotesPage)
    told = {
        "text": page.field.text(),
        "caret": page.field.cursorPosition(),
        "place": program.window.place.page.value,
        "sealed": len(handed.sealed),
        "same_process": os.getpid() == int(first_pid),
        "dumpable": ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0),
    }
    print(json.dumps(told))  # noqa: T201 - this script talks to the test
    program.window.close()


def prepared(folder: Path, first_pid: str) -> Program:
    """The program in a folder of its own; its lock starts this script again."""
    fresh_start = (sys.executable, __file__, str(folder), first_pid)
    app.dressed_application()
    outside = replace(
        app.outside(partial(app.end_process, fresh_start=fresh_start)),
        vaults=folder / "vaults",
        config=folder / "config",
        pages={name: lambda: NotesPage for name in PageName},
    )
    return Program(outside)


if __name__ == "__main__":
    if app.RESUME in sys.argv:
        back(Path(sys.argv[1]), sys.argv[2], sys.argv)
    else:
        first(Path(sys.argv[1]))
