"""Owns the hands of tests of the forms of a pack: press an answer, type and leave a field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from rhi_desktop.ui.episode.before_page import BeforePage
from rhi_desktop.ui.episode.facts_page import FactsPage
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Page

FormOpener = Callable[[type[BeforePage | FactsPage], Place], Page]


def press(page: QWidget, name: str) -> None:
    """Press an answer by name."""
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isVisibleTo(page), name
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def write(page: QWidget, name: str, words: str) -> None:
    """Type into a field by name, and leave it."""
    found = page.findChild(QLineEdit, name) or page.findChild(QPlainTextEdit, name)
    assert found is not None, name
    found.setFocus()
    QTest.keyClicks(found, words)
    QTest.keyClick(found, Qt.Key.Key_Tab)
