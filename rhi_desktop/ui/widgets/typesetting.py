"""Owns text with a true line height: QLabel cannot, and style sheets ignore `line-height`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from rhi_desktop.ui.theme import theme

UNBOUND = 100_000.0
_MARKS = {"**": "strong", "__": "quiet", "~~": "accent"}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words look: size and line height in pixels at 100 %, weight, colour token."""

    size: float = 16
    weight: int = 400
    colour: str = "text"
    line: float = 24
    tnum: bool = False

    def tint(self, colour: str) -> TextStyle:
        """The same in another colour."""
        return replace(self, colour=colour)

    @property
    def strong(self) -> TextStyle:
        """The same at the weight of strong words."""
        return replace(self, weight=600)

    @property
    def medium(self) -> TextStyle:
        """The same at the weight of labels."""
        return replace(self, weight=500)

    @property
    def figures(self) -> TextStyle:
        """The same with figures of one width: for columns only."""
        return replace(self, tnum=True)

    @property
    def font(self) -> QFont:
        """The font at the zoom of now."""
        return theme().font(self.size, self.weight, tnum=self.tnum)

    def width(self, text: str) -> float:
        """How wide one line of text is."""
        return QFontMetricsF(self.font).horizontalAdvance(text)


H1 = TextStyle(30, 600, line=37.5)
H2 = TextStyle(24, 600, line=30)
H3 = TextStyle(20, 600, line=25)
BODY = TextStyle()
QUIET = BODY.tint("text2")
STRONG = BODY.strong
LABEL = BODY.medium
SAID = TextStyle(18, line=25.2)
"""A child's own words, and the input they are typed into."""
SMALL = TextStyle(14, line=21)
SMALL_QUIET = SMALL.tint("text2")
TINY = TextStyle(13, line=19.5, colour="text2")
CHILD_TITLE = TextStyle(36, 600, line=45)
CHILD_PROMPT = TextStyle(22, 600, line=28)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words that looks different: where it starts, how long it is, its style."""

    start: int
    length: int
    style: TextStyle


@dataclass(frozen=True, slots=True)
class Setting:
    """Text broken into lines: ready to draw, with its height and the width it needs."""

    paragraphs: tuple[QTextLayout, ...]
    height: float
    width: float

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draw with the upper left corner of the first line at x, y."""
        painter.setPen(colour)
        for paragraph in self.paragraphs:
            paragraph.draw(painter, QPointF(x, y))


def marked(text: str, style: TextStyle) -> tuple[str, tuple[Span, ...]]:
    """Our own texts with **strong**, __quiet__ and ~~accent~~ words. Never for words of people."""
    looks = {"strong": style.strong, "quiet": style.tint("text2"), "accent": style.tint("accent")}
    plain, spans, at = "", [], 0
    while at < len(text):
        sign = text[at : at + 2]
        end = text.find(sign, at + 2) if sign in _MARKS else -1
        if end < 0:
            plain += text[at]
            at += 1
            continue
        spans.append(Span(len(plain), end - at - 2, looks[_MARKS[sign]]))
        plain += text[at + 2 : end]
        at = end + 2
    return plain, tuple(spans)


def set_text(
    text: str,
    style: TextStyle,
    width: float = UNBOUND,
    *,
    spans: Sequence[Span] = (),
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Setting:
    """Break text into lines of a width, one paragraph per line break, at a fixed line height."""
    step = round(style.line * theme().zoom)
    option = QTextOption(align)
    # A long word breaks rather than runs out of its column.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    y, widest, start = 0.0, 0.0, 0
    paragraphs = []
    for words in text.split("\n"):
        layout = QTextLayout(words, style.font)
        layout.setTextOption(option)
        layout.setFormats(_formats(spans, start, len(words)))
        y, wide = _break_lines(layout, y, step, max(width, 1.0))
        widest = max(widest, wide)
        paragraphs.append(layout)
        start += len(words) + 1
    return Setting(tuple(paragraphs), y, widest)


def draw_text(
    painter: QPainter, at: QPointF, text: str, style: TextStyle = BODY, width: float = UNBOUND
) -> Setting:
    """Set and draw at once; what was set tells how much room it took."""
    setting = set_text(text, style, width)
    setting.draw(painter, at.x(), at.y(), theme().colour(style.colour))
    return setting


def elided(text: str, style: TextStyle, width: float) -> str:
    """One line that fits the width, its end cut with an ellipsis if it must be."""
    metrics = QFontMetricsF(style.font)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _break_lines(layout: QTextLayout, y: float, step: int, width: float) -> tuple[float, float]:
    widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        widest = max(widest, line.naturalTextWidth())
        y += step
    layout.endLayout()
    return y, widest


def _formats(spans: Sequence[Span], start: int, length: int) -> list[QTextLayout.FormatRange]:
    formats = []
    for span in spans:
        first = max(span.start - start, 0)
        last = min(span.start + span.length - start, length)
        if first < last:
            look = QTextCharFormat()
            look.setFont(span.style.font)
            look.setForeground(theme().colour(span.style.colour))
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = first, last - first, look
            formats.append(part)
    return formats
