"""Claims about a paper that leaves: the bytes in view, noted with whom and how, or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from rhi_desktop.domain.given import GivenKind, Method
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import exporting
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.conftest import FixedChooser
from tests.ui.papers.conftest import Open


def test_a_saved_paper_is_the_one_in_view_and_is_noted(
    open_papers: Open, talked: Place, workspace: Workspace, chooser: FixedChooser, tmp_path: Path
) -> None:
    """For whom, who they are, how, and the digest of the very file; its name names nobody."""
    hand = open_papers(talked)
    hand.press("safe_yes")
    hand.drawn()
    chooser.path = tmp_path
    hand.press("save_paper")
    (file,) = tmp_path.glob("*.pdf")
    assert file.name == "R-0142-plan.pdf"
    assert file.read_bytes() == hand.page.door.data
    assert talked.case_id is not None
    (noted,) = exporting.given(workspace, talked.case_id)
    assert (noted.kind, noted.recipient, noted.role) == (GivenKind.PLAN, "Min", "child")
    assert noted.method is Method.HANDED_OVER
    assert noted.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert "The plan: Min" in hand.said


def test_the_next_paper_is_for_the_child_again(
    open_papers: Open, talked: Place, workspace: Workspace, chooser: FixedChooser, tmp_path: Path
) -> None:
    """Somebody else who kept one is not noted for the next, not after a restart either."""
    hand = open_papers(talked)
    hand.press("safe_yes")
    chooser.path = tmp_path
    field = hand.at("given_to")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "Nan keeps it")
    hand.drawn()
    hand.press("save_paper")
    assert talked.case_id is not None
    (noted,) = exporting.given(workspace, talked.case_id)
    assert (noted.recipient, noted.role) == ("Nan keeps it", "other")
    for page in (hand, open_papers(talked)):
        assert page.at("given_to").property("text") == "Min"


def test_saved_while_the_pages_are_drawn_is_saved_when_they_are(
    open_papers: Open, talked: Place, chooser: FixedChooser, tmp_path: Path
) -> None:
    """Nobody has to wait with a finger on the button; and the focus stays on it."""
    hand = open_papers(talked)
    hand.press("safe_yes")
    chooser.path = tmp_path
    hand.press("save_paper")
    assert list(tmp_path.glob("*.pdf")) == []
    hand.qtbot.waitUntil(lambda: list(tmp_path.glob("*.pdf")) != [], timeout=20_000)
    (file,) = tmp_path.glob("*.pdf")
    assert file.read_bytes() == hand.page.door.data
    assert QApplication.focusWidget() is hand.at("save_paper")


def test_a_refused_disk_is_said_and_nothing_is_noted(
    open_papers: Open, talked: Place, workspace: Workspace, keeping: Shell, chooser: FixedChooser
) -> None:
    """The banner says so; the log stays as it was."""
    hand, said = open_papers(talked), QSignalSpy(keeping.refused)
    hand.press("safe_yes")
    hand.drawn()
    chooser.path = Path("/nowhere/here/out.pdf")
    hand.press("save_paper")
    assert said.count() == 1
    assert talked.case_id is not None
    assert exporting.given(workspace, talked.case_id) == ()


def test_the_warning_gives_the_focus_back_to_print(open_papers: Open, talked: Place) -> None:
    """By its button, by Esc, and once it was printed: never to the top of the window."""
    hand = open_papers(talked)
    hand.press("safe_yes")
    hand.drawn()
    for key, name in (
        (Qt.Key.Key_Space, "print_not_now"),
        (Qt.Key.Key_Escape, "print_now"),
        (Qt.Key.Key_Space, "print_now"),
    ):
        hand.press("print_paper")
        hand.at(name).setFocus()
        QTest.keyClick(hand.at(name), key)
        QApplication.processEvents()
        assert hand.at("print_paper").hasFocus()
        assert not any(one.isVisibleTo(hand.page) for one in hand.page.findChildren(QWidget, name))


def test_a_print_warns_once_and_says_that_there_is_no_printer(
    open_papers: Open, talked: Place, workspace: Workspace
) -> None:
    """The warning can be left; without a printer nothing is noted."""
    hand = open_papers(talked)
    hand.press("safe_yes")
    hand.drawn()
    hand.press("print_paper")
    assert "may keep a copy" in hand.said
    hand.press("print_not_now")
    assert "may keep a copy" not in hand.said
    hand.press("print_paper")
    hand.press("print_now")
    hand.qtbot.waitUntil(lambda: "No printer is set up" in hand.said, timeout=20_000)
    assert talked.case_id is not None
    assert exporting.given(workspace, talked.case_id) == ()


def test_nobody_named_nothing_leaves(
    open_papers: Open, talked: Place, chooser: FixedChooser
) -> None:
    """It says so beside the field."""
    hand = open_papers(talked)
    hand.press("safe_yes")
    hand.drawn()
    field = hand.at("given_to")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    hand.press("save_paper")
    assert "Write who gets it" in hand.said
    assert chooser.asked == []
    QTest.keyClicks(field, "J")
    assert "Write who gets it" not in hand.said
