"""Owns what tests of the plan page get: a talk in a real vault, its page, keys and presses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.domain.plan import PlanLine, SafetyPlan
from rhi_desktop.ui.child.plan_sheet import PlanSheet
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk
from tests.ui.access import shown
from tests.ui.at_page import AtPage, settle
from tests.ui.conftest import dress


@dataclass
class Hand(AtPage):
    """One person at a page of the plan: presses, types, and reads what stands in the vault."""

    ws: Workspace
    page: PlanSheet

    def enter(self) -> None:
        """Enter, wherever the focus is."""
        self.key(Qt.Key.Key_Return)

    def key(self, key: Qt.Key) -> None:
        """One key, wherever the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        settle()

    def text(self, name: str) -> str:
        """What stands in a field."""
        field = self.at(name)
        assert isinstance(field, QLineEdit)
        return field.text()

    @property
    def plan(self) -> SafetyPlan | None:
        """The plan in the vault."""
        return interviewing.load(self.ws, self.page.desk.id).account.plan

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        """Its standing lines."""
        return self.plan.standing if self.plan else ()

    @property
    def words(self) -> list[str]:
        """What stands in them."""
        return [line.words for line in self.lines]


Open = Callable[..., Hand]


@pytest.fixture
def talk(workspace: Workspace, moment: Moment) -> Place:
    """A talk that was just begun, with no plan yet."""
    case_id = casework.add_case(workspace, NewCase("R-0300", Child("K.O.")), moment)
    episode = casework.add_episode(workspace, case_id, NewEpisode(), moment)
    begun = interviewing.start(workspace, case_id, (episode,), moment)
    return Place(PageName.CHILD_PLAN, case_id, interview_id=begun)


@pytest.fixture
def played(workspace: Workspace, moment: Moment) -> Place:
    """The practice talk with its plan."""
    case_id, begun = practice_talk(workspace, moment)
    return Place(PageName.CHILD_PLAN, case_id, interview_id=begun)


@pytest.fixture
def open_plan(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Open:
    """Opens a page of the plan at a place; each call is a new page."""

    def make(place: Place) -> Hand:
        page = app.page_maker(place.page)(workspace, shell, place)
        assert isinstance(page, PlanSheet)
        qtbot.addWidget(page)
        shown(page)
        first = page.first_focus()
        if first is not None:
            first.setFocus()
        settle()
        return Hand(workspace, page)

    return make


@pytest.fixture
def hand(open_plan: Open, talk: Place) -> Hand:
    """A person at the plan page of a talk that was just begun."""
    return open_plan(talk)


Dressed = Callable[[Place, Theme], PlanSheet]


@pytest.fixture
def dressed(qapp: QApplication, qtbot: QtBot, workspace: Workspace, shell: Shell) -> Dressed:
    """Makes a page of the plan at a place, in another size or other colours."""

    def make(place: Place, look: Theme) -> PlanSheet:
        dress(qapp, look)
        page = app.page_maker(place.page)(workspace, shell, place)
        assert isinstance(page, PlanSheet)
        qtbot.addWidget(page)
        return page

    return make
