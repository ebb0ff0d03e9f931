"""Claims about every page: no part of it is a window of its own, not even for a moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.lock.create_page import CreatePage
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import casework, disclosing, practising, story, telling
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import signed_talk
from tests.ui.access import Windows
from tests.ui.conftest import dress

_SIGNED = {PageName.SEND, PageName.VERSION, PageName.ADDENDUM, PageName.REVIEW}
"""Pages about a report that was signed."""


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_page_is_shown_whole_or_not_at_all(
    qtbot: QtBot,
    qapp: QApplication,
    workspace: Workspace,
    shell: Shell,
    moment: Moment,
    zoom: float,
) -> None:
    """A part that is shown before it stands on its page flashes, and takes the focus away."""
    dress(qapp, Theme(Mode.LIGHT, zoom))
    signed = signed_talk(workspace, moment)
    head, report = signed.account.interview, signed.report
    episode = casework.open_case(workspace, head.case_id, moment.now).episodes[0].episode
    windows = Windows()
    qapp.installEventFilter(windows)
    for name in PageName:
        place = Place(name, head.case_id, episode.id, head.id, report.id)
        qtbot.addWidget(app.page_maker(name)(workspace, shell, place))
        assert windows.met == [], name
    qapp.removeEventFilter(windows)


def test_the_front_pages_are_shown_whole(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, moment: Moment
) -> None:
    """Before anybody has unlocked, the passphrase has the focus and keeps it."""
    doors = app.loaded_later()[0]
    windows = Windows()
    qapp.installEventFilter(windows)
    for back in (False, True):
        qtbot.addWidget(CreatePage(tmp_path / "a.rhivault", lambda: moment, doors, back=back))
    qtbot.addWidget(UnlockPage([tmp_path / "a.rhivault"], lambda: moment, doors))
    qapp.removeEventFilter(windows)
    assert windows.met == []


def test_a_plan_that_may_change_is_shown_whole(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, shell: Shell, moment: Moment
) -> None:
    """The child's own page: every card offers a line, some offer a promise."""
    case_id = practising.load_practice(workspace, moment)
    talk = practising.play_talk(workspace, case_id, moment)
    windows = Windows()
    qapp.installEventFilter(windows)
    place = Place(PageName.CHILD_PLAN, case_id, interview_id=talk)
    qtbot.addWidget(app.page_maker(PageName.CHILD_PLAN)(workspace, shell, place))
    qapp.removeEventFilter(windows)
    assert windows.met == []


def test_the_pages_of_a_case_that_waits_are_shown_whole(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, shell: Shell, moment: Moment
) -> None:
    """While somebody still has to be told, and where no talk was held."""
    told = story.story_of_kit()
    case_id = telling.load_story(workspace, told, moment)
    talk = telling.tell_present(workspace, told, case_id, moment)
    disclosing.open_disclosure(workspace, case_id, talk, moment)
    away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode.id
    windows = Windows()
    qapp.installEventFilter(windows)
    for name in PageName:
        if name not in _SIGNED:
            qtbot.addWidget(
                app.page_maker(name)(workspace, shell, Place(name, case_id, away, talk))
            )
            assert windows.met == [], name
    qapp.removeEventFilter(windows)
