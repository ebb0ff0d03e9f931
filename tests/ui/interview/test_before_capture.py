"""Claims about the start: nothing is captured before what will be shared was said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.interview.guided_page import GuidedPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.interview.conftest import settle
from tests.ui.interview.hands import button, press_on


@pytest.fixture
def prepared(workspace: Workspace, shell: Shell, fresh: Place) -> Place:
    """A record that was opened, and a talk that has not begun."""
    assert fresh.case_id is not None
    at = shell.moment()
    episode = casework.open_case(workspace, fresh.case_id, at.now).episodes[0].episode
    talk = interviewing.prepare(workspace, fresh.case_id, (episode.id,), at)
    return replace(fresh, interview_id=talk)


def test_rule_26_capture_waits_until_the_talk_has_begun(
    qtbot: QtBot, workspace: Workspace, shell: Shell, prepared: Place
) -> None:
    """The page says what comes first and leads there; only that keeps anybody from typing."""
    page = CapturePage(workspace, shell, prepared)
    qtbot.addWidget(page)
    settle(page)
    assert not page.notebook.input.isVisible()
    assert page.notebook.banner.words == "The conversation has not begun"
    with qtbot.waitSignal(shell.wanted) as asked:
        press_on(page, "before")
    assert asked.args is not None
    assert asked.args[0] == replace(prepared, page=PageName.BEFORE)
    assert prepared.interview_id is not None
    interviewing.begin(workspace, prepared.interview_id, shell.moment())
    again = CapturePage(workspace, shell, prepared)
    qtbot.addWidget(again)
    settle(again)
    assert again.notebook.input.isVisible()
    assert again.notebook.banner.words == ""


def test_rule_26_no_question_is_asked_before_either(
    qtbot: QtBot, workspace: Workspace, shell: Shell, prepared: Place
) -> None:
    """What was explained can be answered; the questions of the talk wait."""
    place = replace(prepared, page=PageName.GUIDED, detail="why")
    page = GuidedPage(workspace, shell, place)
    qtbot.addWidget(page)
    settle(page)
    assert page.view is not None
    assert not page.view.isEnabled()
    page.head.asked_part.emit(0)
    assert page.view.isEnabled()
    assert button(page, "new_line").isEnabled()
