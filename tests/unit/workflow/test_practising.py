"""Claims about the practice conversation."""

from __future__ import annotations

from rhi_desktop.domain.clock import ClockState
from rhi_desktop.domain.interview import DraftInterview
from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor
from rhi_desktop.workflow import casework, interviewing, practising, signing
from rhi_desktop.workflow.workspace import Workspace


def test_the_talk_can_be_played_on_any_day_and_leaves_nothing_to_settle(
    workspace: Workspace, moment: Moment
) -> None:
    """It ends at this moment, in time, and could be sealed at once."""
    case_id = practising.load_practice(workspace, moment)
    talk = practising.play_talk(workspace, case_id, moment)
    draft = interviewing.load(workspace, talk)
    assert isinstance(draft, DraftInterview)
    assert draft.account.interview.ended_at == moment.now
    assert not any(map(signing.must_fix, signing.gaps(workspace, draft)))
    row = casework.list_cases(workspace, moment.now)[0]
    assert (row.clock.state, row.attempts) == (ClockState.MET, 2)


def test_the_talk_has_every_voice_and_every_author(workspace: Workspace, moment: Moment) -> None:
    """Whoever tries the app meets each of them once."""
    case_id = practising.load_practice(workspace, moment)
    account = interviewing.load(workspace, practising.play_talk(workspace, case_id, moment)).account
    assert {line.voice for line in account.lines} == set(Voice)
    assert {topic for line in account.lines for topic in line.topics} < set(Topic)
    assert account.plan is not None
    assert {line.author for line in account.plan.lines} == set(PlanAuthor)
    assert any(line.keep_from for line in account.lines)
