"""Owns lies that a trusted sender could put into a bundle with a valid signature."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from rhi_desktop.crypto.digest import with_digest
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.workflow import (
    exchanging,
    trusting,
)
from tests.unit.workflow.liar import Liar

NO_PDF = b"%PDF-1.7 nothing"


Lie = tuple[list[Record], dict[str, bytes]]


def line_of_another_case(liar: Liar) -> Lie:
    """A line of our draft becomes one of the signed interview's case, under a head of theirs."""
    head = liar.says(liar.newest(Kind.INTERVIEW, liar.talk), id="theirs")
    line = liar.newest(Kind.LINE, liar.draft)
    moved = liar.says(line, interview_id="theirs")
    ground = [one for one in liar.ground(liar.talk) if one.kind is not Kind.INTERVIEW]
    return [*ground, head, replace_case(moved, head.case_id)], {}


def replace_case(record: Record, case_id: str) -> Record:
    """The same record under another case, with its digest."""
    return with_digest(replace(record, case_id=case_id))


def line_under_the_id_of_a_case(liar: Liar) -> Lie:
    """It would go on from our case, and hide it from every later import."""
    case = liar.ground(liar.draft)[0]
    line = liar.says(liar.newest(Kind.LINE, liar.talk), id=case.id)
    after = with_digest(replace(line, revision=case.revision + 1, previous=case.digest))
    return [*liar.ground(liar.talk), after], {}


def line_into_our_draft_by_another_case(liar: Liar) -> Lie:
    """Our interview claimed for another case; a line for it rests on nothing."""
    case = liar.ground(liar.talk)[0]
    ours = liar.ground(liar.draft)[-1]
    claimed = {**ours.body, "case_id": case.id, "episode_ids": []}
    head = with_digest(replace(ours, case_id=case.id, body=claimed, revision=1, previous=""))
    line = replace_case(liar.says(liar.newest(Kind.LINE, liar.draft), id="new"), case.id)
    return [case, head, line], {}


def line_in_our_name(liar: Liar) -> Lie:
    """Words that we never kept, as if we had."""
    line = liar.newest(Kind.LINE, liar.draft)
    forged = liar.says(line, liar.ours.interviewer.id, id="new", number=77, words="forged")
    return [*liar.ground(liar.draft), forged], {}


def our_draft_of_another_interviewer(liar: Liar) -> Lie:
    """Whoever holds an interview holds it to its end."""
    *ground, head = liar.ground(liar.draft)
    person: dict[str, Plain] = {"id": "x", "name": "X", "role": "", "organisation": ""}
    return [*ground, liar.says(head, interviewer=person)], {}


def seal_on_our_draft(liar: Liar) -> Lie:
    """Over the right words, but not by the interviewer."""
    seal = liar.says(liar.newest(Kind.SEAL, liar.talk), id="seal", interview_id=liar.draft)
    case_id = liar.ground(liar.draft)[0].id
    return [*liar.ground(liar.draft), replace_case(seal, case_id)], {}


def report(liar: Liar, data: bytes, **changes: Plain) -> Lie:
    """Something said about the report on our signed interview."""
    sha256 = hashlib.sha256(data).hexdigest()
    old = liar.newest(Kind.REPORT, liar.talk)
    said: dict[str, Plain] = {"sha256": sha256, "size": len(data), **changes}
    forged = liar.says(old, "", **said)
    return [*liar.ground(liar.talk), forged], {sha256: data}


def two(liar: Liar) -> list[Plain]:
    """Our signature, and one more claimed."""
    return [trusting.own_fingerprint(liar.ours), trusting.own_fingerprint(liar.theirs)]


def review(liar: Liar, author: str, **changes: Plain) -> Lie:
    """An answer to our report."""
    report = liar.newest(Kind.REPORT, liar.talk)
    body: dict[str, Plain] = {
        "id": "review",
        "interview_id": liar.talk,
        "report_id": report.id,
        "report_sha256": report.body["sha256"],
        "verdict": "returned",
        "reviewer": liar.theirs.interviewer.name,
        "at": "2026-03-10T16:00:00.000000+00:00",
        "comment": "forged",
    }
    forged = liar.says(replace(report, kind=Kind.REVIEW), author)
    forged = with_digest(replace(forged, id="review", revision=1, previous="", body=body | changes))
    sha256 = str(report.body["sha256"])
    old = exchanging.collect(liar.theirs, [liar.signed.account.case.id]).files[sha256]
    return [*liar.ground(liar.talk), report, forged], {sha256: old}


def a_second_one_beside_ours(liar: Liar, kind: Kind) -> Lie:
    """An answer, a plan or a fact under an identifier of its own, in the place of ours."""
    ground = liar.ground(liar.draft)
    second = replace(liar.newest(kind, liar.draft), revision=1, previous="")
    return [*ground, liar.says(second, id=f"second-{kind.value}")], {}


def addendum(liar: Liar, author: str, writer: str = "", **changes: Plain) -> Lie:
    """Something added to our report; its `of` is the file as it is, unless it is changed."""
    report = liar.newest(Kind.REPORT, liar.talk)
    person = {"id": writer or author, "name": "Somebody", "role": "", "organisation": ""}
    said = {"voice": "child", "words": "forged", "about": "", "told_by": "", "language": "en-GB"}
    body: dict[str, Plain] = {
        "id": "addendum",
        "interview_id": liar.talk,
        "number": 1,
        "of": report.body["sha256"],
        "reason": "forged",
        "corrections": [{**said}],
        "by": {**person},
        "at": "2026-03-10T16:00:00.000000+00:00",
    }
    forged = liar.says(replace(report, kind=Kind.ADDENDUM), author)
    forged = with_digest(
        replace(forged, id="addendum", revision=1, previous="", body=body | changes)
    )
    return [*liar.ground(liar.talk), forged], {}
