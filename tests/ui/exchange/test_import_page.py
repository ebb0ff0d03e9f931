"""Claims about import: read apart, shown first, added only when asked for, refused in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.card import Trust
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.exchange.import_page import ImportPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.workflow import casework, exchanging, exporting, keeping, reviewing, trusting
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import receive, send
from tests.ui.access import assert_page_accessible
from tests.ui.conftest import FixedChooser, dress
from tests.ui.exchange.conftest import LONG, Opener, button, said_on, there
from tests.vaults import contents


def test_a_good_bundle_is_shown_before_anything_is_added(
    open_import: Opener, friends: Workspace, bundle: Path
) -> None:
    """Who signed it, what is in it, that the report is genuine; and not one row is written."""
    before = contents(friends)
    page = open_import(bundle)
    words = said_on(page)
    for said in (
        "rhi-k7q2m9xwt4.rhib",
        "Signed by Ash Pemberton",
        "Genuine, not countersigned yet",
        "Nothing has been added yet.",
        "M.T.\u2019s words",
        "R-0142",
    ):
        assert said in words
    sender = exchanging.read_bundle(bundle.read_bytes(), exchanging.reader_inputs(friends)).sender
    assert all(word in words for word in trusting.words(sender))
    assert QApplication.focusWidget() is button(page, "cancel_import")
    assert contents(friends) == before
    assert page.title == "Import"


def test_adding_writes_it_and_leads_to_the_case_and_the_review(
    qtbot: QtBot,
    open_import: Opener,
    friends: Workspace,
    bundle: Path,
    shell: Shell,
    moment: Moment,
) -> None:
    """Before it a snapshot is made. The second time everything in it is here already."""
    page, wanted = open_import(bundle), QSignalSpy(shell.wanted)
    touched = QSignalSpy(shell.touched)
    button(page, "add_to_cases").click()
    button(page, "add_to_cases").click()
    qtbot.waitUntil(lambda: touched.count() > 0, timeout=20_000)
    (made,) = keeping.snapshots(friends.store.folder, friends.store.keys)
    assert made.cases == 0
    (row,) = casework.list_cases(friends, moment.now)
    assert "Added to your cases" in said_on(page)
    assert touched.at(0)[0] == row.case_id
    button(page, "open_case_after").click()
    button(page, "open_reviews_after").click()
    assert wanted.at(0)[0] == Place(PageName.CASE, row.case_id)
    assert wanted.at(1)[0].page is PageName.REVIEWS

    before = contents(friends)
    again = open_import(bundle)
    assert "Everything in it is here already." in said_on(again)
    assert not there(again, "add_to_cases")
    assert contents(friends) == before


@pytest.mark.usefixtures("friends")
def test_cancelling_changes_nothing(
    open_import: Opener, supervisor: Workspace, bundle: Path, shell: Shell
) -> None:
    """Back to the cases, every row as it was."""
    before, wanted = contents(supervisor), QSignalSpy(shell.wanted)
    button(open_import(bundle), "cancel_import").click()
    assert wanted.at(0)[0].page is PageName.CASES
    assert contents(supervisor) == before


def test_what_changed_in_both_places_is_kept_apart(
    open_import: Opener, workspace: Workspace, friends: Workspace, bundle: Path, later: Moment
) -> None:
    """It is named, not written, and the page says so before and after."""
    receive(friends, bundle.read_bytes(), later)
    (row,) = casework.list_cases(friends, later.now)
    case = casework.open_case(friends, row.case_id, later.now).case
    for ws, called in ((friends, "Minnie"), (workspace, "Mina")):
        child = replace(case.child, called=called)
        casework.save_case(ws, replace(case, child=child), later)
    bundle.write_bytes(send(workspace, friends, row.case_id, later))
    page = open_import(bundle)
    assert "Changed in both places" in said_on(page)
    assert "The details of the child" in said_on(page)
    assert casework.open_case(friends, row.case_id, later.now).case.child.called == "Minnie"
    assert_page_accessible(page)


def test_a_countersigned_report_comes_home_judged(
    qtbot: QtBot,
    workspace: Workspace,
    friends: Workspace,
    bundle: Path,
    later: Moment,
    shell: Shell,
) -> None:
    """Both signatures are checked before it is added."""
    receive(friends, bundle.read_bytes(), later)
    (row,) = reviewing.waiting(friends)
    data = exporting.report_file(friends, row.report)
    both = reviewing.countersign(data, reviewing.countersigner(friends, row.report), later)
    reviewing.store_countersigned(friends, row.report, both, "Thank you.", later)
    bundle.write_bytes(send(friends, workspace, row.case_id, later))
    page = ImportPage(workspace, shell, Place(PageName.IMPORT))
    qtbot.addWidget(page)
    page.take(bundle)
    qtbot.waitUntil(lambda: "…" not in said_on(page), timeout=LONG)
    words = said_on(page)
    assert "Genuine and countersigned" in words
    assert "from Jo Marsden" in words


def test_a_card_goes_to_the_cards_and_a_report_is_judged_here(
    open_import: Opener,
    workspace: Workspace,
    supervisor: Workspace,
    signed_interview: SignedInterview,
    tmp_path: Path,
) -> None:
    """A card is added as not compared; a report alone is never added."""
    page = open_import(None)
    wanted = QSignalSpy(page.shell.wanted)
    card = tmp_path / "theirs.rhicard"
    mine = trusting.export_my_card(workspace, card, page.shell.moment())
    drop(page, card)
    assert wanted.at(0)[0] == Place(PageName.CARDS, detail=mine.fingerprint)
    assert [one.trust for one in trusting.cards(supervisor)] == [Trust.PENDING]

    report = tmp_path / "R-0142.pdf"
    report.write_bytes(exporting.report_file(workspace, signed_interview.report))
    words = said_on(open_import(report))
    assert "This is a report, not a bundle" in words
    assert "Somebody under the name “Ash Pemberton” signed as interviewer" in words
    assert "compare its six words by phone" in words
    assert "rhi-desktop verify" in words


def drop(page: ImportPage, path: Path) -> None:
    """Let go of a file over the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    page.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))


def test_leaving_after_add_adds_all_the_same_and_says_so(
    qtbot: QtBot, friends: Workspace, bundle: Path, shell: Shell
) -> None:
    """A snapshot is taken first; whoever goes elsewhere meanwhile finds the case and a word."""
    page, noticed = ImportPage(friends, shell, Place(PageName.IMPORT)), QSignalSpy(shell.noticed)
    page.take(bundle)
    qtbot.waitUntil(lambda: "\u2026" not in said_on(page), timeout=LONG)
    button(page, "add_to_cases").click()
    page.deleteLater()
    hushed = noticed.count()
    qtbot.waitUntil(lambda: noticed.count() > hushed, timeout=LONG)
    assert len(casework.list_cases(friends, shell.moment().now)) == 1
    said = noticed.at(noticed.count() - 1)[0].said
    assert said.happened == "Added to your cases"
    assert "when you left" in said.safe


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_everybody_can_use_it(
    open_import: Opener, bundle: Path, qapp: QApplication, qtbot: QtBot, zoom: float
) -> None:
    """Empty, previewed and added, at 100 % and at 200 %."""
    dress(qapp, Theme(zoom=zoom))
    assert_page_accessible(open_import(None))
    page = open_import(bundle)
    assert_page_accessible(page)
    before = said_on(page)
    button(page, "add_to_cases").click()
    # First a snapshot is taken behind the page.
    qtbot.waitUntil(lambda: said_on(page) != before, timeout=LONG)
    assert_page_accessible(page)


def test_the_button_asks_for_a_file(
    open_import: Opener, chooser: FixedChooser, tmp_path: Path, qtbot: QtBot
) -> None:
    """Going back in the dialog leaves the page; a file that is gone is said."""
    page = open_import(None)
    assert page.first_focus() is button(page, "choose_file")
    button(page, "choose_file").click()
    assert "Drop a bundle here" in said_on(page)
    chooser.path = tmp_path / "gone.rhib"
    button(page, "choose_file").click()
    qtbot.waitUntil(lambda: "…" not in said_on(page), timeout=LONG)
    assert "Nothing was added" in said_on(page)
