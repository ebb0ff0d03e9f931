"""Owns the parts of a plan on paper: the child's in two columns, the adults' on a tint."""

from __future__ import annotations

from collections.abc import Sequence

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import Agreed, PlanBlock, PlanLine
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
    total,
)
from rhi_desktop.export.papers.plan_fit import AIRY, BETWEEN, HALF, WIDTH, Fit
from rhi_desktop.export.papers.plan_head import FEW
from rhi_desktop.export.papers.seers import seers
from rhi_desktop.export.sheet import (
    Block,
    Column,
    Columns,
    Face,
    Ink,
    Item,
    Items,
    Rule,
    Ruled,
    Sign,
    Tinted,
    Type,
    Words,
)
from rhi_desktop.export.wording import say

OWNER = Type(9.5, 13, Face.STRONG, Ink.TOLD)
PROMISED = 0.5
"""So much smaller than the child's are the lines of adults."""
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


def title_of(chosen: Chosen, block: PlanBlock) -> str:
    """What a part is called."""
    if block is PlanBlock.CODE_WORD:
        # It stands under this heading, and no name of its own gives it away.
        block = PlanBlock.IF_I_GO
    return chosen.titles.get(block, "") or say(f"own_{block.value}")


def heading(chosen: Chosen, block: PlanBlock, fit: Fit = AIRY) -> Words:
    """The heading of a part, with its sign."""
    words = plain(title_of(chosen, block))
    return Words(words, fit.kinds.head, level=2, after=4.5, sign=SIGNS[block])


class PlanBody:
    """Sets the lines of one plan; nothing when it has none."""

    def __init__(self, account: Account, chosen: Chosen, fit: Fit) -> None:
        self._account, self._chosen, self._fit = account, chosen, fit
        self._lines = placed(own_lines(account.plan, chosen))
        self._promised = promises(account.plan)

    def blocks(self) -> tuple[Block, ...]:
        """From how it begins to who may see it."""
        if not self._lines and not self._promised:
            return ()
        blocks: list[Block] = []
        for part in (self._abreast(FIRST), self._people(), self._abreast(THEN)):
            if part:
                rule = Rule(after=self._fit.after)
                blocks += [*([rule] if blocks else []), *part]
        if self._promised:
            blocks.append(self._tint())
        blocks += self._last()
        if total(self._lines) + len(self._promised) <= FEW:
            blocks += self._room()
        return tuple(blocks)

    def _abreast(self, wanted: Sequence[PlanBlock]) -> list[Block]:
        """Blocks in two columns, each put where there is more room."""
        lines: Lines = {block: self._lines[block] for block in wanted if block in self._lines}
        sides: tuple[list[Block], list[Block]] = ([], [])
        filled = [0, 0]
        for block, group in lines.items():
            side = 0 if filled[0] <= filled[1] else 1
            sides[side].extend(self._part(block, group))
            filled[side] += 2 + sum(len(line.words) // LETTERS + 1 for line in group)
        if not lines:
            return []
        columns = tuple(Column(HALF, tuple(side)) for side in sides)
        return [Columns(columns, BETWEEN, self._fit.after + 2.0)]

    def _part(self, block: PlanBlock, group: Sequence[PlanLine]) -> tuple[Block, Block]:
        kinds, fit = self._fit.kinds, self._fit
        items = tuple(authored(self._account, line) for line in group)
        again = say("own_continued", title=title_of(self._chosen, block))
        listed = Items(
            items, kinds.body, gap=fit.line, after=fit.part, note=kinds.small, continued=again
        )
        return heading(self._chosen, block, fit), listed

    def _people(self) -> list[Block]:
        found = self._lines.get(PlanBlock.PEOPLE, ())
        if not found:
            return []
        items = [(authored(self._account, line), line.words) for line in found]
        rows = people.rows(items, self._fit.kinds, WIDTH)
        return [heading(self._chosen, PlanBlock.PEOPLE, self._fit), *rows]

    def _tint(self) -> Tinted:
        kinds = self._fit.kinds
        title = say("own_promises")
        size, leading = kinds.head.size, kinds.head.leading
        kind = Type(size, leading, Face.STRONG, Ink.TOLD)
        head = Words(plain(title), kind, level=2, after=4.0, sign=Sign.TICK, indent=17.0)
        items = tuple(promise_item(line) for line in self._promised)
        listed = Items(
            items,
            Type(kinds.body.size - PROMISED, kinds.body.leading - PROMISED),
            indent=17.0,
            gap=self._fit.line,
            after=0.0,
            note=OWNER,
            aside=150.0,
            continued=say("own_continued", title=title),
        )
        return Tinted((head, listed), Mark.PROMISE, after=self._fit.after + 2.0)

    def _last(self) -> list[Block]:
        """When it is looked at again, and who may see it."""
        kinds, plan = self._fit.kinds, self._account.plan
        columns: list[tuple[Block, ...]] = []
        again = self._lines.get(PlanBlock.REVIEW, ())
        if again:
            columns.append(self._part(PlanBlock.REVIEW, again))
        if plan is not None and self._chosen.seers:
            head = Words(plain(say("own_sees")), kinds.head, level=2, after=4.5, sign=Sign.EYE)
            name = self._account.interview.interviewer.name
            said = seers(plan, name, lambda block: title_of(self._chosen, block))
            words = Items((Item(plain(said), sign=None),), kinds.body, after=0.0)
            columns.append((head, words))
        if not columns:
            return []
        wide = HALF if len(columns) > 1 else WIDTH
        abreast = tuple(Column(wide, one) for one in columns)
        return [Columns(abreast, BETWEEN, self._fit.after + 2.0)]

    def _room(self) -> list[Block]:
        kind = self._fit.kinds.head
        head = Words(plain(say("own_room")), kind, level=2, after=0.0, sign=Sign.PENCIL)
        return [Rule(after=self._fit.after), head, Ruled()]


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
