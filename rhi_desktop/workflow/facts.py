"""Owns what is written down about a child or a time away, beside any talk: question by question."""

from __future__ import annotations

from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import CaseId, EpisodeId, FactId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import records
from rhi_desktop.workflow.entries import NewAnswer, legible
from rhi_desktop.workflow.workspace import Workspace


def facts_of(
    ws: Workspace, case_id: CaseId, episode_id: EpisodeId | None = None
) -> tuple[Fact, ...]:
    """The facts about a child, or about one of their times away: never both together."""
    found = records.children(ws.store, Kind.FACT, "case_id", case_id, Fact)
    return tuple(fact for fact in found if fact.episode_id == episode_id)


def put_fact(
    ws: Workspace, case_id: CaseId, episode_id: EpisodeId | None, given: NewAnswer, at: Moment
) -> Fact:
    """Keeps what stands for one question; a later answer is a new revision of the same fact.

    A sealed account stays as it was: facts live on like the case. What was taken back stays in
    the earlier revisions.
    """
    kept = legible(given)
    with ws.store.transaction():
        before = facts_of(ws, case_id, episode_id)
        old = next((fact for fact in before if fact.question_id == kept.question_id), None)
        new = Fact(
            FactId(at.fresh_id()) if old is None else old.id,
            case_id,
            episode_id,
            kept.question_id,
            kept.values,
            kept.blank,
            kept.reason,
        )
        empty = not kept.values and kept.blank is None
        if new != old and not (old is None and empty):
            records.save(ws.store, Kind.FACT, case_id, new, ws.interviewer.id, at)
    return new
