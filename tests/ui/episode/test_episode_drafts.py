"""Claims about what was half typed: it comes back, and it never leaks into another form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import Select
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.episode.filling import NEW, Opener, fill, holds, save


def test_half_typed_words_come_back_until_they_are_saved(
    open_form: Opener, shell: Shell, workspace: Workspace
) -> None:
    """Words, caret and which hour, after the page is built anew; gone after saving."""
    page = open_form(NEW)
    fill(page, initials="K.O.", how_to_talk="not too f", returned_day="26/10/2025")
    fill(page, returned_time="01:30")
    which = page.findChild(Select, "returned_which")
    assert which is not None
    which.setFocus()
    QTest.keyClick(which, Qt.Key.Key_Down)
    shell.autosave.flush()

    again = open_form(NEW)
    assert (holds(again, "initials"), holds(again, "how_to_talk")) == ("K.O.", "not too f")
    area = again.findChild(QPlainTextEdit, "how_to_talk")
    restored = again.findChild(Select, "returned_which")
    assert area is not None
    assert restored is not None
    assert area.textCursor().position() == len("not too f")
    assert (restored.isVisible(), restored.value()) == (True, "0")
    assert shell.autosave.unsaved == ()
    save(again)

    assert drafts.drafts(workspace) == ()
    empty = open_form(NEW)
    assert {holds(empty, name) for name in ("initials", "how_to_talk", "returned_day")} == {""}


def test_a_draft_that_waits_for_the_disk_does_not_leak_into_the_next_child(
    open_form: Opener, shell: Shell, workspace: Workspace
) -> None:
    """Typed and saved within the pause of autosave: nothing is left to be written later."""
    page = open_form(NEW)
    fill(page, initials="K.O.", returned_day="8/3/2026", how_to_talk="slowly")
    save(page)
    shell.autosave.flush()

    assert drafts.drafts(workspace) == ()
    assert holds(open_form(NEW), "how_to_talk") == ""


def test_drafts_of_one_child_never_show_in_another(
    open_form: Opener, shell: Shell, known: Place
) -> None:
    """Each form keeps its own."""
    fill(open_form(known), reported_by="half a na")
    shell.autosave.flush()

    assert holds(open_form(Place(PageName.EPISODE, known.case_id)), "reported_by") == ""
    assert holds(open_form(NEW), "reported_by") == ""
    assert holds(open_form(known), "reported_by") == "half a na"
