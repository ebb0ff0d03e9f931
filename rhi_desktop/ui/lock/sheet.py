"""Owns the sheet of paper that carries a recovery code: what stands on it, drawn by one painter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from rhi_desktop.ui.dates import day_and_year
from rhi_desktop.ui.theme import tokens

WIDTH, HEIGHT = 595.0, 842.0
"""A4 in points: the painter is scaled so that one unit is one point."""
LEFT, RIGHT, TOP = 71.0, 524.0, 74.0
INK, QUIET, RULE, GROUND = (QColor(name) for name in ("#14181b", "#4d565c", "#9aa3a8", "#f4f2ed"))
VALUES = LEFT + 132
FIRST_ROW = 4


class Printed(Enum):
    """How asking for the sheet on paper ended."""

    SENT = "sent"
    NO_PRINTER = "no_printer"
    REFUSED = "refused"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the paper: the code, the vault's own label, the day. Nothing of a case."""

    groups: tuple[str, ...] = field(repr=False)
    label: str
    made: date


@dataclass(frozen=True, slots=True)
class _Ink:
    size: float
    weight: int = 400
    colour: QColor = field(default_factory=lambda: QColor(INK))
    line: float = 1.4
    apart: float = 0.0

    @property
    def font(self) -> QFont:
        font = QFont(tokens()["type"]["family"])
        # Whole pixels only: set ten times as large, drawn at a tenth.
        font.setPixelSize(round(self.size * FINE))
        font.setWeight(QFont.Weight(self.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # No figures of one width: drawn alike, but a PDF would not say which figure each one is.
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.apart * FINE)
        return font


FINE = 10
TITLE = _Ink(32, 600, line=1.2)
BODY = _Ink(11.5, line=1.45)
SMALL = _Ink(9.5, colour=QUIET, line=1.4)
HEAD = _Ink(13, 600, line=1.3)
CODE = _Ink(29, 600, line=1.2, apart=2)
STRONG = _Ink(11.5, 600, line=1.45)


def paint_sheet(painter: QPainter, sheet: Sheet, scale: float) -> None:
    """Draw the whole sheet; `scale` is how many units of the painter one point is."""
    painter.save()
    painter.scale(scale / FINE, scale / FINE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    page = _Page(painter, TOP)
    page.words(_tr("Recovery code"), TITLE)
    page.skip(4)
    page.words(_tr("Opens the notes on one laptop if their passphrase is forgotten."), BODY)
    page.skip(22)
    page.code(sheet.groups)
    page.skip(22)
    page.facts(
        (
            (_tr("Name of the vault"), sheet.label),
            (_tr("Made on"), day_and_year(sheet.made)),
            (_tr("Whose notes"), ""),
            (_tr("Put away on, by"), ""),
        )
    )
    page.skip(24)
    page.list(_tr("How to use it"), _use())
    page.skip(14)
    page.list(_tr("How to keep it"), _keep())
    page.foot(_tr("The signs I, L, O and U are never in a code. 0 is nought, 1 is one."))
    painter.restore()


def _use() -> tuple[str, ...]:
    return (
        _tr("Open the program on that laptop and press \u201cForgotten passphrase?\u201d."),
        _tr("Type the seven groups in their order. Capital or small letters are the same."),
        _tr("Choose a new passphrase. The notes open as they were left."),
    )


def _keep() -> tuple[str, ...]:
    return (
        _tr("In your organisation\u2019s safe, in a closed envelope, never with the laptop."),
        _tr("No photograph, no scan, no second copy."),
        _tr("Once a newer code is made, this one opens nothing: shred the sheet."),
    )


class _Page:
    """Goes down the page; every measure is in points."""

    def __init__(self, painter: QPainter, y: float) -> None:
        self._painter, self._y = painter, y

    def skip(self, points: float) -> None:
        """Leave room."""
        self._y += points

    def words(self, text: str, ink: _Ink, x: float = LEFT) -> None:
        """A paragraph from x to the right margin."""
        self._y += self._set(text, ink, QPointF(x, self._y), RIGHT - x)

    def code(self, groups: tuple[str, ...]) -> None:
        """Seven groups in two rows, each under its number."""
        high, gap = 148.0, 14.0
        box = QRectF(LEFT, self._y, RIGHT - LEFT, high)
        self._painter.setPen(QPen(INK, 1.2 * FINE))
        self._painter.setBrush(GROUND)
        self._painter.drawRoundedRect(_fine(box), 6 * FINE, 6 * FINE)
        wide = (box.width() - 2 * 24 + gap) / FIRST_ROW
        for number, group in enumerate(groups, start=1):
            row, place = divmod(number - 1, FIRST_ROW)
            at = QPointF(box.left() + 26 + place * wide, box.top() + 16 + row * 64)
            self._set(str(number), SMALL, at, wide)
            self._set(group, CODE, QPointF(at.x(), at.y() + 13), wide)
        self._y += high

    def facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Label and value on a line each; without a value there is a line to write on."""
        for label, value in facts:
            self._y += 0 if value else 8
            self._set(label, BODY, QPointF(LEFT, self._y), VALUES - LEFT)
            self._set(value, STRONG, QPointF(VALUES, self._y), RIGHT - VALUES)
            if not value:
                y = (self._y + 15) * FINE
                self._painter.setPen(QPen(RULE, 0.8 * FINE))
                self._painter.drawLine(QPointF(VALUES * FINE, y), QPointF(RIGHT * FINE, y))
            self._y += 23

    def list(self, title: str, steps: tuple[str, ...]) -> None:
        """A heading and what to do, numbered."""
        self.words(title, HEAD)
        self.skip(5)
        for number, step in enumerate(steps, start=1):
            self._set(f"{number}", BODY, QPointF(LEFT, self._y), 18)
            self.words(step, BODY, LEFT + 20)
            self.skip(3)

    def foot(self, text: str) -> None:
        """One quiet line above the lower edge."""
        self._set(text, SMALL, QPointF(LEFT, HEIGHT - 64), RIGHT - LEFT)

    def _set(self, text: str, ink: _Ink, at: QPointF, width: float) -> float:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout = QTextLayout(text, ink.font)
        layout.setTextOption(option)
        step, y = ink.size * ink.line, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * FINE)
            line.setPosition(QPointF(0, y * FINE + (step * FINE - line.height()) / 2))
            y += step
        layout.endLayout()
        self._painter.setPen(ink.colour)
        layout.draw(self._painter, at * FINE)
        return y


def _fine(box: QRectF) -> QRectF:
    return QRectF(box.topLeft() * FINE, box.size() * FINE)


def _tr(words: str) -> str:
    return QCoreApplication.translate("sheet", words)
