"""Claims about the lines of the plan page: whose words, agreed or not, taken out and put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock
from rhi_desktop.ui.child.line_button import LineButton
from rhi_desktop.ui.child.plan_route import part_of
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import drafts, planning
from rhi_desktop.workflow.entries import NewPlanLine
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.at_page import settle
from tests.ui.child.conftest import Hand, Open


def test_looking_begins_no_plan(hand: Hand) -> None:
    """A blank plan would be an answer that nobody gave."""
    assert hand.plan is None


@pytest.mark.parametrize("block", list(PlanBlock))
def test_rule_49_own_words_are_kept_as_typed_in_every_block(
    open_plan: Open, talk: Place, block: PlanBlock
) -> None:
    """Nothing is tidied; the child typed it."""
    hand = open_plan(replace(talk, detail=part_of(block).value))
    hand.press(f"add_{block.value}")
    hand.type(f"field_{block.value}", "i dont  no yet")
    hand.press(f"keep_{block.value}")
    (line,) = hand.lines
    assert (line.block, line.words) == (block, "i dont  no yet")
    assert (line.author, line.agreed) == (PlanAuthor.CHILD, Agreed.NOT_YET)
    spoken = hand.at("line_1")
    assert isinstance(spoken, LineButton)
    assert spoken.accessibleName() == "i dont  no yet. Typed by me"


def test_enter_keeps_a_line_and_stays_for_the_next(hand: Hand) -> None:
    """Fingers stay on the keys; an empty field keeps nothing, and Escape closes it."""
    hand.press("add_signs")
    hand.type("field_signs", "when doors bang")
    hand.enter()
    hand.type("field_signs", "i go quiet")
    hand.enter()
    hand.enter()
    assert [line.words for line in hand.lines] == ["when doors bang", "i go quiet"]
    hand.key(Qt.Key.Key_Escape)
    assert not hand.sees("field_signs")
    assert QApplication.focusWidget() is hand.at("add_signs")


def test_rule_50_who_types_is_chosen_at_the_top_and_said_in_the_line(hand: Hand) -> None:
    """Also while a field is open; the next visit remembers who typed last."""
    hand.press("add_helps")
    hand.key(Qt.Key.Key_Escape)
    hand.press("i_type")
    hand.key(Qt.Key.Key_Right)
    hand.press("add_helps")
    hand.type("field_helps", "music")
    hand.press("keep_helps")
    (line,) = hand.lines
    assert line.author is PlanAuthor.WRITTEN_FOR_CHILD
    said = hand.at("line_1").accessibleName()
    assert said == "music. Written down for me. I have not agreed yet"
    assert hand.page.desk.last_author() is PlanAuthor.WRITTEN_FOR_CHILD


def test_rule_51_an_adult_promises_with_name_and_day(hand: Hand) -> None:
    """It stands as a promise, with who and by when."""
    hand.press("promise_adults")
    hand.type("promise_words", "ring me before seven")
    hand.type("promise_who", "Mum")
    hand.type("promise_day", "12/3/2026")
    hand.press("keep_promise")
    (line,) = hand.lines
    assert (line.author, line.promised_by) == (PlanAuthor.ADULT_PROMISE, "Mum")
    assert (line.block, line.by_when) == (PlanBlock.ADULTS, date(2026, 3, 12))
    assert "Mum promises, by Thu 12 March" in hand.at("line_1").accessibleName()


def test_rule_51_a_promise_may_stay_open_and_says_so(hand: Hand) -> None:
    """Nothing is required here; the check page asks for who and by when."""
    hand.press("promise_review")
    hand.type("promise_words", "come back")
    hand.press("keep_promise")
    assert "Who, and by when?" in hand.at("line_1").accessibleName()


def test_a_day_that_is_none_is_said_and_nothing_is_lost(hand: Hand) -> None:
    """Neither by keeping nor by opening another card."""
    hand.press("promise_adults")
    hand.type("promise_words", "ring me")
    hand.type("promise_day", "31/2/2026")
    hand.press("keep_promise")
    assert hand.lines == ()
    hand.press("add_signs")
    assert hand.text("promise_day") == "31/2/2026"
    assert not hand.sees("field_signs")
    assert QApplication.focusWidget() is hand.at("promise_day")
    assert "3/11/2026" in hand.at("promise_day").accessibleDescription()


def test_one_field_is_open_and_opening_another_keeps_the_words(hand: Hand) -> None:
    """What a child typed is there when they look back."""
    hand.press("add_signs")
    hand.type("field_signs", "when doors bang")
    hand.press("add_people")
    assert not hand.sees("field_signs")
    assert [line.words for line in hand.lines] == ["when doors bang"]
    hand.press("drop_line")
    assert not hand.sees("field_people")


def test_rule_50_the_child_agrees_or_not_line_by_line(hand: Hand) -> None:
    """Three calm answers; the line says which, and the focus stays on the answer."""
    hand.press("add_if_i_go")
    hand.type("field_if_i_go", "text nan")
    hand.press("keep_if_i_go")
    for key, agreed, said in (
        (Qt.Key.Key_Left, Agreed.NO, "I do not agree"),
        (Qt.Key.Key_Left, Agreed.YES, "I agree"),
    ):
        if not hand.sees("agree_1_yes"):
            hand.press("line_1")
            hand.at("agree_1_not_yet").setFocus()
        hand.key(key)
        assert hand.lines[0].agreed is agreed
        assert hand.at("line_1").accessibleName().endswith(said)
        assert QApplication.focusWidget() is hand.at(f"agree_1_{agreed.value}")


def test_changed_words_are_not_agreed_any_more(hand: Hand) -> None:
    """The child agreed to what stood there."""
    hand.press("add_signs")
    hand.type("field_signs", "loud")
    hand.press("keep_signs")
    hand.press("line_1")
    hand.press("agree_1_yes")
    hand.press("change_1")
    assert hand.text("field_signs") == "loud"
    hand.type("field_signs", " doors")
    hand.enter()
    (line,) = hand.lines
    assert (line.words, line.agreed) == ("loud doors", Agreed.NOT_YET)
    assert QApplication.focusWidget() is hand.at("line_1")


def test_a_line_is_taken_out_and_put_back(hand: Hand) -> None:
    """No question is asked; the way back is there at once, and the record keeps the line."""
    hand.press("add_signs")
    hand.type("field_signs", "loud")
    hand.press("keep_signs")
    hand.press("line_1")
    hand.press("take_out_1")
    assert not hand.words
    assert not hand.sees("line_1")
    hand.press("put_back")
    assert hand.words == ["loud"]
    assert QApplication.focusWidget() is hand.at("line_1")
    assert not hand.sees("put_back")


def test_half_typed_words_come_back_where_they_were(
    open_plan: Open, talk: Place, workspace: Workspace, moment: Moment
) -> None:
    """After a lock or a crash the very field is open again, a promise with all of its fields."""
    prefix = f"plan/{talk.interview_id}/adults/promise"
    drafts.save_draft(workspace, f"{prefix}/promise_words", "ring me bef", 11, moment)
    drafts.save_draft(workspace, f"{prefix}/promise_who", "Mu", 2, moment)
    hand = open_plan(talk)
    assert (hand.text("promise_words"), hand.text("promise_who")) == ("ring me bef", "Mu")
    hand.press("keep_promise")
    assert [line.promised_by for line in hand.lines] == ["Mu"]
    assert drafts.drafts(workspace) == ()


def test_what_is_typed_goes_to_autosave(hand: Hand, shell: Shell) -> None:
    """Under a key that names page, card and field."""
    hand.press("add_signs")
    hand.type("field_signs", "wh")
    (edit,) = shell.autosave.unsaved
    assert (edit.key, edit.text) == (f"plan/{hand.page.desk.id}/signs/own/field_signs", "wh")


def test_the_check_page_leads_to_the_open_promise(
    open_plan: Open, talk: Place, workspace: Workspace, moment: Moment
) -> None:
    """Its form is open, with what is known."""
    assert talk.interview_id is not None
    plan = planning.open_plan(workspace, talk.interview_id, moment)
    new = NewPlanLine(PlanBlock.ADULTS, "ring me", PlanAuthor.ADULT_PROMISE)
    line = planning.save_line(workspace, plan.id, new, moment)
    hand = open_plan(replace(talk, detail=line.id))
    assert hand.text("promise_words") == "ring me"
    hand.type("promise_who", "Mum")
    hand.type("promise_day", "12/3/26")
    hand.press("keep_promise")
    settle()
    (kept,) = hand.lines
    assert (kept.id, kept.promised_by, kept.by_when) == (line.id, "Mum", date(2026, 3, 12))
