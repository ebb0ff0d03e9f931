"""Owns what tests of the case page get: a page opened anew, and the practice case in a vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.ui.cases.case_page import CasePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import casework, practising
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace

Opener = Callable[[CaseId], CasePage]


@pytest.fixture
def open_case(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Opener:
    """Opens the page of a case."""

    def opened(case_id: CaseId) -> CasePage:
        page = CasePage(workspace, shell, Place(PageName.CASE, case_id))
        qtbot.addWidget(page)
        return page

    return opened


@pytest.fixture
def bare(workspace: Workspace, moment: Moment) -> CaseId:
    """A made-up child of whom nothing is known but initials."""
    return casework.add_case(workspace, NewCase("R-0200", Child("K.O.")), moment)


@pytest.fixture
def practice(workspace: Workspace, moment: Moment) -> CaseId:
    """The practice case, with five times away."""
    case_id = practising.load_practice(workspace, moment)
    for days, hours in ((112, 26), (85, 5), (80, 5), (14, 70)):
        began = moment.now - timedelta(days=days)
        away = NewEpisode(last_seen=began, returned=began + timedelta(hours=hours))
        casework.add_episode(workspace, case_id, away, replace(moment, now=began))
    return case_id
