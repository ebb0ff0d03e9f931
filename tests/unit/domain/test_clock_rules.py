"""Claims about the clock, one for each rule of the guidance that it keeps: rules 1 to 6 and 8."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from rhi_desktop.domain import clock
from rhi_desktop.domain.clock import ClockState
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId, PersonId
from rhi_desktop.domain.interview import Interview, Outcome, PackRef
from rhi_desktop.domain.person import Interviewer

BACK = datetime(2026, 3, 10, 12, tzinfo=UTC)
DUE = BACK + timedelta(hours=72)
LATER = DUE + timedelta(days=3)


def away(returned: datetime | None = BACK, accuracy: Accuracy = Accuracy.EXACT) -> Episode:
    """A time away of which only the return matters here."""
    return Episode(EpisodeId("e"), CaseId("c"), returned=returned, accuracy=accuracy)


def talk(at: datetime, outcome: Outcome | None = None, *, begun: bool = True) -> Interview:
    """An interview that began, or a record that was opened, at a time."""
    return Interview(
        InterviewId("i"),
        CaseId("c"),
        (EpisodeId("e"),),
        PackRef("p", "0" * 64),
        Interviewer(PersonId("w"), "Sam Price", "Interviewer", "Harbour"),
        at,
        begun=begun,
        outcome=outcome,
        ended_at=at if outcome else None,
    )


def test_rule_1_without_a_return_time_no_clock_starts() -> None:
    """Found, reported and last seen start nothing, whatever became of the talk."""
    known = Episode(EpisodeId("e"), CaseId("c"), last_seen=BACK, reported=BACK, found=BACK)
    for result in (talk(BACK), talk(BACK, Outcome.DECLINED_BY_CHILD, begun=False)):
        said = clock.result(known, result, 72, LATER)
        assert said == clock.Clock(ClockState.NOT_STARTED)


@pytest.mark.parametrize(
    ("day", "at", "fold", "due"),
    [
        (date(2026, 3, 27), time(18), None, "Mon 30 Mar 2026 19:00 BST"),
        (date(2026, 10, 24), time(10), None, "Tue 27 Oct 2026 09:00 GMT"),
        (date(2026, 12, 24), time(21, 40), None, "Sun 27 Dec 2026 21:40 GMT"),
        (date(2026, 10, 25), time(1, 30), 0, "Wed 28 Oct 2026 00:30 GMT"),
        (date(2026, 10, 25), time(1, 30), 1, "Wed 28 Oct 2026 01:30 GMT"),
    ],
)
def test_rule_2_seventy_two_elapsed_hours_through_both_clock_changes(
    day: date, at: time, fold: int | None, due: str
) -> None:
    """The four vectors, the last of them with both passes of the hour that comes twice."""
    found = clock.state(away(clock.local_time(day, at, fold)), None, 72, BACK).due
    assert found is not None
    assert clock.local(found).strftime("%a %d %b %Y %H:%M %Z") == due


def test_rule_2_what_is_left_is_counted_to_the_minute() -> None:
    """Hours and minutes are those that pass, from the return on."""
    left = clock.state(away(), None, 72, BACK + timedelta(hours=10, minutes=17)).left
    assert left == timedelta(hours=61, minutes=43)


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (timedelta(0), ClockState.RUNNING),
        (timedelta(hours=48), ClockState.DUE_SOON),
        (timedelta(hours=66), ClockState.URGENT),
        (timedelta(hours=72), ClockState.URGENT),
        (timedelta(hours=72, minutes=1), ClockState.OVERDUE),
    ],
)
def test_rule_3_the_states_of_a_running_clock(after: timedelta, state: ClockState) -> None:
    """Running, due soon, urgent, overdue; a record that is only prepared changes none of them."""
    now = BACK + after
    assert clock.state(away(), None, 72, now).state is state
    assert clock.result(away(), talk(now, begun=False), 72, now).state is state


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.held])
def test_rule_3_no_outcome_without_a_talk_makes_overdue_met(outcome: Outcome) -> None:
    """A stop in time is a stop; a stop after the due time leaves the clock overdue."""
    in_time = clock.result(away(), talk(DUE, outcome, begun=False), 72, LATER)
    late = clock.result(away(), talk(DUE + timedelta(minutes=1), outcome, begun=False), 72, LATER)
    assert (in_time.state, late.state) == (ClockState.STOPPED, ClockState.OVERDUE)


def test_rule_3_met_is_only_the_start_of_a_talk_within_the_hours() -> None:
    """Also of one that the child stopped half-way."""
    for outcome in (None, Outcome.COMPLETED, Outcome.STOPPED_BY_CHILD):
        assert clock.result(away(), talk(DUE, outcome), 72, LATER).state is ClockState.MET
        late = clock.result(away(), talk(DUE + timedelta(seconds=1), outcome), 72, LATER)
        assert late.state is ClockState.PASSED_BUT_HEARD


def test_rule_4_nothing_pauses_the_clock() -> None:
    """Neither Christmas nor a reason for being late, be it the child's welfare."""
    christmas = clock.local_time(date(2026, 12, 24), time(21, 40))
    plain = clock.state(away(christmas), None, 72, christmas + timedelta(hours=30))
    assert plain.left == timedelta(hours=42)
    put_off = replace(away(christmas), late=LateReason.WELFARE_FIRST)
    assert clock.state(put_off, None, 72, christmas + timedelta(hours=30)) == plain


def test_rule_5_a_talk_before_the_return_is_in_time_and_says_so() -> None:
    """The child may talk before going back."""
    found = clock.result(away(), talk(BACK - timedelta(hours=3)), 72, LATER)
    assert (found.state, found.before_return) == (ClockState.MET, True)
    assert not clock.result(away(), talk(BACK), 72, LATER).before_return


def test_rule_5_a_talk_from_before_the_child_went_is_about_another_time() -> None:
    """Linked to a later time away as well, it neither meets nor stops the clock of that one."""
    gone = replace(away(), last_seen=BACK - timedelta(days=2))
    for early in (
        talk(BACK - timedelta(days=3)),
        talk(BACK - timedelta(days=3), Outcome.NOT_REACHED, begun=False),
    ):
        assert clock.result(gone, early, 72, DUE + timedelta(1)).state is ClockState.OVERDUE
        assert clock.result(gone, early, 72, BACK).state is ClockState.RUNNING
    # A return before the last sight is odd and kept: whoever talks after either is heard.
    odd = replace(away(), last_seen=BACK + timedelta(hours=2))
    assert clock.result(odd, talk(BACK + timedelta(hours=1)), 72, LATER).state is ClockState.MET


def test_rule_6_a_date_alone_counts_from_midnight_and_is_flagged() -> None:
    """The strictest reading, at either end of summer time."""
    day = clock.local_time(date(2026, 6, 10), time(15))
    found = clock.state(away(day, Accuracy.DATE_ONLY), None, 72, day)
    assert found.approximate
    assert found.due == datetime(2026, 6, 12, 23, tzinfo=UTC)


def test_rule_8_one_talk_has_its_own_result_for_each_time_away() -> None:
    """In time for the second return, late for the first."""
    first = away(BACK - timedelta(hours=90))
    told = talk(BACK + timedelta(hours=2))
    states = [clock.result(one, told, 72, LATER).state for one in (first, away())]
    assert states == [ClockState.PASSED_BUT_HEARD, ClockState.MET]
