"""Owns the child's plan as one A4 page: with lines, without one, declined; and its foot."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, SafetyPlan
from rhi_desktop.export.papers.chosen import Chosen, own_lines, plain, tongue
from rhi_desktop.export.papers.plan_body import PlanBody, heading
from rhi_desktop.export.papers.plan_fit import AIRY, BETWEEN, HALF, TIGHT, WIDTH, Fit
from rhi_desktop.export.papers.plan_head import LEAD, plan_head
from rhi_desktop.export.sheet import (
    A4,
    MM,
    Block,
    Box,
    Column,
    Columns,
    Ends,
    Face,
    Gap,
    Ink,
    Item,
    Items,
    Page,
    Panel,
    Quotes,
    Rule,
    Ruled,
    SheetData,
    Sign,
    Type,
    Words,
)
from rhi_desktop.export.wording import say

MARGIN = 15 * MM
BOX = Box(MARGIN, 11.5 * MM, WIDTH, A4[1] - 22.5 * MM)
LOW = 6.5 * MM
"""Where the number of a page stands, below the foot."""
ASKED = (
    PlanBlock.SIGNS,
    PlanBlock.HELPS,
    PlanBlock.PEOPLE,
    PlanBlock.IF_I_GO,
    PlanBlock.COMING_BACK,
    PlanBlock.WISHES,
)
"""What a plan without a line has room for."""
QUOTED = Type(13.5, 20, Face.MEDIUM, Ink.CHILD)


def plan_sheet(account: Account, chosen: Chosen, at: datetime) -> SheetData:
    """The plan as the child has it. A blank one has room to write; a declined one says so.

    It is set a little tighter when that saves a page, and needs more than one only when it must;
    nothing is left out. The title of the file names nobody.
    """
    made = _sheet(account, chosen, at, AIRY)
    return replace(made, tighter=_sheet(account, chosen, at, TIGHT))


def _sheet(account: Account, chosen: Chosen, at: datetime, fit: Fit) -> SheetData:
    plan = account.plan
    declined = plan is not None and plan.declined
    title = say("own_declined") if declined else chosen.title.strip() or say("own_title")
    head = plan_head(account, chosen, title, fit)
    if plan is not None and declined:
        body = _declined(account, plan)
    else:
        body = PlanBody(account, chosen, fit).blocks() or _blank(chosen)
    panel = Panel(
        BOX,
        (*head, Rule(Ink.CHILD_EDGE, 1.1, after=fit.after), *body),
        foot=_foot(account, chosen),
        continued=say("own_continued", title=title),
    )
    number = say("own_page", page="{page}", pages="{pages}")
    ends = Ends(foot=("", "", number), single=False, foot_at=LOW)
    return SheetData(say("own_file"), "", "en-GB", at, A4, (Page((panel,)),), ends)


def _blank(chosen: Chosen) -> tuple[Block, ...]:
    """A plan without a line: the headings, and room under each."""
    sides: tuple[list[Block], list[Block]] = ([], [])
    for at, block in enumerate(ASKED):
        sides[at % 2].extend((heading(chosen, block), Ruled(6), Gap(22.0)))
    return (Columns(tuple(Column(HALF, tuple(side)) for side in sides), BETWEEN, 0.0),)


def _declined(account: Account, plan: SafetyPlan) -> tuple[Block, ...]:
    said: list[Block] = []
    if plan.declined_words.strip():
        head = Words(plain(say("own_declined_words")), AIRY.kinds.head, level=2, after=6.0)
        item = Item(plain(plan.declined_words), language=tongue(account))
        said = [head, Quotes((item,), QUOTED, after=14.0)]
    fine = Words(plain(say("own_declined_fine")), LEAD, after=16.0)
    head = Words(
        plain(say("own_declined_room")), AIRY.kinds.head, level=2, after=0.0, sign=Sign.PENCIL
    )
    return (*said, fine, head, Ruled())


def _foot(account: Account, chosen: Chosen) -> tuple[Block, ...]:
    made = account.interview.interviewer
    organisation = made.organisation.strip()
    words = say("own_foot", organisation=organisation) if organisation else say("own_foot_plain")
    left: tuple[Block, ...] = (Words(plain(words), AIRY.kinds.small, after=0.0),)
    lines = own_lines(account.plan, chosen)
    authors = {line.author for group in lines.values() for line in group}
    columns = [Column(118 * MM, left)]
    if PlanAuthor.WRITTEN_FOR_CHILD in authors:
        wrote = Item(plain(say("own_wrote", name=made.name)), sign=Sign.PENCIL)
        listed = Items((wrote,), AIRY.kinds.small, indent=12.0, after=0.0)
        columns.append(Column(WIDTH - 122 * MM, (listed,)))
    return (
        Rule(Ink.CHILD_EDGE, 1.1, before=6.0, after=4.0),
        Columns(tuple(columns), 4 * MM, 0.0),
    )
