"""Owns the door from the values of a free sheet to its finished file; light to import."""

from __future__ import annotations

from rhi_desktop.export.sheet import SheetData


def draw_sheet(sheet: SheetData) -> bytes:
    """The PDF of a sheet: tagged, PDF/A-3A and PDF/UA-1, not signed, nothing attached.

    The same sheet gives the same bytes. Nothing is written to disk. Raises ExportError
    glyph_missing for a letter no face can draw, sheet_full when it needs more pages than it may
    have or one thing is larger than its place, and whatever the gate finds.
    """
    from rhi_desktop.export.pdf.sheet_drawing import drawn_sheet  # noqa: PLC0415  slow to import

    return drawn_sheet(sheet)
