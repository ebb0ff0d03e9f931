"""Claims about the whole job without a window: two vaults, one report, there and back again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.domain.given import GivenKind, Method
from rhi_desktop.domain.interview import (
    DraftInterview,
    Report,
    ReportStage,
    SealedInterview,
    SignedInterview,
)
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.review import Review
from rhi_desktop.errors import BundleError, SigningError
from rhi_desktop.store import journal
from rhi_desktop.workflow import (
    casework,
    exchanging,
    exporting,
    interviewing,
    practising,
    reviewing,
    signing,
    trusting,
    unlocking,
)
from rhi_desktop.workflow.exporting import Leaving
from rhi_desktop.workflow.jobs import SignedPdf
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.reviewing import Outcome
from rhi_desktop.workflow.views import Stage
from rhi_desktop.workflow.workspace import Workspace
from tests.conftest import seeded_draw
from tests.e2e.offices import meet, receive, send, signed_talk
from tests.vaults import contents, open_fresh


@dataclass(frozen=True)
class Offices:
    """An interviewer and a supervisor who trust each other, and a signed report that arrived."""

    interviewer: Workspace
    supervisor: Workspace
    signed: SignedInterview
    bundle: bytes
    at: Moment

    @property
    def report(self) -> Report:
        """The report as the supervisor has it."""
        (row,) = reviewing.waiting(self.supervisor)
        return row.report

    def stages(self, ws: Workspace) -> tuple[Stage, Stage]:
        """What the list and the case page of one office say."""
        (row,) = casework.list_cases(ws, self.at.now)
        (view,) = casework.open_case(ws, row.case_id, self.at.now).interviews
        return row.stage, view.stage

    def back(self) -> None:
        """The supervisor's bundle comes home."""
        case_id = self.signed.account.case.id
        receive(
            self.interviewer, send(self.supervisor, self.interviewer, case_id, self.at), self.at
        )

    def countersign(self, report: Report) -> Report:
        """Verify, countersign, keep."""
        data = exporting.report_file(self.supervisor, report)
        by = reviewing.countersigner(self.supervisor, report)
        both = reviewing.countersign(data, by, self.at)
        words = practice_case().review.countersigned
        return reviewing.store_countersigned(self.supervisor, report, both, words, self.at)


@pytest.fixture
def offices(workspace: Workspace, tmp_path: Path, moment: Moment) -> Iterator[Offices]:
    """Everything up to the moment at which the supervisor sits down."""
    other = open_fresh(tmp_path / "supervisor.rhivault", practice_case().supervisor, moment)
    meet(workspace, other, moment)
    signed = signed_talk(workspace, moment)
    later = replace(moment, now=moment.now + timedelta(hours=3))
    bundle = send(workspace, other, signed.account.case.id, later)
    receive(other, bundle, later)
    yield Offices(workspace, other, signed, bundle, later)
    unlocking.close(other)


def test_a_report_goes_out_is_countersigned_and_comes_home(offices: Offices) -> None:
    """Both vaults hold the same account, the same file with both signatures, and the answer."""
    report = offices.report
    assert report == offices.signed.report
    countersigned = offices.countersign(report)
    assert countersigned.stage is ReportStage.COUNTERSIGNED
    offices.back()
    for ws in (offices.interviewer, offices.supervisor):
        here = interviewing.load(ws, offices.signed.account.interview.id)
        assert here == replace(offices.signed, report=countersigned)
        data = exporting.report_file(ws, countersigned)
        digest = reviewing.seal_digest(ws, countersigned)
        verdict = reviewing.verify(data, reviewing.pins(ws), expected=digest)
        assert (verdict.outcome, verdict.countersigned) == (Outcome.GENUINE, True)
        assert offices.stages(ws) == (Stage.COUNTERSIGNED, Stage.COUNTERSIGNED)
        journal.check(ws.store)
    assert reviewing.waiting(offices.supervisor) == ()


def test_a_report_given_back_shows_its_comment_at_home_and_stays_signed(
    offices: Offices,
) -> None:
    """The file that was signed is untouched; the supervisor's words came along."""
    comment = practice_case().review.returned
    review = reviewing.give_back(offices.supervisor, offices.report, comment, offices.at)
    assert review.report_sha256 == offices.signed.report.sha256
    offices.back()
    for ws in (offices.interviewer, offices.supervisor):
        answers: tuple[Review, ...] = reviewing.reviews_of(ws, offices.signed.report)
        assert answers == (review,)
        assert offices.stages(ws) == (Stage.RETURNED, Stage.RETURNED)
    home = interviewing.load(offices.interviewer, offices.signed.account.interview.id)
    assert home == offices.signed
    assert reviewing.waiting(offices.supervisor) == ()


def test_a_second_import_changes_nothing(offices: Offices) -> None:
    """Not one row in either direction, also when the bundles come in another order."""
    offices.countersign(offices.report)
    case_id = offices.signed.account.case.id
    home = send(offices.supervisor, offices.interviewer, case_id, offices.at)
    receive(offices.interviewer, home, offices.at)
    before = contents(offices.interviewer), contents(offices.supervisor)
    receive(offices.supervisor, offices.bundle, offices.at)
    done = receive(offices.interviewer, home, offices.at)
    assert (done.added, done.updated, done.kept_apart) == (0, 0, 0)
    assert (contents(offices.interviewer), contents(offices.supervisor)) == before


def test_a_file_that_was_changed_is_never_countersigned(offices: Offices) -> None:
    """One flipped byte, or a signer nobody trusts any more, and the vault stays as it was."""
    report = offices.report
    whole = exporting.report_file(offices.supervisor, report)
    data = bytearray(whole)
    data[len(data) // 3] ^= 1
    by = reviewing.countersigner(offices.supervisor, report)
    before = contents(offices.supervisor)
    with pytest.raises(SigningError) as refused:
        reviewing.countersign(bytes(data), by, offices.at)
    assert refused.value.code == "not_genuine"
    stranger = replace(by, pins=())
    with pytest.raises(SigningError) as unknown:
        reviewing.countersign(whole, stranger, offices.at)
    assert unknown.value.facts["outcome"] == "unknown_signer"
    with pytest.raises(SigningError) as other:
        reviewing.countersign(whole, replace(by, seal_digest="0" * 64), offices.at)
    assert other.value.code == "not_genuine"
    for unfit in (whole, whole[:-1], b"%PDF-1.7 another"):
        with pytest.raises(SigningError) as swapped:
            reviewing.store_countersigned(offices.supervisor, report, unfit, "", offices.at)
        assert swapped.value.code == "not_genuine"
    assert contents(offices.supervisor) == before


def test_nothing_is_signed_twice(offices: Offices) -> None:
    """Neither by the interviewer nor by the supervisor, and nobody countersigns their own."""
    mine, theirs, report = offices.interviewer, offices.supervisor, offices.report
    sealed = SealedInterview(offices.signed.account, offices.signed.seal)
    data = exporting.report_file(mine, report)
    before = contents(mine)
    with pytest.raises(SigningError) as again:
        signing.store_signed(mine, sealed, SignedPdf(data, offices.at.now, "me"), offices.at)
    with pytest.raises(SigningError) as own:
        reviewing.countersign(data, reviewing.countersigner(mine, report), offices.at)
    assert (again.value.code, own.value.code) == ("already_signed", "already_signed")
    assert contents(mine) == before
    first = offices.countersign(report)
    before = contents(theirs)
    with pytest.raises(SigningError) as third:
        offices.countersign(first)
    with pytest.raises(SigningError) as late:
        reviewing.give_back(theirs, report, "too late", offices.at)
    assert (third.value.code, late.value.code) == ("third_signature", "third_signature")
    assert contents(theirs) == before


def test_only_a_report_of_the_sealed_account_is_signed_and_never_before_the_seal(
    workspace: Workspace, moment: Moment
) -> None:
    """Neither another file, nor another account's report, nor with a clock that was set back."""
    jobs, first = [], None
    for seed in ("one", "two"):
        at = replace(moment, draw=seeded_draw(seed))
        talk = practising.play_talk(workspace, practising.load_practice(workspace, at), at)
        draft = interviewing.load(workspace, talk)
        assert isinstance(draft, DraftInterview)
        sealed = signing.seal(workspace, draft, at)
        first = first or sealed
        jobs.append(signing.prepare(workspace, sealed))
    for other in (signing.draw(jobs[1]), b"%PDF-1.7 another"):
        with pytest.raises(SigningError) as refused:
            signing.sign(jobs[0], other, moment)
        assert refused.value.code == "not_sealed"
    earlier = replace(moment, now=moment.now - timedelta(days=1))
    early = signing.sign(jobs[0], signing.draw(jobs[0]), earlier)
    assert first is not None
    for at in (earlier, moment):
        with pytest.raises(SigningError) as back:
            signing.store_signed(workspace, first, early, at)
        assert back.value.code == "clock_back"


def test_a_bundle_from_somebody_not_yet_trusted_is_refused(
    offices: Offices, tmp_path: Path
) -> None:
    """Unknown, pending and revoked are told apart; nothing is read on."""
    third = open_fresh(tmp_path / "third.rhivault", practice_case().supervisor, offices.at)
    card = trusting.my_card(offices.interviewer)
    data = send(offices.interviewer, third, offices.signed.account.case.id, offices.at)
    codes = []
    try:
        for step in (None, trusting.add_card, trusting.revoke):
            if step is trusting.add_card:
                trusting.add_card(third, card, offices.at)
            elif step is trusting.revoke:
                trusting.revoke(third, card.fingerprint, offices.at)
            before = contents(third)
            with pytest.raises(BundleError) as refused:
                exchanging.read_bundle(data, exchanging.reader_inputs(third))
            codes.append(refused.value.code)
            assert contents(third) == before
    finally:
        unlocking.close(third)
    assert codes == ["signer_unknown", "signer_pending", "signer_revoked"]


def test_a_clock_set_back_stops_a_countersignature(offices: Offices) -> None:
    """A supervisor cannot sign before the last thing written here."""
    report = offices.report
    data = exporting.report_file(offices.supervisor, report)
    both = reviewing.countersign(
        data, reviewing.countersigner(offices.supervisor, report), offices.at
    )
    reviewing.give_back(offices.supervisor, report, "one thing first", offices.at)
    earlier = replace(offices.at, now=offices.at.now - timedelta(minutes=1))
    before = contents(offices.supervisor)
    with pytest.raises(SigningError) as refused:
        reviewing.store_countersigned(offices.supervisor, report, both, "", earlier)
    assert refused.value.code == "clock_back"
    assert contents(offices.supervisor) == before


def test_a_report_leaves_as_a_file_that_says_nothing_and_is_logged(
    offices: Offices, tmp_path: Path
) -> None:
    """The name is the case reference; the log says for whom and what for."""
    ws, report = offices.interviewer, offices.signed.report
    path = tmp_path / exporting.suggested_name(ws, report)
    assert path.name == "R-0142.pdf"
    leaving = Leaving("Kim Ode", "social_worker", "strategy meeting", Method.SECURE_MAIL)
    exporting.save_report(ws, report, path, leaving, offices.at)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == report.sha256
    (logged,) = exporting.given_of(ws, report)
    assert (logged.recipient, logged.purpose) == ("Kim Ode", "strategy meeting")
    assert (logged.kind, logged.sha256) == (GivenKind.FULL, report.sha256)
