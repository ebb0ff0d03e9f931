"""Claims about what may leave unsigned, what it is made from, and what is written down about it."""

from __future__ import annotations

import hashlib
from itertools import product
from pathlib import Path

import pytest

from rhi_desktop.domain.given import GivenKind, Method
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.errors import FileError
from rhi_desktop.workflow import casework, exporting, paper_sheets, papers, planning, practising
from rhi_desktop.workflow.entries import NewPlanLine
from rhi_desktop.workflow.exporting import Leaving
from rhi_desktop.workflow.paper_sheets import AgainHead, Choice, Chosen
from rhi_desktop.workflow.papers import FOR_CHILD, Missing, Paper, Safe
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk
from tests.vaults import contents

TO_MIN = Leaving("Min", "child", "To keep", Method.HANDED_OVER)


@pytest.fixture
def talked(workspace: Workspace, moment: Moment) -> tuple[CaseId, InterviewId]:
    """The practice talk."""
    return practice_talk(workspace, moment)


def test_the_answer_decides_what_may_leave() -> None:
    """All of it after a yes; only the discreet card after any other; the door's card unasked."""
    may = {safe: {kind for kind in FOR_CHILD if papers.may_leave(kind, safe)} for safe in Safe}
    assert may[Safe.YES] == set(FOR_CHILD)
    assert may[Safe.NOT_ASKED] == {GivenKind.LEAVE_BEHIND}
    for safe in (Safe.NO, Safe.NOT_SURE, Safe.NOT_SAID):
        assert may[safe] == {GivenKind.POCKET_DISCREET}
    assert all(papers.may_leave(GivenKind.AGAIN, safe) for safe in Safe)


def test_what_may_not_leave_is_neither_written_nor_noted(
    workspace: Workspace, talked: tuple[CaseId, InterviewId], moment: Moment, tmp_path: Path
) -> None:
    """Whatever a page does: each forbidden pair is our own mistake, and raised as one."""
    before, path = contents(workspace), tmp_path / "out.pdf"
    for kind, safe in product(FOR_CHILD, Safe):
        if papers.may_leave(kind, safe):
            continue
        paper = Paper(talked[0], kind, b"%PDF", safe)
        with pytest.raises(ValueError, match="may not leave"):
            papers.save_paper(workspace, paper, TO_MIN, path, moment)
        with pytest.raises(ValueError, match="may not leave"):
            papers.note_printed(workspace, paper, TO_MIN, moment)
    assert not path.exists()
    assert contents(workspace) == before


def test_a_paper_is_written_first_and_then_noted(
    workspace: Workspace, talked: tuple[CaseId, InterviewId], moment: Moment, tmp_path: Path
) -> None:
    """With the digest of the very file; a disk that refuses leaves no line behind."""
    paper = Paper(talked[0], GivenKind.LETTER, b"%PDF dear Min", Safe.YES)
    with pytest.raises(FileError):
        papers.save_paper(workspace, paper, TO_MIN, tmp_path / "gone" / "x.pdf", moment)
    assert exporting.given(workspace, talked[0]) == ()
    path = tmp_path / "x.pdf"
    noted = papers.save_paper(workspace, paper, TO_MIN, path, moment)
    assert exporting.given(workspace, talked[0]) == (noted,)
    assert noted.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (noted.kind, noted.recipient, noted.report_id) == (GivenKind.LETTER, "Min", None)


def test_what_is_said_about_taking_it_home_is_an_answer_of_the_talk(
    workspace: Workspace, talked: tuple[CaseId, InterviewId], moment: Moment
) -> None:
    """Each answer comes back as itself; not to say is no no."""
    case_id, talk = talked
    assert papers.said_in_talk(papers.matter(workspace, case_id)) is Safe.NOT_ASKED
    for safe in (Safe.YES, Safe.NO, Safe.NOT_SURE, Safe.NOT_SAID):
        papers.say_safe(workspace, talk, safe, moment)
        assert papers.said_in_talk(papers.matter(workspace, case_id)) is safe


def test_without_a_talk_there_is_the_card_to_leave_behind(
    workspace: Workspace, moment: Moment
) -> None:
    """It needs no talk, no plan and no answer."""
    case_id = practising.load_practice(workspace, moment)
    found = papers.matter(workspace, case_id)
    why = {kind: papers.missing(kind, found) for kind in FOR_CHILD}
    assert why.pop(GivenKind.LEAVE_BEHIND) is None
    assert set(why.values()) == {Missing.NO_TALK}
    sheet = paper_sheets.sheet(workspace, found, GivenKind.LEAVE_BEHIND, Choice(), moment.now)
    assert paper_sheets.draw(sheet).startswith(b"%PDF-1.7")
    assert paper_sheets.again_offered(workspace, found) == ()


def test_papers_come_out_of_the_newest_talk_in_which_the_child_was_heard(
    workspace: Workspace, talked: tuple[CaseId, InterviewId]
) -> None:
    """Or out of the one that is named."""
    case_id, talk = talked
    for wanted in (None, talk):
        found = papers.matter(workspace, case_id, wanted)
        assert found.talk is not None
        assert found.talk.account.interview.id == talk
        assert "nobody was in again" in found.said[0].words


def test_every_paper_can_be_made_from_the_practice_talk(
    workspace: Workspace, talked: tuple[CaseId, InterviewId], moment: Moment
) -> None:
    """Each with its own choices, none named after the child."""
    found = papers.matter(workspace, talked[0])
    names = set()
    for kind in FOR_CHILD:
        assert papers.missing(kind, found) is None
        sheet = paper_sheets.sheet(workspace, found, kind, Choice(), moment.now)
        assert "Min" not in sheet.title
        names.add(papers.suggested_name(found, kind))
    assert "notes.pdf" in names
    assert "R-0142-plan.pdf" in names
    assert len(names) == len(FOR_CHILD)


def test_the_sheet_for_the_first_hour_holds_what_is_ticked(
    workspace: Workspace, talked: tuple[CaseId, InterviewId], moment: Moment
) -> None:
    """What is kept back is counted; an unknown id prints nothing."""
    found = papers.matter(workspace, talked[0])
    offered = paper_sheets.again_offered(workspace, found)
    nan = next(one for one in offered if "she picks up even at night" in one.words)
    head = AgainHead("Alder House", "Ash Pemberton", moment.now)
    ticked = frozenset({nan.id, "line:unknown"})
    sheet = paper_sheets.again_sheet(workspace, found, ticked, head)
    assert nan.words in repr_of(sheet)
    assert "knows its me" not in repr_of(sheet)
    assert paper_sheets.kept_back(found) == 1


def test_a_plan_keeps_place_and_word_to_itself_until_asked(
    workspace: Workspace, talked: tuple[CaseId, InterviewId], moment: Moment
) -> None:
    """The discreet card says which lines it does not hold."""
    case_id, talk = talked
    plan = planning.open_plan(workspace, talk, moment)
    for block, words in ((PlanBlock.PLACES, "the bench"), (PlanBlock.CODE_WORD, "waffles")):
        new = NewPlanLine(block, words, PlanAuthor.CHILD)
        planning.save_line(workspace, plan.id, new, moment)
    found = papers.matter(workspace, case_id)
    for kind in (GivenKind.PLAN, GivenKind.POCKET, GivenKind.POCKET_DISCREET):
        said = repr_of(paper_sheets.sheet(workspace, found, kind, Choice(), moment.now))
        assert "the bench" not in said
        assert "waffles" not in said
    off = [line.words for line in paper_sheets.off_discreet(found, Chosen())]
    assert {"the bench", "waffles"} <= set(off)
    assert casework.open_case(workspace, case_id, moment.now).plan is not None


def repr_of(value: object) -> str:
    """Every text in a value, also where its repr says nothing."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return " ".join(map(repr_of, value))
    slots = getattr(type(value), "__slots__", ())
    return " ".join(repr_of(getattr(value, name)) for name in slots)
