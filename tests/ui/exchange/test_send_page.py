"""Claims about the page of a signed report: what it proves, and the two ways it may leave."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.given import Method
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.exchange.send_page import SendPage
from rhi_desktop.ui.given_words import digest_groups
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.ui.widgets import Radio, Tick
from rhi_desktop.workflow import exchanging, exporting, reviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import receive, send
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import FixedChooser, dress
from tests.ui.exchange.conftest import button, said_on
from tests.vaults import contents

Opener = Callable[[], SendPage]
GENUINE = "Genuine, not countersigned yet"


@pytest.fixture
def open_report(qtbot: QtBot, workspace: Workspace, shell: Shell, report_place: Place) -> Opener:
    """Opens the page and waits until the file is judged and drawn."""

    def opened() -> SendPage:
        page = SendPage(workspace, shell, report_place)
        qtbot.addWidget(page)
        shown(page)
        qtbot.waitUntil(lambda: settled(page), timeout=20_000)
        return page

    return opened


def settled(page: QWidget) -> bool:
    """True once nothing is being checked, compared or drawn."""
    return "…" not in said_on(page)


def write(page: QWidget, name: str, words: str) -> None:
    """Type into a field."""
    field = page.findChild(QLineEdit, name)
    assert field is not None
    QTest.keyClicks(field, words)


def fill(page: QWidget, role: str = "social_worker", method: str = "handed_over") -> None:
    """Everything that is asked when a paper leaves."""
    write(page, "recipient", "Social care")
    write(page, "purpose", "Strategy meeting")
    for name in (f"role_{role}", f"method_{method}"):
        (radio,) = page.findChildren(Radio, name)
        radio.click()


def test_the_page_says_who_signed_and_that_nothing_changed(open_report: Opener) -> None:
    """By whose clock, too; and it shows the pages of the very file."""
    page = open_report()
    words = said_on(page)
    assert GENUINE in words
    assert "Ash Pemberton signed as interviewer" in words
    assert "by the signer\u2019s own clock" in words
    assert "1 of " in words
    assert page.title == "R-0142"


def test_a_report_leaves_with_everything_noted_or_not_at_all(
    open_report: Opener,
    workspace: Workspace,
    signed_interview: SignedInterview,
    chooser: FixedChooser,
    tmp_path: Path,
) -> None:
    """All four are asked for; the file is the signed one; the list has its digest."""
    page, report = open_report(), signed_interview.report
    chooser.path = tmp_path / "out.pdf"
    button(page, "save_report").click()
    assert not chooser.path.exists()
    assert "Write who gets this file" in said_on(page)
    assert "Choose how it gets to them" in said_on(page)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "recipient"
    QTest.keyClicks(focus, "J")
    assert "Write who gets this file" not in said_on(page)
    assert "Write what they need it for" in said_on(page)
    QTest.keyClick(focus, Qt.Key.Key_Backspace)

    fill(page)
    button(page, "save_report").click()
    assert hashlib.sha256(chooser.path.read_bytes()).hexdigest() == report.sha256
    (given,) = exporting.given(workspace, signed_interview.account.case.id)
    assert (given.recipient, given.purpose) == ("Social care", "Strategy meeting")
    assert (given.role, given.method) == ("social_worker", Method.HANDED_OVER)
    assert "Full report: Social care" in said_on(page)
    assert digest_groups(report.sha256) in said_on(page)
    # The next one is asked for anew.
    button(page, "save_report").click()
    assert "Choose who they are" in said_on(page)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("police_missing", "There is a version for the police."),
        ("carer", "There is a version for a parent or carer."),
        ("social_worker", ""),
    ],
)
def test_whoever_should_read_less_is_told_of_before_the_full_report_leaves(
    open_report: Opener, role: str, words: str
) -> None:
    """It is said, not forbidden: a court may order more."""
    page = open_report()
    fill(page, role)
    assert words in said_on(page)
    assert ("The full report holds everything" in said_on(page)) is bool(words)


def test_a_file_that_cannot_be_written_is_not_listed(
    open_report: Opener, workspace: Workspace, shell: Shell, chooser: FixedChooser, tmp_path: Path
) -> None:
    """The banner says so, and the words stay in their fields."""
    page, said = open_report(), QSignalSpy(shell.noticed)
    chooser.path = tmp_path / "gone" / "out.pdf"
    fill(page)
    before = contents(workspace)
    button(page, "save_report").click()
    assert said.count() == 1
    assert contents(workspace) == before
    field = page.findChild(QLineEdit, "recipient")
    assert field is not None
    assert field.text() == "Social care"


def test_a_bundle_is_sealed_to_whom_was_ticked(
    open_report: Opener, friends: Workspace, chooser: FixedChooser, tmp_path: Path, qtbot: QtBot
) -> None:
    """Nobody ticked, nothing written; then the other vault can read what lies in the folder."""
    page = open_report()
    chooser.path = tmp_path / "stick"
    chooser.path.mkdir()
    button(page, "save_bundle").click()
    assert "Tick who shall be able to open it" in said_on(page)
    tick = page.findChild(Tick, "tick_card_0")
    assert tick is not None
    assert QApplication.focusWidget() is tick
    QTest.keyClick(tick, Qt.Key.Key_Space)
    button(page, "save_bundle").click()
    assert not button(page, "save_bundle").isEnabled()
    qtbot.waitUntil(lambda: "Written as rhi-" in said_on(page), timeout=20_000)

    (file,) = chooser.path.iterdir()
    assert file.name in said_on(page)
    incoming = exchanging.read_bundle(file.read_bytes(), exchanging.reader_inputs(friends))
    assert incoming.sender.person.name == "Ash Pemberton"
    assert button(page, "save_bundle").isEnabled()


@pytest.mark.usefixtures("pending")
def test_a_card_not_compared_cannot_be_ticked(
    open_report: Opener, shell: Shell, chooser: FixedChooser
) -> None:
    """It is shown with the reason and a way to the cards."""
    page, wanted = open_report(), QSignalSpy(shell.wanted)
    tick = page.findChild(Tick, "tick_card_0")
    assert tick is not None
    assert not tick.isEnabled()
    assert "not compared" in tick.accessibleDescription()
    button(page, "save_bundle").click()
    assert chooser.asked == []
    assert QApplication.focusWidget() is button(page, "go_cards")
    button(page, "go_cards").click()
    assert wanted.at(0)[0].page is PageName.CARDS
    assert wanted.at(0)[0].interview_id is not None


def test_a_comment_of_the_supervisor_stands_first(
    open_report: Opener, workspace: Workspace, friends: Workspace, later: Moment, bundle: Path
) -> None:
    """The report is back with its words; the signed file is as it was."""
    receive(friends, bundle.read_bytes(), later)
    (row,) = reviewing.waiting(friends)
    reviewing.give_back(friends, row.report, "Who will ring Nan?", later)
    receive(workspace, send(friends, workspace, row.case_id, later), later)
    words = said_on(open_report())
    assert words.index("Back with a comment") < words.index("Who will ring Nan?")
    assert GENUINE in words


@pytest.mark.usefixtures("friends")
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_everybody_can_use_it(open_report: Opener, qapp: QApplication, zoom: float) -> None:
    """At 100 % and at 200 %, where the pages take the place of the work by a link."""
    dress(qapp, Theme(zoom=zoom))
    page = open_report()
    assert_page_accessible(page)
    if zoom > 1:
        button(page, "show_pages").click()
        assert_page_accessible(page)


def test_back_leads_to_the_case(open_report: Opener, shell: Shell, report_place: Place) -> None:
    """By the link above the title."""
    page, wanted = open_report(), QSignalSpy(shell.wanted)
    button(page, "back").click()
    assert wanted.at(0)[0] == Place(PageName.CASE, report_place.case_id)
