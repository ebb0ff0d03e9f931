"""Owns addenda in the vault: those of an interview, and the number of the next one."""

from __future__ import annotations

from rhi_desktop.domain.addendum import Addendum
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault


def of_interview(vault: Vault, interview_id: InterviewId) -> tuple[Addendum, ...]:
    """The addenda to the report on an interview, by their numbers."""
    return reading.children(vault, Kind.ADDENDUM, "interview_id", interview_id, Addendum)


def next_number(vault: Vault, interview_id: InterviewId) -> int:
    """The number of the next addendum. Ask again inside the transaction that stores it."""
    return 1 + vault.connection.number(
        "SELECT max(number) FROM addenda WHERE interview_id = ?", interview_id
    )
