"""Owns drawing, tagging, finishing and checking one report, in this order."""

from __future__ import annotations

import io

from rhi_desktop.export.content import ReportData
from rhi_desktop.export.pdf.canvas import TagCanvas
from rhi_desktop.export.pdf.finish import Drawing, finish
from rhi_desktop.export.pdf.fonts import ONE_AT_A_TIME, Fonts
from rhi_desktop.export.pdf.gate import check_file, check_story, check_tree
from rhi_desktop.export.pdf.setter import Running, Setter, paint
from rhi_desktop.export.pdf.story import Story
from rhi_desktop.export.pdf.verdict import Note
from rhi_desktop.export.pdf.xmp import Meta

LANGUAGE = "en-GB"
TOOL = "RHI Desktop"
TOLD, PAINTED, FINISHED, WHOLE = 45, 85, 95, 100
"""How far it is, in hundredths, once words are broken, pages drawn, the file written."""


def draw_report(report: ReportData, note: Note) -> bytes:
    """See `draw.draw`."""
    with ONE_AT_A_TIME:
        drawing = _drawn(report, note)
    check_tree(drawing.root)
    meta = Meta(
        report.title,
        report.author,
        report.marking,
        LANGUAGE,
        TOOL,
        report.made_at.replace(microsecond=0),
    )
    data = finish(drawing, meta, report.record, report.about_record)
    note(FINISHED, WHOLE)
    check_file(data, report.record)
    note(WHOLE, WHOLE)
    return data


def _drawn(report: ReportData, note: Note) -> Drawing:
    fonts = Fonts()
    story = Story(fonts, LANGUAGE)
    parts = story.tell(report, _part(note, 0, TOLD))
    check_story(story.root)
    pages = Setter().place(parts)
    target = io.BytesIO()
    canvas = TagCanvas(target, fonts, LANGUAGE)
    left, right, foot, page = report.running
    running = Running(report.marking, left, right, foot, page)
    paint(canvas, pages, running, _part(note, TOLD, PAINTED))
    return Drawing(target.getvalue(), story.root, canvas.marks, canvas.widgets)


def _part(note: Note, start: int, end: int) -> Note:
    """What hears of one stretch of the way, as hundredths of the whole."""
    return lambda done, of: note(start + (end - start) * done // of, WHOLE)
