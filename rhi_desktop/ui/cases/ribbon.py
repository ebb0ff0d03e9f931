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
LABEL_GAP, MONTH_LABEL = 12, 84
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
            return _tr("1 night") if nights == 1 else _tr("{n} nights").format(n=nights)
        if not self.hours:
            return _tr("Under an hour")
        return _tr("1 hour") if self.hours == 1 else _tr("{n} hours").format(n=self.hours)


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
    """Draw months, line, shapes and the mark of now; words only where there is room for them."""
    look, months = theme(), _months(times, now)
    axis = rect.top() + look.px(AXIS)
    scale = _Scale(rect.left(), rect.right() - look.px(PILL), _instant(months[0]), now.timestamp())
    _draw_months(painter, rect, months, scale)
    painter.fillRect(QRectF(rect.left(), axis - 1, rect.width(), 2), look.colour("rule"))
    for away in times:
        _draw_shape(painter, scale.x(away.began.timestamp()), axis, away, rect.right())
    mark = QRectF(rect.right() - 2, rect.top() + look.px(26), 2, look.px(45))
    painter.fillRect(mark, look.colour("accent"))
    words, style = _tr("Now"), TINY.strong.tint("accent")
    at = QPointF(rect.right() - style.width(words), rect.top() + look.px(4))
    draw_text(painter, at, words, style)
    free = rect.right() + look.px(LABEL_GAP)
    # The newest first: where words would touch, the older ones give way.
    for away in reversed(times):
        free = _draw_words(painter, scale.x(away.began.timestamp()), axis, away, free)


@dataclass(frozen=True, slots=True)
class _Scale:
    """From an instant to its place on the line."""

    left: float
    right: float
    begin: float
    end: float

    def x(self, instant: float) -> float:
        """Never off the line, whatever the clock of the laptop says."""
        share = (instant - self.begin) / max(1.0, self.end - self.begin)
        return self.left + (self.right - self.left) * max(0.0, min(1.0, share))


def _draw_months(painter: QPainter, rect: QRectF, months: Sequence[date], scale: _Scale) -> None:
    look, free = theme(), rect.left()
    last = rect.right() - look.px(MONTH_LABEL) / 2
    for month in months:
        x = scale.x(_instant(month))
        words = dates.month(month) if month.month > 1 else dates.month_and_year(month)
        if x < free:
            continue
        line = QRectF(x, rect.top() + look.px(8), 1, rect.height() - look.px(20))
        painter.fillRect(line, look.colour("divider"))
        wide = look.px(10) + TINY.medium.width(words)
        if x + wide < last:
            at = QPointF(x + look.px(10), rect.top() + look.px(4))
            draw_text(painter, at, words, TINY.medium)
        free = x + wide + look.px(LABEL_GAP)


def _draw_shape(painter: QPainter, x: float, axis: float, away: Away, last: float) -> None:
    look = theme()
    high = look.px(PILL)
    wide = high + look.px(min(away.hours or 0, MOST_HOURS) * PX_PER_HOUR)
    x = min(x, last - wide)
    pill, halo = QRectF(x, axis - high / 2, wide, high), look.px(3)
    painter.setPen(Qt.PenStyle.NoPen)
    # The halo first, then the shape: a wide pen would flatten the round ends.
    for shape, token in (
        (pill.adjusted(-halo, -halo, halo, halo), "surface"),
        (pill, "accent" if away.current else "border"),
    ):
        painter.setBrush(look.colour(token))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)


def _draw_words(painter: QPainter, x: float, axis: float, away: Away, free: float) -> float:
    """The words under a shape, left of `free`; the place where the next ones must end."""
    look, day = theme(), dates.day_and_short_month(away.began)
    wide = max(STRONG.width(away.length), SMALL_QUIET.width(day)) + look.px(LABEL_GAP)
    if away.current:
        x = min(x, free - wide)
        words, style = _tr("This one"), TINY.strong.tint("accent")
        left = min(x, free - look.px(LABEL_GAP + 8) - style.width(words))
        draw_text(painter, QPointF(left, axis - look.px(34)), words, style)
    elif x + wide > free:
        return free
    draw_text(painter, QPointF(x, axis + look.px(14)), away.length, STRONG)
    draw_text(painter, QPointF(x, axis + look.px(37)), day, SMALL_QUIET)
    return x


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
