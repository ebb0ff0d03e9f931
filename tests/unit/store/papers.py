"""Owns what stands beside the report of a talk: addenda, variants, and what left of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain.addendum import Addendum, Correction
from rhi_desktop.domain.given import Given, GivenKind, Method
from rhi_desktop.domain.ids import AddendumId, CaseId, ReportId
from rhi_desktop.domain.interview import Report, ReportStage
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.variant import Variant
from rhi_desktop.store import given, records, reports
from rhi_desktop.store.vault import Vault
from tests.unit.store.samples import ME, Days, Talk

SALT = "5a" * 32


def an_addendum(talk: Talk, of: str, words: str, at: Moment, number: int = 1) -> Addendum:
    """Something the child said otherwise afterwards."""
    corrections = (Correction(Voice.CHILD, words, "line 2", told_by=""),)
    id_, reason = AddendumId(at.fresh_id()), f"{words}, asked on the phone"
    return Addendum(id_, talk.id, number, of, reason, corrections, ME, at.now)


def add(vault: Vault, talk: Talk, words: str, days: Days, of: str = "") -> tuple[Addendum, Report]:
    """An addendum with the report that was signed over it."""
    made = an_addendum(talk, of or "ab" * 32, words, days())
    save(vault, talk, made, days())
    return made, sign(vault, talk, Variant.ADDENDUM, words, days(), made)


def save(vault: Vault, talk: Talk, made: Addendum, at: Moment) -> None:
    """Keeps an addendum of this talk."""
    records.save(vault, Kind.ADDENDUM, talk.case_id, made, ME.id, at)


def countersigned(vault: Vault, talk: Talk, report: Report, sha256: str, at: Moment) -> None:
    """The report moves on to a file with both signatures."""
    signers = (*report.signers, "cd" * 32)
    stage = ReportStage.COUNTERSIGNED
    moved = replace(report, stage=stage, sha256=sha256, signers=signers)
    moved = replace(moved, size=len(reports.get_file(vault, sha256)))
    records.save(vault, Kind.REPORT, talk.case_id, moved, ME.id, at)


def sign(
    vault: Vault,
    talk: Talk,
    variant: Variant,
    words: str,
    at: Moment,
    addendum: Addendum | None = None,
) -> Report:
    """Keeps a file as the signed report of one variant."""
    data = f"%PDF {variant.value} {words}".encode()
    made = Report(
        ReportId(at.fresh_id()),
        talk.id,
        ReportStage.SIGNED,
        reports.put_file(vault, data),
        len(data),
        at.now,
        ("ab" * 32,),
        variant,
        "cd" * 32 if addendum is None else seal_digest(to_plain(addendum), SALT),
        None if addendum is None else addendum.id,
        "" if addendum is None else SALT,
    )
    records.save(vault, Kind.REPORT, talk.case_id, made, ME.id, at)
    return made


def gave(case_id: str, report: Report | None, words: str, now: datetime) -> Given:
    """A note of what left; without a report it is a paper that nobody signed."""
    kind = GivenKind.PLAN if report is None else GivenKind(report.variant.value)
    return Given(
        CaseId(case_id),
        kind,
        words,
        "social worker",
        "strategy meeting",
        Method.SECURE_MAIL,
        now,
        "12" * 32 if report is None else report.sha256,
        None if report is None else report.id,
    )


def fill(vault: Vault, talk: Talk, words: str, days: Days) -> None:
    """An addendum, a report for the police, and a note of each thing that left."""
    _, added = add(vault, talk, words, days)
    police = sign(vault, talk, Variant.POLICE, words, days())
    for report in (added, police, None):
        given.log(vault, gave(talk.case_id, report, words, days().now))
