"""Owns the other people whose cards are added, and the page over a real book of cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.card import Card
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.cards.cards_page import CardsPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import trusting, unlocking
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.vaults import open_fresh


@pytest.fixture
def supervisor(tmp_path: Path, moment: Moment) -> Iterator[Workspace]:
    """Somebody else's open vault."""
    opened = open_fresh(tmp_path / "supervisor.rhivault", practice_case().supervisor, moment)
    yield opened
    unlocking.close(opened)


@pytest.fixture
def their_file(supervisor: Workspace, tmp_path: Path, moment: Moment) -> Path:
    """Their card as a file."""
    path = tmp_path / "theirs.rhicard"
    trusting.export_my_card(supervisor, path, moment)
    return path


@pytest.fixture
def their_card(supervisor: Workspace) -> Card:
    """Their card as they have it."""
    return trusting.my_card(supervisor)


@pytest.fixture
def open_cards(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Callable[[], CardsPage]:
    """Opens the page over what the book holds now."""

    def opened() -> CardsPage:
        page = CardsPage(workspace, shell, Place(PageName.CARDS))
        qtbot.addWidget(page)
        return page

    return opened
