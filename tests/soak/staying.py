"""Owns the stay that is searched for leaks: the real program in a fork, full of canaries.

It unlocks by its window, fills the vault, types into every field that a page shows, and ends as it
is told: by a lock, by closing, or by a crash that nobody caught and a fault that nobody can catch.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from rhi_desktop import app, hardening
from rhi_desktop.ui import background
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import world
from tests.soak import planting
from tests.soak.planting import Field

PAGES = (
    *(PageName.CASE, PageName.ABOUT_CHILD, PageName.BEFORE, PageName.CAPTURE, PageName.GUIDED),
    *(PageName.SORT, PageName.READ_BACK, PageName.CHILD_PLAN, PageName.CONCERNS),
    *(PageName.ANALYSIS, PageName.PEOPLE, PageName.CHECK, PageName.SAFETY, PageName.CASES),
)
ENDINGS = ("lock", "quit", "crash")
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Errand:
    """What one stay is to do; `exports` is where a person asked for files."""

    passphrase: str
    mark: str
    field: Field
    bundle: str
    exports: str
    ending: str
    short: bool = False
    """Without sending, receiving and most pages: another stay does them."""

    def packed(self) -> str:
        """As one argument."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, text: str) -> Errand:
        """What was packed."""
        given = json.loads(text)
        return cls(**{**given, "field": Field(**given["field"])})


def stay(arguments: list[str]) -> None:
    """Unlocks, plants, types, says so, waits until it was looked at, and ends."""
    errand = Errand.unpacked(arguments[0])
    hardening.harden()
    app.dressed_application()
    program = Program(app.outside(lambda _handover: os._exit(0)))
    app.install_last_resort(program)
    program.start()
    ws = unlock(program, errand.passphrase)
    say("unlocked")
    source = planting.words(errand.mark)
    at = world.moment(f"{errand.mark}/stay", 100)
    say(f"planted {planting.plant(ws, errand.field, source, at)}")
    planting.plant_beside(ws, source, at)
    if not errand.short:
        came = Path(errand.bundle).read_bytes()
        planting.carry(ws, errand.field, came, Path(errand.exports), at)
    say("carried")
    pages = PAGES[-2:] if errand.short else PAGES
    say(f"typed {type_everywhere(program, pages, errand.field, source)}")
    wait_for(Path(errand.exports, "seen").exists)
    _end(program, errand)


def unlock(program: Program, passphrase: str) -> Workspace:
    """By the field of the window, as a person does."""
    front = program.window.front
    if not isinstance(front, UnlockPage):
        raise TypeError("no way in")
    front.form.field.insert(passphrase)
    front.form.open()
    wait_for(lambda: program.window.session is not None)
    session = program.window.session
    if session is None:
        raise RuntimeError("not unlocked")
    return session.ws


def type_everywhere(
    program: Program, pages: Sequence[PageName], field: Field, source: Iterator[str]
) -> int:
    """A canary into every field of these pages that can be written in; how many there were."""
    count = 0
    for name in pages:
        program.window.go(Place(name, field.case, interview_id=field.interview))
        QTest.qWait(1)
        page = program.window.page
        if page is None:
            continue
        lines, areas = page.findChildren(QLineEdit), page.findChildren(QPlainTextEdit)
        for edit in lines:
            if edit.isVisible() and edit.isEnabled() and not edit.isReadOnly():
                edit.insert(next(source))
                count += 1
        for area in areas:
            if area.isVisible() and area.isEnabled() and not area.isReadOnly():
                area.insertPlainText(next(source))
                count += 1
    return count


def wait_for(there: Callable[[], bool]) -> None:
    """Until something is so, with the window alive."""
    ends = time.monotonic() + PATIENCE_S
    while not there():
        if time.monotonic() > ends:
            raise TimeoutError
        QTest.qWait(20)


def say(words: str) -> None:
    """One line for whoever started this."""
    os.write(1, f"{words}\n".encode())


def _end(program: Program, errand: Errand) -> None:
    if errand.ending == "lock":
        program.lock()
    if errand.ending == "quit":
        program.window.close()
        os._exit(0)
    fail = partial(_fail, f"{errand.mark} 199")
    QTimer.singleShot(0, fail)
    background.run(program.window, fail, print, print)
    QTest.qWait(300)
    os.kill(os.getpid(), signal.SIGSEGV)


def _fail(words: str) -> NoReturn:
    """A mistake of ours that carries a word of the case."""
    raise ValueError(words)
