"""Owns offers and attempts: who was asked, how, and what they answered. Append-only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.ids import AttemptId, EpisodeId
from rhi_desktop.domain.plain import later


class Method(Enum):
    """How the offer was made."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    TEXT = "text"
    LETTER = "letter"
    VIA_CARER = "via_carer"
    VIA_SOCIAL_WORKER = "via_social_worker"
    HOME_VISIT = "home_visit"
    PLACEMENT_VISIT = "placement_visit"
    SCHOOL = "school"
    ONLINE_CHAT = "online_chat"


class OfferedTo(Enum):
    """Who was asked."""

    CHILD = "child"
    CARER = "carer"
    BOTH = "both"


class Reply(Enum):
    """What came back."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    ANOTHER_TIME = "another_time"
    ANOTHER_PERSON = "another_person"
    UNDECIDED = "undecided"
    NO_ANSWER = "no_answer"
    NOT_REACHED = "not_reached"
    """The call, visit or message did not reach anybody."""


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
    made_by: str = later("")
    """Who made the offer; empty when it was whoever wrote it down."""

    @property
    def reached(self) -> bool:
        """Whether an offer was really made: it reached child or carer, or a letter was sent."""
        unheard = {Reply.NO_ANSWER, Reply.NOT_REACHED}
        return self.method is Method.LETTER or self.reply not in unheard


def offered(attempts: Iterable[Attempt]) -> bool:
    """Whether a talk was offered: one attempt that reached child or carer, or a letter."""
    return any(attempt.reached for attempt in attempts)
