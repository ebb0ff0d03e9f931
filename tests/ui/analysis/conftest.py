"""Owns what tests of the analysis rooms get: a talk with lines, its pages, a promise of before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ids import CaseId, InterviewId, SealId
from rhi_desktop.domain.interview import Seal
from rhi_desktop.domain.line import Line, read_typed
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import records
from rhi_desktop.ui.autosave import Autosave
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.session import open_session
from rhi_desktop.ui.shell import Page, Shell
from rhi_desktop.workflow import casework, interviewing, lines, planning
from rhi_desktop.workflow.entries import NewEpisode, NewPlanLine
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import shown
from tests.ui.conftest import FixedChooser, Watch
from tests.ui.rooms import back_since

P = TypeVar("P", bound=Page)
TYPED = (
    "it was @Dex he paid",
    "he kept going off on his phone",
    "? tell me about the train",
    "> @Mum rang eleven times",
    ". looked at the door twice",
    "@Dex was there too, at #FernleyCanal",
    "= he may be older than he says",
)


@dataclass(frozen=True)
class Talk:
    """A conversation of now, and one of last month with a promise."""

    case_id: CaseId
    id: InterviewId
    before: InterviewId
    lines: tuple[Line, ...]

    def at(self, page: PageName, detail: str = "") -> Place:
        """A page about this talk."""
        return Place(page, self.case_id, interview_id=self.id, detail=detail)


@pytest.fixture
def talk(workspace: Workspace, moment: Moment) -> Talk:
    """Seven lines in five voices; last month an adult promised something."""
    case_id = back_since(workspace, moment, "M.T.", 20)
    earlier = replace(moment, now=moment.now - timedelta(days=30))
    first = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    before = interviewing.start(workspace, case_id, (first.id,), earlier)
    lines.keep_line(workspace, before, read_typed("@Nan like always"), earlier)
    plan = planning.open_plan(workspace, before, earlier)
    promise = NewPlanLine(
        PlanBlock.ADULTS, "Move the room", PlanAuthor.ADULT_PROMISE, "Robin", date(2026, 2, 20)
    )
    planning.save_line(workspace, plan.id, promise, earlier)
    away = casework.add_episode(workspace, case_id, NewEpisode(returned=moment.now), moment)
    now = interviewing.start(workspace, case_id, (away,), moment)
    kept = tuple(
        lines.keep_line(workspace, now, read_typed(typed), moment, told_by="carer")
        for typed in TYPED
    )
    return Talk(case_id, now, before, kept)


@pytest.fixture
def keeping(workspace: Workspace, watch: Watch, chooser: FixedChooser) -> Shell:
    """A shell that keeps drafts in the vault, as the program does."""
    session = open_session(workspace, watch.moment, watch.steady, chooser, {})
    assert isinstance(session.shell.autosave, Autosave)
    return session.shell


Maker = Callable[[Workspace, Shell, Place], P]
Opener = Callable[[Maker[P], Place], P]


@pytest.fixture
def open_page(qtbot: QtBot, workspace: Workspace, keeping: Shell) -> Opener[P]:
    """Opens a page at its size with the focus where it starts."""

    def opened(make: Maker[P], place: Place) -> P:
        page = make(workspace, keeping, place)
        qtbot.addWidget(page)
        shown(page)
        first = page.first_focus()
        assert first is not None
        first.setFocus()
        return page

    return opened


def sealed(ws: Workspace, talk: Talk, at: Moment) -> None:
    """Fix the talk as it stands: from here on nothing inside it changes."""
    seal = Seal(SealId(at.fresh_id()), talk.id, at.now, "00" * 32, "00" * 32)
    records.save(ws.store, Kind.SEAL, talk.case_id, seal, ws.interviewer.id, at)


def visible(page: QWidget, name: str) -> QWidget:
    """The one control of this name that is in view."""
    found = [one for one in page.findChildren(QWidget, name) if one.isVisibleTo(page)]
    assert len(found) == 1, (name, len(found))
    return found[0]
