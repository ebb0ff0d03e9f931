"""Owns the letter to the child: their own lines, what was passed on and why, what happens now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.interview import Account
from rhi_desktop.export import times
from rhi_desktop.export.content import Run, Tone
from rhi_desktop.export.papers.letter_items import (
    LetterItem,
    LetterPart,
    letter_items,
)
from rhi_desktop.export.papers.numbers import looked, of_right, words_of
from rhi_desktop.export.papers.passed_on import passed_on
from rhi_desktop.export.papers.quoted import check_sheet
from rhi_desktop.export.sheet import (
    A4,
    MM,
    Block,
    Box,
    Column,
    Columns,
    Face,
    Ink,
    Item,
    Items,
    Page,
    Panel,
    Quotes,
    SheetData,
    Type,
    Words,
)
from rhi_desktop.export.source import plain
from rhi_desktop.export.wording import say
from rhi_desktop.forms.model import Pack
from rhi_desktop.profiles.model import Profile

__all__ = ["LetterItem", "LetterPart", "Sender", "letter", "letter_items"]

LEFT, WIDTH = 30 * MM, 150 * MM
TOP, FOOT = 19 * MM, 14 * MM
DEAR = Type(22, 27, Face.STRONG)
SIGNED = Type(16, 20, Face.STRONG)
SMALL, SMALLEST = Type(9.5, 13.4, ink=Ink.QUIET), Type(8.5, 11.5, ink=Ink.QUIET)
WHEN_ROOM = 36 * MM


@dataclass(frozen=True, slots=True)
class _Fit:
    """Types and gaps of one setting."""

    body: Type
    heading: Type
    quoted: Type
    when: Type
    after: float
    """Below a part."""
    sender: float
    """Below who writes."""


def _fit(size: float, leading: float, after: float, sender: float) -> _Fit:
    return _Fit(
        Type(size, leading),
        Type(size, leading, Face.STRONG, Ink.TEAL),
        Type(size + 0.4, leading, Face.MEDIUM, Ink.CHILD),
        Type(size - 0.6, leading, Face.STRONG),
        after,
        sender,
    )


AIRY = _fit(12.8, 18.4, 12, 26)
TIGHT = _fit(11.8, 16.2, 9.5, 18)
"""Where the airy one needs a page more."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes, and how the child can reach them: as the interviewer wants it printed."""

    name: str = field(repr=False)
    organisation: str = ""
    contact: str = field(default="", repr=False)


def letter(
    account: Account,
    packs: Sequence[Pack],
    profile: Profile,
    ticked: Collection[str],
    sender: Sender,
    made_at: datetime,
) -> SheetData:
    """The letter from the ticked items (ids of `letter_items`), after what was passed on and why.

    What was passed on cannot be unticked: a letter that left it out would deceive. Raises
    ExportError quote_unsupported.
    """
    whole = account.without_struck
    chosen = [item for item in letter_items(whole) if item.id in ticked]
    box = Box(LEFT, FOOT, WIDTH, A4[1] - TOP - FOOT)

    def made(fit: _Fit, tighter: SheetData | None = None) -> SheetData:
        blocks = (
            *_from(sender, local(made_at).date(), fit),
            *_heard(whole, chosen, fit),
            *passed_on(whole, packs, fit.body, fit.heading),
            *_next(chosen, fit),
            Columns((Column(WIDTH, _object(profile, sender, fit)),), after=0, whole=True),
        )
        page = Page((Panel(box, blocks, foot=_numbers(profile)),))
        return check_sheet(
            whole,
            SheetData(say("letter"), "", "en-GB", made_at, A4, (page,), tighter=tighter),
        )

    return made(AIRY, made(TIGHT))


def _from(sender: Sender, day: date, fit: _Fit) -> tuple[Block, ...]:
    rows = [
        Run(one.strip(), Tone.PLAIN if at else Tone.STRONG)
        for at, one in enumerate((sender.name, sender.organisation, sender.contact))
        if one.strip()
    ]
    about = tuple(replace(row, text=f"\n{row.text}") if at else row for at, row in enumerate(rows))
    columns = (
        Column(WIDTH / 2, (Words(about, SMALL, after=0),)),
        Column(WIDTH / 2, (Words(plain(times.long_day(day)), SMALL, after=0, right=True),)),
    )
    return (Columns(columns, gap=0, after=fit.sender),)


def _heard(account: Account, chosen: Sequence[LetterItem], fit: _Fit) -> tuple[Block, ...]:
    called = account.case.child.called.strip()
    dear = say("letter_dear", called=called) if called else say("letter_hello")
    said = [item for item in chosen if item.part is LetterPart.HEARD]
    lapsed = [item for item in chosen if item.part is LetterPart.LAPSED]
    thanks = " ".join([say("letter_thanks"), *([say("letter_heard")] if said else [])])
    blocks: list[Block] = [
        Words(plain(dear), DEAR, level=1, after=10),
        Words(plain(thanks), fit.body, after=fit.after * 0.75 if said else fit.after),
    ]
    if said:
        quotes = tuple(Item(plain(item.words), language=item.language) for item in said)
        blocks.append(Quotes(quotes, fit.quoted, gap=4, after=fit.after + 1))
    if lapsed:
        entries = tuple(Item(plain(item.words)) for item in lapsed)
        blocks.append(Words(plain(say("letter_lapsed")), fit.body, after=4))
        blocks.append(Items(entries, fit.body, ink=Ink.TEAL, indent=15, gap=3, after=fit.after))
    return tuple(blocks)


def _next(chosen: Sequence[LetterItem], fit: _Fit) -> tuple[Block, ...]:
    agreed = [item for item in chosen if item.part is LetterPart.AGREED]
    heading = Words(plain(say("letter_next")), fit.heading, level=2, after=2)
    if not agreed:
        return heading, Words(plain(say("letter_next_none")), fit.body, after=fit.after)
    entries = tuple(Item(plain(_does(item)), label=_when(item.by_when)) for item in agreed)
    listed = Items(entries, fit.body, indent=WHEN_ROOM, gap=3, after=fit.after, label=fit.when)
    return heading, listed


def _when(day: date | None) -> str:
    return say("letter_by", when=times.day(day)) if day is not None else say("letter_open")


def _does(item: LetterItem) -> str:
    return say("letter_does", what=item.words, name=item.who) if item.who else item.words


def _object(profile: Profile, sender: Sender, fit: _Fit) -> tuple[Block, ...]:
    """A way to say no comes last, so that it is what stays; the name never stands alone."""
    contact = sender.contact.strip().rstrip(".")
    own = say("letter_object_me", contact=contact) if contact else say("letter_object_bare")
    more = [run for right in profile.complaints for run in (Run(" "), *words_of(right))]
    return (
        Words(plain(say("letter_object")), fit.heading, level=2, after=0),
        Words((Run(own), *more), fit.body, after=10),
        *([Words(plain(sender.name), SIGNED, after=0)] if sender.name.strip() else []),
    )


def _numbers(profile: Profile) -> tuple[Block, ...]:
    rights = (*profile.complaints, *profile.advocates)
    lines = [line for line in (of_right(profile, right) for right in rights) if line is not None]
    lines += [line for line in profile.for_children if line not in lines][:1]
    told = [
        say("letter_number", name=line.name, number=line.number, looked=looked(line.source))
        for line in lines
    ]
    return tuple(Words(plain(one), SMALLEST, after=0) for one in told)
