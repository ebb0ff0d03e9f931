"""Claims about reviewing a report: the verdict, the answer, nothing without the full check."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from rhi_desktop.domain.interview import ReportStage, SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.review.review_page import ReviewPage
from rhi_desktop.ui.shell import Notice, Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.verdict_view import VerdictView
from rhi_desktop.ui.widgets import Button
from rhi_desktop.workflow import drafts, exporting, interviewing, reviewing, trusting
from rhi_desktop.workflow.reviewing import Outcome, Verdict
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import TARGET, assert_leaves_by_tab, assert_page_accessible
from tests.ui.conftest import Watch, dress
from tests.ui.review.conftest import PATIENCE_MS, Desk, Open, bring_addendum
from tests.vaults import contents

GENUINE = "Genuine, not countersigned yet"
COMMENT = "Read in full. I ring the social worker today."


def report_here(ws: Workspace, place: Place) -> SignedInterview:
    """The signed interview as it stands in a vault."""
    assert place.interview_id is not None
    talk = interviewing.load(ws, place.interview_id)
    assert isinstance(talk, SignedInterview)
    return talk


def test_the_page_says_who_signed_the_clock_and_what_was_heard(
    desk: Desk, arrived: SignedInterview, workspace: Workspace
) -> None:
    """In words, with the six words of the card; the lines themselves stand in the file alone."""
    desk.wait(GENUINE)
    said = desk.text()
    assert "Ash Pemberton signed as interviewer\nTuesday 10 March 2026 at 14:30" in said
    for word in trusting.words(trusting.my_card(workspace)):
        assert word in said
    assert "Heard after 54 hours, inside the 72 hours" in said
    assert "Not asked: " in said
    assert not any(line.words in said for line in arrived.account.lines)


def test_the_pages_are_those_of_the_very_file(desk: Desk) -> None:
    """Drawn from the bytes that were verified."""
    pane = desk.page.findChild(PreviewPane)
    assert isinstance(pane, PreviewPane)
    desk.qtbot.waitUntil(lambda: pane.pages > 0, timeout=PATIENCE_MS)


def test_countersigning_waits_for_the_full_check(
    sit: Open, supervisor: Workspace, shell: Shell, place: Place
) -> None:
    """By button and by key it is there when, and not before, the page says genuine."""
    page = ReviewPage(supervisor, shell, place)
    sign = page.findChild(Button, "countersign")
    assert isinstance(sign, Button)
    assert not sign.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk, seen = sit(page), []

    def genuine() -> bool:
        seen.append((sign.isEnabled(), GENUINE in desk.text()))
        return seen[-1][1]

    desk.qtbot.waitUntil(genuine, timeout=PATIENCE_MS)
    assert set(seen) <= {(False, False), (True, True)}
    assert desk.went == []


def test_the_quick_look_never_calls_a_file_genuine(desk: Desk) -> None:
    """It says that every byte is still being checked; a bad outcome is said at once."""
    view = desk.page.findChild(VerdictView)
    assert isinstance(view, VerdictView)
    desk.wait(GENUINE)
    view.show_quick(Verdict(Outcome.GENUINE))
    assert "Genuine" not in desk.text()
    desk.wait("Checking every byte")
    view.show_quick(Verdict(Outcome.CHANGED, reasons=("not_whole_file",)))
    desk.wait("Not genuine. Do not rely on this file")


def test_a_countersigned_report_is_kept_and_goes_on_to_be_sent(
    desk: Desk, supervisor: Workspace, place: Place
) -> None:
    """Both signatures hold, the comment is kept, no draft is left behind."""
    desk.wait(GENUINE)
    desk.type("review_comment", COMMENT)
    desk.press("countersign")
    desk.qtbot.waitUntil(lambda: bool(desk.went), timeout=PATIENCE_MS)
    assert desk.went == [
        Place(
            PageName.SEND,
            place.case_id,
            interview_id=place.interview_id,
            report_id=place.report_id,
        )
    ]
    talk = report_here(supervisor, place)
    assert talk.report.stage is ReportStage.COUNTERSIGNED
    (review,) = reviewing.reviews_of(supervisor, talk.report)
    assert (review.verdict, review.comment) == (reviewing.Answer.COUNTERSIGNED, COMMENT)
    verdict = reviewing.verify(
        exporting.report_file(supervisor, talk.report),
        reviewing.pins(supervisor),
        expected=talk.seal.digest,
    )
    assert (verdict.outcome, verdict.countersigned) == (Outcome.GENUINE, True)
    assert drafts.drafts(supervisor) == ()
    notice = desk.told[-1]
    assert isinstance(notice, Notice)
    assert notice.said.happened == "Countersigned, by the clock of this laptop"


def test_giving_back_needs_words(desk: Desk, supervisor: Workspace, place: Place) -> None:
    """Without them it says so at the field; with them the signed file stays as it was."""
    before = contents(supervisor)
    desk.press("give_back")
    assert contents(supervisor) == before
    comment = desk.at("review_comment")
    assert QApplication.focusWidget() is comment
    assert "Say what is missing" in comment.accessibleDescription()
    desk.type("review_comment", "Who asks about the mornings?")
    desk.press("give_back")
    talk = report_here(supervisor, place)
    (review,) = reviewing.reviews_of(supervisor, talk.report)
    assert (review.verdict, review.report_sha256) == (
        reviewing.Answer.RETURNED,
        talk.report.sha256,
    )
    assert talk.report.stage is ReportStage.SIGNED
    assert [one.page for one in desk.went] == [PageName.SEND]


def test_a_half_typed_comment_comes_back(
    sit: Open, supervisor: Workspace, shell: Shell, place: Place, watch: Watch
) -> None:
    """After a lock or another page."""
    key = f"review/{place.report_id}/review_comment"
    drafts.save_draft(supervisor, key, "Thank you, I can", 16, watch.moment())
    desk = sit(ReviewPage(supervisor, shell, place))
    comment = desk.at("review_comment")
    assert isinstance(comment, QPlainTextEdit)
    assert comment.toPlainText() == "Thank you, I can"
    desk.type("review_comment", "!")
    assert [edit.key for edit in shell.autosave.unsaved] == [key]
    assert_leaves_by_tab(comment)


def test_a_signer_who_is_not_trusted_any_more_is_not_countersigned(
    sit: Open, supervisor: Workspace, workspace: Workspace, shell: Shell, place: Place, watch: Watch
) -> None:
    """It says what to do; the report can still be given back."""
    card = trusting.my_card(workspace)
    trusting.revoke(supervisor, card.fingerprint, watch.moment())
    desk = sit(ReviewPage(supervisor, shell, place))
    desk.wait("compare its six words by phone")
    assert "Unchanged, but we do not know who signed" in desk.text()
    assert not desk.at("countersign").isEnabled()
    assert desk.at("give_back").isEnabled()
    assert_page_accessible(desk.page)


def test_a_clock_set_back_is_refused_and_nothing_is_lost(
    desk: Desk, supervisor: Workspace, place: Place, watch: Watch
) -> None:
    """The banner says why; comment and button are still there."""
    report = report_here(supervisor, place).report
    reviewing.give_back(supervisor, report, "one thing first", watch.moment())
    desk.wait(GENUINE)
    desk.type("review_comment", COMMENT)
    before = contents(supervisor)
    watch.seconds = -60
    desk.press("countersign")
    desk.qtbot.waitUntil(lambda: bool(desk.told), timeout=PATIENCE_MS)
    assert isinstance(desk.told[0], Notice)
    assert desk.went == []
    assert contents(supervisor) == before
    comment = desk.at("review_comment")
    assert isinstance(comment, QPlainTextEdit)
    assert comment.toPlainText() == COMMENT
    assert desk.at("countersign").isEnabled()


def test_who_signed_a_report_cannot_answer_it(
    sit: Open, workspace: Workspace, shell: Shell, place: Place
) -> None:
    """The interviewer sees verdict and pages, and the way to send it."""
    desk = sit(ReviewPage(workspace, shell, place))
    assert not desk.sees("countersign")
    assert not desk.sees("give_back")
    assert not desk.sees("review_comment")
    desk.wait(GENUINE)
    desk.press("go_send")
    assert [one.page for one in desk.went] == [PageName.SEND]


def test_an_answered_report_shows_the_answer(
    sit: Open, desk: Desk, supervisor: Workspace, shell: Shell, place: Place
) -> None:
    """After countersigning both are named and nothing is asked any more."""
    desk.wait(GENUINE)
    desk.type("review_comment", COMMENT)
    desk.press("countersign")
    desk.qtbot.waitUntil(lambda: bool(desk.went), timeout=PATIENCE_MS)
    again = sit(ReviewPage(supervisor, shell, place))
    again.wait("Genuine and countersigned")
    said = again.text()
    assert COMMENT in said
    assert "signed as supervisor" in said
    assert not again.sees("countersign")
    assert_page_accessible(again.page)


@pytest.mark.parametrize(
    "look", [Theme(), Theme(Mode.LIGHT, 2.0), Theme(Mode.CONTRAST, 1.25), Theme(Mode.DARK, 0.8)]
)
def test_the_page_is_accessible_at_any_size(
    qapp: QApplication, sit: Open, supervisor: Workspace, shell: Shell, place: Place, look: Theme
) -> None:
    """By Tab, by name, nothing cut off."""
    dress(qapp, look)
    desk = sit(ReviewPage(supervisor, shell, place))
    desk.wait(GENUINE)
    assert_page_accessible(desk.page, target=min(TARGET, look.px(TARGET)))


def test_a_place_without_a_report_is_a_mistake_of_ours(
    supervisor: Workspace, shell: Shell, place: Place
) -> None:
    """Not a page that shows nothing."""
    with pytest.raises(ValueError, match="needs an interview"):
        ReviewPage(supervisor, shell, Place(PageName.REVIEW, place.case_id))


def test_an_addendum_is_read_and_countersigned_like_the_report(
    sit: Open,
    arrived: SignedInterview,
    supervisor: Workspace,
    workspace: Workspace,
    shell: Shell,
    moment: Moment,
) -> None:
    """The page shows that file and no other; the report itself still waits."""
    bring_addendum(workspace, supervisor, arrived, moment)
    report, added = reviewing.waiting(supervisor)
    here = Place(
        PageName.REVIEW, added.case_id, interview_id=added.head.id, report_id=added.report.id
    )
    desk = sit(ReviewPage(supervisor, shell, here))
    desk.wait(GENUINE)
    assert "Review addendum 1" in desk.text()
    assert "To the report signed Tue 10 March, 14:30" in desk.text()
    assert_page_accessible(desk.page)
    desk.press("countersign")
    desk.qtbot.waitUntil(lambda: bool(desk.went), timeout=PATIENCE_MS)
    assert [row.report for row in reviewing.waiting(supervisor)] == [report.report]
    assert reviewing.report_of(supervisor, added.report.id).stage is ReportStage.COUNTERSIGNED
    assert report_here(supervisor, here).report == arrived.report
