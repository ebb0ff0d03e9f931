"""Claims about the list of cases and the page of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.domain.clock import ClockState
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.domain.line import REPLACEMENT
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.errors import VaultError
from rhi_desktop.store.connection import Connection, Row, Value
from rhi_desktop.workflow import casework, following, interviewing, naming, planning
from rhi_desktop.workflow.entries import NewAttempt, NewCase, NewEpisode
from rhi_desktop.workflow.views import Stage
from rhi_desktop.workflow.workspace import Workspace

NOW = datetime(2026, 3, 10, 14, 30, tzinfo=UTC)


def add(ws: Workspace, reference: str, hours_ago: float | None, at: Moment) -> CaseId:
    """A case whose child came back so many hours ago; None for no episode at all."""
    case_id = casework.add_case(ws, NewCase(reference, Child("A.B.", "Bee")), at)
    if hours_ago is not None:
        returned = NOW - timedelta(hours=hours_ago)
        casework.add_episode(ws, case_id, NewEpisode(returned=returned), at)
    return case_id


def episode_of(ws: Workspace, case_id: CaseId) -> EpisodeId:
    """The newest episode of a case."""
    return casework.open_case(ws, case_id, NOW).episodes[0].episode.id


def test_the_least_time_left_stands_on_top_then_what_has_passed_then_the_rest(
    workspace: Workspace, moment: Moment
) -> None:
    """Nobody has to look for the clock that ends first."""
    for reference, hours in (("P", 90.0), ("N", None), ("R", 10.0), ("U", 70.0)):
        add(workspace, reference, hours, moment)
    rows = casework.list_cases(workspace, NOW)
    assert [row.reference for row in rows] == ["U", "R", "P", "N"]
    assert [row.clock.state for row in rows] == [
        ClockState.URGENT,
        ClockState.RUNNING,
        ClockState.OVERDUE,
        ClockState.NOT_STARTED,
    ]
    assert casework.count_cases(workspace) == 4


def test_a_search_finds_reference_initials_and_name(workspace: Workspace, moment: Moment) -> None:
    """Every word counts, in any case; what is not there is not found."""
    add(workspace, "HL-0001", None, moment)
    for words, found in (("hl-00", 1), ("a.b. BEE", 1), ("bee wasp", 0)):
        assert len(casework.list_cases(workspace, NOW, words)) == found


def test_a_row_says_how_far_a_case_came(workspace: Workspace, moment: Moment) -> None:
    """New, offered, talking: by the newest episode."""
    case_id = add(workspace, "S", 10, moment)

    def stage() -> Stage:
        return casework.list_cases(workspace, NOW)[0].stage

    assert stage() is Stage.NEW
    episode_id = episode_of(workspace, case_id)
    offer = NewAttempt(episode_id, NOW, Method.PHONE, OfferedTo.CHILD, Reply.ACCEPTED, "ok")
    casework.record_attempt(workspace, offer, moment)
    assert stage() is Stage.OFFERED
    talk = interviewing.start(workspace, case_id, [episode_id], moment)
    row = casework.list_cases(workspace, NOW)[0]
    assert (row.stage, row.interview_id, row.attempts) == (Stage.TALKING, talk, 1)
    assert row.clock.state is ClockState.MET


def test_a_row_says_the_age_by_the_date_in_london(workspace: Workspace, moment: Moment) -> None:
    """A birthday begins at midnight on the wall, not in UTC."""
    child = Child("A.B.", born=date(2012, 7, 2))
    casework.add_case(workspace, NewCase("B", child), moment)
    eve = datetime(2026, 7, 1, 22, 59, tzinfo=UTC)
    ages = [casework.list_cases(workspace, eve + timedelta(minutes=m))[0].age for m in (0, 1)]
    assert ages == [13, 14]


def test_a_second_episode_takes_nothing_from_the_first(
    workspace: Workspace, moment: Moment
) -> None:
    """Each has its own clock; the newest stands first (rules 8 and 9)."""
    case_id = add(workspace, "T", 100, moment)
    first = episode_of(workspace, case_id)
    casework.add_episode(workspace, case_id, NewEpisode(returned=NOW), moment)
    view = casework.open_case(workspace, case_id, NOW)
    assert [one.clock.state for one in view.episodes] == [ClockState.RUNNING, ClockState.OVERDUE]
    assert view.episodes[1].episode.id == first


def test_one_interview_about_two_episodes_counts_for_each_clock(
    workspace: Workspace, moment: Moment
) -> None:
    """The same talk is in time for one return and late for another."""
    case_id = add(workspace, "V", 100, moment)
    second = casework.add_episode(workspace, case_id, NewEpisode(returned=NOW), moment)
    both = [one.episode.id for one in casework.open_case(workspace, case_id, NOW).episodes]
    assert second in both
    interviewing.start(workspace, case_id, both, moment)
    view = casework.open_case(workspace, case_id, NOW)
    states = [one.clock.state for one in view.episodes]
    assert states == [ClockState.MET, ClockState.PASSED_BUT_HEARD]
    assert [one.stage for one in view.interviews] == [Stage.TALKING]


def test_a_child_talked_with_often_is_asked_for_in_as_many_questions_as_one_talk(
    workspace: Workspace, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its page, its plans, what was promised and who was named: none asks the vault per talk."""
    case_id = add(workspace, "V", 5, moment)
    asked: list[str] = []
    rows = Connection.rows

    def counted(connection: Connection, sql: str, *values: Value) -> list[Row]:
        asked.append(sql)
        return rows(connection, sql, *values)

    def questions() -> int:
        talk = interviewing.start(workspace, case_id, [episode_of(workspace, case_id)], moment)
        planning.decline(workspace, planning.open_plan(workspace, talk, moment), "no", moment)
        asked.clear()
        view = casework.open_case(workspace, case_id, NOW)
        assert len(casework.plans_of(workspace, view)) == len(view.interviews)
        following.asked_last_time(workspace, case_id, NOW)
        naming.names_without_card(workspace, case_id)
        return len(asked)

    monkeypatch.setattr(Connection, "rows", counted)
    assert questions() == [questions() for _ in range(3)][-1]


def test_what_is_written_down_stays_readable(workspace: Workspace, moment: Moment) -> None:
    """Half a surrogate pair anywhere in a case is shown, and stops nothing."""
    child = Child("A.B.", how_to_talk="slow\ud800ly")
    case_id = casework.add_case(workspace, NewCase("W", child, lives_at="x\udfff"), moment)
    case = casework.open_case(workspace, case_id, NOW).case
    assert case.child.how_to_talk == f"slow{REPLACEMENT}ly"
    assert case.lives_at == f"x{REPLACEMENT}"


def test_a_changed_case_and_episode_come_back_changed(workspace: Workspace, moment: Moment) -> None:
    """Saving keeps what the page gave."""
    case_id = add(workspace, "X", 5, moment)
    view = casework.open_case(workspace, case_id, NOW)
    casework.save_case(workspace, replace(view.case, reference="X2"), moment)
    episode = replace(view.episodes[0].episode, reported_by="Nan")
    casework.save_episode(workspace, episode, moment)
    again = casework.open_case(workspace, case_id, NOW)
    assert (again.case.reference, again.episodes[0].episode) == ("X2", episode)


def test_a_case_that_is_not_here_is_named_missing(workspace: Workspace) -> None:
    """A wrong id is refused by its code."""
    with pytest.raises(VaultError) as refused:
        casework.open_case(workspace, CaseId("nowhere"), NOW)
    assert refused.value.code == "record_missing"
