"""Claims about records without a talk, about talks that are prepared, and about facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.attempt import Method, OfferedTo, Reply, offered
from rhi_desktop.domain.clock import ClockState
from rhi_desktop.domain.ending import CarerAsked, CarerInformation, Ending, LateReason
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.domain.interview import DraftInterview, Interview, Meeting, Outcome
from rhi_desktop.domain.line import REPLACEMENT, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import records
from rhi_desktop.workflow import casework, closing, facts, interviewing, signing
from rhi_desktop.workflow.entries import NewAnswer, NewAttempt, NewCase, NewEpisode
from rhi_desktop.workflow.views import CaseRow, Stage
from rhi_desktop.workflow.workspace import Workspace

HOUR = timedelta(hours=1)


def back_since(ws: Workspace, at: Moment, initials: str, hours: int) -> CaseId:
    """A made-up child who came back so many hours ago."""
    earlier = replace(at, now=at.now - timedelta(days=4))
    away = NewEpisode(returned=at.now - hours * HOUR)
    return casework.open_file(ws, NewCase(f"R-{initials}", Child(initials)), away, earlier)


@pytest.fixture
def case_id(workspace: Workspace, moment: Moment) -> CaseId:
    """A child who came back ten hours before the moment."""
    return back_since(workspace, moment, "A.B.", 10)


def newest(ws: Workspace, case_id: CaseId, at: Moment) -> EpisodeId:
    """The newest time away."""
    return casework.open_case(ws, case_id, at.now).episodes[0].episode.id


def row(ws: Workspace, at: Moment) -> CaseRow:
    """The one row of the list."""
    (found,) = casework.list_cases(ws, at.now)
    return found


def test_a_record_without_a_talk_stops_the_clock_and_says_who_decided(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """The outcome, the ending and the time stand; opened again, the clock runs on."""
    record = closing.open_record(workspace, case_id, [newest(workspace, case_id, moment)], moment)
    assert (row(workspace, moment).stage, row(workspace, moment).clock.state) == (
        Stage.PREPARED,
        ClockState.RUNNING,
    )
    carer = CarerInformation(CarerAsked.NOT_SAFE, words="he is the\ud800 one")
    ending = Ending("leave me", carer=carer)
    closed = closing.close_without_talk(
        workspace, record, Outcome.DECLINED_BY_CHILD, ending, moment
    )
    assert (closed.begun, closed.stopped_at, closed.heard_at) == (False, moment.now, None)
    assert closed.ending is not None
    assert closed.ending.carer is not None
    assert closed.ending.carer.words == f"he is the{REPLACEMENT} one"
    found = row(workspace, moment)
    assert (found.stage, found.outcome) == (Stage.ENDED, Outcome.DECLINED_BY_CHILD)
    assert found.clock.state is ClockState.STOPPED
    later = Moment(moment.now + HOUR, moment.draw)
    again = closing.close_without_talk(
        workspace, record, Outcome.DECLINED_BY_CHILD, Ending("no thx"), later
    )
    assert again.ended_at == moment.now
    opened = closing.reopen(workspace, record, later)
    assert (opened.outcome, opened.ended_at, opened.ending) == (None, None, Ending("no thx"))
    assert row(workspace, moment).clock.state is ClockState.RUNNING


def test_a_record_that_was_prepared_is_gone_on_with(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """Nobody is asked twice, and nothing stands twice."""
    about = [newest(workspace, case_id, moment)]
    prepared = interviewing.prepare(workspace, case_id, about, moment)
    assert closing.open_record(workspace, case_id, about, moment) == prepared
    interviewing.begin(workspace, prepared, moment)
    assert closing.open_record(workspace, case_id, about, moment) != prepared


def test_a_talk_in_which_something_was_heard_is_stopped_not_closed(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """Neither does an outcome of a held talk close a record."""
    talk = interviewing.start(workspace, case_id, [newest(workspace, case_id, moment)], moment)
    with pytest.raises(ValueError, match="ended where it was held"):
        closing.close_without_talk(workspace, talk, Outcome.COMPLETED, Ending(), moment)
    interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "i was cold"), moment)
    with pytest.raises(ValueError, match="was heard"):
        closing.close_without_talk(workspace, talk, Outcome.NOT_REACHED, Ending(), moment)


def test_preparing_starts_nothing_and_beginning_takes_the_real_start(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """A talk held on paper yesterday began yesterday; none begins tomorrow."""
    talk = interviewing.prepare(workspace, case_id, [newest(workspace, case_id, moment)], moment)
    interviewing.describe(workspace, talk, "Nan's", "", moment, Meeting.PHONE)
    assert row(workspace, moment).clock.state is ClockState.RUNNING
    with pytest.raises(ValueError, match="later than now"):
        interviewing.begin(workspace, talk, moment, moment.now + HOUR)
    begun = interviewing.begin(workspace, talk, moment, moment.now - 2 * HOUR)
    assert (begun.heard_at, begun.meeting) == (moment.now - 2 * HOUR, Meeting.PHONE)
    assert row(workspace, moment).clock.state is ClockState.MET
    assert row(workspace, moment).stage is Stage.TALKING


def test_rule_3_a_late_stop_leaves_the_list_overdue(workspace: Workspace, moment: Moment) -> None:
    """And the row stands on the list of those whose lateness nobody explained."""
    case_id = back_since(workspace, moment, "C.D.", 80)
    episode = newest(workspace, case_id, moment)
    record = closing.open_record(workspace, case_id, [episode], moment)
    closing.close_without_talk(workspace, record, Outcome.NOT_REACHED, Ending(), moment)
    found = row(workspace, moment)
    assert (found.clock.state, found.unexplained) == (ClockState.OVERDUE, True)


def test_rule_4_put_off_for_welfare_pauses_nothing_and_explains(
    workspace: Workspace, moment: Moment
) -> None:
    """The clock says the same; the case leaves the list of those without a reason."""
    case_id = back_since(workspace, moment, "C.D.", 80)
    before = row(workspace, moment)
    episode = newest(workspace, case_id, moment)
    casework.say_why_late(workspace, episode, LateReason.WELFARE_FIRST, "asleep", moment)
    after = row(workspace, moment)
    assert (before.unexplained, after.unexplained) == (True, False)
    assert after.clock == before.clock
    taken_back = casework.say_why_late(workspace, episode, None, "asleep", moment)
    assert (taken_back.late, taken_back.late_words) == (None, "")


def test_rule_8_one_interview_covers_several_times_away(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """Each keeps its own result, and the talk stands with both."""
    first = newest(workspace, case_id, moment)
    second = casework.add_episode(workspace, case_id, NewEpisode(returned=moment.now), moment)
    talk = interviewing.prepare(workspace, case_id, [first], moment)
    with pytest.raises(ValueError, match="at least one"):
        interviewing.cover(workspace, talk, [], moment)
    interviewing.cover(workspace, talk, [first, second], moment)
    interviewing.begin(workspace, talk, moment)
    view = casework.open_case(workspace, case_id, moment.now)
    assert view.open_episodes == ()
    for episode in (first, second):
        about = view.talk_about(episode)
        assert about is not None
        assert about.head.id == talk


def test_rule_8_a_talk_meets_no_time_away_that_began_after_it(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """List and case page say so; the talk that follows counts, however early the other one was."""
    later = replace(moment, now=moment.now + timedelta(days=9))
    gone = NewEpisode(moment.now + timedelta(days=2), returned=moment.now + timedelta(days=5))
    first = newest(workspace, case_id, moment)
    talk = interviewing.start(workspace, case_id, [first], moment)
    second = casework.add_episode(workspace, case_id, gone, later)
    interviewing.cover(workspace, talk, [first, second], later)
    view = casework.open_case(workspace, case_id, later.now)
    assert [one.clock.state for one in view.episodes] == [ClockState.OVERDUE, ClockState.MET]
    assert [one.episode.id for one in view.open_episodes] == [second]
    assert row(workspace, later).clock == view.episodes[0].clock
    draft = interviewing.load(workspace, talk)
    assert isinstance(draft, DraftInterview)
    found = [one.where for one in signing.gaps(workspace, draft) if one.code == "talk_before_away"]
    assert found == [second]
    interviewing.start(workspace, case_id, [second], later)
    heard = casework.open_case(workspace, case_id, later.now).episodes[0].clock
    assert heard.state is ClockState.PASSED_BUT_HEARD
    assert row(workspace, later).clock == heard


def test_rule_8_what_was_settled_before_the_child_went_settles_nothing_later(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """The clock of the later time away runs, and stands among those that run in the list."""
    later = replace(moment, now=moment.now + timedelta(days=5))
    first = newest(workspace, case_id, moment)
    record = closing.open_record(workspace, case_id, [first], moment)
    declined = Outcome.DECLINED_BY_CHILD
    closing.close_without_talk(workspace, record, declined, Ending(words="no"), moment)
    other = casework.open_file(
        workspace,
        NewCase("R-2", Child("C.D.")),
        NewEpisode(returned=later.now - timedelta(hours=1)),
        later,
    )
    gone = NewEpisode(moment.now + timedelta(days=2), returned=later.now - timedelta(hours=50))
    second = casework.add_episode(workspace, case_id, gone, later)
    interviewing.cover(workspace, record, [first, second], later)
    rows = casework.list_cases(workspace, later.now)
    assert [one.case_id for one in rows] == [case_id, other]
    assert rows[0].clock.state is ClockState.DUE_SOON
    view = casework.open_case(workspace, case_id, later.now)
    assert rows[0].clock == view.episodes[0].clock


def test_rule_9_a_second_time_away_leaves_the_first_open_and_whole(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """Both clocks run; nothing is written over."""
    before = casework.open_case(workspace, case_id, moment.now).episodes
    casework.add_episode(workspace, case_id, NewEpisode(returned=moment.now), moment)
    view = casework.open_case(workspace, case_id, moment.now)
    assert view.open_episodes == view.episodes
    assert view.episodes[1:] == before


@pytest.mark.parametrize(
    ("method", "reply", "is_offer"),
    [
        (Method.PHONE, Reply.NO_ANSWER, False),
        (Method.HOME_VISIT, Reply.NOT_REACHED, False),
        (Method.LETTER, Reply.NO_ANSWER, True),
        (Method.ONLINE_CHAT, Reply.DECLINED, True),
    ],
)
def test_rule_16_offered_needs_an_attempt_that_reached_somebody(
    workspace: Workspace, moment: Moment, method: Method, reply: Reply, *, is_offer: bool
) -> None:
    """Or a letter; until then the list says that somebody tried."""
    case_id = back_since(workspace, moment, "C.D.", 5)
    episode = newest(workspace, case_id, moment)
    new = NewAttempt(episode, moment.now, method, OfferedTo.BOTH, reply, "", "Jo")
    casework.record_attempt(workspace, new, moment)
    (kept,) = casework.open_case(workspace, case_id, moment.now).attempts
    assert kept.made_by == "Jo"
    assert offered([kept]) is is_offer
    assert row(workspace, moment).stage is (Stage.OFFERED if is_offer else Stage.TRIED)


def test_facts_of_a_child_and_of_a_time_away_stay_apart(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """A later answer is a revision of the same fact; taking back what never stood writes none."""
    episode = newest(workspace, case_id, moment)
    facts.put_fact(workspace, case_id, None, NewAnswer("school"), moment)
    assert facts.facts_of(workspace, case_id) == ()
    first = facts.put_fact(workspace, case_id, None, NewAnswer("school", ("Harbour",)), moment)
    away = facts.put_fact(workspace, case_id, episode, NewAnswer("risk", ("high",)), moment)
    later = facts.put_fact(
        workspace, case_id, None, NewAnswer("school", (), Blank.NOT_ASKED, "why"), moment
    )
    assert later.id == first.id
    assert facts.facts_of(workspace, case_id) == (later,)
    assert facts.facts_of(workspace, case_id, episode) == (away,)
    assert (later.values, later.blank, later.reason) == ((), Blank.NOT_ASKED, "why")


def test_a_begun_record_says_no_more_that_there_was_no_talk(
    workspace: Workspace, moment: Moment, case_id: CaseId
) -> None:
    """A child may change their mind: the talk counts, what they said before stays."""
    about = [newest(workspace, case_id, moment)]
    record = closing.open_record(workspace, case_id, about, moment)
    closing.close_without_talk(workspace, record, Outcome.DECLINED_BY_CHILD, Ending("no"), moment)
    interviewing.begin(workspace, record, moment)
    head = records.load(workspace.store, Kind.INTERVIEW, record, Interview)
    assert (head.outcome, head.heard_at, head.ending) == (None, moment.now, Ending("no"))
