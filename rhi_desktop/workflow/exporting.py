"""Owns what leaves the vault as a file on purpose: a signed report, and the log of who got it."""

from __future__ import annotations

import re
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.domain.interview import Interview, Report
from rhi_desktop.domain.line import readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import exchanges, records, reports
from rhi_desktop.store.exchanges import Distribution
from rhi_desktop.workflow.workspace import Workspace

__all__ = ["Distribution", "distributions", "report_file", "save_report", "suggested_name"]

NAME_LIMIT = 40
_OUTSIDE = re.compile(r"[^A-Za-z0-9._-]+")


def report_file(ws: Workspace, report: Report) -> bytes:
    """The bytes of a stored report, exactly as they were signed."""
    return reports.get_file(ws.store, report.sha256)


def suggested_name(ws: Workspace, report: Report) -> str:
    """A file name that says the case reference and nothing about the child."""
    head = records.load(ws.store, Kind.INTERVIEW, report.interview_id, Interview)
    case = records.load(ws.store, Kind.CASE, head.case_id, Case)
    plain = _OUTSIDE.sub("-", case.reference).strip("-.")[:NAME_LIMIT]
    return f"{plain or 'report'}.pdf"


def save_report(
    ws: Workspace, report: Report, path: Path, recipient: str, purpose: str, at: Moment
) -> None:
    """Writes a report outside the vault, then logs for whom and what for.

    The file comes first: a log line without a file would say that something left which did not.
    """
    files.write_atomic(path, report_file(ws, report))
    exchanges.log_distribution(
        ws.store, report.id, readable(recipient)[0], readable(purpose)[0], at
    )


def distributions(ws: Workspace, report: Report) -> tuple[Distribution, ...]:
    """Where a report went, the oldest first."""
    return exchanges.distributions(ws.store, report.id)
