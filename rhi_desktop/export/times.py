"""Owns how days, times and lengths read on paper: local, short, and never broken over a line."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rhi_desktop.domain.clock import local, start_of_day

TIED = "\u00a0"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LONG_AWAY = timedelta(days=4)
"""From here on a length is told in days and hours."""
_MINUTE = timedelta(minutes=1)


def clock_time(at: datetime) -> str:
    """As in: 02:15."""
    return f"{local(at):%H:%M}"


def day(at: date) -> str:
    """As in: Tue 10 March."""
    return f"{DAYS[at.weekday()]}{TIED}{at.day}{TIED}{MONTHS[at.month - 1]}"


def day_year(at: date) -> str:
    """As in: Tue 10 March 2026."""
    return f"{day(at)}{TIED}{at.year}"


def date_only(at: date) -> str:
    """As in: 10 March 2026."""
    return f"{at.day}{TIED}{MONTHS[at.month - 1]}{TIED}{at.year}"


def long_day(at: date) -> str:
    """As in: Tuesday 10 March 2026."""
    return f"{LONG_DAYS[at.weekday()]} {at.day}{TIED}{MONTHS[at.month - 1]} {at.year}"


def moment(at: datetime) -> str:
    """As in: Tue 10 March 2026, 16:05."""
    return f"{day_year(local(at).date())}, {clock_time(at)}"


def near(at: datetime, like: datetime) -> str:
    """As in: Tue 10 March, 16:05; with the year when it is not the year of `like`."""
    if local(at).year != local(like).year:
        return moment(at)
    return f"{day(local(at).date())}, {clock_time(at)}"


def long_moment(at: datetime) -> str:
    """As in: Tuesday 10 March 2026, 16:05."""
    return f"{long_day(local(at).date())}, {clock_time(at)}"


def short_moment(at: datetime) -> str:
    """As in: Tue 16:05."""
    return f"{DAYS[local(at).weekday()]}{TIED}{clock_time(at)}"


def length(span: timedelta) -> str:
    """28 h 35 min; from four days on 12 days 3 h."""
    minutes = abs(span) // _MINUTE
    hours, minutes = divmod(minutes, 60)
    if abs(span) >= LONG_AWAY:
        days, hours = divmod(hours, 24)
        parts = (f"{days}{TIED}days", f"{hours}{TIED}h" if hours else "")
    else:
        parts = (f"{hours}{TIED}h" if hours else "", f"{minutes}{TIED}min" if minutes else "")
    return TIED.join(part for part in parts if part) or f"0{TIED}min"


def midnights(start: datetime, end: datetime) -> tuple[tuple[datetime, str], ...]:
    """Every local midnight within a stretch, with the name of the day that begins."""
    found = []
    at = local(start).date() + timedelta(days=1)
    while (begins := start_of_day(at)) <= end:
        found.append((begins, f"{DAYS[at.weekday()]}{TIED}{at.day}"))
        at += timedelta(days=1)
    return tuple(found)
