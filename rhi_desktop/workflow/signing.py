"""Owns the end of an interview: sealing it, drawing its report, and signing that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from rhi_desktop.crypto.digest import SALT_BYTES, seal_digest
from rhi_desktop.domain import clock
from rhi_desktop.domain.disclosure import unresolved
from rhi_desktop.domain.ids import ReportId, SealId
from rhi_desktop.domain.interview import (
    AnyInterview,
    DraftInterview,
    PackRef,
    Report,
    ReportStage,
    Seal,
    SealedInterview,
    SignedInterview,
)
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import ExportError, FormError, Problem, SigningError
from rhi_desktop.export.pdf import pages as pdf_pages
from rhi_desktop.export.pdf import sign as pdf_sign
from rhi_desktop.export.pdf.pages import PageImage
from rhi_desktop.export.pdf.sign import PdfSigner
from rhi_desktop.export.report import SignedBy, report_data
from rhi_desktop.forms.model import Pack
from rhi_desktop.store import accounts, disclosures, journal, records, reports
from rhi_desktop.workflow.checking import FIX, must_fix, open_points
from rhi_desktop.workflow.interviewing import load, pack_of
from rhi_desktop.workflow.jobs import ReportJob, SignedPdf
from rhi_desktop.workflow.keeping import Progress
from rhi_desktop.workflow.trusting import my_card, own_fingerprint, words
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "PageImage",
    "Progress",
    "draw",
    "gaps",
    "must_fix",
    "page_images",
    "prepare",
    "prepare_draft",
    "seal",
    "sign",
    "store_signed",
]


def gaps(ws: Workspace, draft: DraftInterview) -> list[Problem]:
    """What is open in a draft; `workflow.checking` names the codes and which of them stop.

    A disclosure that was made outside any talk waits for everybody who would seal one (rule 40).
    """
    case_id = draft.account.case.id
    loose = [one for one in disclosures.of_case(ws.store, case_id) if one.interview_id is None]
    waiting = [
        Problem("disclosure_waiting", one.id, {"count": len(one.waiting), "severity": FIX})
        for one in unresolved(loose)
    ]
    return [*waiting, *open_points(pack_of(ws, draft), draft.account)]


def seal(ws: Workspace, draft: DraftInterview, at: Moment) -> SealedInterview:
    """Fixes the account: from here on the store refuses every change of it.

    Raises SigningError: gaps_open (with `count`), clock_back when this laptop's clock is earlier
    than the newest entry of the journal, draft_changed when the draft is not what stands in the
    vault any more. Nothing was written then.
    """
    head = draft.account.interview
    with ws.store.transaction():
        now_here = load(ws, head.id)
        if not isinstance(now_here, DraftInterview) or now_here != draft:
            raise SigningError("draft_changed")
        open_count = sum(1 for problem in gaps(ws, draft) if must_fix(problem))
        if open_count:
            raise SigningError("gaps_open", count=open_count)
        refuse_earlier_clock(ws, at)
        salt = at.draw(SALT_BYTES).hex()
        digest = seal_digest(to_plain(draft.account.without_struck), salt)
        rests_on = accounts.rests_on(ws.store, head.id)
        made = Seal(SealId(at.fresh_id()), head.id, at.now, salt, digest, rests_on)
        records.save(ws.store, Kind.SEAL, head.case_id, made, ws.interviewer.id, at)
    return SealedInterview(draft.account, made)


def refuse_earlier_clock(ws: Workspace, at: Moment) -> None:
    """Raises SigningError clock_back when something here was already written at a later time."""
    newest = journal.newest_at(ws.store)
    if newest is not None and at.now < newest:
        raise SigningError("clock_back")


def prepare_draft(ws: Workspace, draft: DraftInterview, now: datetime) -> ReportJob:
    """The job that draws a preview; its pages are marked as a draft and hold no place to sign."""
    return _job(ws, draft, None, now)


def prepare(ws: Workspace, sealed: SealedInterview) -> ReportJob:
    """The job that draws and signs a sealed account: the same bytes whenever it is drawn."""
    return _job(ws, sealed, sealed.seal, sealed.seal.sealed_at)


def draw(job: ReportJob, progress: Progress | None = None) -> bytes:
    """[bg] The unsigned file: what is shown before signing, and what is then signed.

    Raises ExportError drawing_stopped once `progress` was stopped; nothing is left of it then.
    """
    from rhi_desktop.export.pdf import draw as pdf_draw  # noqa: PLC0415  slow to import

    def note(done: int, of: int) -> None:
        if progress is None:
            return
        progress.said(done, of)
        if progress.stopped():
            raise ExportError("drawing_stopped")

    return pdf_draw.draw(job.report, note)


def page_images(data: bytes, width: int) -> tuple[PageImage, ...]:
    """[bg] Pictures of the pages, `width` pixels wide, with their text for a screen reader."""
    return pdf_pages.pages(data, width)


def sign(job: ReportJob, base: bytes, at: Moment) -> SignedPdf:
    """[bg] The file with the interviewer's signature.

    Raises SigningError not_sealed for a preview, and for a file that was not drawn over the very
    account of the job.
    """
    from rhi_desktop.export.pdf import gate  # noqa: PLC0415  slow to import

    if job.report.draft:
        raise SigningError("not_sealed")
    try:
        gate.check_file(base, job.report.record)
    except ExportError:
        raise SigningError("not_sealed") from None
    return SignedPdf(pdf_sign.sign(base, job.signer, at), at.now, job.fingerprint)


def store_signed(
    ws: Workspace, sealed: SealedInterview, signed: SignedPdf, at: Moment
) -> SignedInterview:
    """Keeps the signed file, its record and the journal entry over its SHA-256 in one commit.

    Raises SigningError already_signed when the interview has a report, not_sealed when it is not
    sealed as given, clock_back when it was signed before it was sealed or before the last thing
    written here.
    """
    head = sealed.account.interview
    with ws.store.transaction():
        now_here = load(ws, head.id)
        if isinstance(now_here, SignedInterview):
            raise SigningError("already_signed")
        if now_here != sealed:
            raise SigningError("not_sealed")
        refuse_earlier_clock(ws, at)
        if signed.signed_at < sealed.seal.sealed_at:
            raise SigningError("clock_back")
        report = Report(
            ReportId(at.fresh_id()),
            head.id,
            ReportStage.SIGNED,
            reports.put_file(ws.store, signed.data),
            len(signed.data),
            signed.signed_at,
            (signed.signer,),
        )
        records.save(ws.store, Kind.REPORT, head.case_id, report, ws.interviewer.id, at)
    return SignedInterview(sealed.account, sealed.seal, report)


def pdf_signer(ws: Workspace) -> PdfSigner:
    """Who signs for this vault: its holder, with the key and the words of the card."""
    person, card = ws.interviewer, my_card(ws)
    return PdfSigner(
        person.name, person.role, ws.identity.signing_key, ws.identity.certificate, words(card)
    )


def signed_by(ws: Workspace) -> SignedBy:
    """The same as words on a page."""
    signer = pdf_signer(ws)
    return SignedBy(
        signer.name,
        signer.role,
        ws.interviewer.organisation,
        signer.fingerprint_words,
        hashlib.sha256(signer.certificate).hexdigest(),
    )


def packs_of(ws: Workspace, interview: AnyInterview) -> tuple[Pack, ...]:
    """The packs of an interview, the questions of the talk first; FormError pack_unknown."""
    return pack_of(ws, interview), *_packs_beside(ws, interview.account.interview.packs)


def _job(
    ws: Workspace, interview: DraftInterview | SealedInterview, made: Seal | None, now: datetime
) -> ReportJob:
    account = interview.account
    clocks = {
        episode.id: clock.result(episode, account.interview, ws.profile.hours, now)
        for episode in account.episodes
    }
    packs = packs_of(ws, interview)
    referrals = {one.id: one.name for one in ws.profile.referrals}
    report = report_data(account, made, packs, clocks, signed_by(ws), referrals)
    return ReportJob(report, pdf_signer(ws), own_fingerprint(ws))


def _packs_beside(ws: Workspace, wanted: Iterable[PackRef]) -> list[Pack]:
    """The packs of the plan and the indicators; FormError pack_unknown when one is not here."""
    known = {pack.digest: pack for pack in ws.packs}
    unknown = next((ref.name for ref in wanted if ref.digest not in known), None)
    if unknown is not None:
        raise FormError("pack_unknown", name=unknown)
    return [known[ref.digest] for ref in wanted]
