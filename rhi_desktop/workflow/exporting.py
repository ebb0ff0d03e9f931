"""Owns what leaves the vault as a file on purpose: a signed report, and the log of who got it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.domain.addendum import Addendum
from rhi_desktop.domain.given import Given, GivenKind, Method
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.interview import Interview, Report
from rhi_desktop.domain.line import readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.variant import Variant
from rhi_desktop.store import given as log
from rhi_desktop.store import records, reports
from rhi_desktop.store.given import Distribution
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "Given",
    "Leaving",
    "Method",
    "given",
    "given_of",
    "named_for",
    "papers_of",
    "report_file",
    "save_report",
    "suggested_name",
]

NAME_LIMIT = 40
_OUTSIDE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Leaving:
    """What somebody wrote down about a file that leaves: for whom, who they are, why, and how."""

    recipient: str = field(repr=False)
    role: str = field(repr=False)
    purpose: str = field(repr=False)
    method: Method

    def noted(
        self,
        case_id: CaseId,
        kind: GivenKind,
        sha256: str,
        at: Moment,
        report: Report | None = None,
    ) -> Given:
        """The line of the log: what left, as it was written down, with the digest of the file."""
        return Given(
            case_id,
            kind,
            readable(self.recipient)[0],
            readable(self.role)[0],
            readable(self.purpose)[0],
            self.method,
            at.now,
            sha256,
            report.id if report is not None else None,
        )


def papers_of(ws: Workspace, interview_id: InterviewId) -> tuple[Report, ...]:
    """Everything that was signed about one talk, oldest first: the report, versions, addenda."""
    return records.children(ws.store, Kind.REPORT, "interview_id", interview_id, Report)


def report_file(ws: Workspace, report: Report) -> bytes:
    """The bytes of a stored report, exactly as they were signed."""
    return reports.get_file(ws.store, report.sha256)


def suggested_name(ws: Workspace, report: Report) -> str:
    """A file name that says the case reference and which report, and nothing about the child."""
    case = records.load(ws.store, Kind.CASE, _case_id(ws, report), Case)
    return f"{named_for(case, 'report')}{_which(ws, report)}.pdf"


def named_for(case: Case, otherwise: str) -> str:
    """How the name of a file begins: the case reference, in signs that every disk takes."""
    return _OUTSIDE.sub("-", case.reference).strip("-.")[:NAME_LIMIT] or otherwise


def save_report(ws: Workspace, report: Report, path: Path, leaving: Leaving, at: Moment) -> Given:
    """Writes a report outside the vault, then logs which, for whom, what for, and how it goes.

    The file comes first: a log line without a file would say that something left which did not.
    The digest in the log is that of the very file that was written.
    """
    files.write_atomic(path, report_file(ws, report))
    kind = GivenKind(report.variant.value)
    note = leaving.noted(_case_id(ws, report), kind, report.sha256, at, report)
    log.log(ws.store, note)
    return note


def given(ws: Workspace, case_id: CaseId) -> tuple[Given, ...]:
    """Everything of a case that left for people to read, newest first.

    What left before the log knew of role, method and digest says nothing of them.
    """
    older = (_of_before(case_id, one) for one in log.before_version_4(ws.store, case_id))
    found = (*older, *log.of_case(ws.store, case_id))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def given_of(ws: Workspace, report: Report) -> tuple[Given, ...]:
    """Where one report went, newest first."""
    found = given(ws, _case_id(ws, report))
    return tuple(one for one in found if one.report_id == report.id)


def _case_id(ws: Workspace, report: Report) -> CaseId:
    return records.load(ws.store, Kind.INTERVIEW, report.interview_id, Interview).case_id


def _of_before(case_id: CaseId, one: Distribution) -> Given:
    how = Method.NOT_NOTED
    return Given(
        case_id, GivenKind.FULL, one.recipient, "", one.purpose, how, one.at, "", one.report_id
    )


def _which(ws: Workspace, report: Report) -> str:
    if report.addendum_id is not None:
        added = records.load(ws.store, Kind.ADDENDUM, report.addendum_id, Addendum)
        return f"-addendum-{added.number}"
    return "" if report.variant is Variant.FULL else f"-{report.variant.value}"
