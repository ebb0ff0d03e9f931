"""Owns what is corrected or added after signing: writing it, signing it, keeping it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from rhi_desktop.crypto.digest import SALT_BYTES, seal_digest
from rhi_desktop.domain.addendum import Addendum, Correction
from rhi_desktop.domain.ids import AddendumId, InterviewId, ReportId, SealId
from rhi_desktop.domain.interview import Report, ReportStage, SignedInterview
from rhi_desktop.domain.line import readable, says_something
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.review import Verdict
from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import SigningError
from rhi_desktop.export.addendum import FirstReport, addendum_data
from rhi_desktop.export.variants import VariantSeal
from rhi_desktop.store import addenda as kept
from rhi_desktop.store import records, reports
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.interviewing import load
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.reviewing import reviews_of
from rhi_desktop.workflow.signing import pdf_signer, refuse_earlier_clock, signed_by
from rhi_desktop.workflow.trusting import own_fingerprint
from rhi_desktop.workflow.views import AddendumView, Stage
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "AddendumJob",
    "AddendumView",
    "Correction",
    "addenda_of",
    "prepare_addendum",
    "store_addendum",
    "write_addendum",
]


@dataclass(frozen=True, slots=True)
class AddendumJob:
    """What showing and signing one addendum needs: `signing.draw`, `page_images`, `sign`."""

    report_job: ReportJob
    addendum: Addendum = field(repr=False)
    digest: str
    """Of the seal over the addendum."""
    salt: str = field(repr=False)
    """Of that seal."""


def write_addendum(
    ws: Workspace,
    interview_id: InterviewId,
    reason: str,
    corrections: Sequence[Correction],
    at: Moment,
) -> Addendum:
    """The addendum as it would be signed. Nothing is kept of it before it is.

    ValueError without a reason or without words. Raises SigningError not_signed while the
    interview has no signed report.
    """
    said = tuple(_readable(one) for one in corrections)
    if not says_something(reason) or not said or not all(says_something(one.words) for one in said):
        raise ValueError("an addendum has a reason and says something")
    return Addendum(
        AddendumId(at.fresh_id()),
        interview_id,
        kept.next_number(ws.store, interview_id),
        _signed(ws, interview_id).report.sha256,
        readable(reason)[0].strip(),
        said,
        ws.interviewer,
        at.now,
    )


def prepare_addendum(ws: Workspace, addendum: Addendum, at: Moment) -> AddendumJob:
    """The job that draws and signs an addendum, under a salt of its own.

    What is shown must be what is signed: keep the job from the preview for signing. Raises
    SigningError not_signed.
    """
    whole = _signed(ws, addendum.interview_id)
    salt = at.draw(SALT_BYTES).hex()
    digest = seal_digest(to_plain(addendum), salt)
    seal = VariantSeal(
        SealId(at.fresh_id()),
        addendum.interview_id,
        addendum.at,
        salt,
        digest,
        whole.seal.digest,
    )
    data = addendum_data(addendum, _first(ws, whole), seal, signed_by(ws))
    job = ReportJob(data, pdf_signer(ws), own_fingerprint(ws))
    return AddendumJob(job, addendum, digest, salt)


def store_addendum(ws: Workspace, job: AddendumJob, signed: SignedPdf, at: Moment) -> Report:
    """Keeps the addendum, the signed file and the journal entries over both in one commit.

    No byte of the report it belongs to changes. Raises SigningError already_signed when another
    addendum took its number meanwhile, or it is here itself; not_signed; clock_back when this
    laptop's clock is behind its own journal.
    """
    added = job.addendum
    with ws.store.transaction():
        case_id = _signed(ws, added.interview_id).account.case.id
        if kept.next_number(ws.store, added.interview_id) != added.number:
            raise SigningError("already_signed")
        refuse_earlier_clock(ws, at)
        records.save(ws.store, Kind.ADDENDUM, case_id, added, ws.interviewer.id, at)
        report = Report(
            ReportId(at.fresh_id()),
            added.interview_id,
            ReportStage.SIGNED,
            reports.put_file(ws.store, signed.data),
            len(signed.data),
            signed.signed_at,
            (signed.signer,),
            variant=Variant.ADDENDUM,
            digest=job.digest,
            addendum_id=added.id,
            salt=job.salt,
        )
        records.save(ws.store, Kind.REPORT, case_id, report, ws.interviewer.id, at)
    return report


def addenda_of(ws: Workspace, interview_id: InterviewId) -> tuple[AddendumView, ...]:
    """The addenda to an interview's report by their numbers, each with its file and answers."""
    papers = records.children(ws.store, Kind.REPORT, "interview_id", interview_id, Report)
    signed = {one.addendum_id: one for one in papers if one.variant is Variant.ADDENDUM}
    found = kept.of_interview(ws.store, interview_id)
    return tuple(_view(ws, one, signed.get(one.id)) for one in found)


def _view(ws: Workspace, addendum: Addendum, report: Report | None) -> AddendumView:
    if report is None:
        return AddendumView(addendum, Stage.SEALED, None, ())
    answers = reviews_of(ws, report)
    return AddendumView(addendum, casework.answered(report, answers), report, answers)


def _signed(ws: Workspace, interview_id: InterviewId) -> SignedInterview:
    interview = load(ws, interview_id)
    if not isinstance(interview, SignedInterview):
        raise SigningError("not_signed")
    return interview


def _first(ws: Workspace, whole: SignedInterview) -> FirstReport:
    report, head = whole.report, whole.account.interview
    return FirstReport(
        reference=whole.account.case.reference,
        who=whole.account.case.child.initials,
        heard_at=head.heard_at,
        interviewer=head.interviewer.name,
        sealed_at=whole.seal.sealed_at,
        digest=whole.seal.digest,
        signed_at=report.signed_at,
        sha256=report.sha256,
        countersigned=_countersigned(ws, report),
    )


def _countersigned(ws: Workspace, report: Report) -> tuple[datetime, str] | None:
    found = [one for one in reviews_of(ws, report) if one.verdict is Verdict.COUNTERSIGNED]
    return (found[-1].at, found[-1].reviewer) if found else None


def _readable(one: Correction) -> Correction:
    words, about, told_by = (readable(text)[0] for text in (one.words, one.about, one.told_by))
    return replace(one, words=words, about=about, told_by=told_by)
