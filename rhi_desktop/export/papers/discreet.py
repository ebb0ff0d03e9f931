"""Owns what tells a stranger something: words that stay off the discreet card, names made short."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import PlanBlock, PlanLine
from rhi_desktop.export.papers.people import card
from rhi_desktop.export.wording.own_papers import TELLING

OPEN = (PlanBlock.SIGNS, PlanBlock.HELPS, PlanBlock.PEOPLE, PlanBlock.PLACES, PlanBlock.IF_I_GO)
"""The blocks that can stand on a discreet card, in its order; of the others no line does."""
LATER = (PlanBlock.PHONE, PlanBlock.ME, PlanBlock.REVIEW)
SHOWN = (*OPEN, *LATER)
FAMILY = frozenset(
    ("nan", "nana", "nanny", "gran", "granny", "grandma", "grandad", "grandpa", "mum", "mam", "dad")
)
"""In small letters these are nobody's name."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_LEAST = 2


def telling(text: str, words: Iterable[str] = TELLING) -> str:
    """The first telling word in a text, or nothing; whole words, in either case."""
    plain = text.replace("\u2019", "'").casefold()
    found = (word for word in words if word.strip() and _has(plain, word.casefold()))
    return next(found, "")


def _has(text: str, word: str) -> bool:
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    return re.search(rf"(?<!\w){spaced}(?!\w)", text) is not None


class Discreet:
    """Makes the lines of one plan fit for a card that says nothing about whose it is, and why."""

    def __init__(self, account: Account) -> None:
        self._words = (*TELLING, *_places(account))
        self._names = _names(account)

    def shown(self, line: PlanLine) -> str:
        """The words for the card; empty when the line stays off it.

        Known names become initials. A person stands with initial and number, or not at all.
        """
        if line.block not in SHOWN:
            return ""
        if line.block is PlanBlock.PEOPLE:
            return self._person(line.words)
        return "" if telling(line.words, self._words) else self._short(line.words)

    def _person(self, words: str) -> str:
        parts = card(words)
        if not parts.number or telling(parts.number, self._words):
            return ""
        return f"{initial(parts.name)} {parts.number}".strip()

    def _short(self, words: str) -> str:
        for name, exact in sorted(self._names.items(), key=lambda one: -len(one[0])):
            # A full stop behind a name is taken with it: the initial brings its own.
            pattern = rf"(?<!\w){re.escape(name)}(?!\w)\.?"
            flags = re.NOFLAG if exact or name.casefold() in FAMILY else re.IGNORECASE
            words = re.sub(pattern, initial(name), words, flags=flags)
        return words


def initial(name: str) -> str:
    """N. for Nan and K. for my mate Kayla: the names, or else the first word."""
    found = _WORD.findall(name)
    named = [word for word in found if word[0].isupper()] or found[:1]
    return " ".join(f"{word[0].upper()}." for word in named)


def _names(account: Account) -> dict[str, bool]:
    """Every name that the case knows, and whether it is one only as it is written.

    Children write names in small letters, so most are found in either. Of the rest ("Everyone at
    Alder House", "School nurse") a single word is a name only with its capital.
    """
    plan = account.plan
    cards = [one for one in account.entities if one.kind is EntityKind.PERSON]
    sure = [account.case.child.called, account.interview.interviewer.name]
    sure += [name for one in cards for name in (one.name, *one.other_names)]
    unsure: list[str] = []
    if plan is not None:
        unsure += [*plan.may_see, *plan.may_not_see, *(part.who for part in plan.parts)]
        unsure += [line.promised_by.split(",")[0] for line in plan.standing]
        people = [line for line in plan.standing if line.block is PlanBlock.PEOPLE]
        sure += [card(line.words).name for line in people]
    found = dict.fromkeys((part for name in unsure for part in _parts(name)), True)
    found |= dict.fromkeys((part for name in sure for part in _parts(name)), False)
    return {name: exact for name, exact in found.items() if len(name) >= _LEAST}


def _parts(name: str) -> set[str]:
    """The whole name, and each of its words that has a capital."""
    return {name.strip(), *(word for word in _WORD.findall(name) if word[0].isupper())}


def _places(account: Account) -> set[str]:
    """Whoever reads these knows who is in charge of the child."""
    case, made = account.case, account.interview.interviewer
    told = (made.organisation, case.lives_at, case.responsible_authority, case.host_authority)
    found = {part.strip() for text in told for part in text.split(",")}
    return {name for name in found if len(name) >= _LEAST}
