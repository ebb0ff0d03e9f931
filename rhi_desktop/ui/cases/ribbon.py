"""Owns the picture of the times away: one shape each, longer for longer, on a line of months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from rhi_desktop.domain.clock import local, start_of_day
from rhi_desktop.domain.episode import Episode
from rhi_desktop.ui import dates
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import SMALL_QUIET, STRONG, TINY, draw_text

AXIS, PILL = 62, 18
PX_PER_HOUR, MOST_HOURS = 0.8, 240
SIDE = 24
HALF_DAY = 12
MONTHS = 4
"""At least so many months stand on the line, so that one episode does not fill it."""


@dataclass(frozen=True, slots=True)
class Away:
    """One time away as the ribbon and its table say it."""

    began: datetime
    hours: int | None
    current: bool

    @property
    def length(self) -> str:
        """1 night, 5 hours, or that it is not known."""
        if self.hours is None:
            return _tr("Length not known")
        nights = (self.hours + HALF_DAY) // (2 * HALF_DAY)
        if nights:
            return QCoreApplication.translate("ribbon", "%n night(s)", "", nights)
        return QCoreApplication.translate("ribbon", "%n hour(s)", "", self.hours)


def times_away(episodes: Sequence[Episode]) -> tuple[Away, ...]:
    """The episodes with a known time, oldest first; the newest is the current one."""
    found = []
    for place, one in enumerate(episodes):
        began = one.last_seen or one.reported or one.found or one.returned
        if began is None:
            continue
        end = one.returned or one.found
        whole = one.last_seen is not None and end is not None
        hours = (end - began) // timedelta(hours=1) if whole and end is not None else None
        found.append(Away(began, hours, place == 0))
    return tuple(sorted(found, key=lambda away: away.began))


def spoken(times: Sequence[Away]) -> str:
    """The whole picture in words, for a screen reader and for the table."""
    said = [f"{away.length}, {dates.day_and_year(away.began)}" for away in times]
    return "; ".join(said)


def draw_ribbon(painter: QPainter, rect: QRectF, times: Sequence[Away], now: datetime) -> None:
    """Draw months, line, shapes and the mark of now."""
    months = _months(times, now)
    look = theme()
    left, right = rect.left() + look.px(SIDE), rect.right() - look.px(SIDE)
    begin, end = _instant(months[0]), now.timestamp()
    scale = (right - left) / max(1.0, end - begin)
    axis = rect.top() + look.px(AXIS)
    for month in months:
        x = left + (_instant(month) - begin) * scale
        line = QRectF(x, rect.top() + look.px(8), 1, rect.height() - look.px(20))
        painter.fillRect(line, look.colour("divider"))
        if right - x > look.px(110):
            at = QPointF(x + look.px(10), rect.top() + look.px(4))
            draw_text(painter, at, dates.month(month), TINY.medium)
    painter.fillRect(QRectF(left, axis - 1, right - left, 2), look.colour("rule"))
    free = left
    for away in times:
        x = max(free, left + (away.began.timestamp() - begin) * scale)
        x = min(x, right - look.px(120))
        free = x + _draw_time(painter, x, axis, away)
    painter.fillRect(
        QRectF(right - 1, rect.top() + look.px(26), 2, look.px(45)), look.colour("accent")
    )
    words = _tr("Now")
    at = QPointF(right - TINY.strong.width(words), rect.top() + look.px(4))
    draw_text(painter, at, words, TINY.strong.tint("accent"))


def _draw_time(painter: QPainter, x: float, axis: float, away: Away) -> float:
    look = theme()
    high = look.px(PILL)
    wide = high + look.px(min(away.hours or 0, MOST_HOURS) * PX_PER_HOUR)
    pill, halo = QRectF(x, axis - high / 2, wide, high), look.px(3)
    painter.setPen(Qt.PenStyle.NoPen)
    # The halo first, then the shape: a wide pen would flatten the round ends.
    for shape, token in (
        (pill.adjusted(-halo, -halo, halo, halo), "surface"),
        (pill, "accent" if away.current else "border"),
    ):
        painter.setBrush(look.colour(token))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
    if away.current:
        at = QPointF(x, axis - look.px(34))
        draw_text(painter, at, _tr("This one"), TINY.strong.tint("accent"))
    draw_text(painter, QPointF(x, axis + look.px(14)), away.length, STRONG)
    day = dates.day_and_month(away.began)
    draw_text(painter, QPointF(x, axis + look.px(37)), day, SMALL_QUIET)
    return max(wide, STRONG.width(away.length), SMALL_QUIET.width(day)) + look.px(12)


def _months(times: Sequence[Away], now: datetime) -> list[date]:
    """First days of the months from the oldest time away, at least MONTHS of them."""
    last = local(now).date().replace(day=1)
    oldest = min((local(away.began).date() for away in times), default=last)
    found = [last]
    while len(found) < MONTHS or found[0] > oldest.replace(day=1):
        found.insert(0, (found[0] - timedelta(days=1)).replace(day=1))
    return found


def _instant(day: date) -> float:
    return start_of_day(day).timestamp()


def _tr(words: str) -> str:
    return QCoreApplication.translate("ribbon", words)
