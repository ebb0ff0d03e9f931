"""Owns the plan for a pocket: one A4 sheet folded to eight small pages, named or discreet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import PlanBlock, PlanLine
from rhi_desktop.export import times
from rhi_desktop.export.content import Run
from rhi_desktop.export.papers.chosen import (
    Chosen,
    Lines,
    authored,
    called,
    own_lines,
    placed,
    plain,
    promises,
    tongue,
)
from rhi_desktop.export.papers.discreet import SHOWN, Discreet
from rhi_desktop.export.papers.folding import BACK, COVER, CREASES, INSIDE, panel
from rhi_desktop.export.papers.numbers import Number
from rhi_desktop.export.papers.packing import APART, BETWEEN, PAGES, Part, packed
from rhi_desktop.export.papers.people import card
from rhi_desktop.export.papers.plan_body import SIGNS, promise_item
from rhi_desktop.export.sheet import (
    A4_LANDSCAPE,
    Block,
    Face,
    Gap,
    Ink,
    Item,
    Items,
    Page,
    Panel,
    Picture,
    Ruled,
    SheetData,
    Sign,
    Type,
    Words,
)
from rhi_desktop.export.wording import WORDS, say

TITLES = ((12, Type(31, 34, Face.STRONG, Ink.CHILD)), (30, Type(24, 28, Face.STRONG, Ink.CHILD)))
LONG_TITLE = Type(16, 20, Face.STRONG, Ink.CHILD)
NOTES = Type(26, 30, Face.STRONG)
SMALL = Type(8.5, 11.6, ink=Ink.QUIET)
NAME, DOES = Type(12.5, 16, Face.STRONG), Type(9.5, 12.6, ink=Ink.QUIET)
BIG, ABOUT = Type(16.5, 20, Face.STRONG_FIGURES, Ink.CHILD), Type(10.5, 14)
OWNER = Type(9.5, 12.6, ink=Ink.TOLD)
BEYOND_LATIN = 0x250
"""Letters from here on may stand twice as high."""
SHORT_NAME = 60
"""A longer title or name has no room at the head or foot of a small page."""
PERSON, OWNED = 60, 24
"""Rows beside the words, counted in letters: a person's card, and who keeps a promise."""
NAMED = (
    PlanBlock.ME,
    PlanBlock.SIGNS,
    PlanBlock.HELPS,
    PlanBlock.PEOPLE,
    PlanBlock.PLACES,
    PlanBlock.IF_I_GO,
    PlanBlock.UNSAFE,
    PlanBlock.PHONE,
    PlanBlock.COMING_BACK,
    PlanBlock.WISHES,
    PlanBlock.ADULTS,
    PlanBlock.REVIEW,
)
FIRST = (PlanBlock.SIGNS, PlanBlock.HELPS, PlanBlock.PEOPLE, PlanBlock.IF_I_GO)
"""The headings of a card without a line."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one edition is set: headings, numbers, dots, and what stands below a line."""

    head: Type
    call: Type
    dot: Ink
    note: Type


WITH_NAME = Look(
    Type(15.5, 19, Face.STRONG, Ink.CHILD),
    Type(13.5, 17, Face.STRONG_FIGURES, Ink.CHILD),
    Ink.CHILD_EDGE,
    OWNER,
)
PLAIN = Look(Type(15.5, 19, Face.STRONG), Type(13.5, 17, Face.STRONG_FIGURES), Ink.QUIET, OWNER)


def pocket_sheet(
    account: Account, chosen: Chosen, numbers: Sequence[Number], at: datetime
) -> SheetData:
    """The card in the child's name, with the promises and the numbers to ring.

    Parts that do not fit their small page go on in the same place of a second sheet.
    """
    lines = placed(own_lines(account.plan, chosen))
    parts = [_part(account, block, lines[block]) for block in NAMED if block in lines]
    promised = promises(account.plan)
    if promised:
        at_end = PlanBlock.REVIEW in lines
        parts.insert(len(parts) - int(at_end), _promised(promised))
    own = _own(chosen)
    whole = own if len(own) <= SHORT_NAME else say("own_title")
    inside = _inside(parts or _empty(account, WITH_NAME), WITH_NAME, whole)
    cover = panel(COVER, _cover(account, chosen), foot=_picture(account, chosen))
    back = panel(BACK, _numbers(numbers), foot=_found(account, chosen, numbers))
    return _sheet(say("pocket_file"), cover, inside, back, at)


def notes_sheet(account: Account, chosen: Chosen, at: datetime) -> SheetData:
    """The discreet card: "Notes", ink and grey, initials, and nothing that tells what it is.

    No number to ring but those of people, no organisation, promise, code word or drawing.
    """
    lines = noted(account, chosen)
    parts = [_plain_part(account, block, lines[block]) for block in SHOWN if block in lines]
    inside = _inside(parts or _empty(account, PLAIN), PLAIN, say("notes_title"))
    title = (Gap(34.0), Words(plain(say("notes_title")), NOTES, level=1), Ruled(keep=60.0))
    back = panel(BACK, (Ruled(),))
    return _sheet(say("notes_title"), panel(COVER, title), inside, back, at)


def noted(account: Account, chosen: Chosen) -> Lines:
    """The lines that stand on the discreet card, block by block, as they were kept."""
    discreet = Discreet(account)
    lines = own_lines(account.plan, replace(chosen, code_word=False))
    held = {block: tuple(filter(discreet.holds, group)) for block, group in lines.items()}
    return {block: group for block, group in held.items() if group}


def left_off(account: Account, chosen: Chosen) -> tuple[PlanLine, ...]:
    """The child's lines that a discreet card does not hold, so that somebody can say so."""
    shown = {line.id for group in noted(account, chosen).values() for line in group}
    lines = own_lines(account.plan, replace(chosen, code_word=True, places=True))
    return tuple(line for group in lines.values() for line in group if line.id not in shown)


def _sheet(
    title: str, cover: Panel, inside: Sequence[Panel], back: Panel, at: datetime
) -> SheetData:
    page = Page((cover, *inside, back), CREASES)
    return SheetData(title, "", "en-GB", at, A4_LANDSCAPE, (page,))


def _inside(parts: Sequence[Part], look: Look, whole: str) -> list[Panel]:
    """The six inner pages; what is left of each is for writing by hand."""
    packing = packed(parts)
    body = Type(packing.size, packing.leading)
    pages = [*packing.pages, *([()] * (PAGES - len(packing.pages)))]
    found = []
    for number, page in enumerate(pages, COVER + 1):
        blocks: list[Block] = []
        for part in page:
            blocks += [*([Gap(APART)] if blocks else []), part.head]
            items = tuple(item for item, _ in part.entries)
            if items:
                blocks.append(Items(items, body, look.dot, 11.0, BETWEEN, 0.0, note=look.note))
        own = "".join(run.text for part in page for run in part.head.text)
        title = own if len(page) == 1 else whole
        found.append(panel(number, (*blocks, Ruled()), title=title))
    return found


def _head(look: Look, words: str, sign: Sign) -> Words:
    return Words(plain(words), look.head, level=2, after=7.0, sign=sign, indent=21.0)


def _heading(look: Look, block: PlanBlock) -> Words:
    """A small page needs a short name, whatever the pack calls the part."""
    if look is PLAIN:
        return _head(look, say(f"notes_{block.value}"), SIGNS[block])
    if f"pocket_{block.value}" in WORDS:
        return _head(look, say(f"pocket_{block.value}"), SIGNS[block])
    return _head(look, say(f"own_{block.value}"), SIGNS[block])


def _part(account: Account, block: PlanBlock, lines: Sequence[PlanLine]) -> Part:
    entries = []
    for line in lines:
        number = block is PlanBlock.PEOPLE and card(line.words).number
        item = authored(account, line)
        shown = _person(item, line.words) if number else item
        entries.append((shown, PERSON if number else len(line.words)))
    return Part(_heading(WITH_NAME, block), tuple(entries))


def _plain_part(account: Account, block: PlanBlock, lines: Sequence[PlanLine]) -> Part:
    """Dots alone, whoever wrote a line; a person is an initial and the numbers."""
    discreet, entries = Discreet(account), []
    for line in lines:
        item = Item(plain(line.words), language=tongue(account))
        size = len(line.words)
        found = discreet.reached(line) if block is PlanBlock.PEOPLE else None
        if found is not None:
            numbers = (Words(plain(found.numbers), PLAIN.call),) if found.initial else ()
            kind = NAME if found.initial else PLAIN.call
            item = Item(plain(found.initial or found.numbers), below=numbers, type=kind)
            size = max(PERSON, len(found.numbers))
        entries.append((item, size))
    return Part(_heading(PLAIN, block), tuple(entries))


def _person(item: Item, words: str) -> Item:
    """Name and what they do, and the number large below."""
    parts = card(words)
    below = [Words(plain(parts.number), WITH_NAME.call)] if parts.name else []
    if parts.rest:
        below.append(Words(plain(parts.rest), DOES))
    text = plain(parts.name or parts.number)
    kind = NAME if parts.name else WITH_NAME.call
    return replace(item, text=text, below=tuple(below), type=kind, note=())


def _promised(lines: Sequence[PlanLine]) -> Part:
    head = _head(WITH_NAME, say("pocket_promises"), SIGNS[PlanBlock.ADULTS])
    entries = []
    for line in lines:
        item = promise_item(line)
        note = (*item.aside, *(Run(f" {run.text}") for run in item.note))
        entries.append((Item(item.text, note=note), len(line.words) + OWNED))
    return Part(head, tuple(entries))


def _empty(account: Account, look: Look) -> list[Part]:
    """A card without a line has headings to write under; one without a plan has none."""
    if account.plan is not None and account.plan.declined:
        return []
    return [Part(_heading(look, block), ()) for block in FIRST]


def _own(chosen: Chosen) -> str:
    return chosen.title.strip() or say("own_title")


def _cover(account: Account, chosen: Chosen) -> tuple[Block, ...]:
    title = _own(chosen)
    latin = all(ord(char) < BEYOND_LATIN for char in title)
    long = len(title) if latin else 2 * len(title)
    kind = next((kind for most, kind in TITLES if long <= most), LONG_TITLE)
    return (Gap(8.5), Words(plain(title), kind, level=1, language=tongue(account)))


def _picture(account: Account, chosen: Chosen) -> tuple[Block, ...]:
    drawn = account.plan.drawing if account.plan is not None else None
    if not chosen.drawing or drawn is None or not drawn.strokes:
        return ()
    caption = drawn.caption.strip()
    alt = say("own_alt", caption=caption) if caption else say("own_alt_none")
    return (Picture(alt, drawn.strokes, INSIDE, INSIDE * 0.62, Ink.CHILD_EDGE, 0.0), Gap(8.0))


def _numbers(numbers: Sequence[Number]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for one in numbers:
        blocks.append(Words(plain(one.number), BIG, after=0.0))
        blocks.append(Words(plain(one.words), ABOUT, after=7.0))
    if not blocks:
        return (Ruled(),)
    return (_head(WITH_NAME, say("pocket_numbers"), Sign.PHONE), *blocks)


def _found(account: Account, chosen: Chosen, numbers: Sequence[Number]) -> tuple[Block, ...]:
    """Whose it is, and when somebody looked at the numbers last."""
    days = sorted({one.checked for one in numbers})
    words = []
    if days:
        first, last = times.date_only(days[0]), times.date_only(days[-1])
        kind = "checked" if all(one.certain for one in numbers) else "looked"
        one_day = say(f"pocket_{kind}", when=first)
        two_days = say(f"pocket_{kind}_dates", first=first, last=last)
        words.append(one_day if first == last else two_days)
    who = called(account, chosen)
    short = 0 < len(who) <= SHORT_NAME
    words.append(say("pocket_found", called=who) if short else say("pocket_found_plain"))
    return tuple(Words(plain(one), SMALL, after=3.0) for one in words)
