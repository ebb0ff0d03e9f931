"""Claims about checking a report: what it proves in words, nothing kept, no process left."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.ui.acts import WindowActs
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.ui.verifying.verify_page import VerifyPage
from rhi_desktop.ui.widgets import Progress
from rhi_desktop.workflow import exporting
from rhi_desktop.workflow.workspace import Workspace
from tests.attacks.papers import paper
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import FixedChooser, dress
from tests.ui.exchange.conftest import button, said_on, there
from tests.vaults import contents

LONG = 30_000
Opener = Callable[[bytes | None], VerifyPage]


def children() -> set[str]:
    """Every process of ours that verifies."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = (place / "stat").read_text().rpartition(")")[2].split()[1]
            told = (place / "cmdline").read_bytes()
        except OSError:
            continue
        if int(parent) == os.getpid() and b"pdf.apart" in told:
            found.add(place.name)
    return found


@pytest.fixture
def report(workspace: Workspace, signed_interview: SignedInterview) -> bytes:
    """A genuine report of this vault."""
    return exporting.report_file(workspace, signed_interview.report)


@pytest.fixture
def open_page(qtbot: QtBot, workspace: Workspace, shell: Shell, tmp_path: Path) -> Opener:
    """Opens the page; with a file, waits until it is judged."""

    def opened(data: bytes | None) -> VerifyPage:
        page = VerifyPage(workspace, shell, Place(PageName.VERIFY))
        qtbot.addWidget(page)
        shown(page)
        if data is not None:
            path = tmp_path / "R-0142.pdf"
            path.write_bytes(data)
            page.take(path)
            qtbot.waitUntil(lambda: "What to do now" in said_on(page), timeout=LONG)
        return page

    return opened


def test_a_genuine_report_is_said_in_plain_words_and_nothing_is_kept(
    open_page: Opener, workspace: Workspace, report: bytes
) -> None:
    """Which paper, how many signed, who, when, by whose clock, six words, what is missing."""
    before = contents(workspace)
    page = open_page(report)
    words = said_on(page)
    for said in (
        "Genuine, not countersigned yet",
        "It is a full report.",
        "It carries one signature.",
        "Ash Pemberton signed as interviewer",
        "by the signer\u2019s own clock",
        "The six words of this card",
        "The countersignature of a supervisor is missing.",
        "You can rely on who signed it",
        "Nothing of the file was kept.",
        "R-0142.pdf, ",
    ):
        assert said in words
    assert contents(workspace) == before
    assert page.title == "Check a report"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("police", "for the police"), ("carer", "for a parent or carer"), ("addendum", "an addendum")],
)
def test_every_paper_says_which_it_is(open_page: Opener, name: str, kind: str) -> None:
    """By somebody whose card is not known here: the way to the card is offered."""
    page = open_page(paper(name).data)
    words = said_on(page)
    assert "Unchanged, but we do not know who signed" in words
    assert kind in words
    assert button(page, "to_cards").isVisible()


def test_a_changed_report_is_not_to_be_relied_on(open_page: Opener, report: bytes) -> None:
    """It says what is wrong, and names nobody as its signer."""
    words = said_on(open_page(report + b"\n"))
    assert "Not genuine. Do not rely on this file" in words
    assert "do not cover the whole file" in words
    assert "Ash Pemberton signed" not in words
    assert "It is a full report" not in words


def test_what_is_no_report_is_said_so(open_page: Opener) -> None:
    """A letter, a picture, half a file."""
    assert "This file cannot be read as a report" in said_on(open_page(b"Dear all"))


def test_a_file_that_cannot_be_read_is_said_on_the_page(
    open_page: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    """And another can be chosen."""
    page = open_page(None)
    page.take(tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: there(page, "choose_report"), timeout=LONG)
    assert button(page, "choose_report").hasFocus()
    assert "gone.pdf" in said_on(page)
    assert "Nothing of the file was kept." in said_on(page)


def test_the_quick_look_comes_first_and_the_rest_can_be_stopped(
    open_page: Opener, qtbot: QtBot, tmp_path: Path, report: bytes
) -> None:
    """Who signed stands there while every byte is checked; stopped, nothing is known."""
    page = open_page(None)
    seen: list[str] = []
    path = tmp_path / "R-0142.pdf"
    path.write_bytes(report)
    show = page._seen

    def held(check: object, quick: object) -> None:
        show(check, quick)  # type: ignore[arg-type]  # passed on as it came
        seen.append(said_on(page))
        assert page.findChildren(Progress, "check_progress")
        button(page, "stop_checking").click()

    page._seen = held  # type: ignore[method-assign]  # to stop at that very moment
    page.take(path)
    qtbot.waitUntil(lambda: "The check was stopped" in said_on(page), timeout=LONG)
    assert "Checking every byte" in seen[0]
    assert "enuine" not in seen[0]
    assert "Nothing is known about this file" in said_on(page)


def test_one_process_is_ready_and_none_is_left(
    qtbot: QtBot, workspace: Workspace, shell: Shell, tmp_path: Path, report: bytes
) -> None:
    """Started with the page, one anew after each file, gone with the page."""
    page = VerifyPage(workspace, shell, Place(PageName.VERIFY))
    shown(page)
    (first,) = children()
    path = tmp_path / "R-0142.pdf"
    path.write_bytes(report)
    page.take(path)
    qtbot.waitUntil(lambda: "What to do now" in said_on(page), timeout=LONG)
    (second,) = children()
    assert first != second
    page.deleteLater()
    qtbot.waitUntil(lambda: not children(), timeout=LONG)


def test_a_second_file_is_checked_by_a_process_of_its_own(
    open_page: Opener, qtbot: QtBot, tmp_path: Path, report: bytes, chooser: FixedChooser
) -> None:
    """Chosen by the button or dropped."""
    page = open_page(report + b"\n")
    path = tmp_path / "second.pdf"
    path.write_bytes(report)
    chooser.path = path
    button(page, "choose_report").click()
    qtbot.waitUntil(lambda: "Genuine, not" in said_on(page), timeout=LONG)
    data = QMimeData()
    path.write_bytes(report[:-9])
    data.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: "cannot be read as a report" in said_on(page), timeout=LONG)


def test_every_page_leads_to_it() -> None:
    """By the menu of the window, where reviews and cards stand too."""
    acts = WindowActs()
    wanted = QSignalSpy(acts.wanted)
    (act,) = [one for _, one in acts.listed if one.text() == "Check a report"]
    act.trigger()
    assert wanted.at(0)[0] == Place(PageName.VERIFY)


@pytest.mark.parametrize("look", [Theme(zoom=1.0), Theme(zoom=2.0)])
@pytest.mark.parametrize("filled", [False, True])
def test_the_page_is_accessible(
    qapp: QApplication,
    open_page: Opener,
    report: bytes,
    look: Theme,
    filled: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """Empty and with a verdict, at both sizes."""
    dress(qapp, look)
    assert_page_accessible(open_page(report if filled else None))
