"""Owns what tests of the conversation get: real talks in a real vault, and their pages shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Page, Shell
from rhi_desktop.workflow import casework, interviewing, practising
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk
from tests.ui.access import shown

Open = Callable[[], CapturePage]


@pytest.fixture
def _flushed(workspace: Workspace, shell: Shell) -> Iterator[None]:
    """What is still waiting is saved before the vault closes, as a session's end does."""
    assert workspace.packs
    yield
    shell.autosave.flush()
    shell.autosave._timer.stop()


@pytest.fixture
def fresh(workspace: Workspace, moment: Moment, _flushed: None) -> Place:
    """A talk that was just begun."""
    case_id = practising.load_practice(workspace, moment)
    episode = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    talk = interviewing.start(workspace, case_id, (episode.id,), moment)
    return Place(PageName.CAPTURE, case_id, interview_id=talk)


@pytest.fixture
def played(workspace: Workspace, moment: Moment, _flushed: None) -> Place:
    """The practice talk, played to its end."""
    case_id, talk = practice_talk(workspace, moment)
    return Place(PageName.CAPTURE, case_id, interview_id=talk)


@pytest.fixture
def open_capture(qtbot: QtBot, workspace: Workspace, shell: Shell, fresh: Place) -> Open:
    """Opens the conversation page on the talk that was just begun; each call is a new page."""

    def make() -> CapturePage:
        page = CapturePage(workspace, shell, fresh)
        qtbot.addWidget(page)
        settle(page)
        return page

    return make


@pytest.fixture
def capture(open_capture: Open) -> CapturePage:
    """The conversation page of a talk that was just begun."""
    return open_capture()


def settle(page: Page) -> None:
    """Show a page as the window does, the focus where it says."""
    shown(page)
    first = page.first_focus()
    if first is not None:
        first.setFocus()
    QApplication.processEvents()


def kept(ws: Workspace, place: Place) -> Account:
    """What stands in the vault now."""
    assert place.interview_id is not None
    return interviewing.load(ws, InterviewId(place.interview_id)).account
