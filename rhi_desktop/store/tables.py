"""Owns which table holds which kind of record, and which columns may be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from rhi_desktop.domain.record import Kind, Record


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
    Kind.FACT: Noun("facts", ("case_id", "about"), "question_id, id"),
    Kind.ENTITY: Noun("entities", ("case_id",), "name, id"),
    Kind.ATTEMPT: Noun("attempts", ("case_id", "episode_id"), "made_at, id"),
    Kind.INTERVIEW: Noun("interviews", ("case_id",), order="started_at, rowid"),
    Kind.LINE: Noun("lines", ("interview_id",), "number, id"),
    Kind.READING: Noun("readings", ("interview_id",), "made_at, id"),
    Kind.ANSWER: Noun("answers", ("interview_id",), "question_id, id"),
    Kind.CONCERN: Noun("concerns", ("interview_id",), "set_id, indicator_id, id"),
    Kind.THREAD: Noun("threads", ("interview_id",), "number, id"),
    Kind.ACTION: Noun("actions", ("interview_id",), "number, id"),
    Kind.DISCLOSURE: Noun("disclosures", ("case_id", "interview_id"), "opened_at, id"),
    Kind.DISCLOSURE_STEP: Noun("disclosure_steps", ("disclosure_id",), "written_at, id"),
    Kind.PLAN: Noun("plans", ("case_id", "interview_id")),
    Kind.PLAN_LINE: Noun("plan_lines", ("plan_id",), "number, id"),
    Kind.DRAWING: Noun("drawings", ("plan_id",), "id"),
    Kind.FOLLOW_UP: Noun("follow_ups", ("case_id", "interview_id"), "made_at, id"),
    Kind.SEAL: Noun("seals", ("case_id", "interview_id")),
    Kind.ADDENDUM: Noun("addenda", ("case_id", "interview_id"), "number, id"),
    Kind.REPORT: Noun("reports", ("case_id", "interview_id"), "signed_at, rowid"),
    Kind.REVIEW: Noun("reviews", ("case_id", "interview_id", "report_id"), "made_at, rowid"),
}
"""What an account holds is ordered by its content alone, never by the order of arrival: a sealed
account must be the same, byte for byte, in every vault it comes to. A fact is `about` its episode,
or about the child: then the case stands in that column.
"""

_CONTENT_ORDER: dict[Kind, tuple[str, ...]] = {
    Kind.FACT: ("question_id",),
    Kind.ENTITY: ("name",),
    Kind.ATTEMPT: ("at",),
    Kind.LINE: ("number",),
    Kind.READING: ("at",),
    Kind.ANSWER: ("question_id",),
    Kind.CONCERN: ("set_id", "indicator_id"),
    Kind.THREAD: ("number",),
    Kind.ACTION: ("number",),
    Kind.DISCLOSURE: ("opened_at",),
    Kind.DISCLOSURE_STEP: ("written_at",),
    Kind.PLAN: ("id",),
    Kind.PLAN_LINE: ("number",),
    Kind.DRAWING: ("id",),
    Kind.FOLLOW_UP: ("at",),
}


def by_content(record: Record) -> tuple[Any, ...]:
    """Sorts what an account holds as its table does, by the body that is looked at."""
    return (*(record.body[name] for name in _CONTENT_ORDER[record.kind]), record.id)


_ENVELOPE = "id, case_id, revision, previous, author, device, at, salt, digest, body"


@cache
def sql(statement: str, kind: Kind | None = None) -> str:
    """A statement with NOUN standing for the table of a kind and ENVELOPE for a record's columns.

    Only these two names, both from this file, ever become part of a statement.
    """
    whole = statement.replace("ENVELOPE", _ENVELOPE)
    return whole if kind is None else whole.replace("NOUN", NOUNS[kind].table)
