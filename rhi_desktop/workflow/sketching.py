"""Owns a sheet while it is drawn on: a step back and on again, and its strokes as a draft."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rhi_desktop.domain.drawing import MOST, Stroke, fits, points


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn, and what was undone; a new stroke lets go of what was undone.

    A step back takes one stroke away, or brings all of them back when the sheet was cleared.
    """

    strokes: tuple[Stroke, ...] = ()
    before: tuple[tuple[Stroke, ...], ...] = ()
    after: tuple[tuple[Stroke, ...], ...] = ()

    def drawn(self, stroke: Stroke) -> Sheet:
        """One more stroke; the same sheet when it holds no more."""
        if points((*self.strokes, stroke)) > MOST:
            return self
        return self._now((*self.strokes, stroke))

    def cleared(self) -> Sheet:
        """A blank sheet; one step back brings everything again."""
        return self._now(()) if self.strokes else self

    def undone(self) -> Sheet:
        """One step back."""
        if not self.before:
            return self
        after = (self.strokes, *self.after)
        return replace(self, strokes=self.before[-1], before=self.before[:-1], after=after)

    def redone(self) -> Sheet:
        """One step on again."""
        if not self.after:
            return self
        before = (*self.before, self.strokes)
        return replace(self, strokes=self.after[0], before=before, after=self.after[1:])

    def _now(self, strokes: tuple[Stroke, ...]) -> Sheet:
        return Sheet(strokes, (*self.before, self.strokes))


def sheet_of(strokes: Sequence[Stroke]) -> Sheet:
    """A sheet on which these can be undone one by one, the last first."""
    every = tuple(strokes)
    return Sheet(every, tuple(every[:count] for count in range(len(every))))


def packed(strokes: Sequence[Stroke]) -> str:
    """Strokes as the text of a draft."""
    return json.dumps([[stroke.width, *stroke.points] for stroke in strokes])


def unpacked(text: str) -> tuple[Stroke, ...] | None:
    """The strokes of a draft; None when it does not hold any that fit on a sheet."""
    try:
        found = json.loads(text)
        strokes = tuple(Stroke(tuple(rest), width) for width, *rest in found)
    except (ValueError, TypeError, RecursionError):
        return None
    if not all(
        type(number) is int for stroke in strokes for number in (*stroke.points, stroke.width)
    ):
        return None
    return strokes if all(map(fits, strokes)) and points(strokes) <= MOST else None
