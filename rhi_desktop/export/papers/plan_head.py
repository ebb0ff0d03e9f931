"""Owns the head of the plan on paper: the child's title, whose it is, and the drawing beside."""

from __future__ import annotations

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import SafetyPlan
from rhi_desktop.export import times
from rhi_desktop.export.papers.chosen import Chosen, called, own_lines, plain, tongue, total
from rhi_desktop.export.papers.plan_fit import WIDTH, Fit
from rhi_desktop.export.sheet import (
    MM,
    Block,
    Column,
    Columns,
    Face,
    Frame,
    Gap,
    Ink,
    Picture,
    Type,
    Words,
)
from rhi_desktop.export.wording import say

TITLES = ((18, Type(34, 36, Face.STRONG, Ink.CHILD)), (40, Type(26, 29, Face.STRONG, Ink.CHILD)))
LONG_TITLE = Type(19, 22.5, Face.STRONG, Ink.CHILD)
LEAD, UNDER = Type(13, 17), Type(11, 15.5, ink=Ink.QUIET)
SMALL = Type(9, 12.4, ink=Ink.QUIET)
FEW = 9
"""A plan of so few lines leaves room to write and to draw."""


def plan_head(account: Account, chosen: Chosen, title: str, fit: Fit) -> tuple[Block, ...]:
    """Title, whose plan it is and since when; at the right the drawing, or room for one."""
    plan, name = account.plan, account.interview.interviewer.name.strip()
    kind = next((kind for most, kind in TITLES if len(title) <= most), LONG_TITLE)
    who = called(account, chosen)
    day = times.date_only(local(account.interview.started_at).date())
    made = say("own_made", when=day, name=name) if name else say("own_made_on", when=day)
    words = Words(plain(title), kind, level=1, after=6.0, language=tongue(account))
    under: tuple[Block, ...] = (
        Words(plain(say("own_called", called=who) if who else say("own_mine")), LEAD, after=6.0),
        Words(plain(made), UNDER, after=0.0),
        Words(plain(say("own_change")), UNDER, after=0.0),
    )
    if plan is not None and plan.declined:
        return (Gap(14.0), words, under[1], Gap(14.0))
    beside = _beside(plan, chosen, fit)
    if beside is None:
        return (Gap(14.0), words, *under, Gap(12.0))
    left = Column(WIDTH - fit.picture[0] - 2 * MM, (Gap(fit.picture[1] / 6), words, *under))
    return (Columns((left, Column(fit.picture[0], (beside,))), 2 * MM, 10.0, whole=True),)


def _beside(plan: SafetyPlan | None, chosen: Chosen, fit: Fit) -> Block | None:
    """The drawing; or, where there is room, a place for one."""
    drawn = plan.drawing if plan is not None else None
    if chosen.drawing and drawn is not None and drawn.strokes:
        caption = drawn.caption.strip()
        alt = say("own_alt", caption=caption) if caption else say("own_alt_none")
        return Picture(alt, drawn.strokes, *fit.picture, Ink.CHILD_EDGE, 0.0)
    if total(own_lines(plan, chosen)) <= FEW:
        return Frame(say("own_draw"), fit.picture[1], SMALL, 0.0)
    return None
