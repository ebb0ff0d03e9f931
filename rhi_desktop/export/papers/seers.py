"""Owns saying on a child's paper who may see the plan, as the child decided it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rhi_desktop.domain.plan import PlanBlock, SafetyPlan, Sight
from rhi_desktop.export.wording import say


def together(names: Sequence[str]) -> str:
    """Several names as they are spoken: Priya, Ruth and Nan."""
    if len(names) < 2:  # noqa: PLR2004  nothing to join
        return "".join(names)
    return say("own_and", first=", ".join(names[:-1]), last=names[-1])


def seers(plan: SafetyPlan, interviewer: str, title_of: Callable[[PlanBlock], str]) -> str:
    """Who sees all of it, who a part, who sees it anyway.

    Whom the child said no to is not named, nor why somebody sees it anyway: either could tell
    whoever finds the paper what was said about them.
    """
    names = dict.fromkeys((*plan.may_see, *(part.who for part in plan.parts)))
    whole = [name for name in names if plan.sight_of(name) is Sight.ALL]
    told = [say("own_sees_all", names=together(whole))] if whole else []
    for part in plan.parts:
        titles = dict.fromkeys(title_of(block) for block in part.blocks)
        parts = [say("own_sees_part_of", title=title) for title in titles]
        if parts:
            told.append(say("own_sees_part", names=part.who, parts=together(parts)))
    told += [say("own_sees_anyway", name=one.who) for one in plan.anyway]
    if not told:
        return say("own_sees_none", name=interviewer)
    return " ".join((*told, say("own_sees_else")))
