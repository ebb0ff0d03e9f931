"""Owns the plain form of a record outside the vault, and whether its content has its shape."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, datetime
from types import MappingProxyType

from rhi_desktop.crypto.digest import signed_part
from rhi_desktop.domain.bodies import BODIES
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.drawing import MOST, Drawing, fits, points
from rhi_desktop.domain.plain import NotPlainError, from_plain
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.sync.shapes import plausible, shape

_OF_INTERVIEW = (("interview_id", Kind.INTERVIEW),)
_OF_CASE = (("case_id", Kind.CASE),)
_OF_PLAN = (("plan_id", Kind.PLAN),)
_ON_LINES = (*_OF_INTERVIEW, ("line_ids", Kind.LINE))
PARENTS = MappingProxyType[Kind, tuple[tuple[str, Kind], ...]](
    {
        Kind.CASE: (),
        Kind.EPISODE: _OF_CASE,
        Kind.FACT: (*_OF_CASE, ("episode_id", Kind.EPISODE)),
        Kind.ENTITY: _OF_CASE,
        Kind.ATTEMPT: (("episode_id", Kind.EPISODE),),
        Kind.INTERVIEW: (*_OF_CASE, ("episode_ids", Kind.EPISODE)),
        Kind.LINE: _OF_INTERVIEW,
        Kind.READING: (*_OF_INTERVIEW, ("line_id", Kind.LINE)),
        Kind.ANSWER: _OF_INTERVIEW,
        Kind.CONCERN: _ON_LINES,
        Kind.THREAD: _ON_LINES,
        Kind.ACTION: (*_OF_INTERVIEW, ("concern_ids", Kind.CONCERN)),
        Kind.DISCLOSURE: (*_OF_CASE, *_OF_INTERVIEW),
        Kind.DISCLOSURE_STEP: (("disclosure_id", Kind.DISCLOSURE),),
        Kind.PLAN: (*_OF_CASE, *_OF_INTERVIEW),
        Kind.PLAN_LINE: _OF_PLAN,
        Kind.DRAWING: _OF_PLAN,
        Kind.FOLLOW_UP: (*_OF_CASE, *_OF_INTERVIEW),
        Kind.SEAL: _OF_INTERVIEW,
        Kind.ADDENDUM: _OF_INTERVIEW,
        Kind.REPORT: (*_OF_INTERVIEW, ("addendum_id", Kind.ADDENDUM)),
        Kind.REVIEW: (*_OF_INTERVIEW, ("report_id", Kind.REPORT)),
    }
)
"""Which fields of each kind's body name another record that must come before it, and its kind.

What only points at another record is not followed: the lines of a card, the line that was brought
forward, the view an action follows from, the promise that was kept.
"""

_FIELDS = {field.name for field in dataclasses.fields(Record)}
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}")
_HEX = re.compile(r"[0-9a-f]{64}")


def record_plain(record: Record) -> dict[str, Plain]:
    """A record as one canonical object: every field under its name."""
    return signed_part(record) | {"salt": record.salt, "digest": record.digest}


def record_from(plain: Plain) -> Record:
    """The record of such an object; NotPlainError, naming the field, for anything else.

    Identifiers are short runs of letters, digits, `_` and `-`: none can ever act as a path. The
    body is not looked into (`check_body` does).
    """
    if not isinstance(plain, dict) or set(plain) != _FIELDS:
        raise NotPlainError("record")
    text = _Texts(plain)
    body, revision = plain["body"], plain["revision"]
    if not isinstance(body, dict) or type(revision) is not int or revision < 1:
        raise NotPlainError("record.revision")
    previous = text.matching("previous", _HEX) if revision > 1 else text.exactly("previous", "")
    return Record(
        id=text.matching("id", _ID),
        kind=_kind(text.any("kind")),
        case_id=text.matching("case_id", _ID),
        revision=revision,
        previous=previous,
        author=text.matching("author", _ID),
        device=text.matching("device", _ID),
        at=_time(text.any("at")),
        salt=text.matching("salt", _HEX),
        body=body,
        digest=text.matching("digest", _HEX),
    )


def check_body(record: Record) -> None:
    """Refuses a body that is not what its kind's dataclass would write; NotPlainError.

    Times must carry their zone and every value its one spelling. Fields with a default may be
    missing, as in a bundle of an older version. A body cannot name another case than its envelope,
    and a drawing cannot leave its paper or hold more than fits on it.
    """
    body = record.body
    if not shape(BODIES[record.kind])(body) or body.get("id") != record.id:
        raise NotPlainError(record.kind.value)
    if record.kind is Kind.DRAWING and not _is_on_paper(from_plain(Drawing, body)):
        raise NotPlainError(record.kind.value)
    own_case = record.id if record.kind is Kind.CASE else body.get("case_id", record.case_id)
    if own_case != record.case_id or not plausible(record.at):
        raise NotPlainError(record.kind.value)


def _is_on_paper(drawing: Drawing) -> bool:
    return all(map(fits, drawing.strokes)) and points(drawing.strokes) <= MOST


def place(record: Record) -> tuple[str, ...]:
    """Where a record belongs, and no later revision may move it from there.

    Its kind, its case, the one record it hangs on, and for an interview whose interview it is.
    """
    named = (record.body.get(name) for name, _ in PARENTS[record.kind])
    return (
        record.kind.value,
        record.case_id,
        *(one for one in named if isinstance(one, str)),
        interviewer_of(record),
    )


def interviewer_of(record: Record) -> str:
    """PersonId of whoever holds an interview; empty for every other record."""
    match record.kind, record.body:
        case Kind.INTERVIEW, {"interviewer": {"id": str(person)}}:
            return person
    return ""


def writer_of(record: Record) -> str:
    """PersonId of whoever an addendum names as its writer; empty for every other record."""
    match record.kind, record.body:
        case Kind.ADDENDUM, {"by": {"id": str(person)}}:
            return person
    return ""


def parents(record: Record) -> tuple[tuple[Kind, str], ...]:
    """The records that this one hangs on, going by its checked body."""
    found: list[tuple[Kind, str]] = []
    for name, kind in PARENTS[record.kind]:
        given = record.body.get(name)
        items = given if isinstance(given, list) else [given]
        found.extend((kind, item) for item in items if isinstance(item, str))
    return tuple(found)


def is_id(text: str) -> bool:
    """Whether a text can stand as an identifier."""
    return _ID.fullmatch(text) is not None


def is_digest(text: str) -> bool:
    """Whether a text is a SHA-256 digest in hexadecimal."""
    return _HEX.fullmatch(text) is not None


class _Texts:
    """Reads the text fields of one object; raises NotPlainError with the field's name."""

    def __init__(self, plain: dict[str, Plain]) -> None:
        self._plain = plain

    def any(self, name: str) -> str:
        text = self._plain[name]
        if not isinstance(text, str):
            raise NotPlainError(f"record.{name}")
        return text

    def matching(self, name: str, pattern: re.Pattern[str]) -> str:
        text = self.any(name)
        if not pattern.fullmatch(text):
            raise NotPlainError(f"record.{name}")
        return text

    def exactly(self, name: str, wanted: str) -> str:
        if self.any(name) != wanted:
            raise NotPlainError(f"record.{name}")
        return wanted


def _kind(text: str) -> Kind:
    try:
        return Kind(text)
    except ValueError:
        raise NotPlainError("record.kind") from None


def _time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise NotPlainError("record.at") from None
    if time.tzinfo is not UTC or time.isoformat(timespec="microseconds") != text:
        raise NotPlainError("record.at")
    return time
