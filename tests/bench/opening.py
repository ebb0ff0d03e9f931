"""Owns the process whose unlocking is measured: the app as started, a passphrase typed, Enter.

Called with the passphrase; the vault lies where the app looks for vaults. Prints what `painted`
prints once the first page of the vault is painted, and how long after the key was there that was,
in microseconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rhi_desktop import app
from rhi_desktop.ui.program import Program
from tests.bench.painted import report, resident


class Opening(QObject):
    """Types the passphrase once the unlock page is painted, and ends when the list is."""

    def __init__(self) -> None:
        super().__init__()
        outside = app.outside(print)
        derive = self._noting(outside.doors.derive_key)
        self._program = Program(replace(outside, doors=replace(outside.doors, derive_key=derive)))
        self._derived = 0
        self._typed = self._seen = False

    def start(self) -> None:
        """As the app does it."""
        self._program.redress()
        self._program.start()

    def _noting(self, derive: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*given: Any) -> Any:
            key = derive(*given)
            self._derived = time.perf_counter_ns()
            return key

        return noted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Looks on; nothing is kept from anybody."""
        if event.type() == QEvent.Type.Paint:
            if not self._typed:
                self._typed = True
                QTimer.singleShot(0, self._type)
            elif self._program.window.page is not None and not self._seen:
                self._seen = True
                QTimer.singleShot(0, self._end)
        return super().eventFilter(watched, event)

    def _type(self) -> None:
        fields = self._program.window.findChildren(QLineEdit)
        field = next(one for one in fields if one.objectName() == "passphrase")
        field.setText(sys.argv[1])
        _press(field, Qt.Key.Key_Return)

    def _end(self) -> None:
        report(resident(), (time.perf_counter_ns() - self._derived) // 1000)
        self._program.window.close()
        QCoreApplication.exit(0)


def _press(field: QWidget, key: int) -> None:
    # Not by QtTest: its library would count as ours.
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def main() -> int:
    """One unlocking."""
    application = app.dressed_application()
    opening = Opening()
    application.installEventFilter(opening)
    opening.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
