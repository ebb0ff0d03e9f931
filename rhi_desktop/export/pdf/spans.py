"""Owns how the tones of a text look."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.export.content import Mark, Run, Text, Tone
from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.grid import (
    INK2,
    MEDIUM,
    SEMIBOLD,
    TABULAR,
    TABULAR_SEMIBOLD,
    TINTS,
    Style,
)


def spans(text: Text, style: Style) -> tuple[Span, ...]:
    """The text in a style, its tones standing out; never without a span."""
    return tuple(
        Span(run.text, replace(toned(style, run.tone), language=run.language))
        for run in text or (Run(""),)
    )


def toned(style: Style, tone: Tone) -> Style:
    """The same size in another face or colour. Figures in columns keep one width."""
    match tone:
        case Tone.STRONG:
            strong = TABULAR_SEMIBOLD if style.face == TABULAR else SEMIBOLD
            return replace(style, face=strong)
        case Tone.QUIET:
            return replace(style, color=INK2)
        case Tone.CHILD:
            return replace(style, face=MEDIUM, color=TINTS[Mark.CHILD].text)
    return style
