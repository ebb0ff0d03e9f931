"""A login1 for tests: it says on the bus what it is told, and tells what it is asked.

Run as a process of its own with the address of a private bus. Words on standard input: `sleep`,
`lock`, `hint`, `shut`, `open`, `leave`, `come`. Lines on standard output: `ready`, `inhibited`,
`released`, `done WORD`.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import PySide6.QtCore
from PySide6.QtCore import (
    Property,
    QCoreApplication,
    QObject,
    QSocketNotifier,
    Signal,
    Slot,
)
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
)

SERVICE = "org.freedesktop.login1"
HOME = "/org/freedesktop/login1"
SESSION = f"{HOME}/session/_31"
INFO: Any = PySide6.QtCore.ClassInfo
"""The stubs do not know that it decorates classes."""


def tell(*words: str) -> None:
    """One line to the test."""
    print(*words, flush=True)  # noqa: T201 - this script talks to the test


@INFO({"D-Bus Interface": f"{SERVICE}.Manager"})
class Manager(QDBusAbstractAdaptor):
    """What watches the whole laptop."""

    PrepareForSleep = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shut = False
        self.held: list[QSocketNotifier] = []

    @Slot(str, result=QDBusObjectPath)
    def GetSession(self, name: str) -> QDBusObjectPath:  # noqa: N802 - login1's own name
        """The session of whoever asks."""
        del name
        return QDBusObjectPath(SESSION)

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(  # noqa: N802 - login1's own name
        self, what: str, who: str, why: str, mode: str
    ) -> QDBusUnixFileDescriptor:
        """Hands out the writing end of a pipe; the reading end hears when it is let go."""
        del who, why
        reading, writing = os.pipe()
        handed = QDBusUnixFileDescriptor(writing)
        os.close(writing)
        heard = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        heard.activated.connect(lambda: self._let_go(heard))
        self.held.append(heard)
        tell("inhibited", what, mode)
        return handed

    def _let_go(self, heard: QSocketNotifier) -> None:
        heard.setEnabled(False)
        tell("released")

    def _lid(self) -> bool:
        return self.shut

    LidClosed = Property(bool, _lid)


@INFO({"D-Bus Interface": f"{SERVICE}.Session"})
class Session(QDBusAbstractAdaptor):
    """What watches one person's screen."""

    Lock = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.locked = False

    def _hint(self) -> bool:
        return self.locked

    LockedHint = Property(bool, _hint)


class Mock:
    """Does what it is told."""

    def __init__(self, address: str) -> None:
        self.bus = QDBusConnection.connectToBus(address, "mock")
        self._homes = (QObject(), QObject())
        self.manager, self.session = Manager(self._homes[0]), Session(self._homes[1])
        for path, home in zip((HOME, SESSION), self._homes, strict=True):
            self.bus.registerObject(path, home, QDBusConnection.RegisterOption.ExportAdaptors)
        self.bus.registerService(SERVICE)

    def hear(self, word: str) -> None:
        """One word of the test."""
        if word == "sleep":
            self.manager.PrepareForSleep.emit(True)  # noqa: FBT003 - login1's signal has a switch
        elif word == "lock":
            self.session.Lock.emit()
        elif word == "hint":
            self._hint(locked=True)
        elif word in {"shut", "open"}:
            self.manager.shut = word == "shut"
        elif word == "leave":
            self.bus.unregisterService(SERVICE)
        elif word == "come":
            self.bus.registerService(SERVICE)
        tell("done", word)

    def _hint(self, *, locked: bool) -> None:
        self.session.locked = locked
        said = QDBusMessage.createSignal(
            SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged"
        )
        said.setArguments([f"{SERVICE}.Session", {"LockedHint": locked}, ["IdleHint"]])
        self.bus.send(said)


def main() -> None:
    """Serve until standard input ends."""
    application = QCoreApplication([])
    mock = Mock(sys.argv[1])

    def told() -> None:
        line = sys.stdin.readline()
        if line:
            mock.hear(line.strip())
        else:
            application.quit()

    listening = QSocketNotifier(0, QSocketNotifier.Type.Read)
    listening.activated.connect(told)
    tell("ready")
    application.exec()


if __name__ == "__main__":
    main()
