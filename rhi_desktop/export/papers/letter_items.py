"""Owns what a letter to the child may hold: their own lines, and what was agreed with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from rhi_desktop.domain.action import Kept
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock
from rhi_desktop.export.papers.not_offered import kept_of
from rhi_desktop.export.source import LANGUAGE, line_name, plan_number


class LetterPart(Enum):
    """Where in the letter an item stands."""

    HEARD = "heard"
    """A line of the child, word for word."""
    LAPSED = "lapsed"
    """What was promised before and not kept."""
    AGREED = "agreed"
    """An action or a promise that the child agrees to."""


@dataclass(frozen=True, slots=True)
class LetterItem:
    """One thing that can be ticked. Nothing of the child's is ticked beforehand."""

    id: str
    part: LetterPart
    words: str = field(repr=False)
    name: str
    """Which line or which number it is: "line 5"."""
    suggested: bool
    who: str = field(default="", repr=False)
    by_when: date | None = None
    language: str = LANGUAGE


HIDDEN = frozenset(
    {PlanBlock.PLACES, PlanBlock.CODE_WORD, PlanBlock.UNSAFE, PlanBlock.PEOPLE, PlanBlock.PHONE}
)
"""A letter may be found: where the child is safe, with whom, and how they get away is in none."""


def letter_items(account: Account) -> tuple[LetterItem, ...]:
    """Everything that can be ticked: the child's lines, what lapsed, what was agreed, by day.

    What the child asked to keep from anybody is not offered, nor what was told at once: others
    may read a letter.
    """
    whole = account.without_struck
    agreed = sorted(_agreed(whole), key=lambda item: item.by_when or date.max)
    return (*_heard(whole), *_lapsed(whole), *agreed)


def _heard(account: Account) -> Iterator[LetterItem]:
    kept, part = kept_of(account), LetterPart.HEARD
    for line in account.lines:
        hidden = str(line.id) in kept.line_ids or kept.given_away([line.words])
        if line.voice is Voice.CHILD and not hidden:
            yield LetterItem(
                f"line:{line.id}", part, line.words, line_name(line), suggested=False,
                language=line.language,
            )  # fmt: skip
    plan = account.plan
    for own in plan.standing if plan is not None and not plan.declined else ():
        hidden = own.block in HIDDEN or kept.given_away([own.words])
        if own.author is PlanAuthor.CHILD and not hidden:
            yield LetterItem(
                f"plan:{own.id}", part, own.words, plan_number(own), suggested=False,
                language=account.case.child.language,
            )  # fmt: skip


def _lapsed(account: Account) -> Iterator[LetterItem]:
    kept = kept_of(account)
    for one in account.follow_ups:
        if one.state is Kept.NOT_KEPT and not kept.given_away([one.promise, one.who]):
            yield LetterItem(
                f"lapsed:{one.id}", LetterPart.LAPSED, one.promise, "", suggested=False,
                who=one.who.strip(), by_when=one.by_when,
            )  # fmt: skip


def _agreed(account: Account) -> Iterator[LetterItem]:
    """Only what the child knows and said yes to; and nothing that gives away what is kept."""
    kept, part = kept_of(account), LetterPart.AGREED
    for one in account.actions:
        unknown = one.child_knows is False or one.child_agrees is not True
        if not unknown and not kept.given_away([one.what, one.who]):
            yield LetterItem(
                f"action:{one.id}", part, one.what, str(one.number), suggested=True,
                who=one.who.strip(), by_when=one.by_when,
            )  # fmt: skip
    for line in account.plan.standing if account.plan is not None else ():
        promise = line.author is PlanAuthor.ADULT_PROMISE and line.agreed is Agreed.YES
        given_away = kept.given_away([line.words, line.promised_by])
        if promise and line.block not in HIDDEN and not given_away:
            yield LetterItem(
                f"plan:{line.id}", part, line.words, plan_number(line), suggested=True,
                who=line.promised_by.strip(), by_when=line.by_when,
            )  # fmt: skip
