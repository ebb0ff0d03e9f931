"""Owns how a test gets into a vault: by the keys of a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow.entries import NewPerson
from tests.ui.access import shown

PASSPHRASE = "amber ferry lantern moss"
SAM = NewPerson("Sam Price", "Independent interviewer", "Fernley Listening")


def form(program: Program) -> UnlockForm:
    """The form that shows."""
    front = program.window.front
    assert isinstance(front, UnlockPage | CoverPage)
    assert front.form is not None
    return front.form


def unlock(program: Program, qtbot: QtBot, passphrase: str = PASSPHRASE) -> UnlockForm:
    """Type a passphrase and press Return."""
    shown(program.window)
    asked = form(program)
    QTest.keyClicks(asked.field, passphrase)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: program.window.session is not None or asked.button.isEnabled(), timeout=20_000
    )
    return asked
