"""Owns the hands of a test: keys where the focus is, presses on controls by their names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rhi_desktop.ui.interview.capture_page import CapturePage

Key = Qt.Key


def focused() -> QWidget:
    """Where keys go."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    return focus


def press(key: Qt.Key, *, control: bool = False) -> None:
    """A key where the focus is."""
    modifier = Qt.KeyboardModifier
    QTest.keyClick(focused(), key, modifier.ControlModifier if control else modifier.NoModifier)


def tabbed(times: int) -> list[str]:
    """The names of the controls that Tab comes to from here, one after the other."""
    names = []
    for _ in range(times):
        press(Key.Key_Tab)
        names.append(focused().objectName())
    return names


def type_words(words: str) -> None:
    """Type where the focus is, key by key."""
    QTest.keyClicks(focused(), words)


def type_line(page: CapturePage, words: str) -> None:
    """Type as somebody does, key by key, and keep."""
    edit = page.notebook.input.edit
    QTest.keyClicks(edit, words)
    QTest.keyClick(edit, Key.Key_Return)


def button(page: QWidget, name: str) -> QWidget:
    """A control by its stable name."""
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def press_on(page: QWidget, name: str) -> None:
    """Press a control by its name, and let what it changed settle."""
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
