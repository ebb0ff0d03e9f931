"""Owns the envelope of everything that is stored, journalled and sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.canonical import Plain


class Kind(Enum):
    """What a record holds; the value is also its name in a bundle.

    In an order in which records can be applied: what is referred to comes first.
    """

    CASE = "case"
    EPISODE = "episode"
    FACT = "fact"
    ENTITY = "entity"
    ATTEMPT = "attempt"
    INTERVIEW = "interview"
    LINE = "line"
    READING = "reading"
    ANSWER = "answer"
    CONCERN = "concern"
    THREAD = "thread"
    ACTION = "action"
    DISCLOSURE = "disclosure"
    DISCLOSURE_STEP = "disclosure_step"
    PLAN = "plan"
    PLAN_LINE = "plan_line"
    DRAWING = "drawing"
    FOLLOW_UP = "follow_up"
    SEAL = "seal"
    ADDENDUM = "addendum"
    REPORT = "report"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Record:
    """One revision of one record.

    `digest` is HMAC-SHA256 keyed with `salt` over the canonical form of every other field;
    `previous` is the digest of the revision before, empty for the first. `case_id` says whose
    file it belongs to. A body is what `plain.to_plain` makes of the domain value.
    """

    id: str
    kind: Kind
    case_id: str
    revision: int
    previous: str
    author: str
    """PersonId of whoever made the revision."""
    device: str
    at: datetime
    salt: str = field(repr=False)
    """32 random bytes, hexadecimal; deleted with the record, so a digest tells nothing after."""
    body: dict[str, Plain] = field(repr=False)
    digest: str


ONE_REVISION = frozenset(
    {
        *(Kind.ATTEMPT, Kind.DISCLOSURE, Kind.DISCLOSURE_STEP, Kind.FOLLOW_UP),
        *(Kind.SEAL, Kind.ADDENDUM, Kind.REVIEW),
    }
)
"""What never has a second revision."""

_PLACES = {kind: place for place, kind in enumerate(Kind)}


def applying_order(record: Record) -> tuple[int, str, int]:
    """Sorts records so that each can be applied: parents first, revisions of one in a row."""
    return _PLACES[record.kind], record.id, record.revision


def packs_of(record: Record) -> tuple[str, ...]:
    """Digests of the question packs that a record needs to be read: only interviews have any."""
    if record.kind is not Kind.INTERVIEW:
        return ()
    beside = record.body.get("packs", [])
    named = [record.body.get("pack"), *(beside if isinstance(beside, list) else ())]
    return tuple(str(one["digest"]) for one in named if isinstance(one, dict) and "digest" in one)


@dataclass(frozen=True, slots=True)
class JournalHead:
    """Length and last link of a vault's journal: gaps, replays and roll-backs show by it."""

    length: int
    link: str
