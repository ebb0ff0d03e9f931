"""Owns two fictional people, their cards, and a small case to send between them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from rhi_desktop.crypto.digest import with_digest
from rhi_desktop.crypto.identity import Identity, make_identity
from rhi_desktop.domain.card import Card, KnownCard, Trust
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.exchange import Outgoing
from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId, LineId, PersonId, ReportId
from rhi_desktop.domain.interview import Interview, PackRef, Report, ReportStage
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Case, Child, Interviewer
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import JournalHead, Kind, Record
from rhi_desktop.sync.cards import make_card
from tests.conftest import seeded_draw

NOW = datetime(2026, 3, 10, 16, 5, tzinfo=UTC)
PACK = "5" * 64
PDF = b"%PDF-1.7 a fictional report\n" * 40
PDF_SHA = hashlib.sha256(PDF).hexdigest()
CASE, EPISODE, INTERVIEW = CaseId("case-1"), EpisodeId("episode-1"), InterviewId("interview-1")


@dataclass(frozen=True, slots=True)
class Someone:
    """A fictional person with keys and a card."""

    person: Interviewer
    identity: Identity
    card: Card

    @property
    def secret(self) -> str:
        """The age secret that opens what was sealed to this person."""
        return self.identity.age_secret

    def known(self, trust: Trust = Trust.TRUSTED) -> KnownCard:
        """How another book holds this person."""
        return KnownCard(self.card, trust, NOW)


def at(seed: str = "sync") -> Moment:
    """A seeded moment."""
    return Moment(NOW, seeded_draw(seed))


@cache
def someone(name: str) -> Someone:
    """A person by name; the same keys for the same name within one run."""
    person = Interviewer(PersonId(name.lower()), name, "interviewer", "Harbour Listening")
    identity = make_identity(person, at(name))
    return Someone(person, identity, make_card(person, identity, NOW))


def ada() -> Someone:
    """The interviewer, who sends."""
    return someone("Ada")


def ben() -> Someone:
    """The supervisor, who receives."""
    return someone("Ben")


def mal() -> Someone:
    """Somebody whom nobody trusts."""
    return someone("Mal")


def book(*people: Someone) -> tuple[KnownCard, ...]:
    """A book in which all of these are trusted."""
    return tuple(one.known() for one in people)


def record(kind: Kind, value: object, id_: str, before: Record | None = None) -> Record:
    """The next revision of a record, with its digest."""
    body = to_plain(value)
    assert isinstance(body, dict)
    revision = 1 if before is None else before.revision + 1
    salt = hashlib.sha256(f"{id_}/{revision}/{body}".encode()).hexdigest()
    return with_digest(
        Record(
            id=id_,
            kind=kind,
            case_id=CASE,
            revision=revision,
            previous="" if before is None else before.digest,
            author="ada",
            device="laptop-1",
            at=NOW + timedelta(minutes=revision),
            salt=salt,
            body=body,
            digest="",
        )
    )


def line(number: int, words: str = "Mars said I could stay.") -> Line:
    """One line of the fictional talk."""
    return Line(LineId(f"line-{number}"), INTERVIEW, number, Voice.CHILD, words, NOW)


def line_record(number: int, words: str = "Mars said I could stay.") -> Record:
    """The first revision of a line."""
    return record(Kind.LINE, line(number, words), f"line-{number}")


def edited(before: Record, words: str) -> Record:
    """The next revision of a line, with other words."""
    return record(Kind.LINE, replace(line(before_number(before)), words=words), before.id, before)


def before_number(before: Record) -> int:
    """The number of the line that a record holds."""
    number = before.body["number"]
    assert isinstance(number, int)
    return number


def case_records() -> tuple[Record, ...]:
    """A case, its episode, an interview and the report over it."""
    head = Interview(INTERVIEW, CASE, (EPISODE,), PackRef("starter_v1", PACK), ada().person, NOW)
    report = Report(
        ReportId("report-1"), INTERVIEW, ReportStage.SIGNED, PDF_SHA, len(PDF), NOW, ("ada",)
    )
    return (
        record(Kind.CASE, Case(CASE, "HL-0001", Child("M.T.")), CASE),
        record(Kind.EPISODE, Episode(EPISODE, CASE, returned=NOW), EPISODE),
        record(Kind.INTERVIEW, head, INTERVIEW),
        record(Kind.REPORT, report, "report-1"),
    )


def outgoing(records: Sequence[Record] = (), lines: int = 3) -> Outgoing:
    """What Ada sends: the case with some lines, and whatever else is given."""
    kept = tuple(line_record(number) for number in range(1, lines + 1))
    return Outgoing(
        (*case_records(), *kept, *records), {PDF_SHA: PDF}, (PACK,), JournalHead(12, "a" * 64)
    )
