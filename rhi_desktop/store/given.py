"""Owns the log of everything that left for people to read, signed or not; only ever added to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.given import Given
from rhi_desktop.domain.ids import CaseId, ReportId
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.reading import value_of


@dataclass(frozen=True, slots=True)
class Distribution:
    """A report that left before version 4: to whom, what for, when. None is written any more."""

    report_id: ReportId
    recipient: str = field(repr=False)
    purpose: str = field(repr=False)
    at: datetime


def log(vault: Vault, given: Given) -> None:
    """Writes down what left. Call it after the file was written, never before."""
    vault.connection.run(
        "INSERT INTO given (case_id, at, body) VALUES (?, ?, ?)",
        given.case_id,
        str(to_plain(given.at)),
        dumps(to_plain(given)).decode(),
    )


def of_case(vault: Vault, case_id: CaseId) -> tuple[Given, ...]:
    """What left of a case, the oldest first; with an empty case, figures about no single one."""
    found = vault.connection.rows(
        "SELECT body FROM given WHERE case_id = ? ORDER BY at, seq", case_id
    )
    return tuple(value_of(Given, row[0]) for row in found)


def before_version_4(vault: Vault, case_id: CaseId) -> tuple[Distribution, ...]:
    """The reports of a case that left before the log knew more than to whom and what for."""
    found = vault.connection.rows(
        "SELECT d.body FROM distributions AS d JOIN reports AS r ON r.id = d.report_id"
        " WHERE r.case_id = ? ORDER BY d.at, d.seq",
        case_id,
    )
    return tuple(value_of(Distribution, row[0]) for row in found)
