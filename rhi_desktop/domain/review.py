"""Owns what a supervisor answers to a signed report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.ids import InterviewId, ReportId, ReviewId


class Verdict(Enum):
    """The supervisor's answer."""

    RETURNED = "returned"
    COUNTERSIGNED = "countersigned"


@dataclass(frozen=True, slots=True)
class Review:
    """One answer to one report, bound to the very file that was read by its SHA-256."""

    id: ReviewId
    interview_id: InterviewId
    report_id: ReportId
    report_sha256: str
    verdict: Verdict
    reviewer: str = field(repr=False)
    at: datetime
    comment: str = field(default="", repr=False)
