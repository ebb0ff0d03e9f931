"""Owns the way through the child's plan: its parts, and which page comes before and after."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from rhi_desktop.domain.plan import PlanBlock
from rhi_desktop.ui.places import PageName, Place


class Part(StrEnum):
    """The pages of cards; the value is the detail of their place."""

    FIRST = "first"
    MORE = "more"
    ME = "me"


PARTS: dict[Part, tuple[PlanBlock, ...]] = {
    Part.FIRST: (
        PlanBlock.SIGNS,
        PlanBlock.HELPS,
        PlanBlock.PEOPLE,
        PlanBlock.IF_I_GO,
        PlanBlock.ADULTS,
        PlanBlock.REVIEW,
    ),
    Part.MORE: (
        PlanBlock.PLACES,
        PlanBlock.CODE_WORD,
        PlanBlock.PHONE,
        PlanBlock.UNSAFE,
        PlanBlock.COMING_BACK,
        PlanBlock.WISHES,
    ),
    Part.ME: (PlanBlock.ME,),
}
FEELINGS, SCALE_BEFORE, SCALE_AFTER = "plan_feelings", "plan_scale_before", "plan_scale_after"
"""Questions of the plan's pack: how somebody feels, and a number before and after the plan."""
ROUTE = (
    (PageName.PLAN_FEEL, FEELINGS),
    (PageName.PLAN_FEEL, SCALE_BEFORE),
    (PageName.CHILD_PLAN, Part.FIRST.value),
    (PageName.CHILD_PLAN, Part.MORE.value),
    (PageName.CHILD_PLAN, Part.ME.value),
    (PageName.PLAN_DRAW, ""),
    (PageName.PLAN_FEEL, SCALE_AFTER),
    (PageName.PLAN_END, ""),
)
"""From the beginning to the end, for whoever goes on and on; a child may start anywhere."""


def part_of(block: PlanBlock) -> Part:
    """The page on which a block stands."""
    return next(part for part, blocks in PARTS.items() if block in blocks)


def to(here: Place, page: PageName, detail: str = "") -> Place:
    """Another page of the same plan."""
    return replace(here, page=page, detail=detail)


def onwards(here: Place, detail: str) -> Place | None:
    """The page after this one; None at the end."""
    return _at(here, detail, 1)


def backwards(here: Place, detail: str) -> Place | None:
    """The page before this one; None at the beginning."""
    return _at(here, detail, -1)


def _at(here: Place, detail: str, step: int) -> Place | None:
    found = ROUTE.index((here.page, detail)) + step
    return to(here, *ROUTE[found]) if 0 <= found < len(ROUTE) else None
