"""Owns making a version of a signed report for somebody else: offer, preview, signing, keeping."""

from __future__ import annotations

from dataclasses import dataclass, field

from rhi_desktop.crypto.digest import SALT_BYTES, seal_digest
from rhi_desktop.domain import clock
from rhi_desktop.domain.ids import InterviewId, ReportId, SealId
from rhi_desktop.domain.interview import Report, ReportStage, SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import SigningError
from rhi_desktop.export.left_out import Absent, Item, ItemKind, LeftOut, Offer, Why
from rhi_desktop.export.variants import Reduced, VariantSeal, offer, reduced, variant_data
from rhi_desktop.store import records, reports
from rhi_desktop.workflow.interviewing import load
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.signing import packs_of, pdf_signer, refuse_earlier_clock, signed_by
from rhi_desktop.workflow.trusting import own_fingerprint
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "Absent",
    "Item",
    "ItemKind",
    "LeftOut",
    "Offer",
    "VariantJob",
    "Why",
    "offered",
    "prepare_variant",
    "store_variant",
]


@dataclass(frozen=True, slots=True)
class VariantJob:
    """What previewing and signing one version needs: `signing.draw`, `page_images`, `sign`.

    `report_job` holds nothing that is left out; `left_out` is for the eyes of whoever makes it.
    """

    report_job: ReportJob
    left_out: tuple[LeftOut, ...] = field(repr=False)
    interview_id: InterviewId
    variant: Variant
    digest: str
    """Of the seal over what this version holds."""
    of: str
    """Digest of the seal of the whole account that it was made from."""


def offered(ws: Workspace, interview_id: InterviewId, variant: Variant) -> Offer:
    """Everything that the version could hold, one by one, with what speaks against it.

    Raises SigningError not_signed while the interview has no signed report.
    """
    signed = _signed(ws, interview_id)
    return offer(signed.account, packs_of(ws, signed), variant)


def prepare_variant(
    ws: Workspace, interview_id: InterviewId, variant: Variant, chosen: frozenset[str], at: Moment
) -> VariantJob:
    """The job that draws and signs a version with what was ticked, under a fresh salt.

    A key that may not go is left out whoever ticked it. What is shown must be what is signed:
    keep the job from the preview for signing. Raises SigningError not_signed.
    """
    signed = _signed(ws, interview_id)
    packs = packs_of(ws, signed)
    could = offer(signed.account, packs, variant)
    account = reduced(signed.account, variant, could.taken(chosen))
    salt = at.draw(SALT_BYTES).hex()
    digest = seal_digest(to_plain(account), salt)
    of = signed.seal.digest
    seal = VariantSeal(SealId(at.fresh_id()), interview_id, at.now, salt, digest, of)
    clocks = {
        one.id: clock.result(one, account.interview, ws.profile.hours, signed.seal.sealed_at)
        for one in account.episodes
    }
    told = Reduced(variant, account, seal, could.counted(chosen))
    referrals = {one.id: one.name for one in ws.profile.referrals}
    data = variant_data(told, packs, clocks, signed_by(ws), referrals)
    job = ReportJob(data, pdf_signer(ws), own_fingerprint(ws))
    return VariantJob(job, could.left_out(chosen), interview_id, variant, digest, of)


def store_variant(ws: Workspace, job: VariantJob, signed: SignedPdf, at: Moment) -> Report:
    """Keeps the signed version as a report of its own, beside the full one.

    Raises SigningError not_signed when the interview is not signed as it was prepared,
    clock_back when this laptop's clock is behind its own journal.
    """
    with ws.store.transaction():
        whole = _signed(ws, job.interview_id)
        if whole.seal.digest != job.of:
            raise SigningError("not_signed")
        refuse_earlier_clock(ws, at)
        report = Report(
            ReportId(at.fresh_id()),
            job.interview_id,
            ReportStage.SIGNED,
            reports.put_file(ws.store, signed.data),
            len(signed.data),
            signed.signed_at,
            (signed.signer,),
            variant=job.variant,
            digest=job.digest,
        )
        case_id = whole.account.case.id
        records.save(ws.store, Kind.REPORT, case_id, report, ws.interviewer.id, at)
    return report


def _signed(ws: Workspace, interview_id: InterviewId) -> SignedInterview:
    interview = load(ws, interview_id)
    if not isinstance(interview, SignedInterview):
        raise SigningError("not_signed")
    return interview
