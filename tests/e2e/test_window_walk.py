"""Claims about a talk through the window, from unlocking to signing, with keys only."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.demo.driver import Driver
from rhi_desktop.demo.stage import Answers
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import vault
from rhi_desktop.ui import background
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.theme import load_fonts
from rhi_desktop.workflow import interviewing, practising, reviewing, unlocking
from rhi_desktop.workflow.practice import practice_case
from tests.ui.opened import put_away

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PASSPHRASE = "amber ferry lantern moss"
MOST_STOPS = 120
MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
}
LINES = (
    ('"woke up and nobody was in so I just went', Voice.CHILD, (Topic.WHY, Topic.WHERE)),
    ("? And then where?", Voice.ASKED, ()),
    (". Looks at the door each time a car goes by.", Voice.SAW, (Topic.WHO,)),
    ("= nan may be the safest person", Voice.VIEW, ()),
)
CTRL = Qt.KeyboardModifier.ControlModifier
DIGITS = dict(zip(Topic, (Qt.Key(Qt.Key.Key_1 + number) for number in range(5)), strict=True))


class NoMouse(QObject):
    """Counts what only a mouse can do."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Note a press, a release, a turn of the wheel."""
        if event.type() in MOUSE:
            self.met.append(event.type())
        return super().eventFilter(watched, event)


class Keyboard(Driver):
    """Reaches everything by Tab, as somebody does who has no mouse; fails where Tab does not."""

    def focus(self, name: str) -> QWidget:
        """Tab on until the control has the focus; arrows lead through a group of choices."""
        wanted = self.find(QWidget, name)
        self.window.activateWindow()
        trail: list[str] = []
        for _ in range(MOST_STOPS):
            here = QApplication.focusWidget()
            trail.append(here.objectName() if here else "nothing")
            if here is wanted:
                return wanted
            if isinstance(here, QRadioButton) and isinstance(wanted, QRadioButton):
                self._along(here, wanted)
                continue
            assert here is not None, "the focus got lost"
            QTest.keyClick(here, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}: {trail}")

    def press(self, name: str) -> None:
        """Space on a control."""
        QTest.keyClick(self.focus(name), Qt.Key.Key_Space)
        self.settle()

    def _along(self, here: QRadioButton, wanted: QRadioButton) -> None:
        """One step along the group, as it lies; out of it when the choice is in another."""
        key = Qt.Key.Key_Tab
        if wanted in here.group().buttons():
            key = Qt.Key.Key_Right if here.y() == wanted.y() else Qt.Key.Key_Down
        QTest.keyClick(here, key)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, moment: Moment) -> Iterator[Program]:
    """The program on a vault that holds the practice case and no talk yet."""
    QLocale.setDefault(QLocale("en_GB"))
    folder = tmp_path / "vaults" / "notes.rhivault"
    key = vault.create(folder, PASSPHRASE, moment, cost=FLOOR)
    unlocking.settle_in(folder, key, practice_case().interviewer, moment)
    ws = unlocking.open_workspace(folder, key)
    practising.load_practice(ws, moment)
    unlocking.close(ws)
    world = app.outside(lambda _handed: None, Answers())
    home = replace(world, vaults=folder.parent, config=tmp_path / "config", moment=lambda: moment)
    collecting = gc.isenabled()
    made = Program(home)
    background.collect_here(made)
    qtbot.addWidget(made.window)
    load_fonts()
    made.redress()
    made.window.resize(1366, 768)
    assert qapp is not None
    yield made
    put_away(made)
    if collecting:
        gc.enable()


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[NoMouse]:
    """Watches every event of the application."""
    watching = NoMouse()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


def test_from_unlock_to_a_signed_report_with_keys_only(
    program: Program, no_mouse: NoMouse, tmp_path: Path
) -> None:
    """Unlock, explain, listen, leave the rest, read back, sort, seal, sign: Tab, Space and keys."""
    keys = Keyboard(program, tmp_path, lambda _words: None)
    program.start()
    keys.settle()
    _unlock_and_open(keys)
    _explain(keys)
    _listen(keys)
    _leave_the_rest(keys)
    _finish(keys)
    _sort(keys)
    _seal_and_sign(keys)
    session = program.window.session
    assert session is not None
    assert program.window.place.interview_id is not None
    signed = interviewing.load(session.ws, program.window.place.interview_id)

    assert isinstance(signed, SignedInterview)
    kept = [(line.voice, line.topics) for line in signed.account.standing]
    assert kept == [(voice, topics) for _, voice, topics in LINES]
    assert reviewing.waiting(session.ws) == ()
    assert no_mouse.met == []


def _unlock_and_open(keys: Keyboard) -> None:
    keys.keys(PASSPHRASE)
    keys.key(Qt.Key.Key_Return)
    keys.at(PageName.CASES)
    keys.key(Qt.Key.Key_Return)
    keys.at(PageName.CASE)
    keys.key(Qt.Key.Key_Return, CTRL)
    keys.at(PageName.BEFORE)


def _explain(keys: Keyboard) -> None:
    """Rule 26: nothing is asked before the child heard what will be shared."""
    keys.type("meeting_place", "The library")
    for what in ("purpose", "limits", "who", "stop", "notes"):
        keys.press(f"told_{what}_answer_understood")
    keys.key(Qt.Key.Key_Return, CTRL)
    keys.at(PageName.CAPTURE)


def _listen(keys: Keyboard) -> None:
    for typed, _, topics in LINES[:2]:
        keys.keys(typed)
        keys.key(Qt.Key.Key_Return)
        for topic in topics:
            keys.key(DIGITS[topic], CTRL)
    for typed, _, _ in LINES[2:]:
        keys.keys(typed)
        keys.key(Qt.Key.Key_Return)


def _leave_the_rest(keys: Keyboard) -> None:
    """No sensitive question stays without an answer or a reason: one reason for each part."""
    keys.press("guided")
    keys.at(PageName.GUIDED)
    tabs = keys.find(QTabBar, "sections")
    for part in range(tabs.count()):
        keys.focus("sections")
        steps = part - tabs.currentIndex()
        for _ in range(abs(steps)):
            keys.key(Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left)
        rest = keys.window.findChild(QWidget, "leave_rest")
        if rest is not None and rest.isVisible():
            keys.press("leave_rest")
            keys.type("rest_reason", "a short talk")
            keys.key(Qt.Key.Key_Return)
    keys.press("back_to_talk")
    keys.at(PageName.CAPTURE)


def _finish(keys: Keyboard) -> None:
    keys.press("finish")
    keys.at(PageName.READ_BACK)
    keys.press("agree_to_all")
    keys.press("ended_completed")
    keys.press("to_sort")
    keys.at(PageName.SORT)


def _sort(keys: Keyboard) -> None:
    keys.press("place_who")
    keys.press("next_line")
    for topic in (Topic.WHAT, Topic.HOW):
        keys.press(f"account_for_{topic.value}")
        keys.press("blank_not_reached")
        keys.press("blank_done")


def _seal_and_sign(keys: Keyboard) -> None:
    keys.press("check_answers")
    keys.at(PageName.CHECK)
    keys.press("seal_or_sign")
    keys.sees("Sealed, not signed yet")
    keys.press("seal_or_sign")
    keys.at(PageName.SEND)
