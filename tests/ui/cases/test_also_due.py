"""Claims about what waits beside the cases: counted, one way to it, gone with the last one."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.cases.also_due import AlsoDue
from rhi_desktop.ui.widgets import Button


def test_reports_that_wait_are_counted_and_led_to(qtbot: QtBot) -> None:
    """One link whatever their number, the very same while the number stays."""
    due = AlsoDue()
    qtbot.addWidget(due)
    opened = QSignalSpy(due.opened)
    assert due.findChildren(Button) == []
    for waiting, words in ((1, "1 report to review"), (3, "3 reports to review")):
        due.show_waiting(waiting)
        link = due.findChildren(Button)[-1]
        assert link.text() == words
        link.click()
        due.show_waiting(waiting)
        assert due.findChildren(Button)[-1] is link
    assert opened.count() == 2
    due.show_waiting(0)
    qtbot.waitUntil(lambda: not due.findChildren(Button) and not due.findChildren(QLabel))
