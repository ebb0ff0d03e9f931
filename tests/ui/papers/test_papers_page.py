"""Claims about the page of papers: the question comes first, and nothing goes round it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.places import PageName, Place, aside
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.workflow import interviewing, papers
from rhi_desktop.workflow.papers import FOR_CHILD, Safe
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible
from tests.ui.conftest import Watch, dress
from tests.ui.papers.conftest import BENCH, WORD, Hand, Open
from tests.ui.pseudo import assert_all_translated, pseudo

UNSAFE = (Safe.NO, Safe.NOT_SURE, Safe.NOT_SAID)
DAY = 24 * 60 * 60


def test_the_question_comes_first_and_holds_everything_back(
    open_papers: Open, talked: Place
) -> None:
    """It has the focus; the pages can be looked at, and neither saved nor printed."""
    hand = open_papers(talked)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "safe_yes"
    assert "My plan" in hand.paper
    assert not hand.may("save_paper")
    assert not hand.may("print_paper")
    QTest.keyClick(focus, Qt.Key.Key_Space)
    hand.drawn()
    assert hand.may("save_paper")
    assert hand.may("print_paper")


@pytest.mark.parametrize("answer", UNSAFE)
def test_unsafe_or_unsure_leads_to_the_discreet_card_and_to_no_other(
    open_papers: Open, talked: Place, answer: Safe
) -> None:
    """Its button is offered; each other paper stays where it is, whatever is pressed."""
    hand = open_papers(talked)
    hand.press(f"safe_{answer.value}")
    for kind in FOR_CHILD:
        hand.press(f"paper_{kind.value}")
        hand.drawn()
        assert hand.may("print_paper") == (kind is GivenKind.POCKET_DISCREET)
    hand.press("paper_plan")
    assert "Then it stays here" in hand.said
    hand.press("use_discreet")
    assert hand.paper.startswith("Notes")
    assert hand.may("save_paper")


def test_the_answer_stays_with_the_talk_while_it_may_change(
    open_papers: Open, talked: Place, workspace: Workspace
) -> None:
    """It is the answer to the very question at the end of the plan."""
    open_papers(talked).press("safe_not_sure")
    assert talked.interview_id is not None
    account = interviewing.load(workspace, talked.interview_id).account
    (answer,) = [one for one in account.answers if one.question_id == papers.TAKE_HOME]
    assert answer.values == ("not_sure",)


def test_without_a_talk_only_the_card_to_leave_behind(open_papers: Open, met_nobody: Place) -> None:
    """It can go at once, because nobody may have opened the door; each other one says why not."""
    hand = open_papers(met_nobody)
    assert "You can still talk." in hand.paper
    assert hand.may("print_paper")
    enabled = [kind for kind in FOR_CHILD if hand.may(f"paper_{kind.value}")]
    assert enabled == [GivenKind.LEAVE_BEHIND]
    assert hand.at("paper_plan").accessibleDescription() == "There was no talk yet."
    hand.press("safe_no")
    assert not hand.may("print_paper")
    assert "M.T." not in hand.paper


def test_what_was_safe_yesterday_is_asked_again_today(
    open_papers: Open, met_nobody: Place, watch: Watch
) -> None:
    """An answer without a talk stands for its day."""
    hand = open_papers(met_nobody)
    hand.press("safe_no")
    assert open_papers(met_nobody).at("safe_no").property("checked") is True
    watch.seconds += DAY
    assert open_papers(met_nobody).at("safe_no").property("checked") is False


def test_safe_place_and_code_word_are_off_and_say_why(open_papers: Open, talked: Place) -> None:
    """Until somebody ticks them they are on no page of the plan."""
    hand = open_papers(talked)
    off = hand.ticks()
    assert not off["Safe places"].isChecked()
    assert "would know where to look" in off["Safe places"].accessibleDescription()
    assert not off["The code word"].isChecked()
    assert BENCH not in hand.paper
    assert WORD not in hand.paper
    off["Safe places"].click()
    assert BENCH in hand.paper
    assert WORD not in hand.paper


def test_a_letter_holds_the_lines_that_were_chosen(open_papers: Open, talked: Place) -> None:
    """None of the child's beforehand; what was agreed is there until it is taken off."""
    hand = open_papers(talked)
    hand.press("paper_letter")
    line = "it was alright til it got cold. nobody was shouting"
    assert line not in hand.paper
    assert "I come back and we read this together" in hand.paper
    hand.ticks()[f"\u201c{line}\u201d"].click()
    assert line in hand.paper
    assert "i dont want mum to know about the train" not in "".join(hand.ticks())


def test_everything_chosen_comes_back(open_papers: Open, talked: Place, keeping: Shell) -> None:
    """Paper, ticks, title and the words about oneself, after a lock as after a restart."""
    hand = open_papers(talked)
    hand.ticks()["Their drawing" if "Their drawing" in hand.ticks() else "Who may see it"].click()
    QTest.keyClicks(hand.at("plan_title"), "Mins way")
    hand.ticks()["The code word"].click()
    hand.press("paper_pocket")
    keeping.autosave.flush()

    again = open_papers(talked)
    assert again.at("paper_pocket").property("checked") is True
    assert again.ticks()["The code word"].isChecked()
    assert "Mins way" in again.paper
    assert WORD in again.paper


def test_old_numbers_are_said_to_the_adult_and_printed_all_the_same(
    open_papers: Open, talked: Place, watch: Watch
) -> None:
    """On the pocket card in one sentence, on the card to leave behind beside each number."""
    hand = open_papers(talked)
    hand.press("paper_pocket")
    assert "more than 180 days ago" not in hand.said
    watch.seconds += 2 * 365 * DAY
    hand = open_papers(talked)
    assert "more than 180 days ago" in hand.said
    assert "0800 1111" in hand.paper
    hand.press("paper_leave_behind")
    old = [one.accessibleDescription() for one in hand.ticks().values()]
    assert any("more than 180 days ago" in one for one in old)


def test_the_way_back_leads_to_where_one_came_from(open_papers: Open, talked: Place) -> None:
    """To the case, or to the end of the plan; over the sheet for the first hour, too."""
    hand = open_papers(talked)
    hand.press("back")
    assert hand.went[-1] == Place(PageName.CASE, talked.case_id)
    end = replace(talked, page=PageName.PLAN_END)
    hand = open_papers(aside(PageName.PAPERS, end))
    hand.press("to_again")
    there = open_papers(hand.went[-1])
    there.press("back")
    here = open_papers(there.went[-1])
    here.press("back")
    assert here.went[-1] == end


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("paper", [GivenKind.PLAN, GivenKind.LETTER, GivenKind.LEAVE_BEHIND])
def test_everybody_can_use_it(
    open_papers: Open, talked: Place, qapp: QApplication, paper: GivenKind, zoom: float
) -> None:
    """At 100 % and at 200 %, where the answer stays in the first row and a link shows the pages."""
    dress(qapp, Theme(zoom=zoom))
    hand = open_papers(talked)
    hand.press(f"paper_{paper.value}")
    hand.drawn()
    assert_page_accessible(hand.page)
    if zoom > 1:
        assert "Safe to take home: not asked yet" in hand.said
        hand.press("show_pages")
        assert_page_accessible(hand.page)


@pytest.mark.parametrize("paper", list(FOR_CHILD))
def test_no_text_escapes_translation_and_longer_ones_have_room(
    open_papers: Open, talked: Place, paper: GivenKind
) -> None:
    """In a language that is 40 % longer; words of people and names stay as they are."""
    with pseudo():
        hand = open_papers(talked)
        hand.press(f"paper_{paper.value}")
        hand.drawn()
        named = paper in {GivenKind.LETTER, GivenKind.LEAVE_BEHIND, GivenKind.POCKET_DISCREET}
        said = hand.ticks() if named else ()
        assert_all_translated(hand.page, said=("Min", "R-0142", *said))
        assert_nothing_cut(hand.page)


def test_an_unsafe_answer_is_accessible_too(open_papers: Open, talked: Place) -> None:
    """It leads to the discreet card; with the warning before a print open, as well."""
    hand = open_papers(talked)
    hand.press("safe_no")
    assert hand.paper.startswith("Notes")
    hand.press("print_paper")
    assert_page_accessible(hand.page)


def test_the_hand_of_these_tests_finds_only_what_is_there(open_papers: Open, talked: Place) -> None:
    """A check of the check."""
    hand: Hand = open_papers(talked)
    with pytest.raises(AssertionError, match="0 of nothing_here"):
        hand.at("nothing_here")
