"""Owns what is corrected or added after a report was signed: the report itself never changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.domain.ids import AddendumId, InterviewId
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.person import Interviewer


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that is now said otherwise, or said for the first time. Words are kept as given."""

    voice: Voice
    words: str = field(repr=False)
    about: str = field(default="", repr=False)
    """What in the report it belongs to, as in: line 12. Empty for something new."""
    told_by: str = field(default="", repr=False)
    language: str = "en-GB"


@dataclass(frozen=True, slots=True)
class Addendum:
    """One addendum to a signed report. It is written once and never changes."""

    id: AddendumId
    interview_id: InterviewId
    number: int
    """Counts from 1 for each interview."""
    of: str
    """SHA-256 of the signed report that it belongs to."""
    reason: str = field(repr=False)
    corrections: tuple[Correction, ...]
    by: Interviewer
    at: datetime
