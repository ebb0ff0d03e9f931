"""Owns a row of the case list: who, when they came back, the clock, where it stands."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from rhi_desktop.domain.clock import local
from rhi_desktop.ui import dates
from rhi_desktop.ui.episode.clock_line import clock_line
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    QUIET,
    SMALL,
    STRONG,
    TINY,
    Head,
    RowPainter,
    TextStyle,
    draw_clock,
    draw_text,
)
from rhi_desktop.ui.widgets.row_list import AnyIndex
from rhi_desktop.workflow.views import CaseRow, Stage

WHO, BACK, CLOCK, STAGE, EDGE = 24, 216, 392, 762, 24
BESIDE_MARK, MARK = 34, 20
HIGH, CARD_HIGH = 58, 86
CARD_WHO, CARD_CLOCK = 16, 122
FIRST_LINE, SECOND_LINE, THIRD_LINE = 7, 30, 54
SAVED = TextStyle(14, colour="text2", tnum=True)


class CaseRowPainter(RowPainter[CaseRow]):
    """Paints a case on the columns of the list; a card of one column where it is narrow."""

    def __init__(self, parent: QListView, hours: int, now: datetime) -> None:
        super().__init__(parent)
        self._list, self._hours, self.now = parent, hours, now

    def show_at(self, now: datetime) -> None:
        """Count the clocks from another moment."""
        self.now = now

    def height(self, row: CaseRow, width: int) -> int:
        """58, or 86 as a card."""
        del row
        return theme().px(CARD_HIGH if theme().narrow(width) else HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """A hairline between two rows, never at the edge of the chosen one; then the row."""
        chosen = self._list.currentIndex().row()
        if index.row() and chosen not in {index.row(), index.row() - 1}:
            rect, look = QRectF(option.rect), theme()
            side = look.px(CARD_WHO if look.narrow(int(rect.width())) else EDGE)
            line = QRectF(rect.left() + side, rect.top(), rect.width() - 2 * side, 1)
            painter.fillRect(line, look.colour("divider"))
        super().paint(painter, option, index)

    def draw(self, painter: QPainter, rect: QRectF, row: CaseRow) -> None:
        """Who, came back, clock, stage, saved."""
        look = theme()
        if look.narrow(int(rect.width())):
            self._card(painter, rect, row)
            return
        self._who(painter, rect, row, WHO)
        self._cell(painter, rect, BACK, returned_words(row))
        self._clock(painter, rect, row, CLOCK, rect.center().y())
        self._cell(painter, rect, STAGE, stage_words(row))
        saved = saved_words(row.saved_at, self.now)
        x = rect.right() - look.px(EDGE) - SAVED.width(saved)
        draw_text(painter, QPointF(x, rect.center().y() - look.px(10.5)), saved, SAVED)

    def _who(self, painter: QPainter, rect: QRectF, row: CaseRow, column: int) -> None:
        look = theme()
        x, y = rect.left() + look.px(column), rect.top() + look.px(FIRST_LINE)
        draw_text(painter, QPointF(x, y), row.initials, STRONG)
        if row.age is not None:
            after = x + STRONG.width(row.initials) + look.px(8)
            draw_text(painter, QPointF(after, y), str(row.age), QUIET)
        below = QPointF(x, rect.top() + look.px(SECOND_LINE))
        draw_text(painter, below, row.reference, TINY.figures)

    def _cell(self, painter: QPainter, rect: QRectF, x: int, words: tuple[str, str]) -> None:
        look = theme()
        left = rect.left() + look.px(x)
        draw_text(painter, QPointF(left, rect.top() + look.px(FIRST_LINE)), words[0], BODY)
        draw_text(painter, QPointF(left, rect.top() + look.px(SECOND_LINE)), words[1], TINY)

    def _clock(
        self, painter: QPainter, rect: QRectF, row: CaseRow, column: int, middle: float
    ) -> None:
        look, said = theme(), clock_line(row.clock, self._hours, row.outcome, row.late)
        x, side = rect.left() + look.px(column), look.px(MARK)
        draw_clock(painter, said.shape, QRectF(x, middle - side / 2, side, side), said.left)
        x += look.px(BESIDE_MARK)
        style = STRONG if said.live else BODY
        draw_text(painter, QPointF(x, rect.top() + look.px(FIRST_LINE)), said.short, style)
        draw_text(painter, QPointF(x, rect.top() + look.px(SECOND_LINE)), said.below, TINY)

    def _card(self, painter: QPainter, rect: QRectF, row: CaseRow) -> None:
        look = theme()
        self._who(painter, rect, row, CARD_WHO)
        self._clock(painter, rect, row, CARD_CLOCK, rect.top() + look.px(FIRST_LINE + 12))
        x = rect.left() + look.px(CARD_CLOCK + BESIDE_MARK)
        words = _tr("{stage}. {next}").format(stage=stage_words(row)[0], next=stage_words(row)[1])
        draw_text(painter, QPointF(x, rect.top() + look.px(THIRD_LINE)), words, SMALL)


def returned_words(row: CaseRow) -> tuple[str, str]:
    """The day and the time somebody came back, as far as they are known."""
    if row.returned is None:
        return _tr("Not known"), ""
    at = _tr("Time not known") if row.clock.approximate else dates.clock_time(row.returned)
    return dates.short_day(row.returned), at


def stage_words(row: CaseRow) -> tuple[str, str]:
    """Where a case stands: in a word, and what is next."""
    offered = {1: _tr("Offered once"), 2: _tr("Offered twice")}.get(
        row.attempts, _tr("Offered {count} times").format(count=row.attempts)
    )
    tried = {1: _tr("Tried once"), 2: _tr("Tried twice")}.get(
        row.attempts, _tr("Tried {count} times").format(count=row.attempts)
    )
    over = row.outcome is not None and row.outcome.held
    return {
        Stage.NEW: (_tr("New"), _tr("Not yet offered")),
        Stage.TRIED: (tried, _tr("Nobody reached yet")),
        Stage.OFFERED: (offered, _tr("Not yet talked")),
        Stage.PREPARED: (_tr("Before you meet"), _tr("Not begun yet")),
        Stage.ENDED: (_tr("No talk was held"), _tr("Still to sign")),
        Stage.TALKING: (_tr("Talk held") if over else _tr("Talking"), _tr("Still to sign")),
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
    said = clock_line(row.clock, hours, row.outcome, row.late)
    age = _tr("aged {age}").format(age=row.age) if row.age is not None else ""
    back = dates.short_day_and_time(row.returned) if row.returned is not None else ""
    if row.returned is not None and row.clock.approximate:
        back = dates.short_day(row.returned)
    came = _tr("came back {when}").format(when=back) if back else ""
    clock = (said.short, said.below)
    parts = (row.initials, age, row.reference, came, *clock, *stage_words(row))
    return ", ".join(part for part in parts if part)


def column_heads() -> tuple[Head, ...]:
    """The words above the columns and where they stand."""
    return (
        Head(_tr("Who"), WHO),
        Head(_tr("Came back"), BACK),
        Head(_tr("72-hour clock"), CLOCK),
        Head(_tr("Where it stands"), STAGE),
        Head(_tr("Saved"), EDGE, right=True),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("cases", words)
