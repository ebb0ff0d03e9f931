"""Claims about how times read on paper."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rhi_desktop.export import times


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (timedelta(hours=28, minutes=35), "28 h 35 min"),
        (timedelta(hours=72), "72 h"),
        (timedelta(minutes=5), "5 min"),
        (timedelta(0), "0 min"),
        (timedelta(days=12, hours=3, minutes=7), "12 days 3 h"),
        (-timedelta(hours=8), "8 h"),
    ],
)
def test_lengths_read_as_people_say_them(span: timedelta, told: str) -> None:
    """Hours up to four days, then days; never a sign."""
    assert times.length(span).replace("\u00a0", " ") == told


def test_times_are_local_and_do_not_break() -> None:
    """A summer evening in UTC is an hour later on the wall."""
    at = datetime(2026, 7, 10, 20, 5, tzinfo=UTC)
    assert times.moment(at) == "Fri\u00a010\u00a0July\u00a02026, 21:05"


def test_another_year_is_printed() -> None:
    """Within the year of the talk it is left out."""
    at = datetime(2025, 12, 31, 12, 0, tzinfo=UTC)
    assert times.near(at, at + timedelta(days=2)).endswith("2025, 12:00")
    assert "2025" not in times.near(at, at - timedelta(days=2))


def test_midnights_follow_the_clocks_on_the_wall() -> None:
    """In the night the clocks go forward the next midnight is 23 hours away."""
    start = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    found = times.midnights(start, start + timedelta(days=2))
    assert [name.replace("\u00a0", " ") for _, name in found] == ["Sun 29", "Mon 30"]
    assert found[1][0].astimezone(UTC) - found[0][0].astimezone(UTC) == timedelta(hours=23)
