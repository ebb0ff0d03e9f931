"""Claims about waiting for a long report: how far it is, and a way to end it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.signing.check_page import CheckPage
from rhi_desktop.ui.signing.drawing_wait import SHOWN_MS, SOON_MS, DrawingWait
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import Button, Progress
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import dress
from tests.ui.rooms import pressable, seen
from tests.ui.signing.conftest import drawn, pane


@pytest.fixture
def waiting(qtbot: QtBot) -> DrawingWait:
    """A drawing that began."""
    made = DrawingWait()
    qtbot.addWidget(made)
    return made


def tick(widget: DrawingWait, interval: int) -> None:
    """The moment for which a timer of this interval waits."""
    (timer,) = [one for one in widget.findChildren(QTimer) if one.interval() == interval]
    assert timer.isActive()
    timer.timeout.emit()


def share(widget: DrawingWait) -> int:
    """What the bar says, in thousandths."""
    found = widget.findChild(Progress)
    assert found is not None
    return found.value()


def test_what_is_drawn_soon_shows_no_bar(waiting: DrawingWait) -> None:
    """It would only flash."""
    progress = waiting.begin()
    assert waiting.isHidden()
    waiting.end()
    assert waiting.isHidden()
    assert progress.stopped()


def test_a_bar_shows_how_far_it_is(waiting: DrawingWait) -> None:
    """In words, and for a screen reader as a share."""
    progress = waiting.begin()
    tick(waiting, SOON_MS)
    assert not waiting.isHidden()
    assert "0\u00a0% drawn" in seen(waiting)
    progress.said(40, 100)
    tick(waiting, SHOWN_MS)
    assert "40\u00a0% drawn" in seen(waiting)
    assert share(waiting) == 400


def test_cancel_stops_it_and_the_next_drawing_stops_the_last(waiting: DrawingWait) -> None:
    """Nobody draws what nobody waits for."""
    first = waiting.begin()
    second = waiting.begin()
    assert first.stopped()
    assert not second.stopped()
    tick(waiting, SOON_MS)
    pressable(waiting, "stop_drawing").click()
    assert second.stopped()


def test_a_page_that_goes_ends_its_drawing(qtbot: QtBot) -> None:
    """A lock or another page does not leave a thread at work."""
    gone = DrawingWait()
    progress = gone.begin()
    gone.deleteLater()
    qtbot.waitUntil(progress.stopped)


def turn_back(page: CheckPage) -> None:
    """Turn to the work again, where the pages hide it."""
    for link in page.findChildren(Button, "hide_pages"):
        if link.isVisible():
            link.click()


Stopped = Callable[[], CheckPage]


@pytest.fixture
def open_stopped(qtbot: QtBot, workspace: Workspace, shell: Shell, ready: Place) -> Stopped:
    """Opens the page and cancels its drawing at once."""

    def opened() -> CheckPage:
        page = CheckPage(workspace, shell, ready)
        qtbot.addWidget(page)
        pane(page).waiting.press()
        stopped = "The pages were not drawn to the end"
        qtbot.waitUntil(lambda: stopped in seen(pane(page)), timeout=20_000)
        shown(page)
        return page

    return opened


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
def test_pages_that_were_stopped_can_be_drawn_after_all(
    qapp: QApplication, qtbot: QtBot, open_stopped: Stopped, look: Theme
) -> None:
    """It says what happened in place of the page; nothing can be sealed until they are there."""
    dress(qapp, look)
    page = open_stopped()
    assert "The pages were not drawn to the end" in seen(pane(page))
    assert not pressable(page, "seal_or_sign").isEnabled()
    assert_page_accessible(page)
    assert_nothing_cut(page)
    if not pane(page).isVisible():
        pressable(page, "show_pages").click()
    pressable(page, "stop_drawing").click()
    drawn(qtbot, page)
    turn_back(page)
    assert pressable(page, "seal_or_sign").isEnabled()
    assert pane(page).waiting.isHidden()
