"""Claims about the way through the plan: parts, ideas, the end, and stopping anywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.ui.child.feel_words import TAKE_HOME
from rhi_desktop.ui.child.plan_route import PARTS, ROUTE, Part
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import interviewing
from tests.ui.access import CHILD_TARGET, assert_page_accessible
from tests.ui.child.conftest import Hand, Open

PAGES = (*ROUTE, (PageName.PLAN_EARLIER, ""), (PageName.PLAN_SEEN, ""))
WEIGHS = ("risk", "danger", "must", "required", "score", "%", "fail", "refuse")


def said(hand: Hand) -> str:
    """Every word that can be seen or heard."""
    labels = [one.text() for one in hand.page.findChildren(QLabel) if one.isVisible()]
    return "\n".join(labels)


def test_rule_49_thirteen_blocks_on_three_calm_pages() -> None:
    """Six of the drawing first, six more, and about me; each block once."""
    assert [len(blocks) for blocks in PARTS.values()] == [6, 6, 1]
    blocks = [block for part in PARTS.values() for block in part]
    assert sorted(blocks, key=lambda block: block.value) == sorted(
        PlanBlock, key=lambda block: block.value
    )


def test_next_leads_from_the_first_page_to_the_last(
    open_plan: Open, talk: Place, shell: Shell
) -> None:
    """And back again; nothing has to be filled in on the way."""
    went: list[Place] = []
    shell.wanted.connect(went.append)
    here = replace(talk, page=ROUTE[0][0], detail=ROUTE[0][1])
    for _ in ROUTE[1:]:
        open_plan(here).press("plan_next")
        here = went[-1]
    assert [(place.page, place.detail) for place in went] == list(ROUTE[1:])
    for _ in ROUTE[1:]:
        open_plan(here).page.back()
        if went[-1].page is PageName.CAPTURE:
            break
        here = went[-1]
    assert went[-1].page is PageName.CAPTURE
    assert here == replace(talk, detail=Part.FIRST.value)


@pytest.mark.parametrize(("page", "detail"), PAGES)
def test_stop_here_is_a_real_button_on_every_page_far_from_what_leads_on(
    open_plan: Open, talk: Place, shell: Shell, page: PageName, detail: str
) -> None:
    """At the left end of the last row; it leads straight out of the plan."""
    went: list[Place] = []
    shell.wanted.connect(went.append)
    hand = open_plan(replace(talk, page=page, detail=detail))
    stop = hand.at("plan_stop")
    on = hand.at("plan_done" if page is PageName.PLAN_END else "plan_next")
    assert on.x() - stop.x() > hand.page.width() / 2
    hand.press("plan_stop")
    assert went == [Place(PageName.CAPTURE, talk.case_id, interview_id=talk.interview_id)]


@pytest.mark.parametrize(("page", "detail"), PAGES)
def test_no_word_weighs_or_alarms_on_any_page(
    open_plan: Open, talk: Place, page: PageName, detail: str
) -> None:
    """No risk, no score, nothing that a child has to do."""
    words = said(open_plan(replace(talk, page=page, detail=detail))).lower()
    assert [word for word in WEIGHS if word in words] == []


def test_a_child_may_start_anywhere(open_plan: Open, talk: Place, shell: Shell) -> None:
    """Each part is one press away from each other; the one that is shown stays chosen."""
    went: list[Place] = []
    shell.wanted.connect(went.append)
    hand = open_plan(talk)
    for name in ("part_me", "part_more", "part_feel", "see_parts"):
        hand.press(name)
    assert [(place.page, place.detail) for place in went] == [
        (PageName.CHILD_PLAN, Part.ME.value),
        (PageName.CHILD_PLAN, Part.MORE.value),
        ROUTE[0],
        (PageName.PLAN_SEEN, Part.FIRST.value),
    ]
    me = open_plan(replace(talk, detail=Part.ME.value))
    me.press("open_drawing")
    assert went[-1].page is PageName.PLAN_DRAW


def test_an_idea_is_taken_or_left_and_made_ones_own(hand: Hand) -> None:
    """One at a time; taking it puts the words into the field, keeping it is another press."""
    ideas = hand.page.desk.texts.of(PlanBlock.SIGNS).ideas
    hand.press("add_signs")
    hand.press("show_ideas")
    assert ideas[0] in said(hand)
    hand.press("idea_leave")
    assert ideas[0] not in said(hand)
    hand.press("idea_take")
    assert hand.text("field_signs") == ideas[1]
    assert QApplication.focusWidget() is hand.at("field_signs")
    assert not hand.lines
    hand.type("field_signs", " at night")
    hand.press("keep_signs")
    (line,) = hand.lines
    assert (line.words, line.author) == (f"{ideas[1]} at night", PlanAuthor.CHILD)


def test_ideas_come_to_an_end_kindly(hand: Hand) -> None:
    """Leaving all of them is fine."""
    hand.press("add_helps")
    hand.press("show_ideas")
    for _ in hand.page.desk.texts.of(PlanBlock.HELPS).ideas:
        hand.press("idea_leave")
    assert not hand.sees("idea_take")
    assert "No more ideas." in said(hand)


def test_a_sentence_can_be_begun(hand: Hand, shell: Shell) -> None:
    """The beginning stands in the field and is a draft at once."""
    begin = hand.page.desk.texts.of(PlanBlock.SIGNS).starters[0]
    hand.press("add_signs")
    hand.press("show_ideas")
    hand.press("starter_1")
    assert hand.text("field_signs") == begin
    assert shell.autosave.unsaved[0].text == begin


def test_an_empty_card_says_what_it_is_for(hand: Hand) -> None:
    """Until something stands there."""
    hint = hand.page.desk.texts.of(PlanBlock.SIGNS).hint
    assert hint in said(hand)
    hand.press("add_signs")
    hand.type("field_signs", "loud")
    hand.press("keep_signs")
    assert hint not in said(hand)


def test_rule_50_the_share_of_the_child_is_said_in_words(open_plan: Open, played: Place) -> None:
    """On the cards and at the end: how many of how many, who typed, wrote and promised."""
    hand = open_plan(played)
    shares = hand.plan.shares if hand.plan else None
    assert shares is not None
    words = f"{shares.own} of {shares.all} lines are yours."
    assert words in said(hand)
    end = open_plan(replace(played, page=PageName.PLAN_END))
    assert words in said(end)
    assert f"{shares.typed} typed by you" in said(end)
    assert f"{shares.promised} promised by adults" in said(end)


@pytest.mark.parametrize("value", ["yes", "no", "not_sure"])
def test_rule_52_safe_to_take_home_is_asked_where_the_plan_ends(
    open_plan: Open, talk: Place, value: str
) -> None:
    """Kept with the plan's own question, and what follows from it is said."""
    hand = open_plan(replace(talk, page=PageName.PLAN_END))
    hand.press(f"take_home_{value}")
    answers = interviewing.load(hand.ws, hand.page.desk.id).account.answers
    (answer,) = answers
    assert (answer.question_id, answer.values) == (TAKE_HOME, (value,))
    assert ("on paper" in said(hand)) is (value == "yes")
    again = open_plan(replace(talk, page=PageName.PLAN_END))
    assert again.page.first_focus() is again.at(f"take_home_{value}")


def test_rule_52_not_saying_is_kept_as_that(open_plan: Open, talk: Place) -> None:
    """And done leads out without an answer as well."""
    hand = open_plan(replace(talk, page=PageName.PLAN_END))
    hand.press("take_home_chose_not_to_say")
    (answer,) = interviewing.load(hand.ws, hand.page.desk.id).account.answers
    assert (answer.values, answer.blank) == ((), Blank.CHOSE_NOT_TO_SAY)


def test_the_end_of_no_plan_asks_nothing(open_plan: Open, talk: Place, shell: Shell) -> None:
    """A child who wants no plan is not asked about taking it home."""
    went: list[Place] = []
    shell.wanted.connect(went.append)
    hand = open_plan(talk)
    hand.press("decline_plan")
    hand.press("plan_next")
    end = open_plan(went[0])
    assert "No plan this time" in said(end)
    assert not end.sees("take_home_yes")
    end.press("plan_back")
    assert [place.page for place in went] == [PageName.PLAN_END, PageName.CHILD_PLAN]


def test_done_leads_on_once_the_talk_has_ended(
    open_plan: Open, talk: Place, played: Place, shell: Shell
) -> None:
    """To the concerns while the record is open; back to the conversation while it goes on."""
    went: list[Place] = []
    shell.wanted.connect(went.append)
    for place in (talk, played):
        open_plan(replace(place, page=PageName.PLAN_END)).press("plan_done")
    assert [place.page for place in went] == [PageName.CAPTURE, PageName.CONCERNS]
    assert went[1].interview_id == played.interview_id


def test_pause_covers_the_screen(hand: Hand, shell: Shell) -> None:
    """The child may press it; nothing is lost."""
    covered: list[bool] = []
    shell.cover_wanted.connect(lambda: covered.append(True))
    hand.press("plan_pause")
    assert covered == [True]


@pytest.mark.parametrize("part", list(Part))
def test_every_part_is_accessible(open_plan: Open, played: Place, part: Part) -> None:
    """By Tab, by name, by finger."""
    hand = open_plan(replace(played, detail=part.value))
    assert_page_accessible(hand.page, target=CHILD_TARGET)


def test_the_end_is_accessible_also_once_sealed(
    open_plan: Open, talk: Place, signed_interview: SignedInterview
) -> None:
    """Open and sealed."""
    head = signed_interview.account.interview
    open_end = replace(talk, page=PageName.PLAN_END)
    sealed = Place(PageName.PLAN_END, head.case_id, interview_id=head.id)
    for place in (open_end, sealed):
        assert_page_accessible(open_plan(place).page, target=CHILD_TARGET)
