"""Claims about the window: pages, cover, titles, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.errors import FileError
from rhi_desktop.ui.main_window import MainWindow
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.session import Session
from rhi_desktop.ui.widgets import Said
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_keys, assert_named, shown, tab_stops
from tests.ui.conftest import Watch
from tests.ui.notes_page import GONE, NotesPage

REFERENCE = "R-0142"


@pytest.fixture
def window(program: Program, workspace: Workspace) -> MainWindow:
    """The window with an open vault."""
    program.start()
    program.enter(workspace)
    shown(program.window)
    return program.window


def session(window: MainWindow) -> Session:
    """The open session."""
    assert window.session is not None
    return window.session


def notes(window: MainWindow) -> NotesPage:
    """The page that shows."""
    assert isinstance(window.page, NotesPage)
    return window.page


def _covered(window: MainWindow) -> bool:
    """Asked again after a key, which the type checker cannot know changed it."""
    return window.covered


def test_a_new_vault_opens_on_the_cases(window: MainWindow) -> None:
    """Nobody stood anywhere yet: the list of cases shows, its first control has the focus."""
    assert window.place.page is PageName.CASES
    assert QApplication.focusWidget() is notes(window).field
    assert window.desk.strip.isVisible()


def test_going_elsewhere_saves_and_remembers(window: MainWindow) -> None:
    """What was typed is a draft, and the new place is where the next unlock begins."""
    before = notes(window)
    QTest.keyClicks(before.field, "nan woul")
    place = Place(PageName.CASE, CaseId("case"), detail=REFERENCE)
    session(window).shell.go(place)

    assert window.place == place
    assert window.page is not before
    assert [edit.text for edit in drafts.drafts(session(window).ws)] == ["nan woul"]
    assert session(window).first() == place
    assert notes(window).field.text() == "nan woul"


def test_a_page_that_cannot_be_shown_leaves_the_present_one(window: MainWindow) -> None:
    """The banner says what happened; nobody is thrown out of where they are."""
    before = window.page
    session(window).shell.go(Place(PageName.CASE, detail=GONE))

    assert window.page is before
    assert window.desk.banner.words == "What you wanted to open is not in the vault"


def test_f9_covers_before_the_next_event_and_gives_all_back(window: MainWindow) -> None:
    """No timer stands between key and cover; F9 again brings page, caret and title back."""
    page = notes(window)
    QTest.keyClicks(page.field, "it was Dex")
    page.field.setCursorPosition(3)
    QTest.keyClick(page.field, Qt.Key.Key_F9)
    QApplication.processEvents()

    assert window.covered
    assert not page.isVisible()
    assert window.windowTitle() == "Clock"
    cover = QApplication.focusWidget()
    assert cover is not None
    QTest.keyClick(cover, Qt.Key.Key_F9)

    assert not _covered(window)
    assert QApplication.focusWidget() is page.field
    assert page.field.cursorPosition() == 3


def test_esc_three_times_within_a_second_covers(window: MainWindow, watch: Watch) -> None:
    """Three presses in a second cover; three in more than a second do not."""
    field = notes(window).field
    for _ in range(3):
        watch.seconds += 0.6
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not window.covered
    for _ in range(2):
        watch.seconds += 0.1
        QTest.keyClick(field, Qt.Key.Key_Escape)

    assert window.covered


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen and popups
def test_the_cover_lies_over_menus_and_dialogs(window: MainWindow) -> None:
    """A menu or dialog that floats over the page is gone before the cover shows."""
    menu, dialog = QMenu(window), QDialog(window)
    menu.addAction("Why")
    dialog.setModal(True)
    dialog.open()
    menu.popup(window.pos())
    window.turn_cover()

    assert menu.isHidden()
    assert dialog.isHidden()
    assert window.covered


def test_nothing_under_the_cover_can_be_reached(window: MainWindow) -> None:
    """No key of the window works, no control behind the cover takes the focus."""
    window.turn_cover()
    before = window.place
    cover = QApplication.focusWidget()
    assert cover is not None
    QTest.keyClick(cover, Qt.Key.Key_Tab)
    QTest.keyClick(cover, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(cover, "words")

    assert window.place == before
    assert notes(window).field.text() == ""
    assert window.covered


def test_the_title_holds_a_reference_at_most(window: MainWindow) -> None:
    """A page gives its reference, the window adds its neutral name (A18)."""
    session(window).shell.go(Place(PageName.CASE, detail=REFERENCE))

    assert window.windowTitle() == f"{REFERENCE} - Return conversation notes"


def test_the_saved_line_and_the_banner_follow_the_shell(window: MainWindow) -> None:
    """A commit is said in the strip; notices come and go in the banner."""
    shell = session(window).shell
    notes(window).keep()

    assert window.desk.strip.saved.words == "Saved 14:30:00 on this laptop"
    shell.say(Said("Nothing was added"), tone="good")
    assert window.desk.banner.words == "Nothing was added"
    shell.hush()
    assert window.desk.banner.words == ""
    shell.refuse(FileError("disk_full"))
    assert window.desk.banner.words == "We cannot save: this disk is full"


def test_a_change_elsewhere_is_read_again(window: MainWindow) -> None:
    """The page that shows a changed case reads it anew; another case leaves it alone."""
    shell = session(window).shell
    shell.go(Place(PageName.CASE, CaseId("case")))
    shell.changed(CaseId("case"))
    shell.changed(CaseId("other"))

    assert notes(window).refreshed == 1


def test_zoom_and_colours_build_the_page_anew(program: Program, window: MainWindow) -> None:
    """Larger, smaller and dark keep place and words, and are remembered."""
    QTest.keyClicks(notes(window).field, "nan")
    program.acts.zoomed.emit(1)
    program.acts.dressed.emit("dark")

    assert program.chosen.zoom == 1.1
    assert notes(window).field.text() == "nan"
    assert window.place.page is PageName.CASES


def test_the_window_does_not_close_on_unsaved_words(window: MainWindow) -> None:
    """While the disk refuses, closing is refused too; then it closes the vault."""

    def refuse(*_: object) -> None:
        raise FileError("disk_full")

    autosave = session(window).shell.autosave
    autosave.mark("notes", "words", write=refuse)

    assert not window.close()
    autosave.mark("notes", "words", write=lambda *_: None)
    closed = QSignalSpy(window.closing)

    assert window.close()
    assert closed.count() == 1


def test_strip_and_menus_are_named_and_their_keys_unique(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    """Every control of the strip has a name; no shortcut is a single letter or Ctrl+Alt."""
    assert qtbot is not None
    assert_named(tab_stops(window))
    keys = [action.shortcut().toString() for _, action in program.acts.listed]
    used = [key for key in keys if key]

    assert len(used) == len(set(used))
    assert not any("Ctrl+Alt" in key or len(key) == 1 for key in used)
    assert_keys(notes(window))
