"""Owns a child's drawing: strokes as they were drawn, never redrawn or smoothed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rhi_desktop.domain.ids import DrawingId, PlanId

WIDTH, HEIGHT = 10_000, 7_500
"""The paper in its own units; a pen is as wide as `Stroke.width` of them."""

MOST = 20_000
"""So many points fit on one sheet; a bundle or a report never chokes on a drawing."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One movement of the pen: x and y in turn, from the top left, within the paper."""

    points: tuple[int, ...] = field(repr=False)
    width: int = 60


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing of a plan. An empty one is a blank sheet."""

    id: DrawingId
    plan_id: PlanId
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    caption: str = field(default="", repr=False)
    """What the child says it is, in their words."""


def fits(stroke: Stroke) -> bool:
    """Whether a stroke has whole points that all lie on the paper."""
    xs, ys = stroke.points[::2], stroke.points[1::2]
    return (
        len(xs) == len(ys) > 0
        and all(0 <= x <= WIDTH for x in xs)
        and all(0 <= y <= HEIGHT for y in ys)
        and 0 < stroke.width <= HEIGHT
    )


def points(strokes: Iterable[Stroke]) -> int:
    """How many points strokes have."""
    return sum(len(stroke.points) // 2 for stroke in strokes)
