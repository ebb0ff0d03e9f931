"""Owns what is new since the last talk: names that were tagged now and never before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rhi_desktop.domain.entity import folded
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Interview
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import records
from rhi_desktop.workflow.workspace import Workspace

EARLIER = 8
"""So many talks before the newest are looked at, so that a long file opens as fast as a short."""
MOST = 4


def new_names(ws: Workspace, heads: Sequence[Interview]) -> tuple[str, ...]:
    """Tags of the newest talk (`@Dex`, `#canal`) that no earlier one of `heads` holds.

    `heads` come newest first. Without an earlier talk nothing is "new".
    """
    held = [head for head in heads if head.heard_at is not None]
    if len(held) < 2:  # noqa: PLR2004 - a talk, and one before it
        return ()
    before = {
        folded(tag[1:])
        for head in held[1 : EARLIER + 1]
        for line in _lines(ws, head.id)
        for tag in line.tags
    }
    found: dict[str, str] = {}
    for line in _lines(ws, held[0].id):
        for tag in line.tags:
            found.setdefault(folded(tag[1:]), tag)
    return tuple(tag for name, tag in found.items() if name not in before)[:MOST]


def _lines(ws: Workspace, interview_id: InterviewId) -> Iterable[Line]:
    lines = records.children(ws.store, Kind.LINE, "interview_id", interview_id, Line)
    return (line for line in lines if not line.struck_by)
