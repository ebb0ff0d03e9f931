"""Owns what tells a stranger something: which lines stay off the discreet card, and who stands so.

No line is made shorter: it stands letter by letter as the child has it, or it stays off whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from unicodedata import category, digit, normalize

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import PlanBlock, PlanLine
from rhi_desktop.export.papers.people import card, numbers_in
from rhi_desktop.export.wording.own_papers import ALSO_WORDS, NO_NAMES, TELLING

OPEN = (PlanBlock.SIGNS, PlanBlock.HELPS, PlanBlock.PEOPLE, PlanBlock.PLACES, PlanBlock.IF_I_GO)
"""The blocks that can stand on a discreet card, in its order; of the others no line does."""
LATER = (PlanBlock.PHONE, PlanBlock.ME, PlanBlock.REVIEW)
SHOWN = (*OPEN, *LATER)
OFFICES = ("03", "080", "0500")
"""So begin the numbers of organisations; a person's does not."""
MOST = 3
"""A name has no more words than these; what is longer is a sentence, and no name."""
LEAST = 2
THINGS = frozenset(EntityKind) - {EntityKind.PERSON}
"""Places, vehicles and phones: their names are names only as they are written."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Reached:
    """How a person stands on the card: no words of the child, but an initial and the numbers."""

    initial: str = field(repr=False)
    numbers: str = field(repr=False)


def telling(text: str, words: Iterable[str] = TELLING) -> str:
    """The first telling word in a text, or nothing; whole words, in either case."""
    plain = _alike(text).casefold()
    found = (word for word in words if word.strip() and _has(plain, _alike(word).casefold()))
    return next(found, "")


def _has(text: str, word: str) -> bool:
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    return re.search(rf"(?<!\w){spaced}(?!\w)", text) is not None


def _alike(text: str) -> str:
    """One spelling for letters that look the same, without what cannot be seen."""
    same = normalize("NFKC", text).replace("\u2019", "'")
    return "".join(char for char in same if category(char) != "Cf")


class Discreet:
    """Says which lines of one plan are fit for a card that tells neither whose it is, nor why."""

    def __init__(self, account: Account) -> None:
        self._words = (*TELLING, *_charge(account))
        self._exact, self._either = _names(account)
        self._things = tuple(one.name for one in account.entities if one.kind in THINGS)

    def holds(self, line: PlanLine) -> bool:
        """Whether the line may stand on the card, as it is; a person as `reached` has it."""
        if line.block not in SHOWN:
            return False
        if line.block is PlanBlock.PEOPLE:
            return self.reached(line) is not None
        return not telling(line.words, self._words) and not self._names_one(line)

    def reached(self, line: PlanLine) -> Reached | None:
        """A person's initial and numbers; nothing for an organisation, or without a number."""
        name, found = card(line.words).name, numbers_in(line.words)
        if not found or any(_digits(one).startswith(OFFICES) for one in found):
            return None
        person = _without(name, self._words)
        short = initial(person)
        if len(person.split()) > MOST or (name and not short):
            return None
        if person != _alike(name) and not any(word[0].isupper() for word in _WORD.findall(person)):
            # What is left of "my key worker" is nobody.
            return None
        return Reached(short, ", ".join(found))

    def _names_one(self, line: PlanLine) -> bool:
        text = _alike(line.words)
        # Who wants places on the card wants their names.
        things = () if line.block is PlanBlock.PLACES else self._things
        exact = any(_has(text, _alike(name)) for name in (*self._exact, *things))
        return exact or bool(telling(text, self._either))


def initial(name: str) -> str:
    """N. for Nan and K. for my mate Kayla: the names, or else the first word."""
    found = [word for word in _WORD.findall(name) if word.casefold() not in NO_NAMES]
    named = [word for word in found if word[0].isupper()] or found[:1]
    return " ".join(f"{word[0].upper()}." for word in named)


def _without(name: str, words: Iterable[str]) -> str:
    """What somebody is called, without what they are: Ruth of "Ruth, my social worker"."""
    person = _alike(name)
    for word in sorted((_alike(one) for one in words if one.strip()), key=len, reverse=True):
        spaced = r"\s+".join(re.escape(part) for part in word.split())
        person = re.sub(rf"(?<!\w){spaced}(?!\w)", "", person, flags=re.IGNORECASE)
    return person


def _digits(number: str) -> str:
    """As it is dialled in this country."""
    figures = "".join(str(digit(char)) for char in number if char.isdecimal())
    abroad = "+" in number or figures.startswith("00")
    inland = figures.removeprefix("00").removeprefix("44").removeprefix("0")
    return f"0{inland}" if abroad else figures


def _names(account: Account) -> tuple[frozenset[str], frozenset[str]]:
    """Every name that the case knows: those that are names only as they are written, and the rest.

    Children write names in small letters, so most are found in either. What adults wrote down
    ("Everyone at Alder House", "School nurse") holds words that are names only with a capital.
    """
    exact: set[str] = set()
    either: set[str] = set()
    for name, sure in _known(account):
        for part in _parts(name):
            word = part.casefold()
            if word in NO_NAMES or (word in ALSO_WORDS and part == word):
                continue
            only = not sure or word in ALSO_WORDS or len(part) == 1
            (exact if only else either).add(part)
    return frozenset(exact), frozenset(either)


def _known(account: Account) -> Iterator[tuple[str, bool]]:
    """Names, and whether each is one in either case."""
    child = account.case.child
    yield from ((name, True) for name in (child.called, account.interview.interviewer.name))
    yield child.initials, False
    for one in account.entities:
        if one.kind is EntityKind.PERSON:
            yield from ((name, True) for name in (one.name, *one.other_names))
    plan = account.plan
    if plan is None:
        return
    seen = (*plan.may_see, *plan.may_not_see, *(part.who for part in plan.parts))
    yield from ((name, False) for name in (*seen, *(one.who for one in plan.anyway)))
    for line in plan.standing:
        yield line.promised_by.split(",")[0], False
        if line.block is PlanBlock.PEOPLE:
            yield from _of_person(line.words)


def _of_person(words: str) -> Iterator[tuple[str, bool]]:
    """Who a line is about: what stands before the number, or before the first mark, or first."""
    name = card(words).name or re.split(r"[.,:;()\n\u2013\u2014]", words)[0]
    short = len(name.split()) <= MOST
    yield (name if short else name.split()[0]), short


def _parts(name: str) -> set[str]:
    """The whole name, and each of its words that has a capital or is in letters that have none."""
    words = _WORD.findall(_alike(name))
    named = {word for word in words if word[0].isupper() or word[0].lower() == word[0].upper()}
    whole = " ".join(_alike(name).split()).strip(".,:;")
    return {part for part in (whole, *named) if part}


def _charge(account: Account) -> set[str]:
    """Whoever reads these knows who is in charge of the child."""
    case, made = account.case, account.interview.interviewer
    told = (made.organisation, case.lives_at, case.responsible_authority, case.host_authority)
    found = {part.strip() for text in told for part in text.split(",")}
    return {name for name in found if len(name) >= LEAST}
