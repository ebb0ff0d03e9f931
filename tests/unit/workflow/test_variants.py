"""Claims about versions of a signed report that are made for somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rhi_desktop.domain.interview import Report, ReportStage, SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import SigningError
from rhi_desktop.export.pdf.verify import Outcome
from rhi_desktop.store import records
from rhi_desktop.workflow import interviewing, reviewing, signing, variants
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk
from tests.vaults import contents

READERS = (Variant.POLICE, Variant.CARER)


def later(moment: Moment, hours: int) -> Moment:
    """Some time after everything else was written."""
    return replace(moment, now=moment.now + timedelta(hours=hours))


@pytest.mark.parametrize("variant", READERS)
def test_a_version_is_signed_kept_and_genuine(
    workspace: Workspace, signed_interview: SignedInterview, moment: Moment, variant: Variant
) -> None:
    """It stands beside the full report, which stays the report of the interview."""
    at, head = later(moment, 9), signed_interview.account.interview
    offer = variants.offered(workspace, head.id, variant)
    job = variants.prepare_variant(workspace, head.id, variant, offer.suggested, at)
    signed = signing.sign(job.report_job, signing.draw(job.report_job), at)
    report = variants.store_variant(workspace, job, signed, at)
    verdict = reviewing.verify(
        signed.data, reviewing.pins(workspace), expected=reviewing.seal_digest(workspace, report)
    )
    assert verdict.outcome is Outcome.GENUINE
    assert (report.variant, report.stage) == (variant, ReportStage.SIGNED)
    assert report.digest == verdict.digest != signed_interview.seal.digest
    whole = interviewing.load(workspace, head.id)
    assert isinstance(whole, SignedInterview)
    assert whole.report == signed_interview.report
    kept = records.children(workspace.store, Kind.REPORT, "interview_id", head.id, Report)
    assert report in kept


def test_a_version_is_only_made_of_a_signed_report(workspace: Workspace, moment: Moment) -> None:
    """Neither offered nor prepared before."""
    talk = practice_talk(workspace, moment)[1]
    for act in (
        lambda: variants.offered(workspace, talk, Variant.POLICE),
        lambda: variants.prepare_variant(workspace, talk, Variant.POLICE, frozenset(), moment),
    ):
        with pytest.raises(SigningError) as refused:
            act()
        assert refused.value.code == "not_signed"


def test_looking_and_preparing_write_nothing(
    workspace: Workspace, signed_interview: SignedInterview, moment: Moment
) -> None:
    """A preview leaves no trace; each has a salt of its own."""
    before, head = contents(workspace), signed_interview.account.interview
    offer = variants.offered(workspace, head.id, Variant.POLICE)
    jobs = [
        variants.prepare_variant(workspace, head.id, Variant.POLICE, offer.suggested, moment)
        for _ in range(2)
    ]
    assert jobs[0].digest != jobs[1].digest
    assert contents(workspace) == before
