"""Owns the places to sign on the last page; the fields themselves are written when finishing."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.units import mm

from rhi_desktop.export.pdf.grid import MARGIN, MID
from rhi_desktop.export.pdf.parts import Part, Sheet
from rhi_desktop.export.pdf.tags import Node, Widget
from rhi_desktop.export.pdf.words import Words

FIELD_WIDTH, FIELD_HEIGHT = 84 * mm, 21 * mm
STEP = 92 * mm


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to sign: what is above, the field, what is below."""

    name: str
    title: tuple[Node, Words]
    field: Node
    lines: tuple[tuple[Node, Words], ...]


class SlotsPart(Part):
    """Two places to sign, side by side. The first is framed, the one still to come dotted."""

    def __init__(self, slots: tuple[Slot, ...]) -> None:
        self.slots = slots
        below = max(sum(words.height for _, words in slot.lines) for slot in slots)
        self.above = slots[0].title[1].height + 3
        self.height = self.above + FIELD_HEIGHT + 6 + below

    def draw(self, sheet: Sheet, top: float, *, first: bool) -> None:
        """Frames are furniture; words and fields are content."""
        del first
        canvas = sheet.canvas
        for at, slot in enumerate(self.slots):
            x, y = MARGIN + at * STEP, top - self.above
            slot.title[1].draw(canvas, slot.title[0], x, top)
            with canvas.artifact():
                canvas.setStrokeColor(MID)
                canvas.setLineWidth(0.5)
                canvas.setDash([1, 2] if at else [])
                canvas.rect(x, y - FIELD_HEIGHT, FIELD_WIDTH, FIELD_HEIGHT)
                canvas.setDash([])
            box = (x, y - FIELD_HEIGHT, x + FIELD_WIDTH, y)
            canvas.widgets.append(Widget(canvas.page, slot.name, box, slot.field))
            y -= FIELD_HEIGHT + 6
            for node, words in slot.lines:
                words.draw(canvas, node, x, y)
                y -= words.height
