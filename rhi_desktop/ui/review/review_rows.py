"""Owns a row of the reports to review: who, signed when and by whom, the clock; no word of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.clock import Clock, ClockState
from rhi_desktop.ui import dates
from rhi_desktop.ui.clock_words import ClockWords, clock_words
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    STRONG,
    TINY,
    Head,
    RowPainter,
    TextStyle,
    draw_clock,
    draw_text,
    elided,
)
from rhi_desktop.workflow.views import ReviewRow

WHO, SIGNED, CLOCK, EDGE = 24, 216, 600, 24
BESIDE_MARK, SECOND = 34, 23
HIGH, CARD_HIGH = 58, 108


class ReviewRowPainter(RowPainter[ReviewRow]):
    """Paints a report on the columns of the list; below each other where it is narrow."""

    def __init__(self, parent: QWidget, hours: int) -> None:
        super().__init__(parent)
        self._hours = hours

    def height(self, row: ReviewRow, width: int) -> int:
        """58, or 108 as a card."""
        del row
        return theme().px(CARD_HIGH if theme().narrow(width) else HIGH)

    def draw(self, painter: QPainter, rect: QRectF, row: ReviewRow) -> None:
        """Who, signed, clock; a hairline under each."""
        look = theme()
        side = look.px(EDGE)
        line = QRectF(rect.left() + side, rect.bottom(), rect.width() - 2 * side, 1)
        painter.fillRect(line, look.colour("divider"))
        top = rect.top() + look.px(7)
        self._pair(painter, QPointF(rect.left() + look.px(WHO), top), STRONG, who_words(row))
        if look.narrow(int(rect.width())):
            room = rect.width() - look.px(156 + EDGE)
            said = (elided(signed_words(row), BODY, room), elided(by_words(row), TINY, room))
            self._pair(painter, QPointF(rect.left() + look.px(156), top), BODY, said)
            self._clock(painter, QPointF(rect.left() + look.px(122), top + look.px(50)), row)
            return
        room = look.px(CLOCK - SIGNED - EDGE)
        said = (signed_words(row), elided(by_words(row), TINY, room))
        self._pair(painter, QPointF(rect.left() + look.px(SIGNED), top), BODY, said)
        self._clock(painter, QPointF(rect.left() + look.px(CLOCK), top), row)

    def _pair(
        self, painter: QPainter, at: QPointF, style: TextStyle, words: tuple[str, str]
    ) -> None:
        draw_text(painter, at, words[0], style)
        draw_text(painter, at + QPointF(0, theme().px(SECOND)), words[1], TINY)

    def _clock(self, painter: QPainter, at: QPointF, row: ReviewRow) -> None:
        said = result(row, self._hours)
        if said is None:
            return
        look, side = theme(), theme().px(20)
        draw_clock(painter, said.shape, QRectF(at.x(), at.y() + look.px(12), side, side), said.left)
        beside = at + QPointF(look.px(BESIDE_MARK), 0)
        self._pair(painter, beside, BODY, (said.short, said.below))


def result(row: ReviewRow, hours: int) -> ClockWords | None:
    """How the clock ended; of several times away the one that was late."""
    if not row.clocks:
        return None
    late = (clock for clock in row.clocks if clock.state is not ClockState.MET)
    shown: Clock = next(late, row.clocks[0])
    return clock_words(shown, hours)


def who_words(row: ReviewRow) -> tuple[str, str]:
    """Initials and reference."""
    return row.initials, row.reference


def signed_words(row: ReviewRow) -> str:
    """When it was signed."""
    return dates.short_day_and_time(row.report.signed_at)


def by_words(row: ReviewRow) -> str:
    """Who signed: whoever held the conversation, or wrote the addendum."""
    if row.addendum is None:
        return _tr("by {name}").format(name=row.head.interviewer.name)
    words = _tr("addendum {number}, by {name}")
    return words.format(number=row.addendum.number, name=row.addendum.by.name)


def spoken(row: ReviewRow, hours: int) -> str:
    """A whole row in one sentence, as a screen reader says it."""
    said = result(row, hours)
    signed = _tr("signed {when}").format(when=signed_words(row))
    clock = (said.short, said.below) if said else ()
    return ", ".join((*who_words(row), signed, by_words(row), *clock))


def column_heads() -> tuple[Head, ...]:
    """The words above the columns and where they stand."""
    clock = Head(_tr("72-hour clock"), CLOCK)
    return Head(_tr("Who"), WHO), Head(_tr("Signed"), SIGNED), clock


def _tr(words: str) -> str:
    return QCoreApplication.translate("reviews", words)
