"""Owns reading and storing the head of an interview: everything but its lines and answers."""

from __future__ import annotations

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Interview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import records
from rhi_desktop.workflow.workspace import Workspace


def head_of(ws: Workspace, interview_id: InterviewId) -> Interview:
    """The newest revision of the head. VaultError record_missing."""
    return records.load(ws.store, Kind.INTERVIEW, interview_id, Interview)


def save_head(ws: Workspace, head: Interview, at: Moment) -> None:
    """Stores the head as its next revision. VaultError record_fixed once it is sealed."""
    records.save(ws.store, Kind.INTERVIEW, head.case_id, head, ws.interviewer.id, at)
