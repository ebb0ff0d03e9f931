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
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from rhi_desktop import app
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow.workspace import Workspace
from tests.bench.painted import report, resident


class Watched(Program):
    """The program, and a note of when the first page of the vault was painted.

    It looks at the events only until the page for the passphrase stands, and again once the vault
    is open: what is measured in between is the program alone.
    """

    def __init__(self, application: QApplication) -> None:
        outside = app.outside(print)
        derive = self._noting(outside.doors.derive_key)
        super().__init__(replace(outside, doors=replace(outside.doors, derive_key=derive)))
        self._application, self._derived = application, 0
        self._painted: Callable[[], None] = self._type

    def _noting(self, derive: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*given: Any) -> Any:
            key = derive(*given)
            self._derived = time.perf_counter_ns()
            return key

        return noted

    def enter(self, ws: Workspace) -> None:
        """As the app does it."""
        super().enter(ws)
        self._painted = self._shown
        self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Looks on; nothing is kept from anybody."""
        if event.type() == QEvent.Type.Paint:
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return super().eventFilter(watched, event)

    def _type(self) -> None:
        fields = self.window.findChildren(QLineEdit)
        field = next(one for one in fields if one.objectName() == "passphrase")
        field.setText(sys.argv[1])
        _press(field, Qt.Key.Key_Return)

    def _shown(self) -> None:
        report(resident(), (time.perf_counter_ns() - self._derived) // 1000)
        self.window.close()
        QCoreApplication.exit(0)


def _press(field: QWidget, key: int) -> None:
    # Not by QtTest: its library would count as ours.
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def main() -> int:
    """One unlocking."""
    application = app.dressed_application()
    program = Watched(application)
    program.redress()
    application.installEventFilter(program)
    program.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
