"""Owns the identifiers: distinct types over random text, so that no id can stand in for another."""

from __future__ import annotations

from typing import NewType

CaseId = NewType("CaseId", str)
EpisodeId = NewType("EpisodeId", str)
FactId = NewType("FactId", str)
EntityId = NewType("EntityId", str)
AttemptId = NewType("AttemptId", str)
InterviewId = NewType("InterviewId", str)
LineId = NewType("LineId", str)
ReadingId = NewType("ReadingId", str)
AnswerId = NewType("AnswerId", str)
ConcernId = NewType("ConcernId", str)
ThreadId = NewType("ThreadId", str)
ActionId = NewType("ActionId", str)
DisclosureId = NewType("DisclosureId", str)
StepId = NewType("StepId", str)
PlanId = NewType("PlanId", str)
PlanLineId = NewType("PlanLineId", str)
DrawingId = NewType("DrawingId", str)
FollowUpId = NewType("FollowUpId", str)
SealId = NewType("SealId", str)
ReportId = NewType("ReportId", str)
ReviewId = NewType("ReviewId", str)
AddendumId = NewType("AddendumId", str)
PersonId = NewType("PersonId", str)
DeviceId = NewType("DeviceId", str)
BundleId = NewType("BundleId", str)
