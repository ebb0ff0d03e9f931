"""Claims about capture by keyboard: the grammar, keeping, changing, sorting, taking back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.conftest import Watch
from tests.ui.interview.conftest import kept
from tests.ui.interview.hands import Key, button, press, press_on, type_line

GRAMMAR = [
    ("i got the train", Voice.CHILD, "i got the train", False),
    ('"nobody was in', Voice.CHILD, "nobody was in", False),
    (". looked at the door", Voice.SAW, "looked at the door", False),
    ("> phone was off", Voice.TOLD, "phone was off", False),
    ("= nan may be safest", Voice.VIEW, "nan may be safest", False),
    ("? what happened next", Voice.ASKED, "what happened next", False),
    ("it was Dex !", Voice.CHILD, "it was Dex", True),
    (".hidden", Voice.CHILD, ".hidden", False),
    ("stop it!", Voice.CHILD, "stop it!", False),
]


@pytest.mark.parametrize("example", GRAMMAR)
def test_a_line_is_kept_as_its_first_sign_says(
    capture: CapturePage,
    workspace: Workspace,
    fresh: Place,
    example: tuple[str, Voice, str, bool],
) -> None:
    """Enter commits voice, words and mark; the field is empty and the line stands in the list."""
    typed, voice, words, come_back = example
    type_line(capture, typed)
    (line,) = kept(workspace, fresh).lines
    assert (line.voice, line.words, line.come_back) == (voice, words, come_back)
    assert capture.notebook.input.edit.words() == ""
    assert [row.line.id for row in capture.notebook.lines.rows] == [line.id]


def test_the_voice_shows_while_its_sign_is_typed(capture: CapturePage) -> None:
    """The selector and the spoken name follow the sign, and go back with it."""
    row = capture.notebook.input
    QTest.keyClicks(row.edit, "= ")
    shown = [row.voices.voice]
    assert "My view" in row.edit.accessibleName()
    QTest.keyClick(row.edit, Key.Key_Backspace)
    shown.append(row.voices.voice)
    assert shown == [Voice.VIEW, Voice.CHILD]


def test_choosing_a_voice_types_its_sign(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """The menu teaches the grammar: half a line says whose words it holds wherever it is kept."""
    row = capture.notebook.input
    QTest.keyClicks(row.edit, "pulled her sleeves down")
    row.voices.chosen.emit(Voice.SAW)
    assert row.edit.words() == ". pulled her sleeves down"
    press(Key.Key_Return)
    assert kept(workspace, fresh).lines[0].voice is Voice.SAW
    row.voices.chosen.emit(Voice.TOLD)
    row.voices.chosen.emit(Voice.CHILD)
    assert row.edit.words() == ""


def test_nothing_is_kept_of_an_empty_line(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """Enter on nothing, on spaces and on a sign alone keeps nothing."""
    for typed in ("", "   ", "> ", "?"):
        type_line(capture, typed)
    assert kept(workspace, fresh).lines == ()


def test_shift_enter_breaks_a_line_within(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """One line with a break in it is one line."""
    edit = capture.notebook.input.edit
    QTest.keyClicks(edit, "first")
    QTest.keyClick(edit, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_line(capture, "then")
    assert [line.words for line in kept(workspace, fresh).lines] == ["first\nthen"]


def test_up_changes_the_last_line_and_escape_leaves_it(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """Up in an empty field takes the last line in; Esc leaves it as it was, Enter keeps it."""
    edit = capture.notebook.input.edit
    type_line(capture, "it was Dex")
    QTest.keyClick(edit, Key.Key_Up)
    assert edit.words() == "it was Dex"
    QTest.keyClicks(edit, " he paid")
    QTest.keyClick(edit, Key.Key_Escape)
    assert edit.words() == ""
    assert kept(workspace, fresh).lines[0].words == "it was Dex"
    QTest.keyClick(edit, Key.Key_Up)
    type_line(capture, " he paid")
    assert [line.words for line in kept(workspace, fresh).lines] == ["it was Dex he paid"]


def test_a_half_typed_line_waits_while_another_is_changed(capture: CapturePage) -> None:
    """Changing an older line gives the half-typed one back with its words."""
    edit = capture.notebook.input.edit
    type_line(capture, "one")
    QTest.keyClicks(edit, "half a")
    QTest.keyClick(edit, Key.Key_F2)
    assert edit.words() == "one"
    QTest.keyClick(edit, Key.Key_Escape)
    assert edit.words() == "half a"


def test_control_and_a_number_sorts_the_last_line(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """Ctrl+1 to 5 toggle places of the last line, Ctrl+0 takes all of them away."""
    type_line(capture, "we sat by the canal")
    press(Key.Key_2, control=True)
    press(Key.Key_5, control=True)
    assert kept(workspace, fresh).lines[0].topics == (Topic.WHERE, Topic.HOW)
    press(Key.Key_2, control=True)
    assert kept(workspace, fresh).lines[0].topics == (Topic.HOW,)
    press(Key.Key_0, control=True)
    assert kept(workspace, fresh).lines[0].topics == ()


def test_a_number_means_the_chosen_line_when_one_is_chosen(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """The keys go to the row that is marked, and typing goes on in the input."""
    type_line(capture, "one")
    type_line(capture, "two")
    book = capture.notebook
    book.lines.choose(0)
    book.lines.setFocus()
    press(Key.Key_3, control=True)
    first, second = kept(workspace, fresh).lines
    assert (first.topics, second.topics) == ((Topic.WHO,), ())
    QTest.keyClicks(book.lines, "a")
    assert book.input.edit.words() == "a"
    assert book.lines.line is None


def test_undo_and_redo_go_through_every_act(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """Ctrl+Z and Ctrl+Y in an empty input walk across lines: keep, change, sort, strike."""
    type_line(capture, "one")
    press(Key.Key_Up)
    type_line(capture, " more")
    press(Key.Key_1, control=True)
    states = [("one more", (Topic.WHY,), False), ("one more", (), False), ("one", (), False)]
    states.append(("one", (), True))
    for words, topics, struck in states:
        (line,) = kept(workspace, fresh).lines
        assert (line.words, line.topics, bool(line.struck_by)) == (words, topics, struck)
        press(Key.Key_Z, control=True)
    for words, topics, struck in reversed(states[:-1]):
        press(Key.Key_Y, control=True)
        (line,) = kept(workspace, fresh).lines
        assert (line.words, line.topics, bool(line.struck_by)) == (words, topics, struck)


def test_undo_in_the_field_comes_first(capture: CapturePage) -> None:
    """While something is typed, Ctrl+Z takes typing back and no line."""
    type_line(capture, "one")
    edit = capture.notebook.input.edit
    QTest.keyClicks(edit, "two")
    press(Key.Key_Z, control=True)
    assert edit.words() == ""
    assert capture.talk.last is not None


def test_delete_takes_a_line_out_and_it_stays_to_be_seen(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """A struck line stays in the list with its word; the strip offers to put it back."""
    type_line(capture, "one")
    book = capture.notebook
    book.lines.setFocus()
    press(Key.Key_Delete)
    assert kept(workspace, fresh).lines[0].struck_by
    assert "Taken out" in book.lines.rows[0].spoken
    assert book.foot.shows == "undo"
    press_on(capture, "undo_strip")
    assert not kept(workspace, fresh).lines[0].struck_by


def test_who_told_is_asked_later_and_inline(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """A told line is kept without asking; the answer goes into a small field below."""
    type_line(capture, "> phone was off all night")
    book = capture.notebook
    book.lines.setFocus()
    press_on(capture, "line_who_told_button")
    assert book.foot.shows == "told"
    QTest.keyClicks(button(capture, "who_told"), "Nan")
    QTest.keyClick(button(capture, "who_told"), Key.Key_Return)
    assert kept(workspace, fresh).lines[0].told_by == "Nan"
    assert QApplication.focusWidget() is book.input.edit


def test_the_time_is_inserted_as_the_wall_shows_it(capture: CapturePage, watch: Watch) -> None:
    """Ctrl+; writes the time of now."""
    watch.seconds = 60
    press(Key.Key_Semicolon, control=True)
    assert capture.notebook.input.edit.words() == "14:31"


def test_lines_to_come_back_to_are_counted_and_found(capture: CapturePage) -> None:
    """The link beside says how many and leads from one to the next."""
    for words in ("one !", "two", "three !"):
        type_line(capture, words)
    link = button(capture, "come_back_to")
    assert link.accessibleName() == "Come back to 2 lines"
    numbers = []
    for _ in range(3):
        capture.pane.asked_flag.emit()
        assert capture.notebook.lines.line is not None
        numbers.append(capture.notebook.lines.line.number)
    assert numbers == [1, 3, 1]


def test_just_the_line_hides_what_was_heard(capture: CapturePage) -> None:
    """Ctrl+G takes the pane away and brings it back."""
    assert capture.pane.isVisible()
    press(Key.Key_G, control=True)
    assert not capture.pane.isVisible()
    press(Key.Key_G, control=True)
    assert capture.pane.isVisible()


def test_ways_out_keep_the_talk(qtbot: QtBot, capture: CapturePage, shell: Shell) -> None:
    """Finishing leads to reading back; nothing but the place is asked of the window."""
    with qtbot.waitSignal(shell.wanted) as asked:
        press_on(capture, "finish")
    place = asked.args[0] if asked.args else None
    assert isinstance(place, Place)
    assert (place.page, place.interview_id) == (PageName.READ_BACK, capture.talk.id)
