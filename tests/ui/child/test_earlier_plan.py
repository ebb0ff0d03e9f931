"""Claims about bringing lines forward: each one looked at by the child, none by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import interviewing, planning
from rhi_desktop.workflow.entries import NewPlanLine
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import CHILD_TARGET, assert_page_accessible
from tests.ui.child.conftest import Dressed, Hand, Open


@pytest.fixture
def place(talk: Place, workspace: Workspace, moment: Moment) -> Place:
    """A second talk, after one whose plan holds three lines."""
    assert talk.interview_id is not None
    plan = planning.open_plan(workspace, talk.interview_id, moment)
    for new in (
        NewPlanLine(PlanBlock.SIGNS, "when doors bang", PlanAuthor.CHILD),
        NewPlanLine(PlanBlock.PLACES, "nans shed", PlanAuthor.WRITTEN_FOR_CHILD),
        NewPlanLine(PlanBlock.ADULTS, "ring me", PlanAuthor.ADULT_PROMISE, "Mum", date(2026, 3, 1)),
    ):
        planning.agree(
            workspace, planning.save_line(workspace, plan.id, new, moment), Agreed.YES, moment
        )
    head = interviewing.load(workspace, talk.interview_id).account.interview
    later = interviewing.start(workspace, head.case_id, head.episode_ids, moment)
    return replace(talk, page=PageName.PLAN_EARLIER, interview_id=later)


@pytest.fixture
def hand(open_plan: Open, place: Place) -> Hand:
    """A person at the plan from last time."""
    return open_plan(place)


def said(hand: Hand) -> str:
    """Every word that can be seen."""
    labels = hand.page.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def test_nothing_comes_along_by_looking(hand: Hand) -> None:
    """What is left stays behind; the page says how many lines nobody looked at."""
    assert "3 lines to look at" in said(hand)
    hand.press("plan_skip")
    assert hand.plan is None


def test_rule_56_a_line_that_is_kept_is_confirmed_by_the_child(hand: Hand) -> None:
    """It stands as not yet agreed, and asks; the answer is the child's."""
    hand.press("keep_1")
    (line,) = hand.lines
    assert (line.words, line.agreed) == ("when doors bang", Agreed.NOT_YET)
    assert line.brought_from is not None
    assert QApplication.focusWidget() is hand.at("keep_1")
    hand.press("agree_1_yes")
    assert hand.lines[0].agreed is Agreed.YES
    assert "2 lines to look at" in said(hand)


def test_not_any_more_is_kept_and_can_be_changed(hand: Hand) -> None:
    """The line is in no plan, the record says that it was looked at."""
    hand.press("gone_2")
    assert not hand.lines
    assert hand.plan is not None
    assert hand.plan.lines[0].struck_at is not None
    hand.press("keep_2")
    assert [line.words for line in hand.lines] == ["nans shed"]
    assert hand.lines[0].author is PlanAuthor.WRITTEN_FOR_CHILD


def test_change_it_opens_the_line_in_its_card(open_plan: Open, hand: Hand, shell: Shell) -> None:
    """On the page of its part, with the words of last time."""
    went: list[Place] = []
    shell.wanted.connect(went.append)
    hand.press("change_2")
    (there,) = went
    cards = open_plan(there)
    assert cards.text("field_places") == "nans shed"
    cards.type("field_places", " or nans")
    cards.press("keep_places")
    assert cards.words == ["nans shed or nans"]
    assert cards.lines[0].brought_from is not None


def test_a_promise_says_anew_by_when(hand: Hand) -> None:
    """Who promised stays; the old day does not come along."""
    hand.press("keep_3")
    (line,) = hand.lines
    assert (line.promised_by, line.by_when) == ("Mum", None)
    assert "Mum promises. By when?" in said(hand)


def test_the_cards_offer_the_plan_from_last_time(
    open_plan: Open, talk: Place, place: Place
) -> None:
    """Only where there is one."""
    assert not open_plan(talk).sees("part_earlier")
    assert open_plan(replace(place, page=PageName.CHILD_PLAN)).sees("part_earlier")


def test_with_every_line_looked_at_it_says_so(hand: Hand) -> None:
    """Each one decided by a person."""
    for name in ("keep_1", "gone_2", "gone_3"):
        hand.press(name)
    assert "You have looked at every line." in said(hand)


@pytest.mark.parametrize("states", [(), ("keep_1", "gone_2")])
def test_every_state_is_accessible(hand: Hand, states: tuple[str, ...]) -> None:
    """By Tab, by name, by finger."""
    for name in states:
        hand.press(name)
    assert_page_accessible(hand.page, target=CHILD_TARGET)


@pytest.mark.parametrize("look", [Theme(Mode.LIGHT, 2.0), Theme(Mode.CONTRAST, 1.25)])
def test_nothing_is_cut_at_any_size(dressed: Dressed, place: Place, look: Theme) -> None:
    """One column at 200 %."""
    assert_page_accessible(dressed(place, look), target=look.px(CHILD_TARGET))
