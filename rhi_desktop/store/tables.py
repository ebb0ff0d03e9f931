"""Owns which table holds which kind of record, and which columns may be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rhi_desktop.domain.record import Kind


@dataclass(frozen=True, slots=True)
class Noun:
    """One kind of record: its table, how its rows are found and ordered."""

    table: str
    columns: tuple[str, ...] = ()
    """What `children` may ask for; each has an index."""
    order: str = "rowid"


NOUNS: dict[Kind, Noun] = {
    Kind.CASE: Noun("cases"),
    Kind.EPISODE: Noun("episodes", ("case_id",), order="happened, rowid"),
    Kind.ATTEMPT: Noun("attempts", ("case_id", "episode_id"), "made_at, id"),
    Kind.INTERVIEW: Noun("interviews", ("case_id",), order="started_at, rowid"),
    Kind.LINE: Noun("lines", ("interview_id",), "number, id"),
    Kind.ANSWER: Noun("answers", ("interview_id",), "question_id, id"),
    Kind.PLAN: Noun("plans", ("case_id", "interview_id")),
    Kind.PLAN_LINE: Noun("plan_lines", ("plan_id",), "number, id"),
    Kind.SEAL: Noun("seals", ("case_id", "interview_id")),
    Kind.REPORT: Noun("reports", ("case_id", "interview_id"), "signed_at, rowid"),
    Kind.REVIEW: Noun("reviews", ("case_id", "interview_id", "report_id"), "made_at, rowid"),
}
"""What an account holds is ordered by its content alone, never by the order of arrival: a sealed
account must be the same, byte for byte, in every vault it comes to.
"""

_ENVELOPE = "id, case_id, revision, previous, author, device, at, salt, digest, body"


@cache
def sql(statement: str, kind: Kind | None = None) -> str:
    """A statement with NOUN standing for the table of a kind and ENVELOPE for a record's columns.

    Only these two names, both from this file, ever become part of a statement.
    """
    whole = statement.replace("ENVELOPE", _ENVELOPE)
    return whole if kind is None else whole.replace("NOUN", NOUNS[kind].table)
