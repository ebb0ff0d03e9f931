"""Owns the sheet "If I go missing again": the first hour on one page, only what was ticked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.interview import Account
from rhi_desktop.export import times
from rhi_desktop.export.content import Run, Text, Tone
from rhi_desktop.export.papers.again_blocks import (
    BODY,
    BROAD,
    FOOT,
    GUTTER,
    HEAD,
    HEADING,
    MARGIN,
    NARROW,
    SMALL,
    TITLE,
    WIDTH,
    company,
    few,
    first,
    heading,
    people,
    places,
    row,
    told,
)
from rhi_desktop.export.papers.again_items import AgainItem, again_items, kept_count
from rhi_desktop.export.papers.again_parts import AgainPart
from rhi_desktop.export.papers.quoted import check_sheet
from rhi_desktop.export.sheet import (
    A4,
    Block,
    Box,
    Column,
    Columns,
    Ends,
    Gap,
    Ink,
    Page,
    Panel,
    Rule,
    SheetData,
    Words,
)
from rhi_desktop.export.source import plain
from rhi_desktop.export.wording import say
from rhi_desktop.forms.model import Pack

__all__ = ["AgainHead", "AgainItem", "AgainPart", "again", "again_items", "kept_count"]


AIRY, TIGHT = (9.0, 10.5), (4.0, 5.5)
"""Above and below a rule between two rows; tight where that saves a page."""
LONG = 44
"""What is longer has no room at the head or foot of a page, and stands below the title."""


@dataclass(frozen=True, slots=True)
class AgainHead:
    """What the adult says about the sheet as a whole.

    `agreed_on` is the day on which the child went through it, line by line; without one the
    sheet says that the child has not.
    """

    recipients: str = field(repr=False)
    written_by: str = field(repr=False)
    made_at: datetime
    agreed_on: date | None = None
    until: date | None = None


def again(
    account: Account, packs: Sequence[Pack], ticked: Collection[str], head: AgainHead
) -> SheetData:
    """The sheet from the ticked items (ids of `again_items`); nothing else is on it or in it.

    An id that is not offered prints nothing. Raises ExportError quote_unsupported.
    """
    items = [item for item in again_items(account, packs) if item.id in ticked]
    page = _Sheet(account, {part: [i for i in items if i.part is part] for part in AgainPart})
    box = Box(MARGIN, FOOT, WIDTH, A4[1] - HEAD - FOOT)
    ends = _ends(account, head)

    def made(air: tuple[float, float], tighter: SheetData | None = None) -> SheetData:
        blocks = (*page.top(head), *page.blocks(air))
        panel = Panel(box, blocks, continued=say("continued", title=say("again")))
        sheet = SheetData(
            say("again"), "", "en-GB", head.made_at, A4, (Page((panel,)),), ends, tighter=tighter
        )
        return check_sheet(account.without_struck, sheet)

    return made(AIRY, made(TIGHT))


def _ends(account: Account, head: AgainHead) -> Ends:
    """For whom, how it is marked, which case; who wrote it when, and the number of the page."""
    marking, whom, written = say("marking"), _recipients(head), _written(head)
    case = say("case", reference=account.case.reference)
    number = say("page", page="{page}", pages="{pages}")
    return Ends(
        (whom if len(whom) <= LONG else "", marking, case),
        (written if len(written) <= LONG else "", marking, number),
    )


def _recipients(head: AgainHead) -> str:
    whom = head.recipients.strip()
    return say("again_for", whom=whom) if whom else say("again_for_none")


def _written(head: AgainHead) -> str:
    when = times.date_only(local(head.made_at).date())
    return say("again_written", when=when, name=head.written_by.strip())


@dataclass(frozen=True, slots=True)
class _Sheet:
    account: Account = field(repr=False)
    parts: dict[AgainPart, list[AgainItem]] = field(repr=False)

    @property
    def who(self) -> str:
        return self.account.case.child.initials

    def top(self, head: AgainHead) -> tuple[Block, ...]:
        """The title, and whose sheet it is."""
        child = self.account.case.child
        age = child.age_on(local(head.made_at).date())
        named = (
            say("again_unaged", who=self.who)
            if age is None
            else say("again_named", who=self.who, age=age)
        )
        about = [say("again_called", called=child.called.strip())] if child.called.strip() else []
        if head.agreed_on is None:
            about.append(say("again_not_agreed", who=self.who))
        else:
            about.append(say("again_agreed", who=self.who, when=times.date_only(head.agreed_on)))
        if head.until is not None:
            about.append(say("again_until", when=times.date_only(head.until)))
        about += [f"{one}." for one in (_recipients(head), _written(head)) if len(one) > LONG]
        text: Text = (Run(named, Tone.STRONG), Run(" " + " ".join(about)))
        return (
            Columns(
                (
                    Column(BROAD, (Words(plain(say("again")), TITLE, level=1, after=0),)),
                    Column(NARROW, (Gap(3), Words(text, SMALL, after=0))),
                ),
                GUTTER,
                after=6,
            ),
            Rule(Ink.INK, 1.2, after=8),
        )

    def blocks(self, air: tuple[float, float]) -> tuple[Block, ...]:
        """Every part that holds something, and what is not here."""
        rows: list[list[Block]] = [
            self.search(air),
            people(self.parts[AgainPart.PEOPLE]),
            company(self.parts[AgainPart.WITH]),
            self.ways(),
            row(self.told(AgainPart.FOUND), self.told(AgainPart.HELPS)),
            row(
                self.told(AgainPart.SIGNS),
                self.told(AgainPart.BEFORE),
                self.told(AgainPart.WORD),
                self.left(),
            ),
        ]
        found = [blocks for blocks in rows if blocks]
        if not any(self.parts.values()):
            found.insert(0, [Words(plain(say("again_none")), BODY)])
        return tuple(
            block
            for at, blocks in enumerate(found)
            for block in (*([Rule(before=air[0], after=air[1])] if at else []), *blocks)
        )

    def search(self, air: tuple[float, float]) -> list[Block]:
        """What to do and where to look, side by side."""
        found = self.parts[AgainPart.PLACES]
        steps = first(self.parts[AgainPart.FIRST])
        beside = bool(steps) and few(found)
        where = places(found, wide=not beside)
        if not (steps and where):
            return steps or where
        if not beside:
            return [*steps, Rule(before=air[0], after=air[1]), *where]
        columns = Column(NARROW, tuple(steps)), Column(BROAD, tuple(where))
        return [Columns(columns, GUTTER, after=0)]

    def ways(self) -> list[Block]:
        """Travel, phone and health, side by side; health is never silent."""
        return row(self.told(AgainPart.TRAVEL), self.told(AgainPart.PHONE), self.health())

    def health(self) -> list[Block]:
        """What is ticked, or that nothing about medicine is."""
        found = self.told(AgainPart.HEALTH)
        none = say("again_medicine_none", who=self.who)
        return found or [heading(AgainPart.HEALTH), Words(plain(none), BODY)]

    def told(self, part: AgainPart) -> list[Block]:
        """A heading and what was ticked below it."""
        return told(part, self.parts[part])

    def left(self) -> list[Block]:
        """That something is not here, how much of it by the child's wish, and never what."""
        count = kept_count(self.account)
        words = [say("again_left_only")]
        if count:
            key = "again_left_kept" if count > 1 else "again_left_kept_one"
            words.append(say(key, who=self.who, count=count))
        words.append(say("again_left_nobody", who=self.who))
        return [
            Words(plain(say("again_left")), HEADING, level=2, after=2.5),
            Words(plain(" ".join(words)), SMALL, after=0),
        ]
