"""Owns what tests of the forms get: drafts that are really kept, a case, a form opened anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.autosave import Autosave
from rhi_desktop.ui.episode.before_page import BeforePage
from rhi_desktop.ui.episode.episode_page import EpisodePage
from rhi_desktop.ui.episode.facts_page import FactsPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Page, Shell
from rhi_desktop.workflow import casework, drafts, practising
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import shown
from tests.ui.conftest import FixedChooser, Watch
from tests.ui.episode.filling import Opener
from tests.ui.episode.form_hands import FormOpener
from tests.ui.episode.form_pack import form_pack
from tests.ui.rooms import back_since


@pytest.fixture
def shell(workspace: Workspace, watch: Watch, chooser: FixedChooser) -> Iterator[Shell]:
    """A shell whose autosave keeps drafts in the vault, as the program's does."""

    def write(edit: Edit, at: Moment) -> None:
        drafts.save_draft(workspace, edit.key, edit.text, edit.caret, at)

    made = Shell(watch.moment, Autosave(write, watch.moment, watch.steady), chooser)
    yield made
    # As the program does before it closes the vault: no timer writes into a closed one.
    made.autosave.flush()


@pytest.fixture
def known(workspace: Workspace, moment: Moment) -> Place:
    """The time away of the practice case."""
    case_id = practising.load_practice(workspace, moment)
    newest = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    return Place(PageName.EPISODE, case_id, newest.id)


@pytest.fixture
def open_form(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Opener:
    """Opens the form as the window does; each call builds it anew."""

    def opened(place: Place) -> EpisodePage:
        page = EpisodePage(workspace, shell, place)
        qtbot.addWidget(page)
        shown(page)
        return page

    return opened


@pytest.fixture
def asked(workspace: Workspace) -> Workspace:
    """The vault with the small pack first."""
    return replace(workspace, packs=(form_pack(), *workspace.packs))


@pytest.fixture
def case_id(workspace: Workspace, moment: Moment) -> CaseId:
    """A child who came back ten hours ago."""
    return back_since(workspace, moment, "A.B.", 10)


@pytest.fixture
def open_page(qtbot: QtBot, asked: Workspace, shell: Shell) -> FormOpener:
    """Opens a page as the window does; each call builds it anew."""

    def opened(page: type[BeforePage | FactsPage], place: Place) -> Page:
        made = page(asked, shell, place)
        qtbot.addWidget(made)
        shown(made)
        return made

    return opened


@pytest.fixture
def places(workspace: Workspace, case_id: CaseId, moment: Moment) -> dict[str, Place]:
    """Where each form stands."""
    away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode.id
    return {
        "before": Place(PageName.BEFORE, case_id),
        "child": Place(PageName.ABOUT_CHILD, case_id),
        "away": Place(PageName.ABOUT_CHILD, case_id, away),
    }
