"""Owns how a voice looks: word, icon and margin edge, so that colour is only the fourth sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rhi_desktop.domain.line import Voice
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.theme import theme

Pattern = Literal["solid", "dash", "double", "dot", "none"]

GUTTER = 176
"""Width of the margin at 100 %: time at 0, icon at 52, voice word at 78, the edge at 176."""
GUTTER_ICON = 52
GUTTER_WORD = 78
WORDS_AFTER_EDGE = 22
MEASURE = 640
"""Words are at most so wide."""


@dataclass(frozen=True, slots=True)
class VoiceLook:
    """Icon, edge and colour token of a voice."""

    token: str
    icon: IconName
    pattern: Pattern


LOOKS = {
    Voice.CHILD: VoiceLook("child", "quote", "solid"),
    Voice.SAW: VoiceLook("saw", "eye", "dash"),
    Voice.TOLD: VoiceLook("told", "told", "double"),
    Voice.VIEW: VoiceLook("view", "pencil", "dot"),
    Voice.ASKED: VoiceLook("asked", "ask", "none"),
}


def voice_word(voice: Voice, child: str, told_by: str = "") -> str:
    """The word in the gutter: who speaks. `child` is what the list calls the child."""
    translate = QCoreApplication.translate
    if voice is Voice.CHILD:
        return translate("voices", "{child} said").format(child=child)
    if voice is Voice.SAW:
        return translate("voices", "I saw")
    if voice is Voice.TOLD and told_by:
        return translate("voices", "Told by {who}").format(who=told_by)
    if voice is Voice.TOLD:
        return translate("voices", "Told me")
    if voice is Voice.VIEW:
        return translate("voices", "My view")
    return translate("voices", "I asked")


def quoted(voice: Voice, words: str) -> str:
    """A child's words stand in quotation marks on the page; what is stored stays as it is."""
    return (
        f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"
        if (voice is Voice.CHILD)
        else words
    )


def draw_edge(painter: QPainter, voice: Voice, x: float, top: float, bottom: float) -> None:
    """The margin edge of a line: solid, dashed, double or dotted; prints in grey."""
    look, shape = theme(), LOOKS[voice]
    width, colour = look.size("edge"), look.colour(shape.token)
    if shape.pattern == "solid":
        painter.fillRect(QRectF(x, top, width, bottom - top), colour)
    elif shape.pattern == "double":
        # Whole pixels: half ones turn the pair into a grey smear.
        thin, left = max(1, round(look.zoom)), round(x)
        for edge in (left - thin, left + width - thin):
            painter.fillRect(QRectF(edge, top, thin, bottom - top), colour)
    elif shape.pattern in {"dash", "dot"}:
        _broken(painter, shape, QRectF(x, top, width, bottom - top))


def _broken(painter: QPainter, shape: VoiceLook, edge: QRectF) -> None:
    dashed = shape.pattern == "dash"
    pen = QPen(theme().colour(shape.token), edge.width())
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
    # A pattern counts in pen widths; on a short edge one long dash would look whole.
    long_enough = edge.height() > 5 * edge.width()
    dash = [2.4, 1.6] if long_enough else [1.0, 0.7]
    pen.setDashPattern(dash if dashed else [0.01, 2.3])
    painter.setPen(pen)
    x = edge.center().x()
    start = edge.top() if dashed else edge.top() + edge.width() / 2
    painter.drawLine(QPointF(x, start), QPointF(x, edge.bottom()))
