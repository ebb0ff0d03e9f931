"""Claims about the time without a sign of life."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.idle import QUIET, TALKING, WARNING, Idle
from rhi_desktop.ui.widgets import Field
from tests.ui.conftest import Watch
from tests.ui.rooms import LEFT


@pytest.mark.parametrize("talking", [False, True])
def test_a_warning_comes_a_minute_before_the_lock(
    qtbot: QtBot, watch: Watch, *, talking: bool
) -> None:
    """After 5 minutes, or 20 while a conversation runs; the warning is 60 s earlier (A15)."""
    assert qtbot is not None
    idle = Idle(watch.steady)
    warned, expired = QSignalSpy(idle.warned), QSignalSpy(idle.expired)
    idle.talking(talking)
    limit = TALKING if talking else QUIET
    watch.seconds = limit - WARNING - 1
    idle.look()
    assert warned.count() == 0
    watch.seconds = limit - WARNING
    idle.look()
    assert warned.at(0) == [60]
    watch.seconds = limit
    idle.look()

    assert expired.count() == 1


def test_any_key_cancels(qtbot: QtBot, watch: Watch) -> None:
    """One key after the warning, and the time begins anew."""
    field = Field()
    qtbot.addWidget(field)
    idle = Idle(watch.steady)
    idle.start()
    calmed, expired = QSignalSpy(idle.calmed), QSignalSpy(idle.expired)
    watch.seconds = QUIET - 10
    idle.look()
    QTest.keyClick(field, Qt.Key.Key_Shift)
    watch.seconds = QUIET + 10
    idle.look()
    idle.stop()

    assert calmed.count() == 1
    assert expired.count() == 0


@pytest.mark.parametrize(
    "event",
    [
        QEvent(QEvent.Type.TouchBegin),
        QEvent(QEvent.Type.TouchUpdate),
        QEvent(QEvent.Type.Wheel),
        QEvent(QEvent.Type.TabletPress),
        QEvent(QEvent.Type.NativeGesture),
        QInputMethodEvent(),
    ],
    ids=lambda event: str(event.type().name),
)
def test_a_finger_a_pen_a_wheel_and_an_input_method_are_signs(
    qtbot: QtBot, watch: Watch, event: QEvent
) -> None:
    """Nobody needs a keyboard to be there."""
    idle, field = Idle(watch.steady), Field()
    qtbot.addWidget(field)
    idle.start()
    watch.seconds = QUIET - 1
    idle.eventFilter(field, event)
    watch.seconds = QUIET + 1
    expired = QSignalSpy(idle.expired)
    idle.look()
    idle.stop()

    assert expired.count() == 0


@pytest.mark.parametrize(("held", "stays"), [(LEFT, True), (Qt.MouseButton.NoButton, False)])
def test_a_mouse_counts_only_while_it_is_pressed(
    qtbot: QtBot, watch: Watch, held: Qt.MouseButton, *, stays: bool
) -> None:
    """A knock against the table moves a mouse; a drawing child holds its button."""
    idle, field = Idle(watch.steady), Field()
    qtbot.addWidget(field)
    idle.start()
    watch.seconds = QUIET - 1
    at = QPointF(5, 5)
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, held, held, Qt.KeyboardModifier.NoModifier)
    idle.eventFilter(field, moved)
    watch.seconds = QUIET + 1
    expired = QSignalSpy(idle.expired)
    idle.look()
    idle.stop()

    assert (expired.count() == 0) is stays


def test_the_first_key_after_a_long_sleep_locks(qtbot: QtBot, watch: Watch) -> None:
    """The laptop slept for an hour: the key that woke it comes before the clock had a look."""
    idle, field = Idle(watch.steady), Field()
    qtbot.addWidget(field)
    idle.start()
    expired = QSignalSpy(idle.expired)
    watch.seconds = 3600
    QTest.keyClick(field, Qt.Key.Key_A)

    assert expired.count() == 1
    assert field.text() == "", "what is typed at a lock goes nowhere"


def test_it_goes_on_behind_other_programs(qtbot: QtBot, watch: Watch) -> None:
    """A window that is minimised, and one without the focus, lock in the same time."""
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    idle = Idle(watch.steady)
    idle.start()
    warned, expired = QSignalSpy(idle.warned), QSignalSpy(idle.expired)
    watch.seconds = QUIET - WARNING
    qtbot.waitUntil(lambda: warned.count() > 0)
    watch.seconds = QUIET
    qtbot.waitUntil(lambda: expired.count() > 0)
