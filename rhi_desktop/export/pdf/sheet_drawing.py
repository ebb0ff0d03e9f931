"""Owns drawing, finishing and checking one free sheet: panels to pages, then the file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from rhi_desktop.errors import ExportError
from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.finish import Drawing, finish
from rhi_desktop.export.pdf.fonts import ONE_AT_A_TIME, Fonts
from rhi_desktop.export.pdf.gate import check_file, check_tree
from rhi_desktop.export.pdf.grid import BOLD, LABEL, MARGIN, REGULAR, RUNNING, Style
from rhi_desktop.export.pdf.sheet_parts import Filled, Slip, fill, overleaf, pen
from rhi_desktop.export.pdf.sheet_signs import COLORS, scissors
from rhi_desktop.export.pdf.sheet_story import SheetStory
from rhi_desktop.export.pdf.words import Words, label, words
from rhi_desktop.export.pdf.xmp import Meta
from rhi_desktop.export.sheet import Crease, Ends, Ink, Page, Panel, SheetData, Way

NUMBER_BELOW = 5.8 * mm
"""How far below its box the number of a panel stands."""
CONTINUED_BELOW = 6.0
PAGE_NUMBER = Style(REGULAR, 8, 10, COLORS[Ink.MID])


@dataclass(slots=True)
class Stream:
    """One panel and what of it waits to be put on paper."""

    panel: Panel
    waiting: list[Slip]
    foot: Filled
    again: Words
    """Printed where the panel goes on."""
    begun: bool = False

    @property
    def done(self) -> bool:
        """Nothing waits."""
        return self.begun and not self.waiting

    def next(self) -> Filled:
        """What fits the box this time; at least something, or the sheet cannot be drawn."""
        room = self.panel.box.height - self.foot_room - self.again_room
        while self.begun and self.waiting and self.waiting[0].blank:
            self.waiting.pop(0)
        filled = fill(self.waiting, room, fresh=True)
        if self.waiting and not filled.laid:
            raise ExportError("sheet_full", pages=0)
        self.waiting = list(overleaf(filled.rest))
        return filled

    @property
    def foot_room(self) -> float:
        """The foot stands on the first page of the panel only."""
        return 0.0 if self.begun else self.foot.height

    @property
    def again_room(self) -> float:
        """For the words that say that it goes on."""
        shown = self.begun and self.panel.continued
        return self.again.height + CONTINUED_BELOW if shown else 0.0

    def draw(self, canvas: TagCanvas, filled: Filled) -> None:
        """In its box, upside down when the sheet is folded so."""
        box = self.panel.box
        canvas.saveState()
        canvas.translate(box.x, box.y)
        if self.panel.turned:
            canvas.translate(box.width, box.height)
            canvas.rotate(180)
        top = box.height
        if self.again_room:
            with canvas.artifact("Pagination"):
                self.again.paint(canvas, 0, top)
            top -= self.again_room
        filled.draw(canvas, 0, top, top - self.foot_room)
        if not self.begun:
            self.foot.draw(canvas, 0, self.foot.height, self.foot.height)
        if self.panel.number:
            with canvas.artifact("Pagination"):
                place = (box.width / 2, -NUMBER_BELOW)
                label(canvas, self.panel.number, PAGE_NUMBER, place, 0.5)
        canvas.restoreState()
        self.begun = True


Side = list[tuple[Stream, Filled]]


def drawn_sheet(sheet: SheetData) -> bytes:
    """See `sheets.draw_sheet`."""
    with ONE_AT_A_TIME:
        drawing = _drawn(sheet)
    check_tree(drawing.root)
    when = sheet.made_at.replace(microsecond=0)
    meta = Meta(sheet.title, sheet.author, "", sheet.language, sheet.tool, when)
    data = finish(drawing, meta, None, "")
    check_file(data, None)
    return data


def _drawn(sheet: SheetData) -> Drawing:
    fonts = Fonts()
    story, sides = _told(fonts, sheet)
    count = _count(sides)
    if sheet.tighter is not None and count > len(sheet.pages):
        other, tight = _told(fonts, sheet.tighter)
        if _count(tight) < count:
            return _painted(sheet.tighter, other, tight)
    return _painted(sheet, story, sides)


def _told(fonts: Fonts, sheet: SheetData) -> tuple[SheetStory, list[list[Side]]]:
    story = SheetStory(fonts, sheet.language)
    return story, [_sides(story, page) for page in sheet.pages]


def _count(sides: Sequence[Sequence[Side]]) -> int:
    return sum(len(side) for side in sides)


def _painted(sheet: SheetData, story: SheetStory, sides: Sequence[Sequence[Side]]) -> Drawing:
    count = _count(sides)
    if sheet.most and count > sheet.most:
        raise ExportError("sheet_full", pages=sheet.most)
    target = io.BytesIO()
    canvas = TagCanvas(target, story.fonts, sheet.language)
    canvas.setPageSize(sheet.size)
    at = 0
    for page, side in zip(sheet.pages, sides, strict=True):
        for streams in side:
            at += 1
            if at > 1:
                canvas.turn()
            _creases(canvas, page.creases)
            for stream, filled in streams:
                stream.draw(canvas, filled)
            _ends(canvas, sheet, at, count)
    canvas.showPage()
    canvas.save()
    return Drawing(target.getvalue(), story.root, canvas.marks, canvas.widgets)


def _sides(story: SheetStory, page: Page) -> list[Side]:
    """The pages that one page becomes: as many as its fullest panel needs."""
    streams = [_stream(story, panel) for panel in page.panels]
    sides: list[Side] = []
    while not all(stream.done for stream in streams):
        side: Side = []
        for stream in streams:
            if not stream.done:
                side.append((stream, stream.next()))
                stream.begun = True
        sides.append(side)
    for stream in streams:
        stream.begun = False
    return sides


def _stream(story: SheetStory, panel: Panel) -> Stream:
    width = panel.box.width
    slips = story.tell(panel.blocks, width)
    foot = fill(story.tell(panel.foot, width), float("inf"))
    again = words(story.fonts, (Span(panel.continued, LABEL),), width)
    return Stream(panel, slips, foot, again)


def _creases(canvas: TagCanvas, creases: Sequence[Crease]) -> None:
    if not creases:
        return
    with canvas.artifact():
        for crease in creases:
            canvas.saveState()
            _crease(canvas, crease)
            canvas.restoreState()


def _crease(canvas: TagCanvas, crease: Crease) -> None:
    x, y = crease.start
    match crease.way:
        case Way.TICK:
            pen(canvas, COLORS[Ink.MID], 0.6)
        case Way.FOLD:
            pen(canvas, COLORS[Ink.HAIR], 0.4)
            canvas.setDash([0.01, 3.5])
            canvas.setLineCap(1)
        case Way.CUT:
            pen(canvas, COLORS[Ink.QUIET], 0.7)
            _scissors(canvas, x, y)
            canvas.setDash([4, 2.5])
            x += 9
    canvas.line(x, y, *crease.end)


def _scissors(canvas: TagCanvas, x: float, y: float) -> None:
    canvas.saveState()
    canvas.translate(x - 1, y - 5)
    canvas.scale(0.5, 0.5)
    canvas.setLineWidth(1.5)
    scissors(canvas)
    canvas.restoreState()


def _ends(canvas: TagCanvas, sheet: SheetData, page: int, pages: int) -> None:
    ends: Ends = sheet.ends
    if pages == 1 and not ends.single:
        return
    width, height = sheet.size
    rows = (("Header", ends.head, height - 12.2 * mm), ("Footer", ends.foot, ends.foot_at))
    for place, texts, y in rows:
        if not any(texts):
            continue
        with canvas.artifact("Pagination", place):
            for text, x, anchor in zip(
                texts, (MARGIN, width / 2, width - MARGIN), (0.0, 0.5, 1.0), strict=True
            ):
                kind = Style(BOLD, 8, 11) if anchor == 0.5 else RUNNING  # noqa: PLR2004  the middle
                shown = text.replace("{pages}", str(pages)).replace("{page}", str(page))
                label(canvas, shown, kind, (x, y), anchor)
