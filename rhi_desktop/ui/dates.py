"""Owns how times are said: always the time on a wall in the United Kingdom, in words."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from rhi_desktop.domain.clock import local


def clock_time(moment: datetime) -> str:
    """16:42."""
    return f"{local(moment):%H:%M}"


def clock_seconds(moment: datetime) -> str:
    """16:42:07, for the saved line."""
    return f"{local(moment):%H:%M:%S}"


def day(moment: datetime | date) -> str:
    """Tuesday 4 March."""
    return _say(moment, "dddd d MMMM")


def day_and_year(moment: datetime | date) -> str:
    """Tuesday 4 March 2025."""
    return _say(moment, "dddd d MMMM yyyy")


def short_day(moment: datetime | date) -> str:
    """Mon 3 March."""
    return _say(moment, "ddd d MMMM")


def day_and_month(moment: datetime | date) -> str:
    """4 March."""
    return _say(moment, "d MMMM")


def day_and_short_month(moment: datetime | date) -> str:
    """4 Mar."""
    return _say(moment, "d MMM")


def month(moment: datetime | date) -> str:
    """March."""
    return _say(moment, "MMMM")


def month_and_year(moment: datetime | date) -> str:
    """January 2026."""
    return _say(moment, "MMMM yyyy")


def day_and_time(moment: datetime) -> str:
    """Tuesday 4 March, 16:42."""
    return _joined(day(moment), clock_time(moment))


def short_day_and_time(moment: datetime) -> str:
    """Thu 6 March, 10:05."""
    return _joined(short_day(moment), clock_time(moment))


def _joined(on: str, at: str) -> str:
    return QCoreApplication.translate("dates", "{day}, {time}").format(day=on, time=at)


def _say(moment: datetime | date, pattern: str) -> str:
    on = local(moment).date() if isinstance(moment, datetime) else moment
    return QLocale().toString(QDate(on.year, on.month, on.day), pattern)
