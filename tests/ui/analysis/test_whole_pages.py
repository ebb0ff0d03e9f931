"""Claims about how the analysis rooms come: whole, and never as a window of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.analysis.analysis_page import AnalysisPage
from rhi_desktop.ui.analysis.concerns_page import ConcernsPage
from rhi_desktop.ui.analysis.people_page import PeoplePage
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import analysing, naming
from rhi_desktop.workflow.analysis_entries import NewAction, NewEntity, NewThread
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import Windows, shown
from tests.ui.analysis.conftest import Opener, Talk
from tests.ui.conftest import dress
from tests.ui.rooms import pressable


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[list[str]]:
    """Every window that showed itself but the page of the test."""
    watched = Windows()
    qapp.installEventFilter(watched)
    yield watched.met
    qapp.removeEventFilter(watched)


@pytest.fixture(params=[1.0, 2.0])
def zoom(request: pytest.FixtureRequest, qapp: QApplication) -> float:
    """The page as it is made at 100 % and at 200 %."""
    dress(qapp, Theme(Mode.LIGHT, request.param))
    return float(request.param)


@pytest.mark.usefixtures("zoom")
def test_no_part_of_the_analysis_is_a_window(
    open_page: Opener[AnalysisPage],
    workspace: Workspace,
    talk: Talk,
    moment: Moment,
    windows: list[str],
) -> None:
    """Neither while it is made, nor when a form is opened, changed for another, and closed."""
    made = analysing.add_thread(workspace, talk.id, NewThread("A view", ()), moment)
    analysing.add_action(workspace, talk.id, NewAction("Act", thread_id=made.id), moment)
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    page.new_thread()
    pressable(page, "change_action_1").click()
    pressable(page, "change_view_1").click()
    pressable(page, "drop_thread").click()
    pressable(page, "follow_up_1").click()
    pressable(page, "drop_follow_up").click()
    page.tabs.setCurrentIndex(1)
    shown(page)
    assert set(windows) <= {"AnalysisPage page"}


@pytest.mark.usefixtures("zoom")
def test_no_part_of_the_concerns_is_a_window(
    open_page: Opener[ConcernsPage], talk: Talk, windows: list[str]
) -> None:
    """Nor when evidence opens and a prompt comes."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS, "refer_now"))
    assert page.view is not None
    next(iter(page.view.rows[0].radios.values())).click()
    page.show_set(0)
    shown(page)
    assert set(windows) <= {"ConcernsPage page"}


@pytest.mark.usefixtures("zoom")
def test_no_part_of_the_people_is_a_window(
    open_page: Opener[PeoplePage],
    workspace: Workspace,
    talk: Talk,
    moment: Moment,
    windows: list[str],
) -> None:
    """Nor when a card is opened, and picture and table change places."""
    naming.add_entity(workspace, talk.case_id, NewEntity(EntityKind.PERSON, "Dex"), moment)
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    page.turn()
    page.turn()
    pressable(page, "new_card").click()
    pressable(page, "drop_card").click()
    shown(page)
    assert set(windows) <= {"PeoplePage page"}


def test_a_lock_leads_back_to_where_somebody_stood(
    open_page: Opener[ConcernsPage], talk: Talk
) -> None:
    """The list that was shown, the part of the analysis, the card that was chosen."""
    page = open_page(ConcernsPage, talk.at(PageName.CONCERNS))
    page.show_set(4)
    again = open_page(ConcernsPage, page.standing(talk.at(PageName.CONCERNS)))
    assert page.view is not None
    assert again.view is not None
    assert again.view.of.id == page.view.of.id


def test_my_view_is_stood_on_again(open_page: Opener[AnalysisPage], talk: Talk) -> None:
    """By the detail of its place."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    page.tabs.setCurrentIndex(1)
    again = open_page(AnalysisPage, page.standing(talk.at(PageName.ANALYSIS)))
    assert again.tabs.currentIndex() == 1


def test_the_chosen_card_is_stood_on_again(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """Whichever it was."""
    for name in ("Dex", "Mum"):
        naming.add_entity(workspace, talk.case_id, NewEntity(EntityKind.PERSON, name), moment)
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    page.table.choose(1)
    again = open_page(PeoplePage, page.standing(talk.at(PageName.PEOPLE)))
    assert again.table.row is not None
    assert again.table.row.entity.name == "Mum"
