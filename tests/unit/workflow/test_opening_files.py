"""Claims about a child and a time away that are written together: both, or neither."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace
from tests.vaults import contents

NEW = NewCase("R-0200", Child("K.O."))


class NoMoreRandomnessError(Exception):
    """Stands for anything that breaks between the first half and the second."""


def running_dry(at: Moment, after: int) -> Moment:
    """A moment whose randomness ends after so many draws."""
    return replace(at, draw=_failing(at.draw, after))


def _failing(draw: Callable[[int], bytes], after: int) -> Callable[[int], bytes]:
    left = after

    def drawn(length: int) -> bytes:
        nonlocal left
        left -= 1
        if left < 0:
            raise NoMoreRandomnessError
        return draw(length)

    return drawn


@pytest.fixture
def opened(workspace: Workspace, moment: Moment) -> CaseId:
    """A made-up child with one time away."""
    return casework.open_file(workspace, NEW, NewEpisode(reported_by="dad"), moment)


def test_a_file_is_opened_with_its_first_time_away(
    workspace: Workspace, opened: CaseId, moment: Moment
) -> None:
    """One press, one child, one episode."""
    view = casework.open_case(workspace, opened, moment.now)
    assert (view.case.child.initials, len(view.episodes)) == ("K.O.", 1)


@pytest.mark.parametrize("after", range(4))
def test_what_breaks_half_way_leaves_nothing(
    workspace: Workspace, moment: Moment, after: int
) -> None:
    """Wherever it breaks, not one row is written."""
    before = contents(workspace)
    with pytest.raises(NoMoreRandomnessError):
        casework.open_file(workspace, NEW, NewEpisode(), running_dry(moment, after))
    assert contents(workspace) == before


def test_a_change_and_a_new_time_away_go_together(
    workspace: Workspace, opened: CaseId, moment: Moment
) -> None:
    """A break after the change of the child takes the change back."""
    case = casework.open_case(workspace, opened, moment.now).case
    changed = replace(case, lives_at="2 Lock Cottages")
    before = contents(workspace)
    with pytest.raises(NoMoreRandomnessError):
        casework.go_on_with(workspace, opened, changed, NewEpisode(), running_dry(moment, 1))
    assert contents(workspace) == before
    casework.go_on_with(workspace, opened, changed, NewEpisode(), moment)
    view = casework.open_case(workspace, opened, moment.now)
    assert (view.case, len(view.episodes)) == (changed, 2)


def test_only_what_was_changed_is_written(
    workspace: Workspace, opened: CaseId, moment: Moment
) -> None:
    """Nothing for nothing; either half alone; both in one commit or none."""
    view, before = casework.open_case(workspace, opened, moment.now), contents(workspace)
    casework.correct(workspace, None, None, moment)
    assert contents(workspace) == before
    case = replace(view.case, lives_at="with an aunt")
    away = replace(view.episodes[0].episode, reported_by="an aunt")
    with pytest.raises(NoMoreRandomnessError):
        casework.correct(workspace, case, away, running_dry(moment, 1))
    assert contents(workspace) == before
    casework.correct(workspace, case, away, moment)
    now = casework.open_case(workspace, opened, moment.now)
    assert (now.case, now.episodes[0].episode) == (case, away)
