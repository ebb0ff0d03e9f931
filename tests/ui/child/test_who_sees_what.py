"""Claims about choosing who sees which part of the plan (rule 53)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanBlock, SafetyPlan, SeenAnyway, Sight
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Notice, Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import CHILD_TARGET, assert_page_accessible, spoken_name
from tests.ui.child.conftest import Dressed, Hand, Open

SCHOOL, POLICE = 3, 4


@pytest.fixture
def place(talk: Place) -> Place:
    """Where it is chosen."""
    return replace(talk, page=PageName.PLAN_SEEN)


@pytest.fixture
def hand(open_plan: Open, place: Place) -> Hand:
    """A person at the page, with nobody chosen yet."""
    return open_plan(place)


def plan(hand: Hand) -> SafetyPlan:
    """The plan in the vault."""
    assert hand.plan is not None
    return hand.plan


def sentence(hand: Hand) -> str:
    """What stands at the top right."""
    label = hand.at("seen_by")
    assert isinstance(label, QLabel)
    return label.text()


def test_rule_53_each_person_gets_an_answer_of_their_own(hand: Hand) -> None:
    """All, some parts, no, or not sure yet; the sentence at the top says the same at once."""
    hand.press("sees_2_all")
    hand.press(f"sees_{SCHOOL}_parts")
    hand.press(f"part_{SCHOOL}_signs")
    hand.press(f"part_{SCHOOL}_review")
    hand.press(f"sees_{POLICE}_no")
    assert plan(hand).sight_of("Social worker") is Sight.ALL
    assert plan(hand).parts_for("School") == (PlanBlock.SIGNS, PlanBlock.REVIEW)
    assert plan(hand).sight_of("Police") is Sight.NO
    assert sentence(hand) == (
        "Your choice: you, Ash Pemberton and Social worker. School sees parts of it. Not Police."
        " The report holds it too."
    )
    hand.press("sees_2_unsaid")
    hand.press(f"sees_{SCHOOL}_unsaid")
    hand.press(f"sees_{POLICE}_unsaid")
    assert sentence(hand) == "Your choice: only you and Ash Pemberton. The report holds it too."
    assert not hand.sees(f"part_{SCHOOL}_signs")


def test_the_page_of_cards_says_the_same(open_plan: Open, hand: Hand, talk: Place) -> None:
    """Who sees a part stands so at the foot; letting go there lets go here."""
    hand.press(f"sees_{SCHOOL}_parts")
    hand.press(f"part_{SCHOOL}_signs")
    cards = open_plan(talk)
    assert spoken_name(cards.at("see_1")) == "School, in part"
    assert "School sees parts of it." in sentence(cards)
    cards.press("see_1")
    assert plan(cards).sight_of("School") is Sight.UNSAID
    assert sentence(cards) == "Your choice: only you and Ash Pemberton. The report holds it too."


def test_somebody_else_can_be_added(hand: Hand, workspace: Workspace) -> None:
    """A name of the child's own; twice or empty adds nobody."""
    for name in ("Nan", "Nan", "  "):
        hand.type("field_person", name)
        hand.press("keep_person")
    assert plan(hand).may_see == ("Nan",)
    assert hand.sees("sees_5_all")
    assert not hand.sees("sees_6_all")
    assert drafts.drafts(workspace) == ()


def test_a_half_typed_name_comes_back_and_is_added_on_the_way_out(
    open_plan: Open, place: Place, workspace: Workspace, moment: Moment
) -> None:
    """Nothing that was typed gets lost."""
    drafts.save_draft(workspace, f"plan/{place.interview_id}/seen/field_person", "Na", 2, moment)
    hand = open_plan(place)
    assert hand.text("field_person") == "Na"
    hand.press("plan_next")
    assert plan(hand).may_see == ("Na",)


def test_rule_53_seen_anyway_needs_who_why_and_whether_the_child_knows(hand: Hand) -> None:
    """What is missing is said beside it; once kept it stands in the sentence and can go again."""
    hand.press("anyway_add")
    hand.press("anyway_keep")
    assert hand.plan is None
    hand.type("anyway_who", "Police")
    hand.type("anyway_because", "a weapon was talked about")
    hand.press("anyway_keep")
    assert hand.plan is None
    hand.press("anyway_not_told")
    hand.press("anyway_keep")
    (seen,) = plan(hand).anyway
    assert seen == SeenAnyway("Police", "a weapon was talked about", child_told=False)
    assert "Police sees it anyway." in sentence(hand)
    hand.press("anyway_back_1")
    assert plan(hand).anyway == ()


def test_a_half_filled_reason_comes_back(
    open_plan: Open, place: Place, workspace: Workspace, moment: Moment
) -> None:
    """The form is open again; never mind lets it go."""
    key = f"plan/{place.interview_id}/anyway/anyway_because"
    drafts.save_draft(workspace, key, "a weap", 6, moment)
    hand = open_plan(place)
    assert hand.text("anyway_because") == "a weap"
    hand.press("anyway_drop")
    assert not hand.sees("anyway_because")
    assert drafts.drafts(workspace) == ()


def test_a_refused_choice_is_said(hand: Hand, shell: Shell, workspace: Workspace) -> None:
    """The vault takes nothing: the banner says so, and nothing is claimed."""
    told: list[object] = []
    shell.noticed.connect(told.append)
    workspace.store.connection.run("PRAGMA query_only = ON")
    hand.press("sees_2_all")
    workspace.store.connection.run("PRAGMA query_only = OFF")
    assert isinstance(told[0], Notice)
    assert hand.plan is None
    assert sentence(hand) == "Your choice: only you and Ash Pemberton. The report holds it too."
    stands = hand.at("sees_2_unsaid")
    assert isinstance(stands, QAbstractButton)
    assert stands.isChecked()


def test_who_saw_a_sealed_plan_can_only_be_read(
    open_plan: Open, signed_interview: SignedInterview
) -> None:
    """Nothing on the page acts but the ways out."""
    head = signed_interview.account.interview
    hand = open_plan(Place(PageName.PLAN_SEEN, head.case_id, interview_id=head.id))
    assert not hand.sees("anyway_add")
    assert not hand.sees("field_person")
    assert_page_accessible(hand.page)


@pytest.mark.parametrize("states", [(), (f"sees_{SCHOOL}_parts",), ("anyway_add",)])
def test_every_state_is_accessible(hand: Hand, states: tuple[str, ...]) -> None:
    """By Tab, by name, by finger."""
    for name in states:
        hand.press(name)
    assert_page_accessible(hand.page, target=CHILD_TARGET)


@pytest.mark.parametrize("look", [Theme(Mode.LIGHT, 2.0), Theme(Mode.CONTRAST, 1.25)])
def test_nothing_is_cut_at_any_size(dressed: Dressed, place: Place, look: Theme) -> None:
    """One column at 200 %."""
    assert_page_accessible(dressed(place, look), target=look.px(CHILD_TARGET))
