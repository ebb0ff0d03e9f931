"""Claims about who may see the child's plan (rule 53)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.domain.plan import PartSeen, PlanBlock, SafetyPlan, SeenAnyway, Sight
from rhi_desktop.workflow import casework, interviewing, planning, sharing
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace

Share = Callable[..., SafetyPlan]


@pytest.fixture
def plan(workspace: Workspace, moment: Moment) -> SafetyPlan:
    """An empty plan."""
    case_id = casework.add_case(workspace, NewCase("R-0300", Child("K.O.")), moment)
    episode = casework.add_episode(workspace, case_id, NewEpisode(), moment)
    talk = interviewing.start(workspace, case_id, [episode], moment)
    return planning.open_plan(workspace, talk, moment)


@pytest.fixture
def share(workspace: Workspace, plan: SafetyPlan, moment: Moment) -> Share:
    """The child decides about one person."""

    def decide(who: str, sight: Sight, *blocks: PlanBlock) -> SafetyPlan:
        return sharing.share(workspace, plan, who, sight, moment, blocks)

    return decide


def test_rule_53_the_child_decides_for_each_person(share: Share) -> None:
    """All of it, these parts, no, or nothing yet: four answers, and no blank is a no."""
    share("Nan", Sight.ALL)
    share("School", Sight.PARTS, PlanBlock.REVIEW, PlanBlock.SIGNS)
    plan = share("Dad", Sight.NO)
    assert [plan.sight_of(who) for who in ("Nan", "School", "Dad", "Police")] == [
        Sight.ALL,
        Sight.PARTS,
        Sight.NO,
        Sight.UNSAID,
    ]
    assert plan.may_see == ("Nan", "School")
    assert plan.parts_for("School") == (PlanBlock.SIGNS, PlanBlock.REVIEW)
    assert plan.may_not_see == ("Dad",)
    assert plan.parts_for("Nan") == ()


def test_a_child_may_change_their_mind_and_people_keep_their_places(share: Share) -> None:
    """From a part to no, from no to all, and back to nothing said."""
    share("School", Sight.PARTS, PlanBlock.SIGNS)
    share("Nan", Sight.ALL)
    share("School", Sight.PARTS, PlanBlock.WISHES)
    plan = share("School", Sight.ALL)
    assert (plan.may_see, plan.parts) == (("School", "Nan"), ())
    plan = share("School", Sight.NO)
    assert (plan.may_see, plan.may_not_see) == (("Nan",), ("School",))
    plan = share("School", Sight.UNSAID)
    assert (plan.may_see, plan.may_not_see, plan.parts) == (("Nan",), (), ())


def test_several_at_once_keep_the_parts_of_those_who_stay(
    workspace: Workspace, plan: SafetyPlan, moment: Moment, share: Share
) -> None:
    """Whoever is let go sees nothing; whoever may see it was not said no to."""
    share("School", Sight.PARTS, PlanBlock.SIGNS)
    share("Nan", Sight.PARTS, PlanBlock.ME)
    share("Dad", Sight.NO)
    kept = sharing.set_may_see(workspace, plan, ["School", "Dad"], moment)
    assert kept.parts == (PartSeen("School", (PlanBlock.SIGNS,)),)
    assert (kept.may_see, kept.may_not_see) == (("School", "Dad"), ())


def test_rule_53_who_sees_it_anyway_has_a_reason_and_says_if_the_child_was_told(
    workspace: Workspace, plan: SafetyPlan, moment: Moment
) -> None:
    """Once for each person, the newest reason stands; the child's no stays beside it."""
    sharing.share(workspace, plan, "Police", Sight.NO, moment)
    first = SeenAnyway("Police", "someone could be hurt tonight", child_told=False)
    told = SeenAnyway("Police", "someone could be hurt tonight", child_told=True)
    sharing.see_anyway(workspace, plan, first, moment)
    kept = sharing.see_anyway(workspace, plan, told, moment)
    assert kept.anyway == (told,)
    assert kept.sight_of("Police") is Sight.NO
    assert sharing.not_anyway(workspace, plan, "Police", moment).anyway == ()


@pytest.mark.parametrize(("who", "because"), [("", "harm"), ("Police", "  ")])
def test_nobody_sees_it_anyway_without_name_and_reason(
    workspace: Workspace, plan: SafetyPlan, moment: Moment, who: str, because: str
) -> None:
    """An override without a reason is none."""
    with pytest.raises(ValueError, match="why"):
        sharing.see_anyway(workspace, plan, SeenAnyway(who, because, child_told=True), moment)


def test_nobody_is_nobody(share: Share) -> None:
    """A person has a name, and half a letter does not break the vault."""
    with pytest.raises(ValueError, match="name"):
        share("  ", Sight.ALL)
    assert share("Na\ud800n ", Sight.ALL).may_see == ("Na\ufffdn",)
