"""Claims about keeping the child's drawing."""

from __future__ import annotations

import pytest

from rhi_desktop.domain.drawing import HEIGHT, MOST, WIDTH, Stroke
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.domain.plan import SafetyPlan
from rhi_desktop.store import plans
from rhi_desktop.workflow import casework, drawing, interviewing, planning
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace


@pytest.fixture
def plan(workspace: Workspace, moment: Moment) -> SafetyPlan:
    """An empty plan."""
    case_id = casework.add_case(workspace, NewCase("R-0300", Child("K.O.")), moment)
    episode = casework.add_episode(workspace, case_id, NewEpisode(), moment)
    talk = interviewing.start(workspace, case_id, [episode], moment)
    return planning.open_plan(workspace, talk, moment)


def test_strokes_come_back_exactly_as_drawn(
    workspace: Workspace, plan: SafetyPlan, moment: Moment
) -> None:
    """A dot, the same point twice, the corners of the paper: nothing is smoothed or thinned."""
    strokes = (Stroke((5, 5)), Stroke((0, 0, WIDTH, HEIGHT, WIDTH, HEIGHT, 3, 4), 160))
    kept = drawing.save_drawing(workspace, plan.id, strokes, "me  nans dog", moment)
    found = plans.plan(workspace.store, plan.id).drawing
    assert found == kept
    assert found is not None
    assert (found.strokes, found.caption) == (strokes, "me  nans dog")


def test_a_plan_has_one_sheet(workspace: Workspace, plan: SafetyPlan, moment: Moment) -> None:
    """Drawing on makes a new revision of the same one; an empty sheet is a blank one."""
    first = drawing.save_drawing(workspace, plan.id, [Stroke((1, 1))], "", moment)
    again = drawing.save_drawing(workspace, plan.id, [], "nothing", moment)
    assert again.id == first.id
    assert plans.plan(workspace.store, plan.id).drawing == again


@pytest.mark.parametrize(
    "strokes",
    [
        [Stroke((WIDTH + 1, 0))],
        [Stroke((1, 2, 3))],
        [Stroke(())],
        [Stroke((1, 1), 0)],
        [Stroke((1, 1) * (MOST + 1))],
    ],
)
def test_what_does_not_fit_on_the_sheet_is_not_kept(
    workspace: Workspace, plan: SafetyPlan, moment: Moment, strokes: list[Stroke]
) -> None:
    """Off the paper, half a point, none, no pen, or more than a sheet holds."""
    with pytest.raises(ValueError, match="fit"):
        drawing.save_drawing(workspace, plan.id, strokes, "", moment)
    assert plans.plan(workspace.store, plan.id).drawing is None
