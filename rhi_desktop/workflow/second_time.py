"""Owns a time away that is written down while another is open: it never overwrites the first."""

from __future__ import annotations

from dataclasses import fields, replace
from enum import Enum
from typing import Any

from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Case
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.entries import NewEpisode
from rhi_desktop.workflow.views import Stage
from rhi_desktop.workflow.workspace import Workspace


class Which(Enum):
    """What a person answers when a second time away is written down (rule 9)."""

    SAME = "same"
    """It is the open one: this says more about it."""
    TOGETHER = "together"
    """Another time away; one conversation is about both."""
    OWN = "own"
    """Another time away with a conversation of its own."""


def filled_in(known: Episode, typed: NewEpisode) -> tuple[Episode, tuple[str, ...]]:
    """The open time away with what was blank filled in, and the fields that say otherwise already.

    Nothing that stands is overwritten: whoever typed something else is told which field it is.
    """
    fresh: dict[str, Any] = {}
    against: list[str] = []
    for name in (field.name for field in fields(NewEpisode) if field.name != "accuracy"):
        old, new = getattr(known, name), getattr(typed, name)
        if not new or old == new:
            continue
        if old:
            against.append(name)
        else:
            fresh[name] = new
    if "returned" in fresh:
        fresh["accuracy"] = typed.accuracy
    elif known.returned and known.returned == typed.returned and known.accuracy != typed.accuracy:
        # The day was known, now the time of midnight is meant, or the other way round.
        against.append("returned")
    return replace(known, **fresh), tuple(against)


def go_on_together(
    ws: Workspace, case_id: CaseId, changed: Case | None, away: NewEpisode, at: Moment
) -> EpisodeId:
    """Adds a time away, and one conversation about it and every other that is open.

    A conversation about one of them that can still change takes the new one in; otherwise one is
    prepared.
    """
    with ws.store.transaction():
        view = casework.open_case(ws, case_id, at.now)
        added = casework.go_on_with(ws, case_id, changed, away, at)
        still_open = {one.episode.id for one in view.open_episodes}
        fresh = (Stage.PREPARED, Stage.TALKING)
        talks = [one.head for one in view.interviews if one.stage in fresh]
        if talks:
            interviewing.cover(ws, talks[0].id, (*talks[0].episode_ids, added), at)
        else:
            order = [one.episode.id for one in view.episodes if one.episode.id in still_open]
            interviewing.prepare(ws, case_id, (*reversed(order), added), at)
    return added
