"""Claims about locking with the laptop: by a login1 of the test's own on a bus of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection
from pytestqt.qtbot import QtBot

from rhi_desktop.log import Cause
from rhi_desktop.ui.login1 import HOME, MANAGER, SERVICE, Watch
from tests.ui.lock.login1_mock import INFO
from tests.ui.lock.private_bus import LONGEST, Login1, private_bus

SOON_MS = 50


@pytest.fixture(scope="module")
def login1(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Login1]:
    """One bus for the claims of this file."""
    with private_bus(tmp_path_factory.mktemp("bus")) as made:
        yield made


@pytest.fixture
def heard() -> list[Cause]:
    """What a watch emitted."""
    return []


@pytest.fixture
def watch(qtbot: QtBot, login1: Login1, heard: list[Cause]) -> Iterator[Watch]:
    """A watch that is settled with an open lid."""
    login1.say("open")
    made = Watch(login1.address, SOON_MS)
    made.locking.connect(heard.append)
    made.start()
    qtbot.waitUntil(lambda: made._heard is not None and made._held is not None)
    qtbot.waitUntil(lambda: made._lid is False)
    yield made
    made.stop()


@pytest.mark.parametrize(
    ("word", "cause"),
    [
        ("sleep", Cause.SLEEP),
        ("lock", Cause.SESSION),
        ("hint", Cause.SESSION),
        ("shut", Cause.LID),
    ],
)
def test_it_locks_with_the_laptop(
    qtbot: QtBot, login1: Login1, watch: Watch, heard: list[Cause], word: str, cause: Cause
) -> None:
    """Sleep, the screen lock of the desktop (as a signal or as a hint), and the lid."""
    assert watch._bus is not None
    login1.say(word)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0] is cause


def test_the_laptop_waits_with_its_sleep_until_the_watch_ends(login1: Login1, watch: Watch) -> None:
    """A delay inhibitor for sleep, held while a vault is open and let go with the watch."""
    login1.wait_for("inhibited sleep delay")
    watch.stop()
    login1.wait_for("released")


def test_a_lid_that_is_shut_already_locks_nothing(
    qtbot: QtBot, login1: Login1, heard: list[Cause]
) -> None:
    """A laptop at a desk with another screen stays usable; opening and shutting it locks."""
    login1.say("shut")
    watch = Watch(login1.address, SOON_MS)
    watch.locking.connect(heard.append)
    watch.start()
    qtbot.waitUntil(lambda: watch._lid is True)
    assert heard == []
    login1.say("open")
    qtbot.waitUntil(lambda: watch._lid is False)
    login1.say("shut")
    qtbot.waitUntil(lambda: heard == [Cause.LID])
    watch.stop()


def test_a_login1_that_comes_back_is_settled_with_anew(
    qtbot: QtBot, login1: Login1, watch: Watch
) -> None:
    """After an update of the system the laptop waits again."""
    login1.say("leave")
    qtbot.waitUntil(lambda: not watch._settled)
    login1.say("come")
    qtbot.waitUntil(lambda: watch._settled)
    login1.wait_for("inhibited sleep delay")


@INFO({"D-Bus Interface": MANAGER})
class Liar(QDBusAbstractAdaptor):
    """Has login1's name and verbs, and answers with something else."""

    @Slot(str, result=str)
    def GetSession(self, name: str) -> str:  # noqa: N802 - login1's own name
        """No path."""
        return name

    @Slot(str, str, str, str, result=str)
    def Inhibit(self, what: str, who: str, why: str, mode: str) -> str:  # noqa: N802 - the same
        """Nothing that could be held."""
        return what + who + why + mode

    LidClosed = Property(str, lambda _: "")


def test_a_login1_that_answers_something_else_says_nothing(
    qtbot: QtBot, login1: Login1, heard: list[Cause]
) -> None:
    """No lock, no crash: it is taken for one that cannot name the session."""
    login1.say("leave")
    bus, home = QDBusConnection.connectToBus(login1.address, "liar"), QObject()
    liar = Liar(home)
    bus.registerObject(HOME, home, QDBusConnection.RegisterOption.ExportAdaptors)
    assert bus.registerService(SERVICE)
    watch = Watch(login1.address, SOON_MS)
    watch.locking.connect(heard.append)
    watch.start()
    qtbot.waitUntil(lambda: watch._heard == "")
    watch.stop()
    bus.unregisterService(SERVICE)
    QDBusConnection.disconnectFromBus("liar")
    login1.say("come")
    assert liar.parent() is home
    assert heard == []


@pytest.mark.parametrize(
    "address",
    ["", "tcp:host=127.0.0.1,port=1", "unix:path=/nowhere/at/all", "unix:path=/x;tcp:host=x"],
)
def test_without_a_bus_nothing_happens(qtbot: QtBot, heard: list[Cause], address: str) -> None:
    """No bus, or one that is not on this machine: no word, no socket, no lock."""
    watch = Watch(address, SOON_MS)
    watch.locking.connect(heard.append)
    watch.start()
    qtbot.wait(4 * SOON_MS)
    watch.look()
    watch.stop()
    assert heard == []


def test_a_bus_that_dies_is_passed_over(qtbot: QtBot, tmp_path: Path, heard: list[Cause]) -> None:
    """First login1 goes, then the whole bus: no crash, no lock, no line on the screen."""
    with private_bus(tmp_path / "bus") as dying:
        watch = Watch(dying.address, SOON_MS)
        watch.locking.connect(heard.append)
        watch.start()
        qtbot.waitUntil(lambda: watch._held is not None)
        dying.end()
        qtbot.waitUntil(lambda: not watch._settled)
        dying.bus.kill()
        dying.bus.wait(LONGEST)
        qtbot.waitUntil(lambda: watch._bus is None)
    watch.stop()
    assert heard == []
