"""Owns the child's copy of their own account: their words, what was passed on, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from rhi_desktop.domain.action import Action
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.disclosure import StepKind
from rhi_desktop.domain.given import Given, GivenKind
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Line, Topic, Voice, says_something
from rhi_desktop.export import times
from rhi_desktop.export.content import Mark
from rhi_desktop.export.papers.chosen import Chosen, called, own_lines, plain, promises, tongue
from rhi_desktop.export.papers.not_offered import kept_of
from rhi_desktop.export.papers.plan_body import promise_item
from rhi_desktop.export.papers.quoted import check_sheet
from rhi_desktop.export.sheet import (
    A4,
    MM,
    Block,
    Box,
    Ends,
    Face,
    Ink,
    Item,
    Items,
    Page,
    Panel,
    Quotes,
    Rule,
    SheetData,
    Sign,
    Tinted,
    Type,
    Words,
)
from rhi_desktop.export.wording import WORDS, say, say_of

LEFT, WIDTH = 30 * MM, 150 * MM
BOX = Box(LEFT, 17 * MM, WIDTH, A4[1] - 41 * MM)
TITLE = Type(30, 34, Face.STRONG, Ink.CHILD)
HEAD, TOPIC = Type(14, 18, Face.STRONG, Ink.CHILD), Type(12, 16, Face.STRONG)
BODY, SMALL = Type(12, 17.5), Type(9.5, 13, ink=Ink.QUIET)
SAID = Type(12.75, 18, Face.MEDIUM, Ink.CHILD)
OWNER, PROMISE_HEAD = Type(10, 14, Face.STRONG, Ink.TOLD), Type(14, 18, Face.STRONG, Ink.TOLD)
GIVEN = (GivenKind.FULL, GivenKind.POLICE, GivenKind.CARER, GivenKind.ADDENDUM)
"""The kinds that the child hears of: what was written about them and went to somebody."""


@dataclass(frozen=True, slots=True)
class CopyChosen:
    """What a child wants on their copy.

    What they asked to keep from anybody, the words that were passed on at once, and what would
    give either away are off until asked for: a paper goes from hand to hand.
    """

    kept: bool = False
    plan: bool = True
    named: bool = True
    given: tuple[Given, ...] = field(default=(), repr=False)
    """What left, as the log has it."""


def copy_sheet(account: Account, chosen: CopyChosen, at: datetime) -> SheetData:
    """The copy, in as many pages as the child's words need. None of their words is changed.

    Raises ExportError quote_unsupported when something quoted stands in no line.
    """
    told = account.without_struck
    shown, hidden = (told, 0) if chosen.kept else _without_kept(told)
    panel = Panel(
        BOX,
        (
            *_head(told, chosen),
            *_said(shown),
            *_close(hidden, _name(told)),
            *_passed(told, chosen),
            *_next(shown),
            *(_plan(shown) if chosen.plan else ()),
            *_wrong(told),
        ),
        continued=say("own_continued", title=say("copy_title")),
    )
    ends = Ends(foot=("", "", say("own_page", page="{page}", pages="{pages}")), single=False)
    sheet = SheetData(say("copy_file"), "", "en-GB", at, A4, (Page((panel,)),), ends)
    return check_sheet(told, sheet)


def _name(account: Account) -> str:
    return account.interview.interviewer.name.strip() or say("copy_us")


def _head(account: Account, chosen: CopyChosen) -> tuple[Block, ...]:
    day = times.date_only(local(account.interview.started_at).date())
    who = called(account, Chosen(named=chosen.named))
    first = say("copy_intro", name=_name(account), when=day)
    yours = say("copy_called", called=who) if who else say("copy_yours")
    return (
        Words(plain(say("copy_title")), TITLE, level=1, after=6.0),
        Words(plain(f"{yours} {first}"), BODY, after=8.0),
        Rule(Ink.CHILD_EDGE, 1.1, after=10.0),
    )


def _heading(key: str, sign: Sign) -> Words:
    return Words(plain(say(key)), HEAD, level=2, after=5.0, sign=sign, indent=22.0)


def _without_kept(account: Account) -> tuple[Account, int]:
    """Without what the child asked to keep and all that would give it away; and how much it was."""
    kept = kept_of(account)
    lines = [
        one
        for one in account.lines
        if not kept.rested_on([one.id]) and not kept.given_away([one.words])
    ]
    actions = [one for one in account.actions if not kept.given_away([one.what, one.who])]
    plan, of_plan = account.plan, 0
    if plan is not None:
        own = [one for one in plan.lines if not kept.given_away([one.words, one.promised_by])]
        of_plan, plan = len(plan.lines) - len(own), replace(plan, lines=tuple(own))
    spoken = [one for one in account.lines if one.voice is Voice.CHILD and one not in lines]
    known = [one for one in account.actions if one.child_knows and one not in actions]
    reduced = replace(account, lines=tuple(lines), actions=tuple(actions), plan=plan)
    return reduced, len(spoken) + len(known) + of_plan


def _said(account: Account) -> list[Block]:
    """The child's lines, each once, under the first topic it belongs to."""
    shown = [
        line
        for line in account.standing
        if line.voice is Voice.CHILD and says_something(line.words)
    ]
    blocks: list[Block] = []
    for topic in (*Topic, None):
        group = [line for line in shown if _topic(line) is topic]
        if group:
            title = say(f"copy_{topic.value}") if topic else say("copy_other")
            head = Words(plain(title), HEAD, level=2, after=4.0)
            items = tuple(_quote(account, line) for line in group)
            blocks += [head, Quotes(items, SAID, gap=2.0, after=12.0)]
    return blocks or [Words(plain(say("copy_nothing")), BODY, after=12.0)]


def _topic(line: Line) -> Topic | None:
    return next((topic for topic in Topic if topic in line.topics), None)


def _quote(account: Account, line: Line) -> Item:
    return Item(plain(line.words), language=line.language or tongue(account))


def _close(count: int, name: str) -> list[Block]:
    """That something is not here; never what."""
    if not count:
        return []
    key = "copy_kept_one" if count == 1 else "copy_kept"
    return [Words(plain(say(key, count=count, name=name)), BODY, after=12.0)]


def _passed(account: Account, chosen: CopyChosen) -> list[Block]:
    """Who was told, and who was given what was written."""
    told = [
        (
            local(step.happened_at or step.written_at).date(),
            "copy_told",
            {"whom": say_of("copy_told", step.whom)},
        )
        for one in account.disclosures
        for step in one.steps
        if step.kind is StepKind.TOLD and step.whom is not None
    ]
    gave = [
        (
            local(one.at).date(),
            "copy_gave",
            {"what": say_of("copy_gave", one.kind), "whom": _whom(one)},
        )
        for one in chosen.given
        if one.kind in GIVEN
    ]
    rows = sorted((*told, *gave), key=lambda row: row[0])
    head = _heading("copy_passed", Sign.TALK)
    if not rows:
        return [head, Words(plain(say("copy_passed_none")), BODY, after=12.0)]
    items = tuple(Item(plain(say(key, when=times.day(day), **facts))) for day, key, facts in rows)
    why = [Words(plain(say("copy_passed_why")), BODY, after=4.0)] if told else []
    return [head, *why, Items(tuple(dict.fromkeys(items)), BODY, after=12.0)]


def _whom(one: Given) -> str:
    """As in: Ruth Adeyemi (social worker)."""
    name, role = one.recipient.strip(), _role(one.role.strip())
    if name and role:
        return f"{name} ({role})"
    return name or role or say("copy_somebody")


def _role(role: str) -> str:
    """The usual roles are kept as codes; somebody's own words for another one stand as they are."""
    return say(f"copy_role_{role}") if f"copy_role_{role}" in WORDS else role


def _next(account: Account) -> list[Block]:
    """What the child knows of and agreed to; apart from it, what they said no to."""
    known = [one for one in account.actions if one.child_knows and says_something(one.what)]
    agreed = [one for one in known if one.child_agrees]
    refused = [one for one in known if one.child_agrees is False]
    head = _heading("copy_next", Sign.PATH)
    if not agreed:
        blocks: list[Block] = [head, Words(plain(say("copy_next_none")), BODY, after=12.0)]
    else:
        blocks = [head, _actions(agreed)]
    if refused:
        why = Words(plain(say("copy_no_why")), BODY, after=4.0)
        blocks += [_heading("copy_no", Sign.HAND), why, _actions(refused)]
    return blocks


def _actions(found: Sequence[Action]) -> Items:
    ordered = sorted(found, key=lambda one: (one.by_when or date.max, one.number))
    items = tuple(Item(plain(one.what), note=plain(_owner(one))) for one in ordered)
    return Items(items, BODY, gap=6.0, after=12.0, note=SMALL)


def _owner(one: Action) -> str:
    name = one.who.strip() or say("own_nobody")
    if one.by_when is None:
        return name
    return say("copy_by", name=name, when=times.day(one.by_when))


def _plan(account: Account) -> list[Block]:
    """The plan without safe places and the code word: they stand on the plan's own paper."""
    plan = account.plan
    if plan is None:
        return []
    head = _heading("copy_plan", Sign.HEART)
    if plan.declined:
        return [head, Words(plain(say("copy_plan_none")), BODY, after=12.0)]
    blocks: list[Block] = []
    own = [line for group in own_lines(plan, Chosen()).values() for line in group]
    if own:
        items = tuple(Item(plain(line.words), language=tongue(account)) for line in own)
        blocks += [head, Items(items, BODY, after=12.0)]
    found = promises(plan)
    if found:
        title = Words(plain(say("own_promises")), PROMISE_HEAD, level=2, after=4.0)
        kept = tuple(promise_item(line) for line in found)
        listed = Items(kept, BODY, indent=0.0, gap=5.0, after=0.0, note=OWNER, aside=118.0)
        blocks.append(Tinted((title, listed), Mark.PROMISE, indent=14.0))
    return blocks


def _wrong(account: Account) -> list[Block]:
    words = say("copy_wrong_say", name=_name(account))
    return [_heading("copy_wrong", Sign.PENCIL), Words(plain(words), BODY, after=0.0)]
