"""Owns what the child said when a line was read back: both versions stay."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.ids import InterviewId, LineId, ReadingId


class Said(Enum):
    """What the child answered to a line read back."""

    AGREED = "agreed"
    CHANGED = "changed"
    """The child wants it said otherwise: `words`. The line keeps what was written first."""
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class Reading:
    """The answer to one line; a later answer to the same line is a revision of this one."""

    id: ReadingId
    interview_id: InterviewId
    line_id: LineId
    said: Said
    at: datetime
    words: str = field(default="", repr=False)
