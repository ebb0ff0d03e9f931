"""Owns what tests of the papers get: a talk with a plan, a page, and choices that are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.ui.autosave import Autosave
from rhi_desktop.ui.papers.again_page import AgainPage
from rhi_desktop.ui.papers.papers_page import PapersPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.signing.preview_pane import Paper, PreviewPane
from rhi_desktop.ui.widgets.wrap_tick import WrapTick
from rhi_desktop.workflow import casework, drafts, planning, practising
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.entries import NewPlanLine
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk
from tests.ui.access import shown
from tests.ui.at_page import AtPage
from tests.ui.conftest import FixedChooser, Watch

BENCH, WORD = "bench by the lock", "waffles means come"
Page = PapersPage | AgainPage


@dataclass
class Hand(AtPage):
    """One person at a page of papers, with the keyboard."""

    page: Page
    qtbot: QtBot
    went: list[Place] = field(default_factory=list)

    def drawn(self) -> None:
        """Wait until the pages of now are in view."""
        pane = self.page.findChild(PreviewPane)
        assert pane is not None
        self.qtbot.waitUntil(lambda: pane.pages > 0, timeout=20_000)
        shown(self.page)

    @property
    def paper(self) -> str:
        """What stands on the page in view, as a screen reader hears it."""
        self.drawn()
        paper = self.page.findChild(Paper)
        assert paper is not None
        return " ".join(paper.accessibleDescription().split())

    @property
    def said(self) -> str:
        """Every visible word of the page itself."""
        QApplication.processEvents()
        labels: Sequence[QLabel] = self.page.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisibleTo(self.page))

    def may(self, name: str) -> bool:
        """Whether a button can be pressed."""
        return self.at(name).isEnabled()

    def ticks(self) -> dict[str, WrapTick]:
        """What can be ticked, by its words."""
        found = self.page.findChildren(WrapTick)
        return {one.words: one for one in found if one.isVisibleTo(self.page)}


Open = Callable[[Place], Hand]


@pytest.fixture
def keeping(workspace: Workspace, watch: Watch, chooser: FixedChooser) -> Iterator[Shell]:
    """A real shell that keeps what is chosen in the vault, as the program does."""

    def write(edit: Edit, at: Moment) -> None:
        drafts.save_draft(workspace, edit.key, edit.text, edit.caret, at)

    shell = Shell(watch.moment, Autosave(write, watch.moment, watch.steady), chooser)
    yield shell
    shell.autosave.flush()


@pytest.fixture
def open_papers(qtbot: QtBot, workspace: Workspace, keeping: Shell) -> Open:
    """Opens a page of papers; each call is a new page."""

    def make(place: Place) -> Hand:
        # As going to another page does.
        keeping.autosave.flush()
        page = app.page_maker(place.page)(workspace, keeping, place)
        assert isinstance(page, PapersPage | AgainPage)
        qtbot.addWidget(page)
        shown(page)
        hand = Hand(page, qtbot)
        keeping.wanted.connect(hand.went.append)
        first = page.first_focus()
        if first is not None:
            first.setFocus()
        return hand

    return make


@pytest.fixture
def talked(workspace: Workspace, moment: Moment) -> Place:
    """The practice talk with its plan, a safe place and a code word; nobody asked if it is safe."""
    case_id, talk = practice_talk(workspace, moment)
    plan = planning.open_plan(workspace, talk, moment)
    for block, words in ((PlanBlock.PLACES, BENCH), (PlanBlock.CODE_WORD, WORD)):
        new = NewPlanLine(block, words, PlanAuthor.CHILD)
        planning.save_line(workspace, plan.id, new, moment)
    return Place(PageName.PAPERS, case_id, interview_id=talk)


@pytest.fixture
def met_nobody(workspace: Workspace, moment: Moment) -> Place:
    """A case with a time away and no talk at all."""
    case_id = practising.load_practice(workspace, moment)
    assert casework.open_case(workspace, case_id, moment.now).interviews == ()
    return Place(PageName.PAPERS, case_id)
