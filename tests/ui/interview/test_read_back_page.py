"""Claims about reading back: line by line by keys, both versions kept, nothing asserted unread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.interview import Outcome, ReadBack
from rhi_desktop.domain.line import Typed, Voice
from rhi_desktop.domain.reading import Said
from rhi_desktop.ui.interview.read_back_page import ReadBackPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible
from tests.ui.interview.conftest import kept, settle
from tests.ui.interview.hands import Key, button, focused, press, press_on, tabbed, type_words

TALK = (
    (Voice.ASKED, "Tell me about Sunday"),
    (Voice.CHILD, "I got the train"),
    (Voice.VIEW, "Nan may be safest"),
    (Voice.TOLD, "Phone was off"),
    (Voice.CHILD, "i had no charge"),
)
Open = Callable[[], ReadBackPage]


@pytest.fixture
def read_back(qtbot: QtBot, workspace: Workspace, shell: Shell, fresh: Place) -> Open:
    """Opens the page on a talk of which three lines are read back."""
    assert fresh.interview_id is not None
    for voice, words in TALK:
        interviewing.keep_line(workspace, fresh.interview_id, Typed(voice, words), shell.moment())

    def make() -> ReadBackPage:
        page = ReadBackPage(workspace, shell, replace(fresh, page=PageName.READ_BACK))
        qtbot.addWidget(page)
        settle(page)
        return page

    return make


def said(ws: Workspace, place: Place) -> dict[str, Said]:
    """What the child said, by the words of the line."""
    account = kept(ws, place)
    words = {line.id: line.words for line in account.lines}
    return {words[one.line_id]: one.said for one in account.readings}


def change(page: ReadBackPage) -> None:
    """Ask how the child says it, and let the card settle."""
    page.card.open_change()
    QApplication.processEvents()


def test_enter_after_enter_reads_everything_back(
    read_back: Open, workspace: Workspace, fresh: Place
) -> None:
    """The focus is on "that is right" and stays there; at the end the way on has it."""
    page = read_back()
    for _ in range(3):
        assert focused() is page.card.right
        press(Key.Key_Return)
    assert set(said(workspace, fresh).values()) == {Said.AGREED}
    assert kept(workspace, fresh).interview.read_back is ReadBack.DONE
    assert focused() is button(page, "all_read_sort")


def test_rule_27_another_way_stands_beside_the_words(
    read_back: Open, workspace: Workspace, fresh: Place
) -> None:
    """F2 asks; what was written first stays in the line, on the page and in the vault."""
    page = read_back()
    change(page)
    type_words("it was the bus ")
    press_on(page, "keep_changed")
    account = kept(workspace, fresh)
    assert account.lines[1].words == "I got the train"
    assert [(x.said, x.words) for x in account.readings] == [(Said.CHANGED, "it was the bus ")]
    row = page.lines.rows[0]
    assert row.line.words == "I got the train"
    assert row.beside == (("M.T. says it like this", "\u201cit was the bus \u201d"),)


def test_not_now_goes_on_and_is_no_answer(
    read_back: Open, workspace: Workspace, fresh: Place
) -> None:
    """It is offered again when somebody comes back; nothing is called read."""
    page = read_back()
    press_on(page, "read_not_now")
    assert page.current is not None
    assert page.current.words == "Phone was off"
    assert kept(workspace, fresh).interview.read_back is ReadBack.NOT_DONE
    again = read_back()
    assert again.current is not None
    assert again.current.words == "I got the train"


def test_an_empty_change_is_not_kept(read_back: Open, workspace: Workspace, fresh: Place) -> None:
    """Blank words are nobody's wording; the field keeps the focus."""
    page = read_back()
    change(page)
    type_words("   ")
    press_on(page, "keep_changed")
    assert kept(workspace, fresh).readings == ()
    assert focused() is button(page, "changed_words")


def test_the_child_adds_a_line(read_back: Open, workspace: Workspace, fresh: Place) -> None:
    """It is kept as their line, marked as added; white space adds nothing."""
    page = read_back()
    button(page, "added_words").setFocus()
    type_words("  ")
    press_on(page, "add_line")
    assert len(kept(workspace, fresh).lines) == len(TALK)
    type_words("i want to see nan")
    press_on(page, "add_line")
    line = kept(workspace, fresh).lines[-1]
    assert (line.words.strip(), line.at_read_back) == ("i want to see nan", True)
    assert "Added when read back" in page.lines.rows[-1].chips


def test_keys_walk_through_the_lines(read_back: Open) -> None:
    """Down and Up; Enter in the list takes a line in hand."""
    page = read_back()
    press(Key.Key_Down)
    assert page.current is not None
    assert page.current.words == "Phone was off"
    press(Key.Key_Up)
    assert page.current.words == "I got the train"
    page.lines.choose(2)
    page.lines.setFocus()
    press(Key.Key_Return)
    assert page.current.words == "i had no charge"
    assert page.standing(Place(PageName.READ_BACK)).detail == page.current.id


def test_the_rest_may_be_agreed_to_at_once(
    read_back: Open, workspace: Workspace, fresh: Place
) -> None:
    """Read aloud as a whole: one press, one answer for each line that was left."""
    page = read_back()
    change(page)
    type_words("the bus")
    press_on(page, "keep_changed")
    press_on(page, "agree_to_all")
    assert said(workspace, fresh)["I got the train"] is Said.CHANGED
    assert said(workspace, fresh)["i had no charge"] is Said.AGREED
    assert kept(workspace, fresh).interview.read_back is ReadBack.DONE


def test_from_whom_a_line_is_kept_has_its_place(
    read_back: Open, workspace: Workspace, fresh: Place
) -> None:
    """Names are committed when the field is left, whatever comes next."""
    page = read_back()
    button(page, "keep_line_from").setFocus()
    type_words("Mum, school")
    press_on(page, "read_agreed")
    assert kept(workspace, fresh).lines[1].keep_from == ("Mum", "school")


def test_rule_29_half_a_change_comes_back(read_back: Open, shell: Shell) -> None:
    """After a lock the field is open again with what was typed."""
    page = read_back()
    change(page)
    type_words("it was the bu")
    button(page, "added_words").setFocus()
    type_words("and na")
    assert shell.autosave.flush()
    again = read_back()
    assert again.card.words == "it was the bu"
    assert again.added.area.words() == "and na"


def test_rule_25_a_child_who_stops_keeps_what_they_said(
    read_back: Open, workspace: Workspace, fresh: Place
) -> None:
    """The end keeps every line and every answer, and can be taken back."""
    page = read_back()
    press_on(page, "read_agreed")
    press_on(page, "ended_stopped_by_child")
    account = kept(workspace, fresh)
    assert account.interview.outcome is Outcome.STOPPED_BY_CHILD
    assert account.interview.read_back is ReadBack.IN_PART
    assert len(account.lines) == len(TALK)
    press_on(page, "ended_open")
    assert kept(workspace, fresh).interview.ended_at is None


def test_the_page_is_accessible_while_words_are_changed(read_back: Open) -> None:
    """Names, Tab, targets, nothing cut, with the field open."""
    page = read_back()
    change(page)
    assert_page_accessible(page)


def test_tab_goes_through_the_open_change_as_it_is_seen(read_back: Open) -> None:
    """From the words to keeping them, and on below."""
    page = read_back()
    change(page)
    assert focused().objectName() == "changed_words"
    assert tabbed(3) == ["keep_changed", "leave_changed", "keep_line_from"]
