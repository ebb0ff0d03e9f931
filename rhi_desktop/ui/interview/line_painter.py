"""Owns how a line stands in the notebook: time and voice in the margin, edge, words, chips."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.line import Voice
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.direction import starting_side
from rhi_desktop.ui.icons import draw_icon
from rhi_desktop.ui.interview.line_row import LineRow
from rhi_desktop.ui.theme import Theme, theme
from rhi_desktop.ui.widgets.paint import baseline, chip_width, draw_chip, inner
from rhi_desktop.ui.widgets.row_list import RowPainter
from rhi_desktop.ui.widgets.typesetting import BODY, SAID, TINY, Setting, TextStyle, set_text
from rhi_desktop.ui.widgets.voices import (
    GUTTER,
    GUTTER_ICON,
    GUTTER_WORD,
    LOOKS,
    MEASURE,
    WORDS_AFTER_EDGE,
    draw_edge,
)

COMPACT_GUTTER = 64
"""At a high zoom the gutter keeps time and edge; the voice stands above the words."""
INSET = 16
"""A list with a chosen row is so much wider on both sides; its words stand where others do."""
_ABOVE = 10
_HEAD = 22
_MORE = 22
_BELOW = 6
_CHIPS = 150
_GAP = 6
_FLAG = 26


@dataclass(frozen=True, slots=True)
class Face:
    """A line broken at one width in one theme: ready to draw."""

    row: LineRow
    width: int
    dress: Theme
    words: Setting
    beside: tuple[tuple[Setting, Setting], ...]
    """What stands below the words: whose it is, and the words."""
    style: TextStyle
    chips: float
    height: int


class LinePainter(RowPainter[LineRow]):
    """Paints lines on the columns of the margin. Layouts are kept until a line or width changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._compact = False
        self._faces: dict[str, Face] = {}

    def set_compact(self, *, compact: bool) -> None:
        """Paint on the columns of the narrow margin, or of the full one."""
        self._compact = compact
        self._faces.clear()

    def height(self, row: LineRow, width: int) -> int:
        """The words with their space above and below."""
        return self._face(row, self._room(width)).height

    def draw(self, painter: QPainter, rect: QRectF, row: LineRow) -> None:
        """Ground, margin, edge, words, chips: from the back to the front."""
        look, line = theme(), row.line
        room = self._room(int(rect.width()))
        face = self._face(row, room)
        rect = QRectF(rect.left() + look.px(INSET), rect.top(), room, rect.height())
        gutter = rect.left() + look.px(COMPACT_GUTTER if self._compact else GUTTER)
        top = rect.top() + look.px(_ABOVE)
        if line.voice is Voice.VIEW:
            _view_ground(painter, rect, gutter)
        draw_edge(painter, line.voice, gutter, rect.top() + look.px(6), rect.bottom() - look.px(6))
        x = gutter + look.px(WORDS_AFTER_EDGE)
        middle = top + look.px((_HEAD if self._compact else face.style.line) / 2)
        self._draw_margin(painter, rect, row, x, middle)
        self._draw_words(painter, face, QPointF(x, top + (look.px(_HEAD) if self._compact else 0)))
        self._draw_chips(painter, rect, face, middle)

    def _room(self, width: int) -> int:
        """The same with and without a scroll bar, so that chips end where the input ends."""
        view = self.parent()
        return (view.width() if isinstance(view, QWidget) else width) - 2 * theme().px(INSET)

    def _face(self, row: LineRow, width: int) -> Face:
        kept = self._faces.get(row.line.id)
        dress = theme()
        if kept is None or kept.width != width or kept.dress is not dress or kept.row != row:
            kept = self._faces[row.line.id] = self._set(row, width, dress)
        return kept

    def _set(self, row: LineRow, width: int, dress: Theme) -> Face:
        px = dress.px
        style = SAID if row.line.voice is Voice.CHILD else BODY
        quiet = row.line.voice is Voice.ASKED or bool(row.line.struck_by)
        style = style.tint("text2") if quiet else style
        chips = sum(chip_width(word) + px(_GAP) for word in row.chips)
        chips += px(_FLAG) if row.line.come_back else 0
        left = px((COMPACT_GUTTER if self._compact else GUTTER) + WORDS_AFTER_EDGE)
        right = 0 if self._compact else max(px(_CHIPS), int(chips))
        room = max(width - left - right - px(16), px(80))
        room = min(room, px(MEASURE))
        words = set_text(row.shown, style, room, align=starting_side(row.line.words))
        beside = tuple(
            (set_text(whose, TINY, room), set_text(said, BODY, room, align=starting_side(said)))
            for whose, said in row.beside
        )
        height = int(words.height) + px(2 * _ABOVE)
        if not self._compact:
            height = max(height, int(self._voice(row).height) + px(2 * _ABOVE))
        height += int(sum(a.height + b.height + px(_BELOW) for a, b in beside))
        height += px(_HEAD) if self._compact else 0
        height += px(_MORE) if row.more else 0
        return Face(row, width, dress, words, beside, style, chips, height)

    def _draw_margin(
        self, painter: QPainter, rect: QRectF, row: LineRow, x: float, middle: float
    ) -> None:
        look, shape = theme(), LOOKS[row.line.voice]
        baseline(clock_time(row.line.heard_at), TINY.figures, middle, painter, rect.left())
        icon = x if self._compact else rect.left() + look.px(GUTTER_ICON)
        word = x + look.px(24) if self._compact else rect.left() + look.px(GUTTER_WORD)
        side = look.px(18)
        box = QRectF(icon, middle - side / 2, side, side)
        draw_icon(painter, shape.icon, box, look.colour(shape.token))
        ink = TINY.medium.tint(f"{shape.token}-ink")
        if self._compact:
            baseline(row.voice, ink, middle, painter, word)
            return
        # A long name goes on below its first line, never over the edge.
        top = middle - look.px(ink.line / 2)
        self._voice(row).draw(painter, word, top, look.colour(ink.colour))

    def _voice(self, row: LineRow) -> Setting:
        """Whose words they are, as they stand in the margin."""
        ink = TINY.medium.tint(f"{LOOKS[row.line.voice].token}-ink")
        return set_text(row.voice, ink, theme().px(GUTTER - GUTTER_WORD - 6))

    def _draw_words(self, painter: QPainter, face: Face, at: QPointF) -> None:
        look = theme()
        face.words.draw(painter, at.x(), at.y(), look.colour(face.style.colour))
        if face.row.line.struck_by:
            _strike(painter, face.words, at)
        y = at.y() + face.words.height
        if face.row.more:
            baseline(face.row.more_words, TINY, y + look.px(_MORE / 2), painter, at.x())
            y += look.px(_MORE)
        for whose, said in face.beside:
            y += look.px(_BELOW)
            whose.draw(painter, at.x(), y, look.colour("text2"))
            said.draw(painter, at.x(), y + whose.height, look.colour("text"))
            y += whose.height + said.height

    def _draw_chips(self, painter: QPainter, rect: QRectF, face: Face, middle: float) -> None:
        look, line = theme(), face.row.line
        right = rect.right() - (look.px(14) if line.voice is Voice.VIEW else 0)
        if line.voice is Voice.VIEW and not face.row.chips and not self._compact:
            words = self.tr("Kept apart from the account")
            style = TINY.tint("view-ink")
            baseline(words, style, middle, painter, right - style.width(words))
            return
        x = right - face.chips + (look.px(_GAP) if face.chips else 0)
        if line.come_back:
            side = look.px(18)
            box = QRectF(x, middle - side / 2, side, side)
            draw_icon(painter, "flag", box, look.colour("notice"))
            x += look.px(_FLAG)
        for word in face.row.chips:
            x += draw_chip(painter, QPointF(x, middle), word) + look.px(_GAP)


def _view_ground(painter: QPainter, rect: QRectF, gutter: float) -> None:
    """My view stands in and on its own ground: it never reads as the account."""
    look = theme()
    left = gutter + look.px(10)
    ground = QRectF(left, rect.top() + look.px(3), rect.right() - left, rect.height() - look.px(6))
    # More contrast has no soft ground: an edge sets the view apart then.
    contrast = look.edge > 1
    painter.setPen(QPen(look.colour("border"), 1) if contrast else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("view-soft"))
    painter.drawRoundedRect(
        inner(ground) if contrast else ground, look.radius("control"), look.radius("control")
    )


def _strike(painter: QPainter, words: Setting, at: QPointF) -> None:
    """A line through the words: they stay readable."""
    look = theme()
    painter.setPen(QPen(look.colour("text2"), max(1, look.px(1.25))))
    for paragraph in words.paragraphs:
        for number in range(paragraph.lineCount()):
            line = paragraph.lineAt(number)
            box = line.naturalTextRect().translated(at)
            y = box.center().y() + look.px(1)
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
