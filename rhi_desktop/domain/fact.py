"""Owns what was written down about a child or about one time away, question by question."""

from __future__ import annotations

from dataclasses import dataclass, field

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.ids import CaseId, EpisodeId, FactId


@dataclass(frozen=True, slots=True)
class Fact:
    """What stands for one question of the pack that is about the child or about a time away.

    It is known beside the talk, from the referral, the carer or the police, and outlives every
    interview. A question that was never answered has no fact; a blank says why nothing stands.
    """

    id: FactId
    case_id: CaseId
    episode_id: EpisodeId | None
    """The time away it is about; None when it is about the child."""
    question_id: str
    values: tuple[str, ...] = field(default=(), repr=False)
    blank: Blank | None = None
    reason: str = field(default="", repr=False)
    """Why it is blank, or why it was judged so."""
