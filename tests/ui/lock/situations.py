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
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QWidget

from rhi_desktop import app
from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.errors import BundleError
from rhi_desktop.store import vault
from rhi_desktop.sync import reader
from rhi_desktop.sync.confine import MEMORY
from rhi_desktop.sync.reader import Limits
from rhi_desktop.ui import session as _loaded_before_the_fork
from rhi_desktop.ui.chooser import FileKind, SystemChooser
from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Field, Select
from rhi_desktop.workflow import drafts, unlocking
from rhi_desktop.workflow.entries import NewPerson
from rhi_desktop.workflow.unlocking import VaultKey
from tests.ui.notes_page import NotesPage

assert _loaded_before_the_fork is not None
PASSPHRASE = "amber ferry lantern moss"
WORDS = "nan wouldnt of been cross shes nev"
LOCKED, STUCK, NOT_OPEN, IN_SIGHT = 42, 7, 8, 9
FRESH = ("/bin/sh", "-c", f"exit {LOCKED}")
LONGEST_MS = 20_000
SETTLED_MS = 40
ON_THE_BUS = {"sleep": "sleep", "session": "lock", "hint": "hint", "lid": "shut"}
LONG = 60.0


@dataclass
class Clock:
    """A steady clock that the trial moves."""

    seconds: float = 0.0

    def steady(self) -> float:
        """Seconds of it."""
        return self.seconds


def nothing(program: Program) -> None:
    """Nothing is open."""
    del program


def modal_dialog(program: Program) -> None:
    """A dialog that waits for an answer, and one that it opened."""
    first = QDialog(program.window)
    QTimer.singleShot(0, QDialog(first).exec)
    first.exec()


def file_dialog(program: Program) -> None:
    """The dialog that asks where a report goes."""
    SystemChooser().save_file(program.window, FileKind.REPORT, "rhi-abc.pdf")


def message_box(program: Program) -> None:
    """A question with two buttons."""
    QMessageBox.question(program.window, "", "?")


def menu(program: Program) -> None:
    """A menu of the strip, and one below it."""
    opened = QMenu(program.window)
    below = opened.addMenu("more")
    below.addAction("one")
    opened.addAction("two")
    QTimer.singleShot(0, lambda: below.popup(QPoint(40, 40)))
    opened.exec(QPoint(10, 10))


def context_menu(program: Program) -> None:
    """What the right button opens over a field."""
    field(program).createStandardContextMenu().exec(QPoint(20, 20))


def drop_down(program: Program) -> None:
    """A list of choices that hangs open."""
    choice = Select([("a", "one"), ("b", "two")], name="choice", width=100)
    choice.setParent(program.window)
    choice.show()
    choice.showPopup()


def drag(program: Program) -> None:
    """Words that hang on the pointer."""
    data = QMimeData()
    data.setText("a word")
    held = QDrag(field(program))
    held.setMimeData(data)
    held.exec()


def print_dialog(program: Program) -> None:
    """The dialog that asks for a printer."""
    printer = QPrinter()
    QPrintDialog(printer, program.window).exec()


def background_job(program: Program) -> None:
    """Every thread at work for a minute."""
    session = program.window.session
    assert session is not None
    for _ in range(4):
        session.shell.run(program, partial(time.sleep, LONG), lambda _: None)


def importing(program: Program) -> None:
    """A bundle is being read in a child process, which has not answered yet."""
    session = program.window.session
    assert session is not None

    def read() -> None:
        with suppress(BundleError):
            reader.read(bytes(40_000_000), "", (), (), Limits(memory=limit_of(os.getpid())))

    session.shell.run(program, read, lambda _: None)


SITUATIONS: Mapping[str, Callable[[Program], None]] = {
    one.__name__: one
    for one in (
        nothing,
        modal_dialog,
        file_dialog,
        message_box,
        menu,
        context_menu,
        drop_down,
        drag,
        print_dialog,
        background_job,
        importing,
    )
}
FLOATS = {"modal_dialog", "file_dialog", "message_box", "print_dialog"}
HANGS = {"menu", "context_menu", "drop_down"}
TRIGGERS = ("idle", "key", "cover", "sleep", "session", "hint", "lid")


def field(program: Program) -> Field:
    """Where the words are typed."""
    page = program.window.page
    assert isinstance(page, NotesPage)
    return page.field


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


def limit_of(pid: int) -> int:
    """The memory a reading child may have: a number of its own, by which it is found again."""
    return MEMORY + pid


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
