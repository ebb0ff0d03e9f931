"""Owns what tests of checking and signing get: the practice talk, its page, pages that came."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.signing.check_page import CheckPage
from rhi_desktop.ui.signing.preview_pane import PreviewPane
from rhi_desktop.workflow import casework, interviewing, practising
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk
from tests.ui.access import shown

Opener = Callable[[Place], CheckPage]


@pytest.fixture
def ready(workspace: Workspace, moment: Moment) -> Place:
    """The practice talk, played to its end: nothing stops its sealing."""
    case_id, talk = practice_talk(workspace, moment)
    return Place(PageName.CHECK, case_id, interview_id=talk)


@pytest.fixture
def begun(workspace: Workspace, moment: Moment) -> Place:
    """A talk that was just begun: everything is open."""
    case_id = practising.load_practice(workspace, moment)
    newest = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    talk = interviewing.start(workspace, case_id, (newest.id,), moment)
    return Place(PageName.CHECK, case_id, interview_id=talk)


@pytest.fixture
def open_check(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Opener:
    """Opens the page and waits until its pages are drawn, or said why not."""

    def opened(place: Place) -> CheckPage:
        page = CheckPage(workspace, shell, place)
        qtbot.addWidget(page)
        shown(page)
        first = page.first_focus()
        assert first is not None
        first.setFocus()
        drawn(qtbot, page)
        return page

    return opened


def pane(page: CheckPage) -> PreviewPane:
    """Where the pages are shown."""
    found = page.findChild(PreviewPane)
    assert found is not None
    return found


def drawn(qtbot: QtBot, page: CheckPage) -> None:
    """Wait until the pages of now are in view."""
    qtbot.waitUntil(lambda: pane(page).pages > 0, timeout=20_000)
    shown(page)


def talk_of(place: Place) -> InterviewId:
    """The interview of a place."""
    assert place.interview_id is not None
    return place.interview_id
