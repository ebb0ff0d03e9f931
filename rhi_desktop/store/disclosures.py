"""Owns reading disclosures, each with its steps in the order of writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault


def of_case(vault: Vault, case_id: CaseId) -> tuple[Disclosure, ...]:
    """Every disclosure of a case, the oldest first."""
    return _whole(vault, "case_id", case_id, None)


def of_interview(
    vault: Vault, interview_id: InterviewId, until: datetime | None = None
) -> tuple[Disclosure, ...]:
    """The disclosures made during an interview; with `until` as they stood at that time."""
    return _whole(vault, "interview_id", interview_id, until)


def _whole(vault: Vault, column: str, value: str, until: datetime | None) -> tuple[Disclosure, ...]:
    found = reading.child_records(vault, Kind.DISCLOSURE, column, value)
    heads = (reading.of_record(Disclosure, r) for r in found if until is None or r.at <= until)
    return tuple(replace(head, steps=_steps(vault, head, until)) for head in heads)


def _steps(vault: Vault, head: Disclosure, until: datetime | None) -> tuple[DisclosureStep, ...]:
    found = reading.child_records(vault, Kind.DISCLOSURE_STEP, "disclosure_id", head.id)
    return tuple(
        reading.of_record(DisclosureStep, record)
        for record in found
        if until is None or record.at <= until
    )
