"""Claims about the whole story without a window: both cases told, signed, sent, answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import DraftInterview, ReportStage, SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import journal
from rhi_desktop.workflow import (
    casework,
    exporting,
    following,
    interviewing,
    reviewing,
    signing,
    telling,
    unlocking,
)
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.reviewing import Outcome
from rhi_desktop.workflow.story import Story
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import meet, receive, send
from tests.vaults import open_fresh


@dataclass(frozen=True)
class Desks:
    """An interviewer's and a supervisor's vault that trust each other, and a time to work."""

    interviewer: Workspace
    supervisor: Workspace
    at: Moment

    def signed(self, story: Story) -> SignedInterview:
        """What is open in a story, told, sealed and signed."""
        ws = self.interviewer
        case_id = telling.load_story(ws, story, self.at)
        draft = interviewing.load(ws, telling.tell_present(ws, story, case_id, self.at))
        assert isinstance(draft, DraftInterview)
        sealed = signing.seal(ws, draft, self.at)
        job = signing.prepare(ws, sealed)
        signed = signing.sign(job, signing.draw(job), self.at)
        return signing.store_signed(ws, sealed, signed, self.at)

    def over(self, case_id: CaseId) -> None:
        """The case travels to the supervisor."""
        receive(self.supervisor, send(self.interviewer, self.supervisor, case_id, self.at), self.at)


@pytest.fixture(name="desks")
def _desks(workspace: Workspace, tmp_path: Path, moment: Moment) -> Iterator[Desks]:
    other = open_fresh(tmp_path / "supervisor.rhivault", practice_case().supervisor, moment)
    meet(workspace, other, moment)
    yield Desks(workspace, other, moment)
    unlocking.close(other)


@pytest.mark.parametrize(
    "story", [telling.story_of_min(), telling.story_of_kit()], ids=["min", "kit"]
)
def test_what_was_told_arrives_whole_and_is_answered(desks: Desks, story: Story) -> None:
    """Every record of the case is the same in both vaults, and the report comes home with both."""
    signed = desks.signed(story)
    case_id = signed.account.case.id
    desks.over(case_id)
    mine, theirs = desks.interviewer, desks.supervisor
    assert interviewing.load(theirs, signed.account.interview.id) == signed
    (row,) = (one for one in reviewing.waiting(theirs) if one.report == signed.report)
    data = exporting.report_file(theirs, row.report)
    by = reviewing.countersigner(theirs, row.report)
    later = replace(desks.at, now=desks.at.now + timedelta(hours=3))
    both = reviewing.countersign(data, by, later)
    kept = reviewing.store_countersigned(theirs, row.report, both, "Read in full.", later)
    receive(mine, send(theirs, mine, case_id, later), later)
    home = interviewing.load(mine, signed.account.interview.id)
    assert isinstance(home, SignedInterview)
    assert (home.account, home.report) == (signed.account, kept)
    assert home.report.stage is ReportStage.COUNTERSIGNED
    verdict = reviewing.verify(exporting.report_file(mine, kept), reviewing.pins(mine))
    assert (verdict.outcome, verdict.countersigned) == (Outcome.GENUINE, True)
    for ws in (mine, theirs):
        journal.check(ws.store)


def test_the_whole_past_travels_with_the_case(desks: Desks) -> None:
    """Four times away, the sealed talks, cards and what became of promises stand in both vaults."""
    signed = desks.signed(telling.story_of_min())
    case_id = signed.account.case.id
    desks.over(case_id)
    here, there = (
        casework.open_case(ws, case_id, desks.at.now)
        for ws in (desks.interviewer, desks.supervisor)
    )
    assert here == there
    assert len(there.episodes) == len(there.interviews) == 4
    asked = following.asked_last_time(desks.supervisor, case_id, desks.at.now)
    assert {view.from_plan for view in asked} == {True, False}
