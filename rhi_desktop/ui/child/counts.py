"""Owns what is counted of a plan, in words: lines and whose they are, strokes of a drawing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from rhi_desktop.domain.drawing import Drawing, Stroke
from rhi_desktop.domain.plan import Shares


class Counts(QObject):
    """Says counts with their plurals: only what has a `tr` of its own can. Never weighs them."""

    def share(self, shares: Shares) -> str:
        """How many of the lines are the child's."""
        return self.tr("%n of {all} line(s) are yours.", "", shares.own).format(all=shares.all)

    def whose(self, shares: Shares) -> str:
        """Who typed, wrote down and promised: only what there is; empty where all are alike."""
        counted = (
            (self.tr("%n typed by you", "", shares.typed), shares.typed),
            (self.tr("%n written down for you", "", shares.written), shares.written),
            (self.tr("%n promised by adults", "", shares.promised), shares.promised),
        )
        there = [words for words, count in counted if count]
        return f"{', '.join(there)}." if len(there) > 1 else ""

    def strokes(self, strokes: Sequence[Stroke], caption: str) -> str:
        """What a reader hears of a drawing: how much was drawn, what the child says it is."""
        said = self.tr("A drawing of %n stroke(s).", "", len(strokes))
        if not strokes:
            said = self.tr("An empty sheet.")
        return f"{said} {caption.strip()}".strip()

    def drawing(self, drawing: Drawing | None) -> str:
        """The same of a drawing that was kept; nothing where there is none."""
        return "" if drawing is None else self.strokes(drawing.strokes, drawing.caption)
