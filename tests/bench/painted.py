"""Owns the processes that are started to be measured: the app, or a bare window, to its paint.

Prints one line and ends: the reading of the steady clock at which everything first shown was
painted, and the resident memory then.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget


class FirstPaint(QObject):
    """Sees the first paint of the application and reports once everything behind it is done."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._seen = False

    def end(self) -> None:
        """Says when, and ends the program."""
        report(resident())
        QCoreApplication.exit(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Looks on; nothing is kept from anybody."""
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.end)
        return super().eventFilter(watched, event)


def report(memory: int, *more: int) -> None:
    """The one line that is read: steady clock in nanoseconds, resident memory in KiB, and more."""
    sys.stdout.write(" ".join(map(str, (time.monotonic_ns(), memory, *more))) + "\n")
    sys.stdout.flush()


def resident() -> int:
    """Resident memory of this process, in KiB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def bare() -> int:
    """The floor: one window with two lines of text, in the toolkit's own style."""
    application = QApplication(sys.argv[:1])
    application.installEventFilter(FirstPaint(application))
    window = QWidget()
    box = QVBoxLayout(window)
    box.addWidget(QLabel("RHI Desktop"))
    box.addWidget(QLabel("Unlock"))
    window.resize(1366, 768)
    window.show()
    return application.exec()


def ours() -> int:
    """The app as a person starts it; there is a vault, so it shows the unlock page."""
    from rhi_desktop import app  # noqa: PLC0415  not to be loaded for the floor

    made = app.dressed_application

    def watched() -> QApplication:
        application = made()
        application.installEventFilter(FirstPaint(application))
        return application

    app.dressed_application = watched
    return app.main()


if __name__ == "__main__":
    sys.exit(ours() if sys.argv[1:] == ["ours"] else bare())
