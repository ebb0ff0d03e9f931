"""Owns the stay whose memory is searched: the real program, unlocked, and locked in every way."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from rhi_desktop import app, hardening
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.log import Cause
from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow.keyholding import read_code
from tests.soak import planting
from tests.soak.planting import Field
from tests.soak.staying import say, type_everywhere, unlock, wait_for

MINUTES = 60.0


@dataclass(frozen=True, slots=True)
class Stay:
    """What one stay is to hold, how it is locked, and the file that says: now."""

    passphrase: str
    code: str
    mark: str
    case: str
    interview: str
    trigger: str
    now: str

    def packed(self) -> str:
        """As one argument."""
        return json.dumps(asdict(self))


@dataclass(slots=True)
class Clock:
    """Our own steady clock, which can be moved."""

    ahead: float = 0.0

    def __call__(self) -> float:
        """The seconds now."""
        return app.steady() + self.ahead


def hold(arguments: list[str]) -> None:
    """Unlocks and types; when told, locks. The process that comes after stays until it is killed.

    Says "holding 4" when all of it is in memory and "locking TIME" just before it locks.
    """
    stay = Stay(**json.loads(arguments[0]))
    hardening.harden()
    app.dressed_application()
    clock = Clock()
    program = Program(replace(app.outside(app.end_process), steady=clock))
    app.install_last_resort(program)
    program.redress()
    program.start()
    keys = unlock(program, stay.passphrase).store.keys
    # As they are for a moment while a snapshot is made, the code is tried, the notes are opened.
    held = (keys.database_key(), keys.slots_key(), keys.snapshot_key(), read_code(stay.code))
    field = Field(CaseId(stay.case), InterviewId(stay.interview), InterviewId(stay.interview))
    type_everywhere(program, [PageName.CAPTURE], field, planting.words(stay.mark))
    say(f"holding {len(held)}")
    wait_for(Path(stay.now).exists)
    lock = TRIGGERS[stay.trigger](program, clock)
    say(f"locking {time.monotonic()}")
    lock()
    # Only a lock that did not lock comes here.
    QTest.qWait(20_000)


def _key(program: Program, _clock: Clock) -> Callable[[], object]:
    """Control and L, wherever the focus is."""
    at: QWidget = QApplication.focusWidget() or program.window
    return lambda: QTest.keyClick(at, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def _button(program: Program, _clock: Clock) -> Callable[[], object]:
    """The button of the strip, by the mouse."""
    button = program.window.findChild(QPushButton, "lock")
    if button is None:
        raise RuntimeError("no button to lock with")
    return lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _idle(program: Program, clock: Clock) -> Callable[[], object]:
    """Nobody touched anything for a long time."""
    clock.ahead += 30 * MINUTES
    return program.idle.look


def _cover(program: Program, clock: Clock) -> Callable[[], object]:
    """The cover lay for longer than it may."""
    program.window.turn_cover()
    cover = program.window.findChild(CoverPage)
    if cover is None:
        raise RuntimeError("no cover")
    clock.ahead += 5 * MINUTES
    return cover.look


def _laptop(cause: Cause, program: Program, _clock: Clock) -> Callable[[], object]:
    """What the watch on login1 says; that it says so is tried on a bus of the tests' own."""
    return lambda: program._laptop.locking.emit(cause)


TRIGGERS: Mapping[str, Callable[[Program, Clock], Callable[[], object]]] = {
    "key": _key,
    "button": _button,
    "idle": _idle,
    "cover": _cover,
    "sleep": partial(_laptop, Cause.SLEEP),
    "screen lock": partial(_laptop, Cause.SESSION),
    "lid": partial(_laptop, Cause.LID),
}
