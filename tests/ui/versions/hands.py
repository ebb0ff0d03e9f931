"""Owns what a person does on the pages of versions and addenda: type, choose."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from rhi_desktop.ui.widgets import Radio


def write(page: QWidget, name: str, words: str) -> None:
    """Type into a field, as a person does."""
    (field,) = [
        one
        for kind in (QLineEdit, QPlainTextEdit)
        for one in page.findChildren(kind, name)
        if one.isVisible()
    ]
    field.setFocus()
    QTest.keyClicks(field, words)


def press(page: QWidget, name: str) -> None:
    """Choose an answer."""
    (radio,) = [one for one in page.findChildren(Radio, name) if one.isVisible()]
    QTest.mouseClick(radio, Qt.MouseButton.LeftButton)
