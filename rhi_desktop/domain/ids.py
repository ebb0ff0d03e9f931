"""Owns the identifiers: distinct types over random text, so that no id can stand in for another."""

from __future__ import annotations

from typing import NewType

CaseId = NewType("CaseId", str)
EpisodeId = NewType("EpisodeId", str)
AttemptId = NewType("AttemptId", str)
InterviewId = NewType("InterviewId", str)
LineId = NewType("LineId", str)
AnswerId = NewType("AnswerId", str)
PlanId = NewType("PlanId", str)
PlanLineId = NewType("PlanLineId", str)
SealId = NewType("SealId", str)
ReportId = NewType("ReportId", str)
ReviewId = NewType("ReviewId", str)
PersonId = NewType("PersonId", str)
DeviceId = NewType("DeviceId", str)
BundleId = NewType("BundleId", str)
