"""Claims about the two practice cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rhi_desktop.domain.clock import ClockState
from rhi_desktop.domain.disclosure import Told, unresolved
from rhi_desktop.domain.episode import Accuracy
from rhi_desktop.domain.interview import Account, DraftInterview, Outcome
from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.domain.reading import Said
from rhi_desktop.resources import resource
from rhi_desktop.workflow import casework, following, interviewing, signing, telling
from rhi_desktop.workflow.story import Story
from rhi_desktop.workflow.views import Stage
from rhi_desktop.workflow.workspace import Workspace

FICTION = re.compile(r"\b0\d{4} \d{6}\b")


@pytest.fixture(name="account")
def _account(workspace: Workspace, moment: Moment) -> Account:
    """The present talk of the longer case, played to its end."""
    story = telling.story_of_min()
    case_id = telling.load_story(workspace, story, moment)
    return interviewing.load(
        workspace, telling.tell_present(workspace, story, case_id, moment)
    ).account


def test_both_cases_wait_for_their_present_talk(workspace: Workspace, moment: Moment) -> None:
    """One clock runs in each; Min's is at 54 of 72 hours before the hour of the talk."""
    telling.load_cases(workspace, moment)
    rows = casework.list_cases(workspace, moment.now)
    assert {row.initials for row in rows} == {"M.T.", "K.R."}
    running = {ClockState.RUNNING, ClockState.DUE_SOON}
    assert all(row.clock.state in running for row in rows)


def test_four_times_away_have_four_ends(workspace: Workspace, moment: Moment) -> None:
    """A whole talk, one declined, one stopped half-way, the present one; the past is sealed."""
    case_id = telling.load_cases(workspace, moment)
    view = casework.open_case(workspace, case_id, moment.now)
    assert len(view.episodes) == 4
    assert [one.head.outcome for one in view.interviews] == [
        Outcome.STOPPED_BY_CHILD,
        Outcome.DECLINED_BY_CHILD,
        Outcome.COMPLETED,
    ]
    assert {one.stage for one in view.interviews} == {Stage.SEALED}
    first = view.episodes[-1]
    assert first.episode.accuracy is Accuracy.DATE_ONLY
    assert first.episode.late is not None
    assert first.clock.state is ClockState.PASSED_BUT_HEARD
    assert view.case.out_of_area


def test_the_present_talk_holds_every_part_of_the_job(account: Account) -> None:
    """Over forty lines in all voices and topics, letters of three languages, nothing left out."""
    assert len(account.lines) > 40
    assert {line.voice for line in account.lines} == set(Voice)
    assert {topic for line in account.lines for topic in line.topics} == set(Topic)
    rendered = [line for line in account.lines if line.rendering is not None]
    assert [line.language for line in rendered] == ["pl"]
    words = " ".join(line.words for line in account.lines)
    assert set("łŁżŷ") <= set(words)
    assert {one.said for one in account.readings} == set(Said)
    assert sum(line.at_read_back for line in account.lines) == 1
    assert all((account.threads, account.actions, account.entities))
    assert {who for one in account.disclosures for who in Told if who not in one.waiting} == set(
        Told
    )
    assert unresolved(account.disclosures) == ()


def test_three_accounts_of_one_night_stand_beside_each_other(account: Account) -> None:
    """The child's, the carer's and the police's: each with whoever said it."""
    tellers = {line.told_by for line in account.lines if line.voice is Voice.TOLD}
    assert any("carer" in who for who in tellers)
    assert any("police" in who for who in tellers)
    assert {tuple(line.keep_from) for line in account.lines} >= {("Mum",), ("Police",)}


def test_the_plan_is_the_childs_and_drawn_on(account: Account) -> None:
    """Lines in most blocks, all authors, two brought forward, a drawing, who may see which part."""
    plan = account.plan
    assert plan is not None
    assert len({line.block for line in plan.lines}) >= len(PlanBlock) - 1
    assert {line.author for line in plan.lines} == set(PlanAuthor)
    assert sum(line.brought_from is not None for line in plan.lines) == 2
    assert plan.drawing is not None
    assert len(plan.drawing.strokes) > 10
    assert (plan.may_not_see, [part.who for part in plan.parts]) == (("Mum",), ["Social worker"])


def test_two_promises_were_made_and_one_was_kept(workspace: Workspace, moment: Moment) -> None:
    """Both come back at the present talk; what the child said about each is in the record."""
    story = telling.story_of_min()
    case_id = telling.load_story(workspace, story, moment)
    open_before = following.asked_last_time(workspace, case_id, moment.now)
    assert [view.follow_up for view in open_before if view.from_plan] == [None, None]
    account = interviewing.load(
        workspace, telling.tell_present(workspace, story, case_id, moment)
    ).account
    assert sorted(one.state.value for one in account.follow_ups) == ["kept", "not_kept"]


@pytest.mark.parametrize("story", [telling.story_of_min(), telling.story_of_kit()])
def test_what_is_open_can_be_sealed_when_it_was_told(
    workspace: Workspace, moment: Moment, story: Story
) -> None:
    """Nothing is left to settle in either case."""
    case_id = telling.load_story(workspace, story, moment)
    told = interviewing.load(workspace, telling.tell_present(workspace, story, case_id, moment))
    assert isinstance(told, DraftInterview)
    assert told.account.interview.ended_at == moment.now
    assert [p for p in signing.gaps(workspace, told) if signing.must_fix(p)] == []


def test_every_number_to_ring_is_one_kept_for_fiction() -> None:
    """No number in the stories can be anybody's."""
    folder = resource("practice")
    for path in (*folder.rglob("*.toml"),):
        numbers = FICTION.findall(_text(path))
        assert all(number.startswith("01632 960") for number in numbers), path.name


def _text(path: Path) -> str:
    return path.read_text("utf-8")
