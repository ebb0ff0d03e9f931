"""Owns pressing and typing in the real window, waiting for what it shows, and taking pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.program import Program

W = TypeVar("W", bound=QWidget)
PATIENCE = 60.0
"""Seconds until a step that shows something else is called failed; busy machines are only slow."""
BEAT_MS = 15
SETTLE_MS = 6
WIDTH, HEIGHT = 1366, 768
MOST_WORDS = 400


class StepFailedError(AssertionError):
    """A step did not show what it should. Everybody in the demo is invented, so it may say what."""


class Driver:
    """One person at one window. Fails loudly with what was expected and what stood there."""

    def __init__(self, program: Program, screens: Path, told: Callable[[str], None]) -> None:
        self.program = program
        self.window = program.window
        self._screens, self._told = screens, told
        self._fault = ""

    def find(self, kind: type[W], name: str) -> W:
        """The visible, enabled widget of this name, waited for."""

        def there() -> W | None:
            found = self.window.findChildren(kind, name)
            return next((one for one in found if one.isVisible() and one.isEnabled()), None)

        self.wait(lambda: there() is not None, f"a control called {name}")
        widget = there()
        if widget is None:
            raise StepFailedError(name)
        return widget

    def press(self, name: str) -> None:
        """Click a button with the mouse, in its middle."""
        self.click(self.find(QWidget, name))

    def click(self, widget: QWidget) -> None:
        """Click a control that was found already."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def take(self, words: str) -> None:
        """Take an entry of the menu by its words."""
        found = [act for _, act in self.program.acts.listed if act.text() == words]
        if len(found) != 1 or not found[0].isEnabled():
            raise StepFailedError(f"the menu does not offer “{words}”")
        found[0].trigger()
        self.settle()

    def labelled(self, words: str) -> QPushButton | None:
        """The visible button with these words, if there is one."""
        found = self.window.findChildren(QPushButton)
        return next((one for one in found if one.isVisible() and one.text() == words), None)

    def type(self, name: str, words: str) -> None:
        """Put the focus into a field and type, replacing what stands there."""
        field = self.focus(name)
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.selectAll()
        self.keys(words)

    def focus(self, name: str) -> QWidget:
        """Put the focus into a control, as a click or Tab would."""
        field = self.find(QWidget, name)
        self.window.activateWindow()
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.wait(field.hasFocus, f"the focus in {name}")
        return field

    def keys(self, words: str) -> None:
        """Type into whatever has the focus, one key event a character."""
        target = QApplication.focusWidget()
        if target is None:
            raise StepFailedError("nothing has the focus")
        for char in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char)
                QCoreApplication.sendEvent(target, event)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press one key in whatever has the focus."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def steps(self, key: Qt.Key, times: int) -> None:
        """Press one key several times, as fast as somebody who knows the way."""
        target = QApplication.focusWidget() or self.window
        for _ in range(times):
            QTest.keyClick(target, key)
        self.settle()

    def choose(self, name: str, value: str) -> None:
        """Choose from a closed list with the arrow keys."""
        field = self.find(QComboBox, name)
        self.focus(name)
        steps = field.findData(value) - field.currentIndex()
        self.steps(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up, abs(steps))
        if field.currentData() != value:
            raise StepFailedError(f"{name} does not show {value}")

    def at(self, page: PageName) -> None:
        """Wait until a page shows."""
        self.wait(
            lambda: self.window.page is not None and self.window.place.page is page,
            f"the page {page.value}",
        )
        self.settle()

    def sees(self, *words: str) -> None:
        """Wait until every one of the words is on the screen."""
        for one in words:
            self.wait(partial(self._reads, one), f"the words “{one}”")

    def _reads(self, words: str) -> bool:
        return words in self.text()

    def text(self) -> str:
        """Every word on the screen, in no order."""
        labels = [one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]
        buttons = [one.text() for one in self.window.findChildren(QPushButton) if one.isVisible()]
        return "\n".join(labels + buttons)

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Let the window live until something is true; StepFailedError after PATIENCE."""
        end = time.monotonic() + PATIENCE
        while not until():
            self._refuse_fault()
            if time.monotonic() > end:
                raise StepFailedError(f"waited for {what}; on the screen: {self._shown()}")
            QTest.qWait(BEAT_MS)

    def settle(self) -> None:
        """Let layouts, focus and short timers come to rest."""
        for _ in range(2):
            QTest.qWait(SETTLE_MS)
        self._refuse_fault()

    def stumbled(self, fault: str) -> None:
        """The program made a mistake: whatever the screen shows, the next step fails with it."""
        self._fault = fault

    def _refuse_fault(self) -> None:
        fault, self._fault = self._fault, ""
        if fault:
            raise StepFailedError(f"the program made a mistake: {fault}")

    def shoot(self, name: str) -> None:
        """Keep a picture of the window as it is now, numbered in the order of the whole demo."""
        self.settle()
        taken = sum(1 for _ in self._screens.glob("[0-9]*.png"))
        self.picture(f"{taken + 1:02d}-{name}")

    def picture(self, name: str) -> None:
        """Keep a picture under this very name."""
        path = self._screens / f"{name}.png"
        if not self.window.grab().save(str(path)):
            raise StepFailedError(f"no picture could be written: {name}")
        self._told(f"picture {name}")

    def say(self, words: str) -> None:
        """Tell whoever waits what is done now."""
        self._told(words)

    def _shown(self) -> str:
        return " / ".join(self.text().split("\n"))[:MOST_WORDS]
