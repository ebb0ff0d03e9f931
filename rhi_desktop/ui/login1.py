"""Owns hearing from the system that nobody sits here any more: sleep, screen lock, lid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

from rhi_desktop.errors import RhiError
from rhi_desktop.log import Cause
from rhi_desktop.ui import background

SERVICE = "org.freedesktop.login1"
HOME = "/org/freedesktop/login1"
MANAGER = f"{SERVICE}.Manager"
SESSION = f"{SERVICE}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
LOOK_MS = 2000
"""How often the lid is read: login1 says of itself that it tells no change of it."""
ANSWER_MS = 2000
WHO = "rhi-desktop"
WHY = "Locks before the laptop sleeps"
"""Everybody on this laptop can read both by `systemd-inhibit --list`."""


class Watch(QObject):
    """Hears login1 on the system bus at `address`. Emits `locking` with the cause.

    While it runs it holds a delay inhibitor, so that the laptop waits with its sleep until this
    process has ended. A bus or a login1 that is missing, refuses or dies is passed over in
    silence: the clock of `Idle` goes on. Only addresses of this machine's own sockets are used.
    """

    locking = Signal(object)

    def __init__(self, address: str, look_ms: int = LOOK_MS) -> None:
        super().__init__()
        self._address = address if _is_local(address) else ""
        self._name = f"login1-{id(self)}"
        self._bus: QDBusConnection | None = None
        self._held: QDBusUnixFileDescriptor | None = None
        self._settled = False
        self._heard: str | None = None
        self._lid: bool | None = None
        self._timer = QTimer(self, interval=look_ms)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to listen. The bus is greeted in the background: one that hangs stops nobody."""
        if self._address:
            greet = partial(_greet, self._address, self._name)
            background.run(self, greet, self._listen, _passed_over)

    def stop(self) -> None:
        """Listen no more, and let the laptop sleep."""
        self._timer.stop()
        self._held = None
        if self._bus is not None:
            self._bus = None
            QDBusConnection.disconnectFromBus(self._name)

    def look(self) -> None:
        """Read the lid; whoever answers again after a silence is settled with anew."""
        self._ask(HOME, PROPERTIES, "Get", (MANAGER, "LidClosed"), self._lid_said, self._silent)

    def _listen(self, greeted: bool) -> None:  # noqa: FBT001 - a slot takes what the thread found
        if not greeted:
            return
        self._bus = QDBusConnection(self._name)
        self._bus.connect(SERVICE, HOME, MANAGER, "PrepareForSleep", self, _slot("_slept(bool)"))
        self._timer.start()
        self.look()

    def _lid_said(self, answer: Sequence[Any]) -> None:
        shut = bool(answer[0].variant())
        # A lid that was shut when the vault was opened belongs to a desk with another screen.
        if shut and self._lid is False:
            self.locking.emit(Cause.LID)
        self._lid = shut
        if not self._settled:
            self._settle()

    def _silent(self) -> None:
        self._settled = False
        if self._bus is not None and not self._bus.isConnected():
            self.stop()

    def _settle(self) -> None:
        self._settled = True
        self._ask(HOME, MANAGER, "Inhibit", ("sleep", WHO, WHY, "delay"), self._hold)
        self._ask(
            HOME,
            MANAGER,
            "GetSession",
            ("auto",),
            lambda answer: self._hear(answer[0].path()),
            # An empty path is every session: rather locked by a neighbour than not at all.
            lambda: self._hear(""),
        )

    def _hold(self, answer: Sequence[Any]) -> None:
        self._held = answer[0]

    def _hear(self, session: str) -> None:
        if self._bus is None or self._heard == session:
            return
        self._heard = session
        self._bus.connect(SERVICE, session, SESSION, "Lock", self, _slot("_locked()"))
        self._bus.connect(
            SERVICE, session, PROPERTIES, "PropertiesChanged", self, _slot("_changed(QDBusMessage)")
        )

    @Slot(bool)
    def _slept(self, begins: bool) -> None:  # noqa: FBT001 - login1's signal has one switch
        if begins:
            self.locking.emit(Cause.SLEEP)

    @Slot()
    def _locked(self) -> None:
        self.locking.emit(Cause.SESSION)

    @Slot(QDBusMessage)
    def _changed(self, told: QDBusMessage) -> None:
        self._ask(told.path(), PROPERTIES, "Get", (SESSION, "LockedHint"), self._hint_said)

    def _hint_said(self, answer: Sequence[Any]) -> None:
        if bool(answer[0].variant()):
            self.locking.emit(Cause.SESSION)

    def _ask(
        self,
        path: str,
        interface: str,
        method: str,
        arguments: Sequence[str],
        done: Callable[[Sequence[Any]], object],
        failed: Callable[[], object] | None = None,
    ) -> None:
        if self._bus is None:
            return
        asked = QDBusMessage.createMethodCall(SERVICE, path, interface, method)
        asked.setArguments(list(arguments))
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(asked, ANSWER_MS), self)
        watcher.finished.connect(partial(self._answered, watcher, done, failed))

    def _answered(
        self,
        watcher: QDBusPendingCallWatcher,
        done: Callable[[Sequence[Any]], object],
        failed: Callable[[], object] | None,
        *_: object,
    ) -> None:
        watcher.deleteLater()
        if self._bus is None:
            return
        if not watcher.isError():
            # Whatever answers in the place of login1 with something else has said nothing.
            with suppress(AttributeError, IndexError, TypeError):
                done(watcher.reply().arguments())
                return
        if failed is not None:
            failed()


def _is_local(address: str) -> bool:
    """Only sockets of this machine: an address may also name a host, and nobody calls one."""
    return bool(address) and all(part.startswith("unix:") for part in address.split(";"))


def _slot(signature: str) -> Any:
    """The stubs ask for bytes where PySide itself takes the text alone."""
    return SLOT(signature)


def _greet(address: str, name: str) -> bool:
    return QDBusConnection.connectToBus(address, name).isConnected()


def _passed_over(_: RhiError) -> None:
    """Nobody to hear; the idle clock goes on."""
