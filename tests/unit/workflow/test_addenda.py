"""Claims about addenda: written, signed, countersigned, sent; the first report never changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.domain.addendum import Correction
from rhi_desktop.domain.interview import Report, ReportStage, SignedInterview
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import SigningError
from rhi_desktop.store import journal
from rhi_desktop.workflow import (
    addenda,
    casework,
    exporting,
    interviewing,
    practising,
    reviewing,
    signing,
    unlocking,
)
from rhi_desktop.workflow.addenda import AddendumJob
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.reviewing import Outcome
from rhi_desktop.workflow.views import Stage
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import meet, receive, send
from tests.vaults import contents, open_fresh

SAID = (
    Correction(Voice.CHILD, "It was Saturday.", "line 2"),
    Correction(Voice.TOLD, "She rang me that night.", told_by="Dana"),
)


@pytest.fixture
def later(moment: Moment) -> Moment:
    """Some days after the report was signed."""
    return replace(moment, now=moment.now + timedelta(days=3))


@pytest.fixture
def supervisor(workspace: Workspace, tmp_path: Path, moment: Moment) -> Iterator[Workspace]:
    """Somebody who trusts the interviewer and is trusted."""
    other = open_fresh(tmp_path / "supervisor.rhivault", practice_case().supervisor, moment)
    meet(workspace, other, moment)
    yield other
    unlocking.close(other)


def prepared(ws: Workspace, talk: SignedInterview, at: Moment) -> AddendumJob:
    """Written and ready to be shown."""
    head = talk.account.interview
    return addenda.prepare_addendum(
        ws, addenda.write_addendum(ws, head.id, "M.T. rang.", SAID, at), at
    )


def signed(ws: Workspace, talk: SignedInterview, at: Moment) -> Report:
    """And signed and kept."""
    job = prepared(ws, talk, at)
    done = signing.sign(job.report_job, signing.draw(job.report_job), at)
    return addenda.store_addendum(ws, job, done, at)


def test_an_addendum_changes_no_byte_of_the_first_report(
    workspace: Workspace, signed_interview: SignedInterview, later: Moment
) -> None:
    """The talk, its account, its report and the very file are what they were."""
    head, report = signed_interview.account.interview, signed_interview.report
    before = exporting.report_file(workspace, report)
    first, second = (signed(workspace, signed_interview, later) for _ in range(2))
    assert interviewing.load(workspace, head.id) == signed_interview
    assert exporting.report_file(workspace, report) == before
    found = addenda.addenda_of(workspace, head.id)
    assert [one.addendum.number for one in found] == [1, 2]
    assert [one.report for one in found] == [first, second]
    assert [one.stage for one in found] == [Stage.SIGNED, Stage.SIGNED]
    assert {one.addendum.of for one in found} == {report.sha256}
    assert found[0].addendum.corrections == SAID
    assert first.variant is Variant.ADDENDUM
    assert exporting.suggested_name(workspace, second) == "R-0142-addendum-2.pdf"
    (row,) = casework.list_cases(workspace, later.now)
    assert row.stage is Stage.SIGNED
    journal.check(workspace.store)


def test_nothing_is_kept_of_an_addendum_before_it_is_signed(
    workspace: Workspace, signed_interview: SignedInterview, later: Moment
) -> None:
    """What is shown is what would be signed; whoever turns back has written nothing."""
    before = contents(workspace)
    job = prepared(workspace, signed_interview, later)
    assert signing.page_images(signing.draw(job.report_job), 300)
    assert contents(workspace) == before


def test_an_addendum_says_something_and_why(
    workspace: Workspace, signed_interview: SignedInterview, later: Moment
) -> None:
    """Without a reason or without words there is none."""
    head = signed_interview.account.interview
    empty = Correction(Voice.CHILD, " ")
    for reason, said in ((" ", SAID), ("why", ()), ("why", (*SAID, empty))):
        with pytest.raises(ValueError, match="reason"):
            addenda.write_addendum(workspace, head.id, reason, said, later)


def test_only_a_signed_report_has_addenda(
    workspace: Workspace, signed_interview: SignedInterview, later: Moment
) -> None:
    """The number is asked again when it is kept, and nothing is signed into the past."""
    head = signed_interview.account.interview
    job, again = (prepared(workspace, signed_interview, later) for _ in range(2))
    done = signing.sign(job.report_job, signing.draw(job.report_job), later)
    early = replace(later, now=later.now - timedelta(days=9))
    with pytest.raises(SigningError, match="clock_back"):
        addenda.store_addendum(workspace, job, done, early)
    addenda.store_addendum(workspace, job, done, later)
    before = contents(workspace)
    for one in (job, again):
        with pytest.raises(SigningError, match="already_signed"):
            addenda.store_addendum(workspace, one, done, later)
    assert contents(workspace) == before
    assert len(addenda.addenda_of(workspace, head.id)) == 1


def test_a_talk_that_is_not_signed_has_none(workspace: Workspace, moment: Moment) -> None:
    """There is nothing yet that could not still be changed."""
    talk = practising.play_talk(workspace, practising.load_practice(workspace, moment), moment)
    with pytest.raises(SigningError, match="not_signed"):
        addenda.write_addendum(workspace, talk, "why", SAID, moment)


def test_the_supervisor_sees_and_countersigns_it(
    workspace: Workspace,
    supervisor: Workspace,
    signed_interview: SignedInterview,
    later: Moment,
) -> None:
    """It waits beside the report, is verified by itself, and comes home with both signatures."""
    case_id, head = signed_interview.account.case.id, signed_interview.account.interview
    signed(workspace, signed_interview, later)
    receive(supervisor, send(workspace, supervisor, case_id, later), later)
    whole, added = reviewing.waiting(supervisor)
    assert whole.addendum is None
    assert added.addendum is not None
    assert added.addendum.reason == "M.T. rang."
    data = exporting.report_file(supervisor, added.report)
    wrong = reviewing.seal_digest(supervisor, whole.report)
    pins = reviewing.pins(supervisor)
    assert reviewing.verify(data, pins, expected=wrong).outcome is Outcome.CHANGED
    by = reviewing.countersigner(supervisor, added.report)
    both = reviewing.countersign(data, by, later)
    kept = reviewing.store_countersigned(supervisor, added.report, both, "Thank you.", later)
    assert kept.stage is ReportStage.COUNTERSIGNED
    assert [row.report for row in reviewing.waiting(supervisor)] == [whole.report]
    receive(workspace, send(supervisor, workspace, case_id, later), later)
    for ws in (workspace, supervisor):
        (view,) = addenda.addenda_of(ws, head.id)
        assert (view.stage, view.report) == (Stage.COUNTERSIGNED, kept)
        assert [one.comment for one in view.reviews] == ["Thank you."]
        assert reviewing.reviews_of(ws, signed_interview.report) == ()
        assert interviewing.load(ws, head.id) == signed_interview
        (row,) = casework.list_cases(ws, later.now)
        assert row.stage is Stage.SIGNED
        journal.check(ws.store)


def test_an_addendum_names_whoever_countersigned_the_report(
    workspace: Workspace,
    supervisor: Workspace,
    signed_interview: SignedInterview,
    later: Moment,
) -> None:
    """It belongs to the file as it stood when the addendum was written: with both signatures."""
    case_id = signed_interview.account.case.id
    receive(supervisor, send(workspace, supervisor, case_id, later), later)
    (row,) = reviewing.waiting(supervisor)
    data = exporting.report_file(supervisor, row.report)
    both = reviewing.countersign(data, reviewing.countersigner(supervisor, row.report), later)
    kept = reviewing.store_countersigned(supervisor, row.report, both, "", later)
    receive(workspace, send(supervisor, workspace, case_id, later), later)
    job = prepared(workspace, signed_interview, later)
    assert job.addendum.of == kept.sha256
    told = repr([one.blocks for one in job.report_job.report.sections if one.key == "first"])
    assert practice_case().supervisor.name not in told  # no case data in a repr
    pages = signing.page_images(signing.draw(job.report_job), 300)
    assert f"by {practice_case().supervisor.name}" in pages[0].text
