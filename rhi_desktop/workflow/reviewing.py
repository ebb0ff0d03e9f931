"""Owns the supervisor's side: what waits, whether it is genuine, giving back, countersigning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rhi_desktop.domain import clock
from rhi_desktop.domain.addendum import Addendum
from rhi_desktop.domain.card import Card, Trust
from rhi_desktop.domain.ids import ReportId, ReviewId
from rhi_desktop.domain.interview import (
    DraftInterview,
    Interview,
    Report,
    ReportStage,
)
from rhi_desktop.domain.line import readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.review import Review
from rhi_desktop.domain.review import Verdict as Answer
from rhi_desktop.errors import SigningError
from rhi_desktop.export.pdf import sign as pdf_sign
from rhi_desktop.export.pdf.apart import Checker, verify_apart
from rhi_desktop.export.pdf.asking import Asked
from rhi_desktop.export.pdf.verify import LIMIT as REPORT_LIMIT
from rhi_desktop.export.pdf.verify import Outcome, Pin, SignatureFinding, Verdict
from rhi_desktop.store import book, interviews, records, reports
from rhi_desktop.workflow.jobs import Countersigner
from rhi_desktop.workflow.signing import pdf_signer, refuse_earlier_clock
from rhi_desktop.workflow.trusting import own_fingerprint, words
from rhi_desktop.workflow.views import ReviewRow
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "REPORT_LIMIT",
    "Answer",
    "Asked",
    "Checker",
    "Outcome",
    "Pin",
    "SignatureFinding",
    "Verdict",
    "addendum_of",
    "countersign",
    "countersigner",
    "give_back",
    "pin",
    "pins",
    "report_of",
    "reviews_of",
    "seal_digest",
    "store_countersigned",
    "verify",
    "waiting",
]


def waiting(ws: Workspace) -> tuple[ReviewRow, ...]:
    """The signed reports of others that nobody here answered yet, oldest first."""
    own = own_fingerprint(ws)
    return tuple(
        _row(ws, report) for report in reports.unanswered(ws.store) if own not in report.signers
    )


def pins(ws: Workspace) -> tuple[Pin, ...]:
    """Everybody whose signature counts here: the trusted cards and our own."""
    return tuple(pin(one.card) for one in book.cards(ws.store) if one.trust is Trust.TRUSTED)


def pin(card: Card) -> Pin:
    """A card as the verifier takes it: whoever hands it in vouches that it was compared."""
    shown = card.person
    return Pin(shown.name, shown.role, card.fingerprint, card.certificate, words(card))


def report_of(ws: Workspace, report_id: ReportId) -> Report:
    """One report or addendum as it stands here. VaultError record_missing."""
    return records.load(ws.store, Kind.REPORT, report_id, Report)


def addendum_of(ws: Workspace, report: Report) -> Addendum | None:
    """What was signed, where it is not the full report."""
    if report.addendum_id is None:
        return None
    return records.load(ws.store, Kind.ADDENDUM, report.addendum_id, Addendum)


def seal_digest(ws: Workspace, report: Report) -> str:
    """The digest of the seal that came with a report: its file must carry the same."""
    if report.digest:
        return report.digest
    interview = interviews.stage(ws.store, report.interview_id)
    if isinstance(interview, DraftInterview):
        raise SigningError("not_sealed")
    return interview.seal.digest


def verify(
    data: bytes,
    trusted: Sequence[Pin],
    *,
    expected: str = "",
    both: bool = False,
    quick: bool = False,
) -> Verdict:
    """[bg] What a file proves; never raises. `expected` is the `seal_digest` of a stored report.

    It is read in a child process of its own. A page that shows the quick look first and how far
    the whole one is uses a `Checker`.
    """
    asked = Asked(tuple(trusted), expected, both=both, quick=quick, whole=not quick)
    return verify_apart(data, asked)


def give_back(ws: Workspace, report: Report, comment: str, at: Moment) -> Review:
    """Returns a report with a comment; the signed file stays as it is. ValueError without words.

    Raises SigningError third_signature once the report is countersigned.
    """
    if not comment.strip():
        raise ValueError("a report is given back with a comment")
    with ws.store.transaction():
        _refuse_answered(ws, report)
        return _answer(ws, report, Answer.RETURNED, comment, at)


def countersigner(ws: Workspace, report: Report) -> Countersigner:
    """What countersigning this report needs."""
    return Countersigner(pdf_signer(ws), pins(ws), seal_digest(ws, report), own_fingerprint(ws))


def countersign(data: bytes, by: Countersigner, at: Moment) -> bytes:
    """[bg] The file with the supervisor's signature added.

    Raises SigningError not_genuine (with the `outcome`) unless the whole file is unchanged,
    carries the sealed account, and was signed by somebody trusted here.
    """
    verdict = verify(data, by.pins, expected=by.seal_digest)
    if verdict.outcome is not Outcome.GENUINE:
        raise SigningError("not_genuine", outcome=verdict.outcome.value)
    return pdf_sign.countersign(data, by.signer, at)


def store_countersigned(
    ws: Workspace, report: Report, data: bytes, comment: str, at: Moment
) -> Report:
    """Keeps the countersigned file as the report's next revision, and the answer to the first.

    The file that was read stays too. Raises SigningError third_signature when the report is
    countersigned already, not_genuine when the file does not go on from the one that was read,
    clock_back when this laptop's clock is behind its own journal.
    """
    with ws.store.transaction():
        _refuse_answered(ws, report)
        read = reports.get_file(ws.store, report.sha256)
        if data == read or not data.startswith(read):
            raise SigningError("not_genuine", outcome=Outcome.CHANGED.value)
        refuse_earlier_clock(ws, at)
        _answer(ws, report, Answer.COUNTERSIGNED, comment, at)
        signed = replace(
            report,
            stage=ReportStage.COUNTERSIGNED,
            sha256=reports.put_file(ws.store, data),
            size=len(data),
            signers=(*report.signers, own_fingerprint(ws)),
        )
        records.save(ws.store, Kind.REPORT, _case_of(ws, report), signed, ws.interviewer.id, at)
    return signed


def reviews_of(ws: Workspace, report: Report) -> tuple[Review, ...]:
    """The answers to one report or addendum, oldest first."""
    return records.children(ws.store, Kind.REVIEW, "report_id", report.id, Review)


def _refuse_answered(ws: Workspace, report: Report) -> None:
    if records.load(ws.store, Kind.REPORT, report.id, Report) != report:
        raise SigningError("third_signature")


def _answer(ws: Workspace, report: Report, verdict: Answer, comment: str, at: Moment) -> Review:
    review = Review(
        ReviewId(at.fresh_id()),
        report.interview_id,
        report.id,
        report.sha256,
        verdict,
        ws.interviewer.name,
        at.now,
        readable(comment)[0],
    )
    records.save(ws.store, Kind.REVIEW, _case_of(ws, report), review, ws.interviewer.id, at)
    return review


def _case_of(ws: Workspace, report: Report) -> str:
    return records.load(ws.store, Kind.INTERVIEW, report.interview_id, Interview).case_id


def _row(ws: Workspace, report: Report) -> ReviewRow:
    account = interviews.account(ws.store, report.interview_id)
    head = account.interview
    clocks = tuple(
        clock.result(episode, head, ws.profile.hours, head.ended_at or head.started_at)
        for episode in account.episodes
    )
    case = account.case
    who, added = case.child.initials, addendum_of(ws, report)
    return ReviewRow(case.id, case.reference, who, head, report, clocks, added)
