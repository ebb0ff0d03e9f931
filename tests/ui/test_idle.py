"""Claims about the time without a sign of life."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.idle import QUIET, TALKING, WARNING, Idle
from rhi_desktop.ui.widgets import Field
from tests.ui.conftest import Watch


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
