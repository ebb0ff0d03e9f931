"""Claims about the child's plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.workflow import interviewing, planning
from rhi_desktop.workflow.casework import open_case
from rhi_desktop.workflow.entries import NewPlanLine
from rhi_desktop.workflow.practising import load_practice
from rhi_desktop.workflow.workspace import Workspace


@pytest.fixture
def plan(workspace: Workspace, moment: Moment) -> SafetyPlan:
    """An empty plan."""
    case_id = load_practice(workspace, moment)
    episodes = open_case(workspace, case_id, moment.now).episodes
    talk = interviewing.start(workspace, case_id, [episodes[0].episode.id], moment)
    return planning.open_plan(workspace, talk, moment)


def again(workspace: Workspace, plan: SafetyPlan, at: Moment) -> SafetyPlan:
    """The plan as it stands."""
    return planning.open_plan(workspace, plan.interview_id, at)


@pytest.fixture
def line(workspace: Workspace, plan: SafetyPlan, moment: Moment) -> PlanLine:
    """A line of the child, agreed."""
    new = NewPlanLine(PlanBlock.HELPS, "music in both ears", PlanAuthor.CHILD)
    saved = planning.save_line(workspace, plan.id, new, moment)
    return planning.agree(workspace, saved, Agreed.YES, moment)


def test_opening_twice_gives_the_same_plan(
    workspace: Workspace, plan: SafetyPlan, moment: Moment
) -> None:
    """An interview has one plan."""
    assert again(workspace, plan, moment) == plan


def test_a_line_keeps_words_author_and_promise(
    workspace: Workspace, plan: SafetyPlan, moment: Moment
) -> None:
    """What was given comes back, and nobody has agreed for the child."""
    new = NewPlanLine(
        PlanBlock.ADULTS, "I ring first.", PlanAuthor.ADULT_PROMISE, "Nan", date(2026, 3, 13)
    )
    saved = planning.save_line(workspace, plan.id, new, moment)
    assert again(workspace, plan, moment).lines == (saved,)
    assert (saved.words, saved.promised_by, saved.by_when) == ("I ring first.", "Nan", new.by_when)
    assert saved.agreed is Agreed.NOT_YET


def test_other_words_ask_for_the_child_again(
    workspace: Workspace, line: PlanLine, moment: Moment
) -> None:
    """The child agreed to what stood there, not to what somebody made of it."""
    changed = planning.change_line(workspace, replace(line, words="music"), moment)
    assert (changed.words, changed.agreed) == ("music", Agreed.NOT_YET)


def test_another_block_leaves_the_agreement(
    workspace: Workspace, line: PlanLine, moment: Moment
) -> None:
    """Where a line stands on the page changes nothing the child agreed to."""
    changed = planning.change_line(workspace, replace(line, block=PlanBlock.SIGNS), moment)
    assert (changed.block, changed.agreed) == (PlanBlock.SIGNS, Agreed.YES)


def test_a_line_taken_out_stays_in_the_record(
    workspace: Workspace, plan: SafetyPlan, line: PlanLine, moment: Moment
) -> None:
    """It leaves what stands, and can be put back as it was."""
    out = planning.take_out(workspace, line, moment)
    assert again(workspace, plan, moment).standing == ()
    assert planning.put_back(workspace, out, moment) == line


def test_a_plan_can_be_declined_in_the_childs_words_and_taken_up_again(
    workspace: Workspace, plan: SafetyPlan, line: PlanLine, moment: Moment
) -> None:
    """A refusal is recorded as spoken; the lines stay."""
    said = planning.decline(workspace, plan, "nah not today", moment)
    assert (said.declined, said.declined_words, said.lines) == (True, "nah not today", (line,))
    assert not planning.take_up(workspace, plan, moment).declined


def test_the_child_says_who_may_see_it(
    workspace: Workspace, plan: SafetyPlan, moment: Moment
) -> None:
    """Nobody is on the list before the child says so."""
    assert plan.may_see == ()
    planning.set_may_see(workspace, plan, ["Nan"], moment)
    assert again(workspace, plan, moment).may_see == ("Nan",)


def test_a_line_without_words_is_not_saved(
    workspace: Workspace, plan: SafetyPlan, moment: Moment
) -> None:
    """A blank block is valid and needs no blank line."""
    with pytest.raises(ValueError, match="without words"):
        planning.save_line(
            workspace, plan.id, NewPlanLine(PlanBlock.HELPS, " ", PlanAuthor.CHILD), moment
        )
