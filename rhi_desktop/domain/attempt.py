"""Owns offers and attempts: who was asked, how, and what they answered. Append-only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.ids import AttemptId, EpisodeId


class Method(Enum):
    """How the offer was made."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    TEXT = "text"
    LETTER = "letter"
    VIA_CARER = "via_carer"
    VIA_SOCIAL_WORKER = "via_social_worker"


class OfferedTo(Enum):
    """Who was asked."""

    CHILD = "child"
    CARER = "carer"


class Reply(Enum):
    """What came back."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    ANOTHER_TIME = "another_time"
    ANOTHER_PERSON = "another_person"
    UNDECIDED = "undecided"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One offer of a return interview; `words` are the child's own, as spoken."""

    id: AttemptId
    episode_id: EpisodeId
    at: datetime
    method: Method
    offered_to: OfferedTo
    reply: Reply
    words: str = field(default="", repr=False)
