"""Owns the door from report values to the finished, unsigned file; light to import."""

from __future__ import annotations

from rhi_desktop.export.content import ReportData
from rhi_desktop.export.pdf.verdict import Note, unheard


def draw(report: ReportData, note: Note = unheard) -> bytes:
    """The base PDF: tagged, PDF/A-3A and PDF/UA-1, the record attached, signature fields empty.

    The same report gives the same bytes. Nothing is written to disk. Raises ExportError with the
    character and the line for a letter no face can draw, and for whatever the gate finds.

    `note` hears how far it is, in hundredths. It may raise: then the drawing ends and nothing of
    it is left.
    """
    from rhi_desktop.export.pdf.drawing import draw_report  # noqa: PLC0415  slow to import

    return draw_report(report, note)
