"""Owns the stages of an interview: which one it has reached, and what it rests on."""

from __future__ import annotations

from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.interview import (
    AnyInterview,
    DraftInterview,
    Interview,
    Report,
    Seal,
    SealedInterview,
    SignedInterview,
)
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import reading, reports
from rhi_desktop.store.accounts import account
from rhi_desktop.store.opened import Vault

__all__ = ["account", "next_line_number", "of_case", "seal_of", "sealed_of_case", "stage"]


def stage(vault: Vault, interview_id: InterviewId) -> AnyInterview:
    """The interview as the type of the stage it has reached. VaultError record_missing.

    Its report is the full one; what was signed for somebody else, and addenda, stand beside it.
    """
    content = account(vault, interview_id)
    seal = seal_of(vault, interview_id)
    if seal is None:
        return DraftInterview(content)
    signed = reports.full_of(
        reading.children(vault, Kind.REPORT, "interview_id", interview_id, Report)
    )
    return SignedInterview(content, seal, signed[-1]) if signed else SealedInterview(content, seal)


def seal_of(vault: Vault, interview_id: InterviewId) -> Seal | None:
    """The seal of an interview, or None while it is a draft."""
    found = reading.children(vault, Kind.SEAL, "interview_id", interview_id, Seal)
    return found[0] if found else None


def sealed_of_case(vault: Vault, case_id: CaseId) -> frozenset[InterviewId]:
    """Which interviews of a case are sealed; what their seals hold is not read."""
    rows = vault.connection.rows("SELECT interview_id FROM seals WHERE case_id = ?", case_id)
    return frozenset(InterviewId(str(row[0])) for row in rows)


def of_case(vault: Vault, case_id: CaseId) -> tuple[Interview, ...]:
    """The heads of all interviews of a case, oldest first."""
    return reading.children(vault, Kind.INTERVIEW, "case_id", case_id, Interview)


def next_line_number(vault: Vault, interview_id: InterviewId) -> int:
    """The number the next line gets. Struck lines stay, so no number comes twice.

    Ask inside the transaction that stores the line.
    """
    return 1 + vault.connection.number(
        "SELECT max(number) FROM lines WHERE interview_id = ?", interview_id
    )
