"""Owns how a test gets into a vault: by the keys of a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.lock.code_grid import CodeGrid
from rhi_desktop.ui.lock.code_page import CodeSteps
from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.lock.type_back import TypeBack
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Button, SecretField, Text
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


def press(page: QWidget, name: str) -> None:
    """Press the button of this name that can be seen."""
    QApplication.processEvents()
    found = [one for one in page.findChildren(Button, name) if one.isVisibleTo(page)]
    assert len(found) == 1, name
    found[0].click()


def shown_groups(page: QWidget) -> tuple[str, ...]:
    """The seven groups that stand on the screen."""
    grid = page.findChild(CodeGrid)
    assert grid is not None
    words = [one.text() for one in grid.findChildren(Text)]
    return tuple(one for one in words if len(one) == 4)


def to_groups(steps: CodeSteps) -> TypeBack:
    """Say that the code is on paper; the page that asks for three groups."""
    press(steps, "on_paper")
    assert steps.asked is not None
    return steps.asked


def type_back(steps: CodeSteps) -> tuple[str, ...]:
    """Copy the code, go on, type the groups that are asked for, and press the last button."""
    groups = shown_groups(steps)
    asked = to_groups(steps)
    for number, field in asked.fields.items():
        assert isinstance(field.field, SecretField)
        field.field.setText(groups[number].lower())
    press(steps, "prove_code")
    return groups
