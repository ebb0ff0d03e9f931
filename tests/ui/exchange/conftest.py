"""Owns two open vaults, a signed report in the first, and what was sent from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.exchange.import_page import ImportPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import Button
from rhi_desktop.workflow import trusting, unlocking
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import meet, send
from tests.ui.access import shown
from tests.vaults import open_fresh


def button(page: QWidget, name: str) -> Button:
    """The visible button of this object name."""
    QApplication.processEvents()
    (found,) = [one for one in page.findChildren(Button, name) if one.isVisibleTo(page)]
    return found


def said_on(page: QWidget) -> str:
    """Every visible word on the page."""
    QApplication.processEvents()
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    return "\n".join(words)


Opener = Callable[[Path | None], ImportPage]
LONG = 30_000


def there(page: QWidget, name: str) -> bool:
    """True when such a button can be seen."""
    QApplication.processEvents()
    return any(one.isVisibleTo(page) for one in page.findChildren(Button, name))


@pytest.fixture
def supervisor(tmp_path: Path, moment: Moment) -> Iterator[Workspace]:
    """Somebody else's open vault; nobody trusts anybody yet."""
    opened = open_fresh(tmp_path / "supervisor.rhivault", practice_case().supervisor, moment)
    yield opened
    unlocking.close(opened)


@pytest.fixture
def friends(workspace: Workspace, supervisor: Workspace, moment: Moment) -> Workspace:
    """The supervisor, after both compared their words."""
    meet(workspace, supervisor, moment)
    return supervisor


@pytest.fixture
def report_place(signed_interview: SignedInterview) -> Place:
    """Where the signed report is shown."""
    account, report = signed_interview.account, signed_interview.report
    talk = account.interview.id
    return Place(PageName.SEND, account.case.id, interview_id=talk, report_id=report.id)


@pytest.fixture
def later(moment: Moment) -> Moment:
    """Three hours on."""
    return replace(moment, now=moment.now + timedelta(hours=3))


@pytest.fixture
def bundle(
    workspace: Workspace,
    friends: Workspace,
    signed_interview: SignedInterview,
    tmp_path: Path,
    later: Moment,
) -> Path:
    """The interviewer's case as a bundle file for the supervisor."""
    path = tmp_path / "rhi-k7q2m9xwt4.rhib"
    path.write_bytes(send(workspace, friends, signed_interview.account.case.id, later))
    return path


@pytest.fixture
def pending(workspace: Workspace, supervisor: Workspace, moment: Moment) -> str:
    """The supervisor's card is in the interviewer's book, not compared yet."""
    return trusting.add_card(workspace, trusting.my_card(supervisor), moment).card.fingerprint


@pytest.fixture
def open_import(qtbot: QtBot, supervisor: Workspace, shell: Shell) -> Opener:
    """Opens the page in the supervisor's vault; with a file, waits until it was looked at."""

    def opened(path: Path | None) -> ImportPage:
        page = ImportPage(supervisor, shell, Place(PageName.IMPORT))
        qtbot.addWidget(page)
        shown(page)
        if path is not None:
            page.take(path)
            qtbot.waitUntil(lambda: "…" not in said_on(page), timeout=LONG)
        return page

    return opened
