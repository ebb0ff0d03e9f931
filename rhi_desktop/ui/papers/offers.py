"""Owns how what a paper may hold is offered: in groups, with how it is known and why it is off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.domain.plan import PlanBlock, PlanLine
from rhi_desktop.ui import dates
from rhi_desktop.ui.papers.paper_words import tr
from rhi_desktop.ui.papers.tick_groups import TickGroup, TickItem
from rhi_desktop.ui.translation import noop
from rhi_desktop.workflow.paper_sheets import LetterItem, LetterPart, Number
from rhi_desktop.workflow.papers import Matter

PLACES, CODE_WORD = "places", "code_word"
NAMED, DRAWING, SEERS = "named", "drawing", "seers"
USUAL = frozenset({NAMED, DRAWING, SEERS})
"""On the plan until somebody takes it off; nothing that gives a place or a word away."""
KEPT, OWN_PLAN = "kept", "own_plan"
IN_COPY = frozenset({NAMED, OWN_PLAN})


def plan_groups(found: Matter) -> tuple[TickGroup, ...]:
    """What the child wants on the plan. Safe places and the code word are off, and it says why."""
    plan = found.talk.account.plan if found.talk is not None else None
    blocks = {line.block for line in plan.standing} if plan is not None else set()
    drawn = plan is not None and plan.drawing is not None and bool(plan.drawing.strokes)
    hidden = tr(noop("papers", "Off: whoever finds the paper would know where to look."))
    called = tr(noop("papers", "Off: once others can read it, it calls nobody any more."))
    offered = (
        (NAMED, tr(noop("papers", "The name they like")), "", bool(found.case.child.called)),
        (DRAWING, tr(noop("papers", "Their drawing")), "", drawn),
        (SEERS, tr(noop("papers", "Who may see it")), "", plan is not None),
        (PLACES, tr(noop("papers", "Safe places")), hidden, PlanBlock.PLACES in blocks),
        (CODE_WORD, tr(noop("papers", "The code word")), called, PlanBlock.CODE_WORD in blocks),
    )
    items = tuple(TickItem(id_, words, why) for id_, words, why, there in offered if there)
    title = tr(noop("papers", "What is on it"))
    about = tr(noop("papers", "All their other lines, and what adults promised, are on it."))
    return (TickGroup(title, items, about),) if items else ()


def copy_groups(found: Matter) -> tuple[TickGroup, ...]:
    """What the child wants on their copy; what they asked to keep is off, and it says why."""
    kept = sum(1 for line in found.said if line.keep_from)
    plan = found.talk.account.plan if found.talk is not None else None
    hidden = tr(noop("papers", "Off: {count} of their lines. Whoever finds the copy reads them."))
    offered = (
        (NAMED, tr(noop("papers", "The name they like")), "", bool(found.case.child.called)),
        (OWN_PLAN, tr(noop("papers", "Their plan")), "", plan is not None),
        (KEPT, tr(noop("papers", "What they asked to keep")), hidden.format(count=kept), kept > 0),
    )
    items = tuple(TickItem(id_, words, why) for id_, words, why, there in offered if there)
    return (TickGroup(tr(noop("papers", "What is on it")), items),) if items else ()


def off_groups(lines: Sequence[PlanLine]) -> tuple[TickGroup, ...]:
    """The child's lines that stay off the discreet card; none of them can be ticked."""
    why = tr(noop("papers", "It would tell a stranger what this is, where, or who."))
    items = tuple(TickItem(one.id, one.words, why, may=False, childs=True) for one in lines)
    title = tr(noop("papers", "What stays off it"))
    return (TickGroup(title, items),) if items else ()


def why_all(paper: GivenKind, child: str) -> str:
    """What stands on a paper on which nothing is chosen."""
    words = {
        GivenKind.POCKET_DISCREET: noop(
            "papers",
            "No title, no place, no code word, no helpline, no promise and no organisation. A line "
            "with a name stays off whole; a person is an initial and the number. Empty lines fill "
            "it up.",
        ),
        GivenKind.CHILD_COPY: noop(
            "papers",
            "What {child} said, what was passed on and to whom, and what happens now; without our "
            "views and without what others told us.",
        ),
    }.get(paper, "")
    return tr(words).format(child=child) if words else ""


def letter_groups(items: Sequence[LetterItem]) -> tuple[TickGroup, ...]:
    """The child's own lines, what was promised and not kept, what was agreed."""
    titles = {
        LetterPart.HEARD: (
            tr(noop("papers", "Their own words")),
            tr(noop("papers", "Choose two or three. What they asked to keep is not offered.")),
        ),
        LetterPart.LAPSED: (
            tr(noop("papers", "What was promised before and not kept")),
            tr(noop("papers", "The letter says that this was not fair.")),
        ),
        LetterPart.AGREED: (
            tr(noop("papers", "What was agreed")),
            tr(noop("papers", "Only what they know of and said yes to.")),
        ),
    }
    groups = []
    for part, (title, about) in titles.items():
        found = tuple(_letter_item(one) for one in items if one.part is part)
        if found:
            groups.append(TickGroup(title, found, about))
    return tuple(groups)


def number_groups(known: Sequence[Number]) -> tuple[TickGroup, ...]:
    """The numbers on a card; who prints it sees when somebody last looked."""
    title = tr(noop("papers", "Whom to call"))
    about = tr(noop("papers", "At most five have room. Ring a number before a child has to."))
    items = tuple(TickItem(one.id, f"{one.number}  {one.name}", _looked(one)) for one in known)
    return (TickGroup(title, items, about),) if items else ()


def _letter_item(one: LetterItem) -> TickItem:
    heard = one.part is LetterPart.HEARD
    return TickItem(one.id, one.words, _named(one), childs=heard)


def _named(one: LetterItem) -> str:
    if one.part is LetterPart.HEARD:
        return one.name[:1].upper() + one.name[1:]
    parts = [one.who, _by(one.by_when) if one.by_when is not None else ""]
    return ", ".join(part for part in parts if part)


def _by(day: date) -> str:
    return tr(noop("papers", "by {day}")).format(day=dates.day(day))


def _looked(one: Number) -> str:
    day = dates.day_and_year(one.checked)
    if one.stale:
        words = noop("papers", "Last checked on {day}, more than 180 days ago: ring it first.")
    elif not one.certain:
        words = noop("papers", "Not confirmed by a source, {day}. Ring it first.")
    else:
        words = noop("papers", "Last checked on {day}.")
    return QCoreApplication.translate("papers", words).format(day=day)
