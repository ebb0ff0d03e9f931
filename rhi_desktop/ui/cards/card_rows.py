"""Owns a row in the list of other people's cards: who, what they do, how far they are trusted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from rhi_desktop.domain.card import KnownCard
from rhi_desktop.ui.cards.card_words import about, since_words, trust_look
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    STRONG,
    TINY,
    RowPainter,
    chip_width,
    draw_chip,
    draw_text,
    elided,
)

HIGH, CARD_HIGH = 62, 94
SIDE = 16
CHIP_MIDDLE = 20
_BELOW = 36
_ROOM = 500


class CardRowPainter(RowPainter[KnownCard]):
    """Paints a card: name and role on the left, state and since on the right; below if narrow."""

    def height(self, row: KnownCard, width: int) -> int:
        """62, or 94 with the state below the name."""
        del row
        return theme().px(CARD_HIGH if _tight(width) else HIGH)

    def draw(self, painter: QPainter, rect: QRectF, row: KnownCard) -> None:
        """Name, role, state, since; a hairline under each."""
        look = theme()
        side = look.px(SIDE)
        line = QRectF(rect.left() + side, rect.bottom(), rect.width() - 2 * side, 1)
        painter.fillRect(line, look.colour("divider"))
        left, right = rect.left() + side, rect.right() - side
        state, tone, icon = trust_look(row.trust)
        since = since_words(row)
        if _tight(rect.width()):
            room = right - left
            middle = rect.top() + look.px(72)
            wide = draw_chip(painter, QPointF(left, middle), state, tone, icon)
            at = QPointF(left + wide + look.px(12), middle - look.px(10))
            draw_text(painter, at, since, TINY)
        else:
            wide = max(chip_width(state, icon=icon), TINY.width(since))
            room = right - left - wide - look.px(24)
            at = QPointF(right - chip_width(state, icon=icon), rect.top() + look.px(CHIP_MIDDLE))
            draw_chip(painter, at, state, tone, icon)
            below = QPointF(right - TINY.width(since), rect.top() + look.px(_BELOW))
            draw_text(painter, below, since, TINY)
        name = elided(row.card.person.name, STRONG, room)
        draw_text(painter, QPointF(left, rect.top() + look.px(8)), name, STRONG)
        what = elided(about(row.card), TINY, room)
        draw_text(painter, QPointF(left, rect.top() + look.px(33)), what, TINY)


def _tight(width: float) -> bool:
    return width / theme().zoom < _ROOM
