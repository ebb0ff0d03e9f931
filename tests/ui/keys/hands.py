"""Owns how a test works on the page of passphrase and recovery code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.keys.asking import Asking
from rhi_desktop.ui.keys.forms import BeforeCode, ChangeForm
from rhi_desktop.ui.keys.keys_page import KeysPage
from rhi_desktop.ui.lock.code_page import CodeSteps
from rhi_desktop.ui.shell import Notice, Shell
from rhi_desktop.ui.widgets import LabelledField, SecretField, Text
from tests.ui.keys.conftest import LONGEST_MS
from tests.ui.lock.typing_in import PASSPHRASE, press


def put(field: QWidget, words: str) -> None:
    """Type into a field for a secret."""
    assert isinstance(field, SecretField)
    field.clear()
    QTest.keyClicks(field, words)


def says(page: QWidget) -> str:
    """Every word on the page."""
    return "\n".join(one.text() for one in page.findChildren(Text) if one.isVisibleTo(page))


def told(shell: Shell) -> list[str]:
    """What the banner says from now on."""
    heard: list[str] = []

    def hear(notice: object) -> None:
        if isinstance(notice, Notice):
            heard.append(notice.said.happened)

    shell.noticed.connect(hear)
    return heard


def change(page: KeysPage, old: str, new: str) -> ChangeForm:
    """Open the form, type, and press Return in the last field."""
    press(page, "open_change")
    form = page.form
    assert isinstance(form, ChangeForm)
    put(form.old.field, old)
    put(form.new.fields["passphrase"].field, new)
    put(form.new.fields["again"].field, new)
    QTest.keyClick(form.new.fields["again"].field, Qt.Key.Key_Return)
    return form


def ask_for_code(page: KeysPage, qtbot: QtBot) -> CodeSteps:
    """The passphrase, and the new code that is shown for it."""
    press(page, "open_new")
    form = page.form
    assert isinstance(form, BeforeCode)
    put(form.passphrase.field, PASSPHRASE)
    QTest.keyClick(form.passphrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.code_steps is not None, timeout=LONGEST_MS)
    settle()
    assert page.code_steps is not None
    return page.code_steps


def settle() -> None:
    """Let what was told to go be gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(3):
        QApplication.processEvents()


def described(field: LabelledField) -> str:
    """What is said beside a field."""
    return field.field.accessibleDescription()


def open_form(page: KeysPage) -> Asking | None:
    """The form that is open now."""
    return page.form
