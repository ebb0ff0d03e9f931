"""Owns the pages for a parent or carer: what was agreed to be shared, and how to hear it."""

from __future__ import annotations

from rhi_desktop.export.closing_pages import single_signature
from rhi_desktop.export.content import Mast, Section
from rhi_desktop.export.mast import mast
from rhi_desktop.export.source import Source
from rhi_desktop.export.wording import say


def carer_mast(source: Source) -> Mast:
    """By initials, with the clock in words, as in the full report."""
    whole = mast(source)
    return Mast(say("eyebrow_carer"), say("running_carer"), whole.name, "", whole.lead)


def carer_sections(source: Source) -> tuple[Section, ...]:
    """All parts, in order."""
    return (single_signature(source, say("signatures_note")),)
