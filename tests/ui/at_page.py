"""Owns what somebody does at a page by keys alone: finds what can be seen, presses, types."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def settle() -> None:
    """Let the layout and what was told to go come to rest."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


class AtPage:
    """One person at the page `page`; whoever inherits says which page it is."""

    page: QWidget

    def at(self, name: str) -> QWidget:
        """A control that can be seen, by its stable name."""
        QApplication.processEvents()
        found = [one for one in self.page.findChildren(QWidget, name) if one.isVisible()]
        assert len(found) == 1, f"{len(found)} of {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a control can be seen."""
        return any(one.isVisible() for one in self.page.findChildren(QWidget, name))

    def press(self, name: str) -> None:
        """Press by the keyboard, as everything here can be."""
        widget = self.at(name)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Space)
        settle()

    def type(self, name: str, words: str) -> None:
        """Type into a field."""
        widget = self.at(name)
        widget.setFocus()
        QTest.keyClicks(widget, words)
        settle()
