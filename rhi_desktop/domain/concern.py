"""Owns one indicator as it stands for a child: what was answered, on what evidence, whose."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum

from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.ids import ConcernId, InterviewId, LineId


class EvidenceSource(Enum):
    """Where the evidence for an indicator comes from."""

    CHILD_SAID = "child_said"
    CARER_SAID = "carer_said"
    OTHERS_SAID = "others_said"
    SEEN = "seen"
    ON_RECORD = "on_record"
    """It stood in the referral or in an earlier record."""
    INFERRED = "inferred"
    """The interviewer concludes it; nobody said or saw it."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One indicator of a set, answered by a person. It never becomes a score.

    `wording` and `set_title` are kept as they stood when it was answered, so that the record can
    be read without its pack. A "yes" or "not sure" needs evidence, in `evidence` or by lines.
    """

    id: ConcernId
    interview_id: InterviewId
    set_id: str
    indicator_id: str
    set_title: str
    wording: str
    state: Certainty
    evidence: str = field(default="", repr=False)
    source: EvidenceSource | None = None
    line_ids: tuple[LineId, ...] = ()
    no_action: str = field(default="", repr=False)
    """Why nothing is done about it, when that was decided."""

    @property
    def stands(self) -> bool:
        """True when it was answered yes or not sure, so that it needs evidence."""
        return self.state in {Certainty.YES, Certainty.NOT_SURE}

    @property
    def supported(self) -> bool:
        """True when evidence and its source are named."""
        return self.source is not None and bool(self.evidence.strip() or self.line_ids)

    def supported_by(self, standing: Collection[LineId]) -> bool:
        """The same, where a line that was struck since is no evidence any more."""
        lines = set(standing).intersection(self.line_ids)
        return self.source is not None and bool(self.evidence.strip() or lines)
