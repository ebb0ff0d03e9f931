"""Drives locks that must not be held up: one fork a trial, each with something open or running.

Run with a folder, the address of a bus and pairs SITUATION/TRIGGER. Each trial types words, opens
what its situation names, tells `ready`, and is then to lock by its trigger. A lock ends in a fresh
start, which here is a shell that answers LOCKED; the words are then looked up in the vault.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rhi_desktop import app
from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.store import vault
from rhi_desktop.ui import session as _loaded_before_the_fork
from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow import drafts, unlocking
from rhi_desktop.workflow.entries import NewPerson
from rhi_desktop.workflow.unlocking import VaultKey
from tests.ui.lock.openings import FLOATS, HANGS, SITUATIONS, field, limit_of
from tests.ui.notes_page import NotesPage

assert _loaded_before_the_fork is not None
PASSPHRASE = "amber ferry lantern moss"
WORDS = "nan wouldnt of been cross shes nev"
LOCKED, STUCK, NOT_OPEN, IN_SIGHT = 42, 7, 8, 9
FRESH = ("/bin/sh", "-c", f"exit {LOCKED}")
LONGEST_MS = 20_000
SETTLED_MS = 40
ON_THE_BUS = {"sleep": "sleep", "session": "lock", "hint": "hint", "lid": "shut"}


@dataclass
class Clock:
    """A steady clock that the trial moves."""

    seconds: float = 0.0

    def steady(self) -> float:
        """Seconds of it."""
        return self.seconds


TRIGGERS = ("idle", "key", "cover", "sleep", "session", "hint", "lid")


def is_open(situation: str) -> bool:
    """Whether what the situation names is really there."""
    if not QApplication.activeWindow() and situation not in HANGS | {"drag"}:
        return False
    if situation in FLOATS:
        modal: QWidget | None = QApplication.activeModalWidget()
        return modal is not None and modal is QApplication.activeWindow()
    return situation not in HANGS or bool(QApplication.activePopupWidget())


def receiver(program: Program) -> QWidget:
    """Whose window the system gives a key to."""
    popup: QWidget | None = QApplication.activePopupWidget()
    modal: QWidget | None = QApplication.activeModalWidget()
    return popup or modal or program.window


def press(
    program: Program,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key as a person does."""
    widget = receiver(program)  # the binding drops a window with the last name of its widget
    QTest.keyPress(widget.windowHandle(), key, held)


class Trial:
    """One program in its own process, with something open; `run` never comes back."""

    def __init__(self, home: Path, situation: str, trigger: str, address: str) -> None:
        self.situation, self.trigger = situation, trigger
        self.clock = Clock()
        app.dressed_application()
        outside = replace(
            app.outside(partial(app.end_process, fresh_start=FRESH)),
            vaults=home.parent,
            config=home.parent / "config",
            steady=self.clock.steady,
            pages={name: lambda: NotesPage for name in PageName},
            bus=address if trigger in ON_THE_BUS else "",
        )
        self.program = Program(outside)

    def run(self, home: Path, key: VaultKey) -> None:
        """Unlock, type, open, and wait for the trigger."""
        program = self.program
        program.start()
        program.enter(unlocking.open_workspace(home, key))
        program.window.show()
        QTest.keyClicks(field(program), WORDS)
        QTimer.singleShot(LONGEST_MS, lambda: os._exit(STUCK))
        QTimer.singleShot(SETTLED_MS, self._pull)
        SITUATIONS[self.situation](program)
        QApplication.exec()
        os._exit(STUCK)

    def _pull(self) -> None:
        watch = self.program._laptop._watch
        heard = watch is not None and watch._settled and watch._lid is False and watch._heard
        if not is_open(self.situation) or (self.trigger in ON_THE_BUS and not heard):
            QTimer.singleShot(SETTLED_MS, self._pull)
            return
        tell(ready=self.trigger, at=time.monotonic())
        if self.trigger == "idle":
            self.clock.seconds += 5 * 60
            self.program.idle._timer.setInterval(1)
        elif self.trigger == "key":
            press(self.program, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        elif self.trigger == "cover":
            self._cover()

    def _cover(self) -> None:
        began = time.monotonic()
        press(self.program, Qt.Key.Key_F9)
        left = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        tell(covered_ms=round(1000 * (time.monotonic() - began)))
        cover = self.program.window.findChild(CoverPage)
        if left != [self.program.window] or cover is None or not cover.isVisible():
            tell(in_sight=[type(one).__name__ for one in left])
            os._exit(IN_SIGHT)
        self.clock.seconds += 120
        cover._timer.setInterval(1)


def readers_of(pid: int) -> bool:
    """Whether a reading child of this process is still there."""
    wanted = str(limit_of(pid)).encode()
    for told in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if wanted in told.read_bytes():
                return True
    return False


def tell(**said: object) -> None:
    """One line to the test."""
    print(json.dumps(said), flush=True)  # noqa: T201 - this script talks to the test


def tried(folder: Path, made: Path, key: VaultKey, pair: str, address: str) -> None:
    """One trial in a fork, and what is in the vault after it."""
    situation, _, trigger = pair.partition("/")
    home = folder / pair.replace("/", "-") / "notes.rhivault"
    shutil.copytree(made, home)
    child = os.fork()
    if child == 0:
        if situation == "drag":
            os.environ["QT_QPA_PLATFORM"] = "minimal"  # offscreen has no dragging
        os.environ["QT_FATAL_WARNINGS"] = "0"
        Trial(home, situation, trigger, address).run(home, key)
    _, status = os.waitpid(child, 0)
    ended = time.monotonic()
    ws = unlocking.open_workspace(home, key)
    typed = [edit.text for edit in drafts.drafts(ws)]
    unlocking.close(ws)
    while readers_of(child) and time.monotonic() < ended + LONGEST_MS / 1000:
        time.sleep(0.02)
    code, kept = os.waitstatus_to_exitcode(status), typed == [WORDS]
    tell(tried=pair, code=code, at=ended, kept=kept, alone=not readers_of(child))


def main() -> None:
    """Make one vault, then try every pair on a copy of it."""
    folder, address = Path(sys.argv[1]), sys.argv[2]
    made, at = folder / "made.rhivault", app.moment()
    key = vault.create(made, PASSPHRASE, at, cost=FLOOR)
    unlocking.settle_in(made, key, NewPerson("Sam Price", "Interviewer", ""), at)
    for pair in sys.argv[3:]:
        tried(folder, made, key, pair, address)


if __name__ == "__main__":
    main()
