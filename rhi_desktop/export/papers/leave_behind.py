"""Owns the card that is left behind: whom to call, what to ask for. It names no child."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.export.content import Run, Tone
from rhi_desktop.export.papers.numbers import Number, looked, numbers, of_right, words_of
from rhi_desktop.export.sheet import (
    A4,
    MM,
    Block,
    Box,
    Crease,
    Emblem,
    Face,
    Gap,
    Ink,
    Item,
    Items,
    Page,
    Panel,
    Ruled,
    SheetData,
    Sign,
    Type,
    Way,
    Words,
)
from rhi_desktop.export.source import plain
from rhi_desktop.export.wording import say
from rhi_desktop.profiles.model import Helpline, Profile, Right

__all__ = ["Caller", "Number", "leave_behind", "numbers"]

WIDTH, HEIGHT = A4[0] / 2, A4[1] / 2
ROOM_X, ROOM_Y = 11 * MM, 12 * MM
TICK = (5 * MM, 10 * MM)
MOST = 5
"""So many numbers have room on one page of the card, well apart; a sixth one comes close."""
APART, CLOSE = 8.0, 3.0

COVER, LEAD = Type(34, 38, Face.STRONG), Type(13.5, 19)
HEADING, BODY = Type(17, 20, Face.STRONG), Type(12, 16.4)
BIG = Type(19, 22, Face.STRONG_FIGURES, Ink.TEAL)
BIGGEST = Type(27, 30, Face.STRONG_FIGURES, Ink.TEAL)
WHOSE, SMALL = Type(10.5, 14), Type(9, 12.4, ink=Ink.QUIET)
LOOKED = Type(8, 10.5, ink=Ink.QUIET)
ASKED = Type(12, 15, Face.STRONG)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who came, as far as it shall be printed; what is empty stays a line to write on.

    `independent` is for a person to tick: only then does the card say whom nobody works for.
    """

    name: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    day: str = ""
    organisation: str = ""
    independent: bool = False


def leave_behind(
    profile: Profile,
    caller: Caller,
    made_at: datetime,
    chosen: Collection[str] | None = None,
) -> SheetData:
    """The card: A4 folded twice to A6. It needs nothing but a profile, and knows of no case.

    `chosen` are ids of `numbers`; None takes those that are suggested, at most five. The same
    values give the same sheet. Long names stand beside their labels, to keep to one page.
    """
    lines = _chosen(profile, made_at, chosen)

    def made(*, tight: bool, tighter: SheetData | None = None) -> SheetData:
        page = _page(profile, caller, lines, tight=tight)
        return SheetData(say("card"), "", "en-GB", made_at, A4, (page,), most=1, tighter=tighter)

    return made(tight=False, tighter=made(tight=True))


def _chosen(
    profile: Profile, made_at: datetime, chosen: Collection[str] | None
) -> tuple[Helpline, ...]:
    known = numbers(profile, made_at.date())
    ids = [one.id for one in known if one.suggested][:MOST] if chosen is None else chosen
    return tuple(one for one in profile.for_children if one.id in ids)


def _page(profile: Profile, caller: Caller, lines: tuple[Helpline, ...], *, tight: bool) -> Page:
    """Read from the front to the back; the upper half is upside down until it is folded."""
    front = Panel(_box(1, 0), _front())
    talk = Panel(_box(1, 1), _talk(lines), turned=True)
    ask = Panel(_box(0, 1), _ask(profile), turned=True)
    back = Panel(_box(0, 0), _back(profile, caller, lines, tight=tight), foot=_from(caller))
    return Page((front, talk, ask, back), _folds())


def _box(column: int, row: int) -> Box:
    return Box(
        column * WIDTH + ROOM_X, row * HEIGHT + ROOM_Y, WIDTH - 2 * ROOM_X, HEIGHT - 2 * ROOM_Y
    )


def _folds() -> tuple[Crease, ...]:
    low, high = TICK
    return (
        *(
            Crease(Way.TICK, (WIDTH, at), (WIDTH, at + high - low))
            for at in (low, A4[1] - high)
        ),
        *(
            Crease(Way.TICK, (at, HEIGHT), (at + high - low, HEIGHT))
            for at in (low, A4[0] - high)
        ),
    )  # fmt: skip


def _front() -> tuple[Block, ...]:
    return (
        Emblem(Sign.TALK, 27 * MM, Ink.TEAL, after=19 * MM),
        Words(plain(say("card_title")), COVER, level=1, after=8),
        Words(plain(say("card_lead")), LEAD),
    )


def _talk(lines: tuple[Helpline, ...]) -> tuple[Block, ...]:
    blocks: list[Block] = [Words(plain(say("card_talk")), HEADING, level=2, after=8)]
    for line in lines:
        blocks += _number(line, APART if len(lines) <= MOST else CLOSE)
    if not lines:
        blocks.append(Words(plain(say("card_talk_none")), BODY))
    return tuple(blocks)


def _number(line: Helpline, after: float = APART) -> tuple[Block, ...]:
    return (
        Words(plain(line.number), BIG, after=0),
        Words(plain(line.for_child), WHOSE, after=0),
        Words(plain(looked(line.source)), LOOKED, after=after),
    )


def _ask(profile: Profile) -> tuple[Block, ...]:
    """What is not certain is something to ask about, never a right."""
    sure = [one for one in profile.asks if one.source.certain]
    unsure = [one for one in profile.asks if not one.source.certain]
    blocks: list[Block] = [Words(plain(say("card_ask")), HEADING, level=2, after=8)]
    if sure:
        blocks.append(_listed(sure))
    if unsure:
        blocks += [Words(plain(say("card_ask_too")), WHOSE, after=4), _listed(unsure)]
    for right in profile.advocates:
        blocks.append(Gap(4))
        blocks.append(Words(plain(say("card_side")), HEADING, level=2, after=4))
        blocks += _right(profile, right)
    return tuple(blocks)


def _listed(rights: list[Right]) -> Items:
    entries = tuple(Item(plain(right.words)) for right in rights)
    return Items(entries, BODY, ink=Ink.TEAL, indent=13, gap=4.5, after=7)


def _right(profile: Profile, right: Right) -> list[Block]:
    blocks: list[Block] = [Words(words_of(right), WHOSE, after=3)]
    line = of_right(profile, right)
    return [*blocks, *_number(line)] if line is not None else blocks


def _back(
    profile: Profile, caller: Caller, lines: tuple[Helpline, ...], *, tight: bool
) -> tuple[Block, ...]:
    blocks: list[Block] = [Words(plain(say("card_came")), HEADING, level=2, after=8)]
    for key, given in (
        ("card_name", caller.name),
        ("card_contact", caller.contact),
        ("card_day", caller.day),
    ):
        blocks += _field(say(key), _one_row(given), tight=tight)
    blocks += [Gap(5), Words(plain(say("card_safe")), ASKED, level=2, after=2)]
    if lines:
        blocks.append(Words(plain(say("card_leave")), BODY, after=1))
        blocks.append(Words(plain(lines[0].number), BIGGEST, after=6))
    else:
        blocks.append(Words(plain(say("card_leave_none")), BODY, after=8))
    blocks.append(Words(plain(say("card_wrong")), ASKED, level=2, after=2))
    if not profile.complaints:
        blocks.append(Words(plain(say("card_wrong_none")), WHOSE))
    for right in profile.complaints:
        blocks += _right(profile, right)
    return tuple(blocks)


def _field(label: str, given: str, *, tight: bool) -> tuple[Block, ...]:
    """A label, and below it what is known or a line to write on; beside it where room is short."""
    if given and tight:
        return (Words((Run(f"{label}: ", Tone.QUIET), Run(given)), WHOSE, after=3),)
    if given:
        return Words(plain(label), SMALL, after=0), Words(plain(given), WHOSE, after=4)
    return Words(plain(label), SMALL, after=0), Ruled(1, ink=Ink.MID, keep=14), Gap(4)


def _one_row(given: str) -> str:
    """What was typed, without its line breaks."""
    return " ".join(given.split())


def _from(caller: Caller) -> tuple[Block, ...]:
    told = []
    organisation = _one_row(caller.organisation)
    if organisation:
        told.append(say("card_from", organisation=organisation.rstrip(".")))
    if caller.independent:
        told.append(say("card_independent"))
    return (Words(plain(" ".join(told)), SMALL, after=0),) if told else ()
