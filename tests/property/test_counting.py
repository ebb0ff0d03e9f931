"""Claims about figures over many children: true, and nobody can be picked out of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply
from rhi_desktop.domain.counting import (
    LEAST,
    Figures,
    Group,
    NotHeld,
    Quarter,
    Step,
    TimeAway,
    figures,
    joined,
    quarter_of,
    shown_steps,
)
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import AttemptId, CaseId, EpisodeId, InterviewId, PersonId
from rhi_desktop.domain.interview import Interview, Outcome, PackRef
from rhi_desktop.domain.person import Interviewer

BACK = datetime(2026, 2, 3, 12, tzinfo=UTC)
CASE, EPISODE = CaseId("case"), EpisodeId("episode")
WHO = Interviewer(PersonId("jo"), "Jo Penhallow", "Independent interviewer", "Lantern Row")


def away(
    outcome: Outcome | None = None,
    hours: float = 0,
    reply: Reply | None = None,
    late: LateReason | None = None,
) -> TimeAway:
    """One time away: so many hours to the talk, or how it ended without one."""
    episode = Episode(EPISODE, CASE, BACK - timedelta(hours=9), returned=BACK, late=late)
    attempts: tuple[Attempt, ...] = ()
    if reply is not None:
        made = BACK + timedelta(hours=1)
        attempts = (Attempt(AttemptId("a"), EPISODE, made, Method.PHONE, OfferedTo.CHILD, reply),)
    interviews: tuple[Interview, ...] = ()
    if outcome is not None:
        at = BACK + timedelta(hours=hours)
        interviews = (
            Interview(
                InterviewId("i"), CASE, (EPISODE,), PackRef("p", ""), WHO, at, at, outcome,
                begun=outcome.held,
            ),
        )  # fmt: skip
    return TimeAway(episode, attempts, interviews)


def of_nine(times: Sequence[TimeAway]) -> list[TimeAway]:
    """The same times away, of nine children in turn."""
    return [
        replace(one, episode=replace(one.episode, case_id=CaseId(f"case-{at % 9}")))
        for at, one in enumerate(times)
    ]


HELD = Outcome.COMPLETED
PARTS_OF = (("hours", Step.HELD), ("late", Step.HELD), ("not_held", Step.OFFERED))
TIMES = st.lists(
    st.one_of(
        st.builds(away, st.sampled_from(Outcome), st.floats(1, 200), st.sampled_from(Reply)),
        st.builds(away, st.just(HELD), st.floats(1, 200), late=st.sampled_from(LateReason)),
        st.builds(away),
    ),
    max_size=60,
)


def small(count: int) -> bool:
    """Whether somebody could be picked out."""
    return 0 < count < LEAST


def sums(groups: tuple[Group, ...]) -> int:
    """All of them together."""
    return sum(group.count for group in groups)


@given(TIMES)
def test_no_small_group_is_shown_or_left_to_be_subtracted(times: list[TimeAway]) -> None:
    """Not a count, nor the difference of two steps, nor what groups add up to beside a step."""
    found = figures(of_nine(times), 72)
    shown = [count for _, count in found.steps]
    groups = [group.count for row in (found.hours, found.late, found.not_held) for group in row]
    assert not any(small(count) for count in (*shown, *groups))
    assert not any(small(one - other) for one, other in combinations(shown, 2))
    # Only where one is a part of the other is their difference somebody.
    for row, whole in PARTS_OF:
        total, steps = sums(getattr(found, row)), list(Step)[: list(Step).index(whole) + 1]
        around = [count for step, count in found.steps if step in steps] if total else []
        assert not any(small(abs(count - total)) for count in around)
    so_far = list(accumulate(group.count for group in found.hours))
    assert not any(small(abs(one - other)) for one in so_far for other in shown)


@given(TIMES)
def test_what_is_shown_is_true(times: list[TimeAway]) -> None:
    """Each shown count is the plain count of the times away that it speaks of."""
    found = figures(of_nine(times), 72)
    held = [one for one in times if any(head.outcome in {HELD, Outcome.STOPPED_BY_CHILD}
            for head in one.interviews)]  # fmt: skip
    if found.of(Step.CAME_BACK) is not None:
        assert found.of(Step.CAME_BACK) == len(times)
    if found.of(Step.HELD) is not None:
        assert found.of(Step.HELD) == len(held)
    if found.hours:
        assert sums(found.hours) == len(held)


def test_a_quarter_in_full() -> None:
    """Fifty came back; who was heard, when, why late, and what became of the others."""
    times = [
        *(away(HELD, 20, Reply.ACCEPTED) for _ in range(12)),
        *(away(HELD, 60, Reply.ACCEPTED) for _ in range(8)),
        *(away(HELD, 90, Reply.ACCEPTED, LateReason.TOLD_LATE) for _ in range(6)),
        *(away(Outcome.DECLINED_BY_CHILD, 5, Reply.DECLINED) for _ in range(7)),
        *(away(Outcome.MISSING_AGAIN, 5, Reply.UNDECIDED) for _ in range(2)),
        *(away(None, 0, Reply.ANOTHER_TIME) for _ in range(4)),
        *(away(None, 0, Reply.NO_ANSWER) for _ in range(6)),
        *(away(Outcome.NOT_REQUIRED) for _ in range(5)),
    ]
    found = figures(of_nine(times), 72)
    assert found == Figures(
        (
            (Step.CAME_BACK, 50),
            (Step.NEEDED, 45),
            (Step.OFFERED, 39),
            (Step.HELD, 26),
            (Step.IN_TIME, 20),
        ),
        (
            Group(("0-24",), 12),
            Group(("24-48",), 0),
            Group(("48-72",), 8),
            Group(("72-96",), 6),
            Group(("96-120",), 0),
            Group(("120-",), 0),
        ),
        60,
        (Group((LateReason.TOLD_LATE.value,), 6),),
        (
            Group((NotHeld.DECLINED.value,), 7),
            Group((NotHeld.OPEN.value, NotHeld.MISSING_AGAIN.value), 6),
        ),
    )


def test_the_hours_do_not_tell_who_was_heard_just_in_time() -> None:
    """Ten in time and seven within a day would leave three; whatever hours the profile has."""
    times = [
        *(away(HELD, 10, Reply.ACCEPTED) for _ in range(7)),
        *(away(HELD, 60, Reply.ACCEPTED) for _ in range(3)),
        *(away(HELD, 80, Reply.ACCEPTED, LateReason.TOLD_LATE) for _ in range(5)),
    ]
    found = figures(of_nine(times), 72)
    assert found.of(Step.IN_TIME) == 10
    assert [(group.parts[0], group.count) for group in found.hours if group.count] == [
        ("0-24", 10),
        ("72-96", 5),
    ]
    odd = figures(of_nine(times), 61)
    assert not any({"48-61", "61-72"} <= set(group.parts) for group in odd.hours)


@pytest.mark.parametrize(("children", "shown"), [(1, False), (4, False), (5, True)])
def test_nothing_is_shown_of_fewer_than_five_children(children: int, *, shown: bool) -> None:
    """One child who was away thirty times is one child."""
    times = [
        replace(one, episode=replace(one.episode, case_id=CaseId(f"case-{at % children}")))
        for at, one in enumerate([away(HELD, 20, Reply.ACCEPTED)] * 30)
    ]
    assert (figures(times, 72) != Figures()) is shown


def test_a_step_close_to_the_one_before_is_left_out() -> None:
    """Two who were not offered a talk are not to be found by subtraction."""
    steps = [(Step.CAME_BACK, 50), (Step.NEEDED, 50), (Step.OFFERED, 48), (Step.HELD, 40)]
    assert shown_steps(steps) == ((Step.CAME_BACK, 50), (Step.NEEDED, 50), (Step.HELD, 40))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((3, 3, 3, 0, 0), ()),
        ((50, 50, 50, 3, 0), (50, 50, 50)),
        ((50, 50, 48, 0, 0), (50, 50, 0, 0)),
        ((0, 0, 0, 0, 0), (0, 0, 0, 0, 0)),
    ],
)
def test_none_of_a_small_group_is_not_said_either(
    counts: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    """None of three were heard: who knows one of the three would learn it of that child."""
    assert (
        tuple(count for _, count in shown_steps(list(zip(Step, counts, strict=True)))) == expected
    )


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"a": 9, "b": 3, "c": 3}, [("a",), ("b", "c")]),
        ({"a": 9, "b": 6, "c": 4}, [("a",), ("b", "c")]),
        ({"a": 4}, []),
        ({"a": 2, "b": 2}, []),
        ({"a": 10, "b": 4, "c": 3, "d": 3}, [("a",), ("b", "c", "d")]),
    ],
)
def test_small_groups_are_joined(counts: dict[str, int], expected: list[tuple[str, ...]]) -> None:
    """With each other, then with the next one; alone they are not shown at all."""
    values = [name for name, count in counts.items() for _ in range(count)]
    assert [group.parts for group in joined(values)] == expected


def test_quarters_follow_each_other() -> None:
    """From local midnight to local midnight, over the year and the change of the clocks."""
    one = quarter_of(date(2025, 12, 31))
    assert (one, one.next) == (Quarter(2025, 4), Quarter(2026, 1))
    assert one.ends == one.next.begins == datetime(2026, 1, 1, tzinfo=UTC)
    assert Quarter(2026, 3).begins == datetime(2026, 6, 30, 23, tzinfo=UTC)
