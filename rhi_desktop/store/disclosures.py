"""Owns reading disclosures, each with its steps in the order of writing."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault


def of_case(vault: Vault, case_id: CaseId) -> tuple[Disclosure, ...]:
    """Every disclosure of a case, the oldest first."""
    return _whole(vault, "case_id", case_id)


def of_interview(vault: Vault, interview_id: InterviewId) -> tuple[Disclosure, ...]:
    """The disclosures made during an interview, the oldest first."""
    return _whole(vault, "interview_id", interview_id)


def _whole(vault: Vault, column: str, value: str) -> tuple[Disclosure, ...]:
    heads = reading.children(vault, Kind.DISCLOSURE, column, value, Disclosure)
    return tuple(replace(head, steps=_steps(vault, head)) for head in heads)


def _steps(vault: Vault, head: Disclosure) -> tuple[DisclosureStep, ...]:
    column = "disclosure_id"
    return reading.children(vault, Kind.DISCLOSURE_STEP, column, head.id, DisclosureStep)
