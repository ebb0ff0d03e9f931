"""Owns the record that no talk was held: why, in whose words, what stays open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rhi_desktop.domain.ending import Ending
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId
from rhi_desktop.domain.interview import Interview, Outcome
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import interviews, records
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.entries import legible
from rhi_desktop.workflow.workspace import Workspace


def open_record(
    ws: Workspace, case_id: CaseId, episode_ids: Sequence[EpisodeId], at: Moment
) -> InterviewId:
    """Opens the record that will say why no talk was held. It is sealed and sent like any other.

    One that was prepared about the very same times away, and never begun, is gone on with.
    """
    wanted = set(episode_ids)
    for head in reversed(interviews.of_case(ws.store, case_id)):
        fresh = not head.begun and interviews.seal_of(ws.store, head.id) is None
        if fresh and set(head.episode_ids) == wanted:
            return head.id
    return interviewing.prepare(ws, case_id, episode_ids, at)


def close_without_talk(
    ws: Workspace, interview_id: InterviewId, outcome: Outcome, ending: Ending, at: Moment
) -> Interview:
    """Settles that no talk is held, now; changing the words later keeps that first time.

    ValueError for an outcome that says the child was heard, and for a talk in which something
    was: that one is stopped, not closed.
    """
    if outcome.held:
        raise ValueError("a talk that was held is ended where it was held")
    with ws.store.transaction():
        head = records.load(ws.store, Kind.INTERVIEW, interview_id, Interview)
        if head.begun and interviews.account(ws.store, interview_id).standing:
            raise ValueError("something was heard in this talk")
        closed = replace(
            head,
            begun=False,
            outcome=outcome,
            ending=legible(ending),
            ended_at=head.ended_at or at.now,
        )
        if closed != head:
            records.save(ws.store, Kind.INTERVIEW, head.case_id, closed, ws.interviewer.id, at)
    return closed


def settle(
    ws: Workspace,
    record: InterviewId | None,
    away: Episode,
    outcome: Outcome,
    ending: Ending,
    at: Moment,
) -> InterviewId:
    """Closes the record, opening it if there is none, and keeps why `away` is late: all or none."""
    with ws.store.transaction():
        about = record or open_record(ws, away.case_id, [away.id], at)
        casework.say_why_late(ws, away.id, away.late, away.late_words, at)
        close_without_talk(ws, about, outcome, ending, at)
    return about


def reopen(ws: Workspace, interview_id: InterviewId, at: Moment) -> Interview:
    """Takes the outcome back: the clock runs on. The words about it stay for the next time."""
    with ws.store.transaction():
        head = records.load(ws.store, Kind.INTERVIEW, interview_id, Interview)
        opened = replace(head, outcome=None, ended_at=None)
        if opened != head:
            records.save(ws.store, Kind.INTERVIEW, head.case_id, opened, ws.interviewer.id, at)
    return opened
