"""Owns the measures of the paper: columns, colours and type."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from rhi_desktop.export.content import Mark

WIDTH, HEIGHT = A4
MARGIN = 17 * mm
TOP, BOTTOM = HEIGHT - 23 * mm, 19 * mm
SIDE, GUTTER, COLUMN = 40 * mm, 6 * mm, 130 * mm
TEXT_X = MARGIN + SIDE + GUTTER
FULL = SIDE + GUTTER + COLUMN
INDENT = 4.6 * mm
"""From the edge pattern of a voice to its words."""

INK, INK2, TEAL = HexColor("#1D2A33"), HexColor("#4A5862"), HexColor("#0F5C6E")
MID, HAIR, WHITE = HexColor("#8B969B"), HexColor("#C5CBCC"), HexColor("#FFFFFF")


@dataclass(frozen=True, slots=True)
class Tint:
    """The two colours of a mark: its words and labels, and its edge and sign."""

    text: Color
    edge: Color


_CHILD = Tint(HexColor("#3B1F63"), HexColor("#6B3FA0"))
_TOLD = Tint(HexColor("#5C3B00"), HexColor("#8A5A00"))
_QUIET = Tint(INK2, INK2)
TINTS: dict[Mark, Tint] = {
    Mark.CHILD: _CHILD,
    Mark.SEEN: Tint(HexColor("#23451A"), HexColor("#3B6B2A")),
    Mark.TOLD: _TOLD,
    Mark.VIEW: Tint(HexColor("#1B3B66"), HexColor("#2B5A94")),
    Mark.ASKED: _QUIET,
    Mark.BLANK: _QUIET,
    Mark.TYPED: _CHILD,
    Mark.WRITTEN: _CHILD,
    Mark.PROMISE: _TOLD,
}


@dataclass(frozen=True, slots=True)
class Style:
    """Face, size, leading, colour and language of a text.

    The language matters where readers of one language expect another face than others do.
    """

    face: str
    size: float
    leading: float
    color: Color = INK
    language: str = ""


REGULAR, MEDIUM, SEMIBOLD, BOLD = "Body", "Body-M", "Body-S", "Body-B"
TABULAR, TABULAR_SEMIBOLD = "Tab", "Tab-S"

NAME = Style(SEMIBOLD, 33, 36)
EYEBROW = Style(SEMIBOLD, 11, 14, TEAL)
COVER = Style(REGULAR, 9.75, 13, INK2)
LEAD = Style(REGULAR, 12, 17)
TOPIC = Style(SEMIBOLD, 17, 20)
HEADING = Style(SEMIBOLD, 11.5, 14, TEAL)
SUB = Style(SEMIBOLD, 10, 13, INK)
BODY = Style(REGULAR, 10, 14)
CHILD = Style(MEDIUM, 11.75, 16, _CHILD.text)
CHILD_LARGE = Style(MEDIUM, 12.75, 17.5, _CHILD.text)
LINE = Style(REGULAR, 9.75, 13.5)
LINE_QUIET = Style(REGULAR, 9.75, 13.5, INK2)
CELL = Style(REGULAR, 9, 12.4)
TABLE_HEAD = Style(SEMIBOLD, 8.25, 11, INK2)
NOTE = Style(REGULAR, 8.5, 11.5, INK2)
LABEL = Style(SEMIBOLD, 8.5, 11.5, INK2)
RUNNING = Style(REGULAR, 8, 11, INK2)
NUMBER, NUMBER_X = Style(TABULAR, 8.5, 11.5, INK2), TEXT_X - 9.0
"""The number of a line stands right-aligned in the side column."""
FIGURE = Style(REGULAR, 7.5, 9, INK2)
