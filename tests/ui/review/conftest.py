"""Owns what tests of reviewing get: two real vaults, a signed report that arrived, its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.addendum import Correction
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.review.review_page import ReviewPage
from rhi_desktop.ui.shell import Page, Shell
from rhi_desktop.workflow import addenda, signing, unlocking
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import meet, receive, send, signed_talk
from tests.ui.access import shown
from tests.ui.at_page import AtPage, settle
from tests.ui.conftest import Watch
from tests.vaults import open_fresh

PATIENCE_MS = 20_000


@dataclass
class Desk(AtPage):
    """A supervisor at a page: presses, types, waits for what the page says."""

    page: Page
    qtbot: QtBot
    went: list[Place] = field(default_factory=list)
    told: list[object] = field(default_factory=list)

    def text(self) -> str:
        """Every word that can be seen."""
        labels = self.page.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible())

    def wait(self, words: str) -> None:
        """Until the page says so."""
        self.qtbot.waitUntil(lambda: words in self.text(), timeout=PATIENCE_MS)
        settle()


Open = Callable[..., Desk]


@pytest.fixture
def supervisor(workspace: Workspace, tmp_path: Path, moment: Moment) -> Iterator[Workspace]:
    """The vault of a supervisor who trusts the interviewer, and the other way round."""
    opened = open_fresh(tmp_path / "supervisor.rhivault", practice_case().supervisor, moment)
    meet(workspace, opened, moment)
    yield opened
    unlocking.close(opened)


@pytest.fixture
def arrived(
    workspace: Workspace, supervisor: Workspace, watch: Watch, moment: Moment
) -> SignedInterview:
    """The signed practice report, three hours later in the supervisor's vault."""
    signed = signed_talk(workspace, moment)
    later = replace(moment, now=moment.now + timedelta(hours=3))
    receive(supervisor, send(workspace, supervisor, signed.account.case.id, later), later)
    watch.seconds = timedelta(hours=4).total_seconds()
    return signed


def bring_addendum(
    mine: Workspace, theirs: Workspace, talk: SignedInterview, moment: Moment
) -> None:
    """An addendum to the report that arrived, written by the interviewer, arrives as well."""
    at = replace(moment, now=moment.now + timedelta(hours=3, minutes=30))
    said = (Correction(Voice.CHILD, "It was Saturday.", "line 2"),)
    head = talk.account.interview
    made = addenda.write_addendum(mine, head.id, "M.T. rang.", said, at)
    job = addenda.prepare_addendum(mine, made, at)
    done = signing.sign(job.report_job, signing.draw(job.report_job), at)
    addenda.store_addendum(mine, job, done, at)
    receive(theirs, send(mine, theirs, head.case_id, at), at)


@pytest.fixture
def place(arrived: SignedInterview) -> Place:
    """Where that report is reviewed."""
    head, report = arrived.account.interview, arrived.report
    return Place(PageName.REVIEW, head.case_id, interview_id=head.id, report_id=report.id)


@pytest.fixture
def sit(qtbot: QtBot, shell: Shell) -> Open:
    """Sits down at a page."""

    def make(page: Page) -> Desk:
        qtbot.addWidget(page)
        shown(page)
        first = page.first_focus()
        if first is not None:
            first.setFocus()
        desk = Desk(page, qtbot)
        shell.wanted.connect(desk.went.append)
        shell.noticed.connect(desk.told.append)
        settle()
        return desk

    return make


@pytest.fixture
def desk(sit: Open, supervisor: Workspace, shell: Shell, place: Place) -> Desk:
    """The supervisor with the report open."""
    return sit(ReviewPage(supervisor, shell, place))
