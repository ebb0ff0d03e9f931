"""Claims about the cover."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.theme import Theme, theme
from tests.ui.access import assert_nothing_cut, shown
from tests.ui.conftest import Watch, dress


@pytest.fixture
def cover(qtbot: QtBot, watch: Watch) -> CoverPage:
    """A cover on a Tuesday in March."""
    page = CoverPage(lambda: watch.moment().now, watch.steady)
    qtbot.addWidget(page)
    shown(page)
    return page


def words(page: CoverPage) -> list[str]:
    """Everything that can be read."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_it_shows_time_and_date_and_nothing_else(cover: CoverPage) -> None:
    """No name, no reference, nothing of the case."""
    assert words(cover) == ["14:30", "Tuesday 10 March", "F9 to go back"]
    assert cover.windowTitle() == "Clock"


def test_the_time_goes_on(cover: CoverPage, watch: Watch) -> None:
    """A clock that stands still would look like a cover."""
    watch.seconds = 60
    cover.look()

    assert words(cover)[0] == "14:31"


def test_summer_time_is_shown(qtbot: QtBot) -> None:
    """The wall in London, not UTC."""
    july = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    page = CoverPage(lambda: july, lambda: 0.0)
    qtbot.addWidget(page)
    shown(page)

    assert words(page)[:2] == ["13:00", "Wednesday 1 July"]


def test_it_is_whole_at_every_zoom(qtbot: QtBot, qapp: QApplication, watch: Watch) -> None:
    """At 200 % nothing is cut off."""
    dress(qapp, Theme(zoom=2.0))
    page = CoverPage(lambda: watch.moment().now, watch.steady)
    qtbot.addWidget(page)
    shown(page)

    assert theme().zoom == 2.0
    assert_nothing_cut(page)
