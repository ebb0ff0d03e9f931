"""Claims about saying how somebody is: cards, a number, and ways not to give an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.child.feel_words import CHANGES, ONE_UP, OWN_WORD
from rhi_desktop.ui.child.plan_route import FEELINGS, SCALE_AFTER, SCALE_BEFORE, Part
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import drafts, interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import CHILD_TARGET, assert_page_accessible
from tests.ui.child.conftest import Dressed, Hand, Open

SHEETS = (FEELINGS, SCALE_BEFORE, SCALE_AFTER)


def at(talk: Place, question: str) -> Place:
    """The page of one question."""
    return replace(talk, page=PageName.PLAN_FEEL, detail=question)


def answer(hand: Hand, question: str) -> Answer | None:
    """What stands in the vault."""
    answers = interviewing.load(hand.ws, hand.page.desk.id).account.answers
    return next((one for one in answers if one.question_id == question), None)


def stands(hand: Hand, question: str) -> tuple[tuple[str, ...], Blank | None]:
    """Values and blank of an answer that was given."""
    given = answer(hand, question)
    assert given is not None
    return given.values, given.blank


def test_many_feelings_may_be_picked_and_let_go(open_plan: Open, talk: Place) -> None:
    """Each is kept at once; mixed is a feeling like the others."""
    hand = open_plan(at(talk, FEELINGS))
    for feeling in ("feel_worried", "feel_tired", "feel_mixed"):
        hand.press(feeling)
    hand.press("feel_worried")
    assert stands(hand, FEELINGS) == (("tired", "mixed"), None)


def test_a_word_of_ones_own_is_kept_as_typed(open_plan: Open, talk: Place) -> None:
    """It stands beside what was picked, and is kept when somebody goes on."""
    hand = open_plan(at(talk, FEELINGS))
    hand.press("feel_calm")
    hand.type("field_feeling", "wobbly an  fine")
    hand.press("plan_next")
    assert stands(hand, OWN_WORD)[0] == ("wobbly an  fine",)
    assert stands(hand, FEELINGS)[0] == ("calm",)
    assert drafts.drafts(hand.ws) == ()


def test_not_saying_is_an_answer_and_no_no(open_plan: Open, talk: Place) -> None:
    """It lets go of what was picked, and a feeling lets go of it; taken back, it is open again."""
    hand = open_plan(at(talk, FEELINGS))
    hand.press("feel_low")
    hand.press("feel_chose_not_to_say")
    assert stands(hand, FEELINGS) == ((), Blank.CHOSE_NOT_TO_SAY)
    hand.press("feel_not_known")
    assert stands(hand, FEELINGS) == ((), Blank.NOT_KNOWN)
    hand.type("field_feeling", "odd")
    assert stands(hand, FEELINGS) == ((), Blank.NOT_REACHED)
    hand.press("feel_okay")
    assert stands(hand, FEELINGS) == (("okay",), None)


def test_rule_54_a_number_before_and_after(open_plan: Open, talk: Place) -> None:
    """Kept at once, each under its own question; the next visit shows it."""
    for question, number in ((SCALE_BEFORE, "4"), (SCALE_AFTER, "7")):
        hand = open_plan(at(talk, question))
        assert hand.page.first_focus() is hand.at("scale_0")
        hand.press(f"scale_{number}")
        assert stands(hand, question) == ((number,), None)
    again = open_plan(at(talk, SCALE_BEFORE))
    assert again.page.first_focus() is again.at("scale_4")


def test_the_arrows_move_along_the_scale(open_plan: Open, talk: Place) -> None:
    """Eleven numbers and three ways are one set of radio buttons."""
    hand = open_plan(at(talk, SCALE_BEFORE))
    hand.press("scale_9")
    hand.key(Qt.Key.Key_Right)
    assert stands(hand, SCALE_BEFORE) == (("10",), None)
    numbers = [hand.at(f"scale_{number}") for number in range(11)]
    assert all(isinstance(one, QRadioButton) for one in numbers)
    assert {(one.width(), one.height()) for one in numbers} == {(72, 72)}


@pytest.mark.parametrize(
    ("way", "values", "blank"),
    [
        ("scale_not_known", (), Blank.NOT_KNOWN),
        ("scale_changes", (CHANGES,), None),
        ("scale_chose_not_to_say", (), Blank.CHOSE_NOT_TO_SAY),
    ],
)
def test_three_ways_not_to_give_a_number(
    open_plan: Open, talk: Place, way: str, values: tuple[str, ...], blank: Blank | None
) -> None:
    """As large as an answer, kept as what they are; then nothing more is asked."""
    hand = open_plan(at(talk, SCALE_BEFORE))
    hand.press("scale_3")
    hand.press(way)
    assert stands(hand, SCALE_BEFORE) == (values, blank)
    assert not hand.sees("field_one_up")
    assert hand.at(way).height() >= CHILD_TARGET


def test_it_asks_what_would_make_it_one_more(open_plan: Open, talk: Place) -> None:
    """The next number up, in the child's words; at ten it asks what makes it a ten."""
    hand = open_plan(at(talk, SCALE_BEFORE))
    hand.press("scale_6")
    field = hand.at("field_one_up")
    assert field.accessibleName() == "What would make it a 7?"
    hand.type("field_one_up", "if nan was there at tea time")
    hand.enter()
    assert stands(hand, ONE_UP)[0] == ("if nan was there at tea time",)
    hand.press("scale_10")
    assert hand.at("field_one_up").accessibleName() == "What makes it a 10?"


def test_half_typed_words_come_back(
    open_plan: Open, talk: Place, workspace: Workspace, moment: Moment
) -> None:
    """A word for a feeling, and what would make it one more."""
    prefix = f"plan/{talk.interview_id}"
    drafts.save_draft(workspace, f"{prefix}/{FEELINGS}/field_feeling", "wob", 3, moment)
    drafts.save_draft(workspace, f"{prefix}/{SCALE_BEFORE}/field_one_up", "if n", 4, moment)
    hand = open_plan(at(talk, FEELINGS))
    assert hand.text("field_feeling") == "wob"
    hand.press("plan_skip")
    assert stands(hand, OWN_WORD)[0] == ("wob",)
    scale = open_plan(at(talk, SCALE_BEFORE))
    scale.press("scale_2")
    assert scale.text("field_one_up") == "if n"


def test_skip_leaves_it_open_and_leads_on(open_plan: Open, talk: Place, shell: Shell) -> None:
    """Nothing is kept that nobody said; back leads back, stop leads out."""
    went: list[Place] = []
    shell.wanted.connect(went.append)
    hand = open_plan(at(talk, SCALE_BEFORE))
    hand.press("plan_skip")
    hand.press("plan_back")
    hand.press("plan_stop")
    assert answer(hand, SCALE_BEFORE) is None
    assert [(place.page, place.detail) for place in went] == [
        (PageName.CHILD_PLAN, Part.FIRST.value),
        (PageName.PLAN_FEEL, FEELINGS),
        (PageName.CAPTURE, ""),
    ]


@pytest.mark.parametrize("question", SHEETS)
def test_every_sheet_is_accessible(open_plan: Open, talk: Place, question: str) -> None:
    """By Tab, by name, by finger."""
    hand = open_plan(at(talk, question))
    assert_page_accessible(hand.page, target=CHILD_TARGET)


def test_sealed_feelings_can_only_be_read(
    open_plan: Open, signed_interview: SignedInterview
) -> None:
    """Nothing on the page changes them."""
    head = signed_interview.account.interview
    for question in SHEETS:
        place = Place(PageName.PLAN_FEEL, head.case_id, interview_id=head.id, detail=question)
        hand = open_plan(place)
        assert hand.page.first_focus() is hand.at("plan_stop")
        assert_page_accessible(hand.page)


@pytest.mark.parametrize("question", SHEETS)
@pytest.mark.parametrize("look", [Theme(Mode.LIGHT, 2.0), Theme(Mode.CONTRAST, 1.25)])
def test_nothing_is_cut_at_any_size(
    dressed: Dressed, talk: Place, look: Theme, question: str
) -> None:
    """Numbers go on in the next row, nothing scrolls sideways."""
    assert_page_accessible(dressed(at(talk, question), look), target=look.px(CHILD_TARGET))
