"""Owns what was answered to a question of the talk, and the blanks that may stand instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from rhi_desktop.domain.ids import AnswerId, InterviewId


class Blank(Enum):
    """Why nothing stands here. A blank is never a no, and no two blanks are alike."""

    CHOSE_NOT_TO_SAY = "chose_not_to_say"
    NOT_ASKED = "not_asked"
    """Needs a reason: "not asked because ..."."""
    NOT_KNOWN = "not_known"
    NOT_RELEVANT = "not_relevant"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question of the pack: values, or the blank that stands instead."""

    id: AnswerId
    interview_id: InterviewId
    question_id: str
    values: tuple[str, ...] = field(default=(), repr=False)
    blank: Blank | None = None
    reason: str = field(default="", repr=False)
