"""Claims about odd times: each is named with its field and nothing is ever corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.domain.time_checks import check_away
from rhi_desktop.errors import Problem

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def away(name: str, seen: int, back: int | None) -> Episode:
    """A time away, in hours from a noon in March."""
    returned = None if back is None else NOON + back * HOUR
    return Episode(EpisodeId(name), CaseId("c"), last_seen=NOON + seen * HOUR, returned=returned)


def codes(found: list[Problem]) -> list[tuple[str, str]]:
    """Code and field of each finding."""
    return [(one.code, one.where) for one in found]


def test_nothing_is_odd_about_two_times_apart() -> None:
    """One ended before the other began, also at the very same minute."""
    first, second = away("a", 0, 5), away("b", 5, 9)
    for one, other in ((first, second), (second, first)):
        assert check_away(one, date(2012, 3, 1), [other], NOON + 20 * HOUR) == []


def test_a_time_before_the_birth_is_named() -> None:
    """By the day on the wall; the day itself is possible."""
    one = replace(away("a", 0, 5), reported=NOON + HOUR)
    found = codes(check_away(one, date(2026, 3, 11)))
    names = ("last_seen", "reported", "returned")
    assert found == [("time_before_birth", name) for name in names]
    assert check_away(one, date(2026, 3, 10)) == []


def test_a_time_that_has_not_come_is_named() -> None:
    """Only against a now; a minute ago is no future."""
    one = away("a", 0, 5)
    assert codes(check_away(one, now=NOON + HOUR)) == [("time_in_future", "returned")]
    assert check_away(one, now=NOON + 5 * HOUR) == []


def test_an_end_before_the_start_is_named() -> None:
    """The later field is the one to look at."""
    assert codes(check_away(away("a", 5, 0))) == [("times_out_of_order", "returned")]


@pytest.mark.parametrize(
    ("one", "other", "code", "where"),
    [
        (away("a", 0, 5), away("b", 3, 9), "episodes_overlap", "last_seen"),
        (away("b", 3, 9), away("a", 0, 5), "episodes_overlap", "last_seen"),
        (away("a", 0, 5), away("b", 0, 5), "episodes_overlap", "last_seen"),
        (away("b", 3, 9), away("a", 0, None), "episode_left_open", "last_seen"),
        (away("a", 0, None), away("b", 3, 9), "episode_left_open", "returned"),
    ],
)
def test_times_away_that_touch_are_named(
    one: Episode, other: Episode, code: str, where: str
) -> None:
    """Overlapping, or one left open while another began; the fact says which other one."""
    found = [p for p in check_away(one, None, [one, other]) if p.code != "return_time_missing"]
    assert found == [Problem(code, where, {"other": other.id})]


def test_a_time_away_without_times_touches_nothing() -> None:
    """What is not known is not guessed."""
    empty = Episode(EpisodeId("e"), CaseId("c"))
    assert codes(check_away(empty, None, [away("a", 0, 5)], NOON)) == [
        ("return_time_missing", "returned")
    ]
