"""Owns a row of the case list: who, when they came back, the clock, where it stands."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.clock import local
from rhi_desktop.ui import dates
from rhi_desktop.ui.clock_words import clock_words
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    QUIET,
    STRONG,
    TINY,
    RowPainter,
    TextStyle,
    draw_clock,
    draw_text,
)
from rhi_desktop.workflow.views import CaseRow, Stage

WHO, BACK, CLOCK, STAGE, EDGE = 24, 216, 392, 762, 24
BESIDE_MARK = 34
HIGH, CARD_HIGH = 58, 86
SAVED = TextStyle(14, colour="text2", tnum=True)


class CaseRowPainter(RowPainter[CaseRow]):
    """Paints a case on the columns of the list; a card of one column where it is narrow."""

    def __init__(self, parent: QWidget, hours: int, now: datetime) -> None:
        super().__init__(parent)
        self._hours, self._now = hours, now

    def show_at(self, now: datetime) -> None:
        """Count the clocks from another moment."""
        self._now = now

    def height(self, row: CaseRow, width: int) -> int:
        """58, or 86 as a card."""
        del row
        return theme().px(CARD_HIGH if theme().narrow(width) else HIGH)

    def draw(self, painter: QPainter, rect: QRectF, row: CaseRow) -> None:
        """Who, came back, clock, stage, saved; a hairline under each."""
        look = theme()
        side = look.px(EDGE)
        line = QRectF(rect.left() + side, rect.bottom(), rect.width() - 2 * side, 1)
        painter.fillRect(line, look.colour("divider"))
        self._who(painter, rect, row)
        if look.narrow(int(rect.width())):
            self._card(painter, rect, row)
            return
        if row.returned is not None:
            back = (dates.short_day(row.returned), dates.clock_time(row.returned))
            self._cell(painter, rect, BACK, back)
        self._clock(painter, rect, row, CLOCK, rect.center().y())
        self._cell(painter, rect, STAGE, stage_words(row))
        saved = saved_words(row.saved_at, self._now)
        x = rect.right() - side - SAVED.width(saved)
        draw_text(painter, QPointF(x, rect.center().y() - look.px(10.5)), saved, SAVED)

    def _who(self, painter: QPainter, rect: QRectF, row: CaseRow) -> None:
        look = theme()
        x, y = rect.left() + look.px(WHO), rect.top() + look.px(7)
        draw_text(painter, QPointF(x, y), row.initials, STRONG)
        if row.age is not None:
            after = x + STRONG.width(row.initials) + look.px(8)
            draw_text(painter, QPointF(after, y), str(row.age), QUIET)
        draw_text(painter, QPointF(x, y + look.px(23)), row.reference, TINY.figures)

    def _cell(self, painter: QPainter, rect: QRectF, x: int, words: tuple[str, str]) -> None:
        look = theme()
        at = QPointF(rect.left() + look.px(x), rect.top() + look.px(7))
        draw_text(painter, at, words[0], BODY)
        draw_text(painter, at + QPointF(0, look.px(23)), words[1], TINY)

    def _clock(
        self, painter: QPainter, rect: QRectF, row: CaseRow, column: int, middle: float
    ) -> None:
        look, said = theme(), clock_words(row.clock, self._hours)
        x, side = rect.left() + look.px(column), look.px(20)
        draw_clock(painter, said.shape, QRectF(x, middle - side / 2, side, side), said.left)
        at = QPointF(x + look.px(BESIDE_MARK), middle - look.px(22))
        draw_text(painter, at, said.short, STRONG if said.live else BODY)
        draw_text(painter, at + QPointF(0, look.px(23)), said.below, TINY)

    def _card(self, painter: QPainter, rect: QRectF, row: CaseRow) -> None:
        look = theme()
        self._clock(painter, rect, row, 122, rect.top() + look.px(31))
        at = QPointF(rect.left() + look.px(156), rect.top() + look.px(54))
        draw_text(painter, at, stage_words(row)[0], QUIET)


def stage_words(row: CaseRow) -> tuple[str, str]:
    """Where a case stands: in a word, and what is next."""
    offered = QCoreApplication.translate("cases", "Offered %n time(s)", "", row.attempts)
    return {
        Stage.NEW: (_tr("New"), _tr("Not yet offered")),
        Stage.OFFERED: (offered, _tr("Not yet talked")),
        Stage.TALKING: (_tr("Talking"), _tr("Still to sign")),
        Stage.SEALED: (_tr("Sealed"), _tr("Still to sign")),
        Stage.SIGNED: (_tr("Signed"), _tr("With the supervisor next")),
        Stage.RETURNED: (_tr("Back with a comment"), _tr("From the supervisor")),
        Stage.COUNTERSIGNED: (_tr("Countersigned"), _tr("Nothing missing")),
    }[row.stage]


def saved_words(at: datetime, now: datetime) -> str:
    """When it was last saved: the time today, the day this week, the date before."""
    on, today = local(at).date(), local(now).date()
    if on == today:
        return dates.clock_time(at)
    words = dates.short_day(at)
    return words.split()[0] if timedelta(0) < today - on < timedelta(days=7) else words[4:]


def spoken(row: CaseRow, hours: int) -> str:
    """A whole row in one sentence, as a screen reader says it."""
    said = clock_words(row.clock, hours)
    age = _tr("aged {age}").format(age=row.age) if row.age is not None else ""
    parts = (row.initials, age, row.reference, said.short, said.below, *stage_words(row))
    return ", ".join(part for part in parts if part)


def column_heads() -> tuple[tuple[str, int, Qt.AlignmentFlag], ...]:
    """The words above the columns and where they stand."""
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    return (
        (_tr("Who"), WHO, left),
        (_tr("Came back"), BACK, left),
        (_tr("72-hour clock"), CLOCK, left),
        (_tr("Where it stands"), STAGE, left),
        (_tr("Saved"), EDGE, right),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("cases", words)
