"""Owns the child's plan as one A4 page: own title, own drawing, the adults' part on a tint."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.export import times
from rhi_desktop.export.content import Mark
from rhi_desktop.export.papers import people
from rhi_desktop.export.papers.chosen import (
    Chosen,
    Lines,
    authored,
    own_lines,
    placed,
    plain,
    promises,
    scale,
    tongue,
    total,
)
from rhi_desktop.export.papers.plan_head import FEW, LEAD, plan_head
from rhi_desktop.export.papers.seers import seers
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
    Tinted,
    Type,
    Words,
)
from rhi_desktop.export.wording import say

MARGIN, BETWEEN = 15 * MM, 8 * MM
WIDTH = A4[0] - 2 * MARGIN
HALF = (WIDTH - BETWEEN) / 2
BOX = Box(MARGIN, 11.5 * MM, WIDTH, A4[1] - 22.5 * MM)
LOW = 6.5 * MM
"""Where the number of a page stands, below the foot."""
KINDS = scale(13, 11.5)
PROMISED, OWNER = Type(11, 15), Type(9.5, 13, Face.STRONG, Ink.TOLD)
PROMISE_HEAD = Type(13, 16, Face.STRONG, Ink.TOLD)
QUOTED = Type(13.5, 20, Face.MEDIUM, Ink.CHILD)
SIGNS = {
    PlanBlock.ME: Sign.PERSON,
    PlanBlock.SIGNS: Sign.WAVE,
    PlanBlock.HELPS: Sign.HEART,
    PlanBlock.PEOPLE: Sign.PERSON,
    PlanBlock.PLACES: Sign.PIN,
    PlanBlock.IF_I_GO: Sign.PATH,
    PlanBlock.CODE_WORD: Sign.TALK,
    PlanBlock.PHONE: Sign.PHONE,
    PlanBlock.UNSAFE: Sign.HAND,
    PlanBlock.COMING_BACK: Sign.BACK,
    PlanBlock.ADULTS: Sign.TICK,
    PlanBlock.WISHES: Sign.HEART,
    PlanBlock.REVIEW: Sign.DAY,
}
FIRST = (PlanBlock.ME, PlanBlock.SIGNS, PlanBlock.HELPS)
THEN = (
    PlanBlock.PLACES,
    PlanBlock.IF_I_GO,
    PlanBlock.COMING_BACK,
    PlanBlock.UNSAFE,
    PlanBlock.PHONE,
    PlanBlock.ADULTS,
    PlanBlock.WISHES,
)
LETTERS = 36
"""About so many stand in a row of a column."""


def plan_sheet(account: Account, chosen: Chosen, at: datetime) -> SheetData:
    """The plan as the child has it. A blank one has room to write; a declined one says so.

    More than a page is used only when the lines need it; nothing is left out and nothing is set
    smaller. The title of the file names nobody.
    """
    plan = account.plan
    declined = plan is not None and plan.declined
    title = say("own_declined") if declined else chosen.title.strip() or say("own_title")
    body = _declined(account, plan) if plan is not None and declined else _body(account, chosen)
    panel = Panel(
        BOX,
        (*plan_head(account, chosen, title, WIDTH), Rule(Ink.CHILD_EDGE, 1.1, after=10.0), *body),
        foot=_foot(account, chosen),
        continued=say("own_continued", title=title),
    )
    number = say("own_page", page="{page}", pages="{pages}")
    ends = Ends(foot=("", "", number), single=False, foot_at=LOW)
    return SheetData(say("own_file"), "", "en-GB", at, A4, (Page((panel,)),), ends)


def _body(account: Account, chosen: Chosen) -> tuple[Block, ...]:
    plan = account.plan
    lines = placed(own_lines(plan, chosen))
    promised = promises(plan)
    if not lines and not promised:
        return _blank(chosen)
    blocks: list[Block] = []
    for part in (
        _abreast(account, chosen, {block: lines[block] for block in FIRST if block in lines}),
        _people(account, chosen, lines),
        _abreast(account, chosen, {block: lines[block] for block in THEN if block in lines}),
    ):
        if part:
            blocks += [*([Rule()] if blocks else []), *part]
    if promised:
        blocks.append(_promises(promised))
    blocks += _last(account, chosen, lines)
    if total(lines) + len(promised) <= FEW:
        blocks += _room()
    return tuple(blocks)


def _title(chosen: Chosen, block: PlanBlock) -> str:
    if block is PlanBlock.CODE_WORD:
        # It stands under this heading, and no name of its own gives it away.
        block = PlanBlock.IF_I_GO
    return chosen.titles.get(block, "") or say(f"own_{block.value}")


def _heading(chosen: Chosen, block: PlanBlock) -> Words:
    title = plain(_title(chosen, block))
    return Words(title, KINDS.head, level=2, after=4.5, sign=SIGNS[block])


def _abreast(account: Account, chosen: Chosen, lines: Lines) -> list[Block]:
    """Blocks in two columns, each put where there is more room."""
    sides: tuple[list[Block], list[Block]] = ([], [])
    filled = [0, 0]
    for block, group in lines.items():
        side = 0 if filled[0] <= filled[1] else 1
        items = tuple(authored(account, line) for line in group)
        again = say("own_continued", title=_title(chosen, block))
        listed = Items(items, KINDS.body, after=13.0, note=KINDS.small, continued=again)
        sides[side].extend((_heading(chosen, block), listed))
        filled[side] += 2 + sum(len(line.words) // LETTERS + 1 for line in group)
    if not lines:
        return []
    columns = tuple(Column(HALF, tuple(side)) for side in sides)
    return [Columns(columns, BETWEEN, 12.0)]


def _people(account: Account, chosen: Chosen, lines: Lines) -> list[Block]:
    found = lines.get(PlanBlock.PEOPLE, ())
    if not found:
        return []
    items = [(authored(account, line), line.words) for line in found]
    return [_heading(chosen, PlanBlock.PEOPLE), *people.rows(items, KINDS, WIDTH)]


def _promises(found: Sequence[PlanLine]) -> Tinted:
    head = Words(
        plain(say("own_promises")),
        PROMISE_HEAD,
        level=2,
        after=4.0,
        sign=Sign.TICK,
        indent=17.0,
    )
    items = tuple(promise_item(line) for line in found)
    listed = Items(
        items,
        PROMISED,
        indent=17.0,
        gap=5.0,
        after=0.0,
        note=OWNER,
        aside=150.0,
        continued=say("own_continued", title=say("own_promises")),
    )
    return Tinted((head, listed), Mark.PROMISE)


def promise_item(line: PlanLine) -> Item:
    """A promise, who keeps it, and by when; and that the child said no, when they did."""
    name = line.promised_by.strip()
    if line.by_when is None:
        owner = name or say("own_nobody")
    elif name:
        owner = say("own_by", name=name, when=times.day(line.by_when))
    else:
        owner = say("own_nobody_by", when=times.day(line.by_when))
    note = plain(say("own_no")) if line.agreed is Agreed.NO else ()
    return Item(plain(line.words), sign=None, aside=plain(owner), note=note)


def _last(account: Account, chosen: Chosen, lines: Lines) -> list[Block]:
    """When it is looked at again, and who may see it."""
    columns: list[tuple[Block, ...]] = []
    again = lines.get(PlanBlock.REVIEW, ())
    if again:
        items = tuple(authored(account, line) for line in again)
        listed = Items(items, KINDS.body, after=0.0, note=KINDS.small)
        columns.append((_heading(chosen, PlanBlock.REVIEW), listed))
    if account.plan is not None and chosen.seers:
        head = Words(plain(say("own_sees")), KINDS.head, level=2, after=4.5, sign=Sign.EYE)
        said = seers(account.plan, account.interview.interviewer.name, lambda b: _title(chosen, b))
        words = Items((Item(plain(said), sign=None),), KINDS.body, after=0.0)
        columns.append((head, words))
    if not columns:
        return []
    return [Columns(tuple(Column(HALF, one) for one in columns), BETWEEN, 12.0)]


def _room() -> list[Block]:
    head = Words(plain(say("own_room")), KINDS.head, level=2, after=0.0, sign=Sign.PENCIL)
    return [Rule(), head, Ruled()]


def _blank(chosen: Chosen) -> tuple[Block, ...]:
    """A plan without a line: the headings, and room under each."""
    sides: tuple[list[Block], list[Block]] = ([], [])
    blocks = (*FIRST[1:], PlanBlock.PEOPLE, PlanBlock.IF_I_GO, PlanBlock.COMING_BACK)
    for at, block in enumerate((*blocks, PlanBlock.WISHES)):
        sides[at % 2].extend((_heading(chosen, block), Ruled(6), Gap(22.0)))
    return (Columns(tuple(Column(HALF, tuple(side)) for side in sides), BETWEEN, 0.0),)


def _declined(account: Account, plan: SafetyPlan) -> tuple[Block, ...]:
    said: list[Block] = []
    if plan.declined_words.strip():
        head = Words(plain(say("own_declined_words")), KINDS.head, level=2, after=6.0)
        item = Item(plain(plan.declined_words), language=tongue(account))
        said = [head, Quotes((item,), QUOTED, after=14.0)]
    fine = Words(plain(say("own_declined_fine")), LEAD, after=16.0)
    head = Words(plain(say("own_declined_room")), KINDS.head, level=2, after=0.0, sign=Sign.PENCIL)
    return (*said, fine, head, Ruled())


def _foot(account: Account, chosen: Chosen) -> tuple[Block, ...]:
    made = account.interview.interviewer
    organisation = made.organisation.strip()
    words = say("own_foot", organisation=organisation) if organisation else say("own_foot_plain")
    left: tuple[Block, ...] = (Words(plain(words), KINDS.small, after=0.0),)
    lines = own_lines(account.plan, chosen)
    authors = {line.author for group in lines.values() for line in group}
    columns = [Column(118 * MM, left)]
    if PlanAuthor.WRITTEN_FOR_CHILD in authors:
        wrote = Item(plain(say("own_wrote", name=made.name)), sign=Sign.PENCIL)
        listed = Items((wrote,), KINDS.small, indent=12.0, after=0.0)
        columns.append(Column(WIDTH - 122 * MM, (listed,)))
    return (
        Rule(Ink.CHILD_EDGE, 1.1, before=6.0, after=4.0),
        Columns(tuple(columns), 4 * MM, 0.0),
    )
