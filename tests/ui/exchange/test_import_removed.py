"""Claims about a bundle with a case that was removed here: it says when, and a person decides."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui import dates
from rhi_desktop.workflow import casework, purging
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible
from tests.ui.exchange.conftest import LONG, Opener, button, said_on, there


@pytest.fixture
def removed(
    open_import: Opener, friends: Workspace, bundle: Path, later: Moment, qtbot: QtBot
) -> Path:
    """The bundle was imported, and its case removed."""
    page = open_import(bundle)
    button(page, "add_to_cases").click()
    qtbot.waitUntil(lambda: casework.count_cases(friends) == 1, timeout=LONG)
    (row,) = casework.list_cases(friends, later.now)
    purging.purge_case(friends, row.case_id, later)
    return bundle


def test_it_does_not_come_back_by_itself(
    open_import: Opener, friends: Workspace, removed: Path, later: Moment
) -> None:
    """The day stands there, nothing can be added, and closing is what the focus offers."""
    page = open_import(removed)
    words = said_on(page)
    assert f"You removed this case on {dates.day_and_year(later.now)}" in words
    assert "It does not come back by itself." in words
    assert "Nothing. The case was removed from this laptop." in words
    assert not there(page, "add_to_cases")
    assert casework.count_cases(friends) == 0
    assert_page_accessible(page)


def test_somebody_who_asks_for_it_sees_it_first_and_adds_it_then(
    open_import: Opener, friends: Workspace, removed: Path, qtbot: QtBot
) -> None:
    """Two deliberate steps: look at it again, then add it."""
    page = open_import(removed)
    button(page, "take_again").click()
    qtbot.waitUntil(lambda: there(page, "add_to_cases"), timeout=LONG)
    assert casework.count_cases(friends) == 0
    button(page, "add_to_cases").click()
    qtbot.waitUntil(lambda: casework.count_cases(friends) == 1, timeout=LONG)
