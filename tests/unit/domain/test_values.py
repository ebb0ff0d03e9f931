"""People, episodes, plans, interviews, moments and what an import would do."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.episode import Episode, check_times
from rhi_desktop.domain.ids import (
    CaseId,
    EpisodeId,
    InterviewId,
    LineId,
    PersonId,
    PlanId,
    PlanLineId,
)
from rhi_desktop.domain.interview import Account, Interview, PackRef, TopicBlank
from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.domain.moment import Moment, crockford
from rhi_desktop.domain.person import Case, Child, Interviewer
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.errors import Problem

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
PERSON_ID = PersonId("p")
SECRET = "the words of a made-up child"


def line(number: int, voice: Voice, *topics: Topic, struck_by: str = "") -> Line:
    """A line of which voice, topics and standing matter."""
    return Line(
        LineId(f"l{number}"),
        InterviewId("i"),
        number,
        voice,
        SECRET,
        NOON,
        topics=topics,
        struck_by=struck_by,
    )


def account(*lines: Line, blanks: tuple[TopicBlank, ...] = ()) -> Account:
    """An account of these lines."""
    person = Interviewer(id=PERSON_ID, name="Ash", role="interviewer", organisation="Lantern Row")
    interview = Interview(
        InterviewId("i"),
        CaseId("c"),
        (EpisodeId("e"),),
        PackRef("starter_v1", "00"),
        person,
        NOON,
        blanks=blanks,
    )
    return Account(Case(CaseId("c"), "R-0142", Child("M.T.")), (), (), interview, lines, (), None)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2012, 2, 29), date(2026, 2, 28), 13),
        (date(2012, 2, 29), date(2026, 3, 1), 14),
        (date(2012, 3, 10), date(2026, 3, 10), 14),
        (date(2012, 3, 11), date(2026, 3, 10), 13),
        (date(2026, 3, 10), date(2026, 3, 10), 0),
        (date(2026, 3, 11), date(2026, 3, 10), None),
        (None, date(2026, 3, 10), None),
    ],
)
def test_age_is_whole_years_and_never_guessed(born: date | None, day: date, age: int) -> None:
    """A birthday counts on its day; an unknown or later birth gives no age."""
    assert Child("M.T.", born=born).age_on(day) == age


@pytest.mark.parametrize(
    ("responsible", "host", "out"),
    [
        ("Aldermoor", "Fernley", True),
        ("Fernley", " FERNLEY ", False),
        ("", "Fernley", False),
        ("Aldermoor", "  ", False),
    ],
)
def test_out_of_area_needs_two_known_authorities_that_differ(
    responsible: str, host: str, *, out: bool
) -> None:
    """What is not known makes nobody out of area."""
    case = Case(CaseId("c"), "R-1", Child("M.T."), "", responsible, host)
    assert case.out_of_area is out


def test_times_in_order_leave_nothing_to_say() -> None:
    """Last seen, found, returned, and reported after last seen; equal times are fine."""
    episode = Episode(EpisodeId("e"), CaseId("c"), NOON, NOON, NOON, NOON)
    assert check_times(episode) == []


def test_every_time_out_of_order_is_named_by_the_later_field() -> None:
    """Nothing is corrected; all findings come at once."""
    episode = Episode(EpisodeId("e"), CaseId("c"), NOON, NOON - HOUR, NOON - HOUR, NOON - 2 * HOUR)
    assert check_times(episode) == [
        Problem("times_out_of_order", "found", {"earlier": "last_seen"}),
        Problem("times_out_of_order", "returned", {"earlier": "found"}),
        Problem("times_out_of_order", "reported", {"earlier": "last_seen"}),
    ]


def test_times_that_are_not_known_are_skipped_and_a_missing_return_is_named() -> None:
    """Last seen is compared with the return when nobody knows when the child was found."""
    assert check_times(Episode(EpisodeId("e"), CaseId("c"))) == [
        Problem("return_time_missing", "returned")
    ]
    odd = Episode(EpisodeId("e"), CaseId("c"), last_seen=NOON, returned=NOON - HOUR)
    assert check_times(odd) == [Problem("times_out_of_order", "returned", {"earlier": "last_seen"})]


def test_a_plan_shows_the_lines_that_were_not_taken_out() -> None:
    """A line taken out is kept and not shown; the order stays."""
    one = PlanLine(PlanLineId("1"), PlanId("p"), 1, PlanBlock.HELPS, SECRET, PlanAuthor.CHILD)
    two = replace(one, id=PlanLineId("2"), number=2, struck_at=NOON)
    three = replace(one, id=PlanLineId("3"), number=3)
    plan = SafetyPlan(PlanId("p"), CaseId("c"), InterviewId("i"), lines=(one, two, three))
    assert plan.standing == (one, three)
    assert SafetyPlan(PlanId("p"), CaseId("c"), InterviewId("i")).standing == ()


def test_what_was_heard_is_the_standing_account_of_a_topic() -> None:
    """Struck lines, other topics, the interviewer's view and own question do not count as heard."""
    kept = line(1, Voice.CHILD, Topic.WHY, Topic.WHO)
    told = line(5, Voice.TOLD, Topic.WHO)
    found = account(
        kept,
        line(2, Voice.VIEW, Topic.WHY),
        line(3, Voice.SAW, Topic.WHY, struck_by="p"),
        line(4, Voice.CHILD),
        told,
        line(6, Voice.ASKED, Topic.HOW),
    )
    assert found.heard(Topic.WHY) == (kept,)
    assert found.heard(Topic.WHO) == (kept, told)
    assert found.heard(Topic.HOW) == ()
    assert [one.number for one in found.standing] == [1, 2, 4, 5, 6]


def test_a_topic_is_blank_only_if_somebody_said_so() -> None:
    """There is no blank by default."""
    blank = TopicBlank(Topic.HOW, Blank.NOT_ASKED, "tired")
    found = account(blanks=(blank,))
    assert found.blank_of(Topic.HOW) is blank
    assert found.blank_of(Topic.WHY) is None


def test_no_repr_of_an_account_holds_content() -> None:
    """A traceback that prints the whole account prints no word of it."""
    blank = TopicBlank(Topic.HOW, Blank.NOT_ASKED, SECRET)
    shown = repr(account(line(1, Voice.CHILD, Topic.WHY), blanks=(blank,)))
    assert SECRET not in shown
    assert "M.T." not in shown


def test_values_do_not_change() -> None:
    """A change is a new value."""
    with pytest.raises(FrozenInstanceError):
        line(1, Voice.CHILD).words = "other"  # type: ignore[misc]  # the refusal is the claim


def test_a_moment_is_in_utc_and_needs_a_zone() -> None:
    """Whatever zone an act is given in, its records say UTC."""
    east = Moment(NOON.astimezone(timezone(timedelta(hours=5))), bytes)
    assert east.now == NOON
    assert east.now.tzinfo is UTC
    with pytest.raises(ValueError, match="zone"):
        Moment(NOON.replace(tzinfo=None), bytes)


def test_fresh_ids_differ_and_are_plain(moment: Moment) -> None:
    """128 random bits as 26 characters without l, i, o and u."""
    found = {moment.fresh_id() for _ in range(100)}
    assert len(found) == 100
    assert all(len(one) == 26 for one in found)
    assert not {"i", "l", "o", "u"} & set("".join(found))


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"", ""), (b"\x00", "00"), (b"\xff", "7z"), (bytes(16), "0" * 26), (b"\x01\x00", "0080")],
)
def test_crockford_keeps_leading_noughts(data: bytes, text: str) -> None:
    """Every length of bytes has one length of text."""
    assert crockford(data) == text
