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
from rhi_desktop.export.pdf.xmp import Meta

LANGUAGE = "en-GB"
TOOL = "RHI Desktop"


def draw_report(report: ReportData) -> bytes:
    """See `draw.draw`."""
    with ONE_AT_A_TIME:
        drawing = _drawn(report)
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
    check_file(data, report.record)
    return data


def _drawn(report: ReportData) -> Drawing:
    fonts = Fonts()
    story = Story(fonts, LANGUAGE)
    parts = story.tell(report)
    check_story(story.root)
    pages = Setter().place(parts)
    target = io.BytesIO()
    canvas = TagCanvas(target, fonts, LANGUAGE)
    left, right, foot, page = report.running
    paint(canvas, pages, Running(report.marking, left, right, foot, page))
    return Drawing(target.getvalue(), story.root, canvas.marks, canvas.widgets)
