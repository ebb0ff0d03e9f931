"""Claims about the plan page as a whole: who may see it, no plan, sealed, the ways out, access."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.child.plan_route import Part
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Notice, Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import drafts, interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import CHILD_TARGET, assert_page_accessible, spoken_name, tab_stops
from tests.ui.at_page import settle
from tests.ui.child.conftest import Dressed, Hand, Open

STATES: dict[str, tuple[str, ...]] = {
    "cards": (),
    "field": ("add_signs",),
    "promise": ("promise_adults",),
    "line": ("line_1",),
    "undo": ("line_1", "take_out_1"),
    "declined": ("decline_plan",),
    "see": ("see_add",),
}
"""What has to be pressed to come to each state of the page."""


def said(hand: Hand) -> str:
    """Every word that can be seen."""
    labels = hand.page.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def declined(hand: Hand) -> tuple[bool, str]:
    """Whether there shall be no plan, and the words to it."""
    assert hand.plan is not None
    return hand.plan.declined, hand.plan.declined_words


def may_see(hand: Hand) -> tuple[str, ...]:
    """Who may see the plan in the vault."""
    assert hand.plan is not None
    return hand.plan.may_see


def test_rule_53_choice_and_sentence_about_who_may_see_it_always_agree(hand: Hand) -> None:
    """Just me, one, two, a name of the child's own, and just me again."""
    assert "Your choice: only you and Ash Pemberton. The report holds it too." in said(hand)
    hand.press("see_1")
    assert "Your choice: you, Ash Pemberton and Social worker. The report holds it too." in said(
        hand
    )
    hand.press("see_add")
    hand.type("field_see", "Nan")
    hand.enter()
    assert (
        "Your choice: you, Ash Pemberton, Social worker and Nan. The report holds it too."
        in said(hand)
    )
    assert may_see(hand) == ("Social worker", "Nan")
    hand.press("see_3")
    assert may_see(hand) == ("Social worker",)
    hand.press("see_just_me")
    assert may_see(hand) == ()
    assert "Your choice: only you and Ash Pemberton. The report holds it too." in said(hand)


def test_people_keep_their_places(open_plan: Open, played: Place) -> None:
    """Whoever may see it stands first; letting go moves nobody."""
    hand = open_plan(played)
    names = [spoken_name(hand.at(f"see_{number}")) for number in (1, 2)]
    assert names == ["Nan", "Social worker"]
    hand.press("see_1")
    assert [spoken_name(hand.at(f"see_{number}")) for number in (1, 2)] == names
    assert "Your choice: you, Ash Pemberton and Social worker. The report holds it too." in said(
        hand
    )


def test_rule_49_no_plan_is_as_good_as_a_plan(hand: Hand, workspace: Workspace) -> None:
    """With the child's words or without; the way back is one button."""
    hand.press("add_signs")
    hand.type("field_signs", "loud")
    hand.press("decline_plan")
    assert declined(hand) == (True, "")
    hand.type("field_declined", "dont need one")
    hand.enter()
    assert declined(hand) == (True, "dont need one")
    assert drafts.drafts(workspace) == ()
    hand.press("want_plan")
    assert declined(hand) == (False, "")
    assert [line.words for line in hand.lines] == ["loud"]
    assert QApplication.focusWidget() is hand.at("add_signs")


def test_half_typed_words_about_no_plan_are_kept(
    open_plan: Open, hand: Hand, talk: Place, workspace: Workspace, moment: Moment
) -> None:
    """A draft comes back, and leaving the field keeps it."""
    hand.press("decline_plan")
    key = f"plan/{talk.interview_id}/declined/field_declined"
    drafts.save_draft(workspace, key, "dont wan", 8, moment)
    again = open_plan(talk)
    assert again.text("field_declined") == "dont wan"
    again.press("plan_stop")
    assert again.plan is not None
    assert again.plan.declined_words == "dont wan"


def test_done_goes_to_the_check_once_the_talk_has_ended(
    open_plan: Open, talk: Place, played: Place, shell: Shell
) -> None:
    """Before that it goes back to the conversation; words in an open field are kept on the way."""
    hand = open_plan(talk)
    hand.press("add_signs")
    hand.type("field_signs", "loud")
    went: list[Place] = []
    shell.wanted.connect(went.append)
    hand.press("plan_stop")
    assert [line.words for line in hand.lines] == ["loud"]
    ended = open_plan(played)
    ended.press("plan_stop")
    assert went == [
        Place(PageName.CAPTURE, talk.case_id, interview_id=talk.interview_id),
        Place(PageName.CHECK, played.case_id, interview_id=played.interview_id),
    ]


def test_a_sealed_plan_can_only_be_read(
    open_plan: Open, signed_interview: SignedInterview, workspace: Workspace
) -> None:
    """It says so; nothing on it acts but the way out."""
    head = signed_interview.account.interview
    hand = open_plan(Place(PageName.CHILD_PLAN, head.case_id, interview_id=head.id))
    assert "This plan is sealed" in said(hand)
    assert not hand.sees("add_signs")
    assert not hand.sees("decline_plan")
    parts = {f"part_{part.value}" for part in Part}
    ways = {"plan_stop", "plan_pause", "plan_next", "part_feel", *parts}
    assert {stop.objectName() for stop in tab_stops(hand.page)} == ways
    assert hand.at("line_1").isVisible()
    assert interviewing.load(workspace, head.id) == signed_interview
    assert_page_accessible(hand.page)


def test_a_refused_act_is_said_and_what_was_typed_stays(
    hand: Hand, shell: Shell, workspace: Workspace
) -> None:
    """The vault takes nothing: the banner says so, the field keeps its words."""
    hand.press("add_signs")
    hand.type("field_signs", "loud")
    workspace.store.connection.run("PRAGMA query_only = ON")
    told: list[object] = []
    shell.noticed.connect(told.append)
    hand.press("keep_signs")
    workspace.store.connection.run("PRAGMA query_only = OFF")
    assert isinstance(told[0], Notice)
    assert hand.text("field_signs") == "loud"
    hand.press("keep_signs")
    assert [line.words for line in hand.lines] == ["loud"]


def test_no_word_weighs_or_alarms(open_plan: Open, played: Place) -> None:
    """No risk, no score, nothing that a child must do."""
    words = said(open_plan(played)).lower()
    for word in ("risk", "safety", "must", "required", "score", "%"):
        assert word not in words


@pytest.mark.parametrize("state", list(STATES))
def test_every_state_is_accessible_and_large_enough(
    open_plan: Open, played: Place, state: str
) -> None:
    """By Tab, by name, by finger."""
    hand = open_plan(played)
    for name in STATES[state]:
        hand.press(name)
    settle()
    assert_page_accessible(hand.page, target=CHILD_TARGET)


@pytest.mark.parametrize(
    "look", [Theme(Mode.LIGHT, 2.0), Theme(Mode.CONTRAST, 1.25), Theme(Mode.DARK, 0.8)]
)
def test_nothing_is_cut_at_any_size(dressed: Dressed, played: Place, look: Theme) -> None:
    """One column at 200 %, and nothing scrolls sideways."""
    assert_page_accessible(dressed(played, look), target=look.px(CHILD_TARGET))


def test_tab_follows_the_eye_after_a_line_was_added(open_plan: Open, talk: Place) -> None:
    """A3: a new line stands before what adds the next one, in its own card, not after Done."""
    hand = open_plan(talk)
    for block, words in (("signs", "loud"), ("people", "nan")):
        hand.press(f"add_{block}")
        hand.type(f"field_{block}", words)
        hand.enter()
        hand.key(Qt.Key.Key_Escape)
    met: list[str] = []
    hand.at("add_signs").setFocus()
    hand.key(Qt.Key.Key_Backtab)
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus.objectName())
        hand.key(Qt.Key.Key_Tab)

    assert met == ["line_1", "add_signs", "add_helps", "line_2", "add_people", "add_if_i_go"]


def test_nothing_comes_between_the_parts_and_the_first_line(open_plan: Open, talk: Place) -> None:
    """The order round the cards stays as it was: the parts before, who sees after."""
    hand = open_plan(talk)
    hand.press("add_signs")
    hand.type("field_signs", "loud")
    hand.enter()
    hand.key(Qt.Key.Key_Escape)
    hand.at("line_1").setFocus()
    hand.key(Qt.Key.Key_Backtab)
    before = QApplication.focusWidget()
    hand.at("promise_review").setFocus()
    hand.key(Qt.Key.Key_Tab)
    after = QApplication.focusWidget()

    assert before is not None
    assert after is not None
    assert before.objectName() == "part_me"
    assert after.objectName() == "plan_stop"
