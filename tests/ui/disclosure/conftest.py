"""Owns what tests of immediate safety get: a running talk, and the page beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.disclosure import Disclosure
from rhi_desktop.ui.disclosure.safety_page import SafetyPage
from rhi_desktop.ui.places import PageName, Place, aside
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import disclosing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.interview.conftest import _flushed, fresh, settle

__all__ = ["_flushed", "fresh"]

Open = Callable[[], SafetyPage]


@pytest.fixture
def safety(qtbot: QtBot, workspace: Workspace, shell: Shell, fresh: Place) -> Open:
    """Opens the page from the conversation; each call is a new page, as after a lock."""

    def make() -> SafetyPage:
        page = SafetyPage(workspace, shell, aside(PageName.SAFETY, fresh))
        qtbot.addWidget(page)
        settle(page)
        return page

    return make


def stands(ws: Workspace, place: Place) -> Disclosure:
    """The one disclosure of the case, as it stands in the vault."""
    assert place.case_id is not None
    (found,) = disclosing.disclosures(ws, place.case_id)
    return found
