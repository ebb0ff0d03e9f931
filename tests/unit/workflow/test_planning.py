"""Claims about the child's plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.workflow import casework, interviewing, planning, sharing
from rhi_desktop.workflow.entries import NewCase, NewEpisode, NewPlanLine
from rhi_desktop.workflow.workspace import Workspace


@pytest.fixture
def plan(workspace: Workspace, moment: Moment) -> SafetyPlan:
    """An empty plan."""
    case_id = casework.add_case(workspace, NewCase("R-0300", Child("K.O.")), moment)
    episode = casework.add_episode(workspace, case_id, NewEpisode(), moment)
    talk = interviewing.start(workspace, case_id, [episode], moment)
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


def test_rule_51_a_line_keeps_words_author_and_promise(
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
    sharing.set_may_see(workspace, plan, ["Nan"], moment)
    assert again(workspace, plan, moment).may_see == ("Nan",)


def test_a_line_without_words_is_not_saved(
    workspace: Workspace, plan: SafetyPlan, moment: Moment
) -> None:
    """A blank block is valid and needs no blank line."""
    with pytest.raises(ValueError, match="without words"):
        planning.save_line(
            workspace, plan.id, NewPlanLine(PlanBlock.HELPS, " ", PlanAuthor.CHILD), moment
        )


def talk_after(workspace: Workspace, plan: SafetyPlan, at: Moment) -> SafetyPlan:
    """The empty plan of a later talk about the same child."""
    head = interviewing.load(workspace, plan.interview_id).account.interview
    later = interviewing.start(workspace, plan.case_id, head.episode_ids, at)
    return planning.open_plan(workspace, later, at)


def test_the_newest_earlier_plan_is_offered(
    workspace: Workspace, plan: SafetyPlan, line: PlanLine, moment: Moment
) -> None:
    """Never the present one, an empty one, or one that the child did not want."""
    assert planning.earlier_plan(workspace, plan.interview_id) is None
    blank = talk_after(workspace, plan, moment)
    declined = talk_after(workspace, plan, moment)
    planning.save_line(
        workspace, declined.id, NewPlanLine(PlanBlock.ME, "x", PlanAuthor.CHILD), moment
    )
    planning.decline(workspace, declined, "", moment)
    now = talk_after(workspace, plan, moment)
    for later in (blank, declined, now):
        found = planning.earlier_plan(workspace, later.interview_id)
        assert found is not None
        assert found.lines == (line,)


def test_nothing_is_carried_over_by_itself(
    workspace: Workspace, plan: SafetyPlan, line: PlanLine, moment: Moment
) -> None:
    """A later plan begins empty; a line comes only by an act, and as not yet agreed."""
    now = talk_after(workspace, plan, moment)
    assert now.lines == ()
    brought = planning.bring_forward(workspace, now.id, line, moment)
    assert (brought.words, brought.author) == (line.words, line.author)
    assert (brought.agreed, brought.brought_from) == (Agreed.NOT_YET, line.id)
    assert planning.bring_forward(workspace, now.id, line, moment) == brought
    assert again(workspace, now, moment).lines == (brought,)


def test_a_promise_comes_forward_without_its_day(
    workspace: Workspace, plan: SafetyPlan, moment: Moment
) -> None:
    """The old day has passed or was kept; whoever promises again says by when."""
    new = NewPlanLine(PlanBlock.ADULTS, "ring", PlanAuthor.ADULT_PROMISE, "Nan", date(2026, 3, 13))
    old = planning.save_line(workspace, plan.id, new, moment)
    now = talk_after(workspace, plan, moment)
    brought = planning.bring_forward(workspace, now.id, old, moment)
    assert (brought.promised_by, brought.by_when) == ("Nan", None)


def test_not_any_more_is_kept_and_can_be_taken_back(
    workspace: Workspace, plan: SafetyPlan, line: PlanLine, moment: Moment
) -> None:
    """The record says that the child looked at it and does not want it."""
    now = talk_after(workspace, plan, moment)
    gone = planning.not_any_more(workspace, now.id, line, moment)
    assert gone.struck_at == moment.now
    assert again(workspace, now, moment).standing == ()
    back = planning.bring_forward(workspace, now.id, line, moment)
    assert (back.id, back.struck_at) == (gone.id, None)


def test_rule_49_any_block_may_stay_empty_and_a_plan_may_be_declined(
    workspace: Workspace, plan: SafetyPlan, moment: Moment
) -> None:
    """Every block of the plan takes lines, none has to; no plan keeps the child's words."""
    assert plan.standing == ()
    for block in PlanBlock:
        new = NewPlanLine(block, "mine", PlanAuthor.CHILD)
        planning.save_line(workspace, plan.id, new, moment)
    assert [kept.block for kept in again(workspace, plan, moment).lines] == list(PlanBlock)
    assert len(PlanBlock) == 13
    said = planning.decline(workspace, plan, "dont need one", moment)
    assert (said.declined, said.declined_words) == (True, "dont need one")


def test_rule_50_the_share_of_the_child_can_be_counted(
    workspace: Workspace, plan: SafetyPlan, line: PlanLine, moment: Moment
) -> None:
    """Typed, written down for the child, promised; a line taken out counts no more."""
    for author in (PlanAuthor.WRITTEN_FOR_CHILD, PlanAuthor.ADULT_PROMISE, PlanAuthor.CHILD):
        new = NewPlanLine(PlanBlock.ADULTS, "x", author)
        last = planning.save_line(workspace, plan.id, new, moment)
    planning.take_out(workspace, last, moment)
    shares = again(workspace, plan, moment).shares
    assert (shares.typed, shares.written, shares.promised) == (1, 1, 1)
    assert (shares.own, shares.all) == (2, 3)
    assert line.author is PlanAuthor.CHILD
