"""Claims about sorting: five places, going on and back, topics that hold no line."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.line import Topic, Typed, Voice
from rhi_desktop.ui.interview.sort_page import SortPage
from rhi_desktop.ui.interview.wheel import Texture, texture_of
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.interview.conftest import kept, settle
from tests.ui.interview.hands import Key, button, press, press_on, tabbed

TALK = (
    (Voice.ASKED, "Tell me about Sunday"),
    (Voice.CHILD, "I got the train"),
    (Voice.TOLD, "Phone was off"),
    (Voice.VIEW, "Nan may be safest"),
    (Voice.CHILD, "i had no charge"),
)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, shell: Shell, fresh: Place) -> SortPage:
    """Sorting a short talk in which three lines have a place to be given."""
    assert fresh.interview_id is not None
    for voice, words in TALK:
        interviewing.keep_line(workspace, fresh.interview_id, Typed(voice, words), shell.moment())
    page = SortPage(workspace, shell, fresh)
    qtbot.addWidget(page)
    settle(page)
    return page


def test_only_the_account_is_sorted(page: SortPage) -> None:
    """Questions of ours and our own view have no place to be given."""
    assert [line.words for line in page.order.lines] == [
        "I got the train",
        "Phone was off",
        "i had no charge",
    ]
    assert page.order.current == page.order.lines[0]


def test_a_line_may_sit_in_several_places(
    page: SortPage, workspace: Workspace, fresh: Place
) -> None:
    """Pressing places toggles them; each press is committed, and the line stays in hand."""
    press_on(page, "place_why")
    press(Key.Key_2, control=True)
    assert kept(workspace, fresh).lines[1].topics == (Topic.WHY, Topic.WHERE)
    press(Key.Key_1, control=True)
    assert kept(workspace, fresh).lines[1].topics == (Topic.WHERE,)
    assert page.order.current is not None
    assert page.order.current.words == "I got the train"


def test_next_and_back_walk_through_the_lines(page: SortPage) -> None:
    """Down and Up, or the buttons; after the last line the way on is shown."""
    press(Key.Key_Down)
    assert page.card.line is not None
    assert page.card.line.words == "Phone was off"
    press(Key.Key_Up)
    assert page.card.line.words == "I got the train"
    for _ in range(3):
        page.step(1)
    assert not page.card.isVisible()
    assert QApplication.focusWidget() is button(page, "check_answers")
    page.step(-1)
    assert page.card.line.words == "i had no charge"


def test_no_section_goes_on_and_says_so(page: SortPage) -> None:
    """Ctrl+0 leaves a line without a place, for good reason, and takes the next."""
    press(Key.Key_0, control=True)
    assert page.card.line is not None
    assert page.card.line.words == "Phone was off"
    (above,) = page.above.rows
    assert "No section" in above.chips


def test_who_said_it_can_be_changed_and_asked(
    page: SortPage, workspace: Workspace, fresh: Place
) -> None:
    """Another voice is committed at once; a told line asks who told it, in the card."""
    page.card.voice_chosen.emit(Voice.TOLD)
    field = button(page, "sort_who_told")
    assert field.isVisible()
    QTest.keyClicks(field, "carer")
    QTest.keyClick(field, Key.Key_Return)
    line = kept(workspace, fresh).lines[1]
    assert (line.voice, line.told_by) == (Voice.TOLD, "carer")


def test_a_topic_without_lines_says_why(page: SortPage, workspace: Workspace, fresh: Place) -> None:
    """Each choice is committed; "not asked" keeps its because; it can be taken back."""
    press_on(page, "account_for_how")
    press_on(page, "blank_chose_not_to_say")
    blank = kept(workspace, fresh).blank_of(Topic.HOW)
    assert blank is not None
    assert blank.blank is Blank.CHOSE_NOT_TO_SAY
    press_on(page, "blank_not_asked")
    reason = button(page, "blank_reason")
    assert QApplication.focusWidget() is reason
    QTest.keyClicks(reason, "she was tired")
    QTest.keyClick(reason, Key.Key_Return)
    blank = kept(workspace, fresh).blank_of(Topic.HOW)
    assert blank is not None
    assert (blank.blank, blank.reason) == (Blank.NOT_ASKED, "she was tired")
    press_on(page, "blank_back")
    assert kept(workspace, fresh).blank_of(Topic.HOW) is None


def test_a_line_takes_the_blank_away(page: SortPage, workspace: Workspace, fresh: Place) -> None:
    """Once a line sits under a topic, its reason for being blank is gone, and nobody asks."""
    page.pane.accounted.emit(Topic.WHY, Blank.NOT_KNOWN, "")
    page.pane.ask(Topic.WHY)
    press(Key.Key_1, control=True)
    assert kept(workspace, fresh).blank_of(Topic.WHY) is None
    assert page.talk.account.blank_of(Topic.WHY) is None
    assert not button(page, "blank_not_known").isVisible()


def test_the_original_order_is_one_press_away(
    page: SortPage, workspace: Workspace, fresh: Place
) -> None:
    """All lines in their order; keys sort the chosen one; Enter takes it in hand."""
    press_on(page, "original_order")
    assert [row.line.words for row in page.all.rows] == [words for _, words in TALK]
    assert page.all.hasFocus()
    page.all.choose(4)
    press(Key.Key_5, control=True)
    assert kept(workspace, fresh).lines[4].topics == (Topic.HOW,)
    QTest.keyClick(page.all, Key.Key_Return)
    assert page.card.isVisible()
    assert page.card.line is not None
    assert page.card.line.words == "i had no charge"


def test_sorting_can_be_undone(page: SortPage, workspace: Workspace, fresh: Place) -> None:
    """Ctrl+Z takes back what was placed last."""
    assert page.card.isVisible()
    press(Key.Key_1, control=True)
    press(Key.Key_Z, control=True)
    assert kept(workspace, fresh).lines[1].topics == ()
    press(Key.Key_Y, control=True)
    assert kept(workspace, fresh).lines[1].topics == (Topic.WHY,)


def test_the_end_leads_to_checking(qtbot: QtBot, page: SortPage, shell: Shell) -> None:
    """Nothing has to be placed before going on."""
    with qtbot.waitSignal(shell.wanted) as asked:
        press_on(page, "to_check")
    assert asked.args is not None
    assert asked.args[0].page is PageName.CHECK


@pytest.mark.parametrize(
    ("count", "blank", "texture"),
    [
        (2, None, Texture.HEARD),
        (0, None, Texture.OPEN),
        (0, Blank.NOT_REACHED, Texture.OPEN),
        (0, Blank.CHOSE_NOT_TO_SAY, Texture.CHOSE),
        (0, Blank.NOT_ASKED, Texture.BLANK),
    ],
)
def test_a_texture_says_how_a_topic_stands(
    count: int, blank: Blank | None, texture: Texture
) -> None:
    """No amount, no score: four textures."""
    assert texture_of(count, blank) is texture


def test_tab_goes_from_the_places_to_the_next_line(page: SortPage) -> None:
    """As they are seen: the places, no section, back, on."""
    button(page, "place_how").setFocus()
    assert tabbed(3) == ["no_section", "previous_line", "next_line"]
