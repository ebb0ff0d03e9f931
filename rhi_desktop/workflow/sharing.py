"""Owns who may see the child's plan: all of it, a part, or not, and what adults see anyway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rhi_desktop.domain.line import readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PartSeen, PlanBlock, SafetyPlan, SeenAnyway, Sight
from rhi_desktop.workflow.entries import legible
from rhi_desktop.workflow.planning import change_plan
from rhi_desktop.workflow.workspace import Workspace


def set_may_see(ws: Workspace, plan: SafetyPlan, people: Sequence[str], at: Moment) -> SafetyPlan:
    """Who may see the plan, as the child says; empty means only the child and the interviewer.

    Whoever sees only a part and is still among them goes on seeing that part.
    """
    named = tuple(readable(who)[0] for who in people)

    def chosen(old: SafetyPlan) -> SafetyPlan:
        return replace(
            old,
            may_see=named,
            parts=tuple(part for part in old.parts if part.who in named),
            may_not_see=tuple(who for who in old.may_not_see if who not in named),
        )

    return change_plan(ws, plan, chosen, at)


def share(
    ws: Workspace,
    plan: SafetyPlan,
    who: str,
    sight: Sight,
    at: Moment,
    blocks: Sequence[PlanBlock] = (),
) -> SafetyPlan:
    """What one person may see; `blocks` are the parts, in the order of the plan.

    Raises ValueError for nobody.
    """
    name = readable(who)[0].strip()
    if not name:
        raise ValueError("who may see it needs a name")
    seen = tuple(block for block in PlanBlock if block in blocks)

    def chosen(old: SafetyPlan) -> SafetyPlan:
        may = sight in {Sight.ALL, Sight.PARTS}
        return replace(
            old,
            may_see=_with(old.may_see, name, on=may),
            parts=_parts(old.parts, PartSeen(name, seen), on=sight is Sight.PARTS),
            may_not_see=_with(old.may_not_see, name, on=sight is Sight.NO),
        )

    return change_plan(ws, plan, chosen, at)


def see_anyway(ws: Workspace, plan: SafetyPlan, seen: SeenAnyway, at: Moment) -> SafetyPlan:
    """Somebody sees the plan against the child's wish, because of serious harm.

    Naming the same person again replaces the reason. Raises ValueError without a name or reason.
    """
    clean = legible(seen)
    if not clean.who.strip() or not clean.because.strip():
        raise ValueError("who sees it anyway, and why")

    def added(old: SafetyPlan) -> SafetyPlan:
        others = tuple(one for one in old.anyway if one.who != clean.who)
        return replace(old, anyway=(*others, clean))

    return change_plan(ws, plan, added, at)


def not_anyway(ws: Workspace, plan: SafetyPlan, who: str, at: Moment) -> SafetyPlan:
    """Takes that back; that it was said stays in the plan's earlier revision."""

    def without(old: SafetyPlan) -> SafetyPlan:
        return replace(old, anyway=tuple(one for one in old.anyway if one.who != who))

    return change_plan(ws, plan, without, at)


def _with(people: tuple[str, ...], who: str, *, on: bool) -> tuple[str, ...]:
    # Whoever stands there keeps their place.
    if on:
        return people if who in people else (*people, who)
    return tuple(one for one in people if one != who)


def _parts(parts: tuple[PartSeen, ...], new: PartSeen, *, on: bool) -> tuple[PartSeen, ...]:
    if on and any(part.who == new.who for part in parts):
        return tuple(new if part.who == new.who else part for part in parts)
    others = tuple(part for part in parts if part.who != new.who)
    return (*others, new) if on else others
