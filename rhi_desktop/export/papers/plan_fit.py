"""Owns the measures of the plan on paper, airy and tight."""

from __future__ import annotations

from dataclasses import dataclass

from rhi_desktop.export.papers.chosen import Scale, scale
from rhi_desktop.export.sheet import A4, MM

WIDTH = A4[0] - 30 * MM
BETWEEN = 8 * MM
HALF = (WIDTH - BETWEEN) / 2


@dataclass(frozen=True, slots=True)
class Fit:
    """Types, room for the drawing, and the gaps between lines, parts and rows of parts."""

    kinds: Scale
    picture: tuple[float, float]
    line: float
    part: float
    after: float


AIRY = Fit(scale(13, 11.5), (90 * MM, 50.4 * MM), 4.6, 13.0, 10.0)
TIGHT = Fit(scale(12, 10.75), (75 * MM, 42 * MM), 3.4, 9.0, 8.0)
"""Where the airy one needs a page more."""
