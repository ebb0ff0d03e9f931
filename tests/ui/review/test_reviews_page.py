"""Claims about the list of reports to review: what it says, what it keeps closed, the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.review.review_rows import spoken
from rhi_desktop.ui.review.reviews_page import ReviewsPage
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import casework, reviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible
from tests.ui.conftest import Watch, dress
from tests.ui.review.conftest import Open, bring_addendum

HERE = Place(PageName.REVIEWS)


def test_a_row_says_who_when_and_the_clock_and_no_word_of_the_child(
    arrived: SignedInterview, supervisor: Workspace
) -> None:
    """Initials, reference, signed when by whom, and whether it was in time."""
    (row,) = reviewing.waiting(supervisor)
    said = spoken(row, supervisor.profile.hours)
    assert said == (
        "M.T., R-0142, signed Tue 10 March, 14:30, by Ash Pemberton,"
        " Heard after 54 hours, inside the 72 hours"
    )
    assert not any(line.words in said for line in arrived.account.lines)


def test_an_addendum_waits_beside_the_report(
    arrived: SignedInterview, supervisor: Workspace, workspace: Workspace, moment: Moment
) -> None:
    """And says that it is one."""
    bring_addendum(workspace, supervisor, arrived, moment)
    report, added = reviewing.waiting(supervisor)
    assert casework.count_waiting(supervisor) == 2
    assert added.addendum is not None
    assert ", addendum 1, by Ash Pemberton, " in spoken(added, supervisor.profile.hours)
    assert "addendum" not in spoken(report, supervisor.profile.hours)
    assert added.addendum.reason not in spoken(added, supervisor.profile.hours)


def test_enter_and_the_button_open_the_report(
    sit: Open, arrived: SignedInterview, supervisor: Workspace, shell: Shell, place: Place
) -> None:
    """Both lead to the same place."""
    assert arrived.report.id == place.report_id
    desk = sit(ReviewsPage(supervisor, shell, HERE))
    assert QApplication.focusWidget() is desk.at("review_list")
    QTest.keyClick(desk.at("review_list"), Qt.Key.Key_Return)
    desk.press("open_review")
    assert desk.went == [place, place]
    desk.press("back")
    assert desk.went[-1] == Place(PageName.CASES)


def test_an_answered_report_leaves_the_list(
    sit: Open, arrived: SignedInterview, supervisor: Workspace, shell: Shell, watch: Watch
) -> None:
    """After it nothing waits, and the page says how a report comes here."""
    page = ReviewsPage(supervisor, shell, HERE)
    desk = sit(page)
    reviewing.give_back(supervisor, arrived.report, "one thing first", watch.moment())
    page.refresh()
    assert "Nothing to review" in desk.text()
    assert not desk.sees("open_review")
    desk.press("import_bundle")
    assert desk.went == [Place(PageName.IMPORT)]


def test_the_list_is_accessible_full_and_empty(
    qapp: QApplication, sit: Open, arrived: SignedInterview, supervisor: Workspace,
    workspace: Workspace, shell: Shell,
) -> None:  # fmt: skip
    """At 100 % and at 200 %, and for whoever signed: their own report does not wait for them."""
    assert arrived.report.signers
    for look in (Theme(), Theme(Mode.DARK, 2.0)):
        dress(qapp, look)
        for ws in (supervisor, workspace):
            desk = sit(ReviewsPage(ws, shell, HERE))
            assert ("Nothing to review" in desk.text()) == (ws is workspace)
            assert_page_accessible(desk.page)
            desk.page.hide()
