"""Owns what the child asked to keep: from whom, and what else would give it away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.entity import Entity, folded
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.plain import to_plain

TELLING = 12
"""Words of a kept line shorter than this, once folded, stand in other lines by chance."""
SHORT = 4
"""A name shorter than this counts only as a word of its own: "Al" is not in "also"."""
NOT_WORDS = frozenset(
    {
        *("id", "kind", "voice", "feels", "language", "method", "offered_to", "reply", "state"),
        *("source", "author", "agreed", "block", "topics", "whom", "blank", "sureness", "digest"),
    }
)
"""Fields that hold a code of ours and nothing anybody said."""
_WORDS = re.compile(r"[\W_]+")
_POLICE = frozenset(
    {
        *(
            "officer",
            "officers",
            "pc",
            "dc",
            "ds",
            "sergeant",
            "constable",
            "detective",
            "detectives",
        ),
        *("cop", "cops", "copper", "coppers", "fed", "feds", "heddlu", "garda", "gardai", "psni"),
        *("pigs", "btp", "999", "101"),
    }
)
_EVERYBODY = frozenset(
    {"everyone", "everybody", "anyone", "anybody", "all", "nobody", "noone", "adults", "pawb"}
)
_CARERS = frozenset(
    {
        *("carer", "carers", "mum", "mam", "mom", "mummy", "mother", "dad", "daddy", "father"),
        *("parent", "parents", "stepdad", "stepfather", "stepmum", "stepmother", "guardian"),
    }
)
_AT_HOME = frozenset({"foster", "home", "live", "staff", "placement", "family", "house"})
_LIVED_WITH = frozenset(
    {"thepeopleilivewith", "peopleilivewith", "peopleathome", "thepeopleathome", "myfamily"}
)
"""As `entity.folded` compares them; the first is what the page of the plan offers."""


def means_police(name: str) -> bool:
    """Whether a name the child gave means the police, or everybody."""
    words = _words(name)
    begins = any(word.startswith(("poli", "\u043f\u043e\u043b\u0456", "\u0645\u0634\u0631\u0637"))
                 for word in words)  # fmt: skip
    return begins or bool(words & (_POLICE | _EVERYBODY))


def may_mean_carer(name: str, lives_at: str) -> bool:
    """Whether a name may mean a parent, a carer, or the place where they live: read widely.

    For a no of the child, where one too many does no harm.
    """
    here, place = folded(name), folded(lives_at)
    at_home = len(here) >= SHORT and bool(place) and (here in place or place in here)
    return at_home or bool(_words(name) & (_CARERS | _AT_HOME | _EVERYBODY))


def means_carer(name: str, lives_at: str) -> bool:
    """Whether a name means a parent or carer and nobody else: read narrowly.

    For a yes of the child: somebody else's mother is not theirs, and a friend has a house too.
    """
    words = _words(name)
    if "s" in words:
        return False
    home = {folded(place) for place in (lives_at, lives_at.split(",", maxsplit=1)[0])} - {""}
    return folded(name) in home | _LIVED_WITH or bool(words & (_CARERS | _EVERYBODY))


def _words(text: str) -> set[str]:
    return {word for word in _WORDS.split(text.casefold()) if word}


@dataclass(frozen=True, slots=True)
class Kept:
    """What one reader must not learn, and so what may not stand anywhere in their variant."""

    line_ids: frozenset[str]
    about_ids: frozenset[str]
    """Lines that tell of a person or place that is kept."""
    entity_ids: frozenset[str]
    question_ids: frozenset[str]
    names: frozenset[str] = field(repr=False)
    """As `entity.folded` compares them."""
    words: tuple[str, ...] = field(repr=False)

    def rested_on(self, line_ids: Iterable[str]) -> bool:
        """Whether one of these lines is kept, or tells of somebody or something that is."""
        return not (self.line_ids | self.about_ids).isdisjoint(line_ids)

    def given_away(self, texts: Iterable[str]) -> bool:
        """Whether a text names or repeats something kept."""
        return any(self._in(text) for text in texts)

    def _in(self, text: str) -> bool:
        here, words = folded(text), _words(text)
        return any(
            name in words or (len(name) >= SHORT and name in here) for name in self.names
        ) or any(kept in here or (len(here) >= TELLING and here in kept) for kept in self.words)


def kept_from(
    account: Account,
    line_kept: Callable[[Line], bool],
    entity_kept: Callable[[Entity], bool],
) -> Kept:
    """What must be kept, and every name and word that would give it away.

    A person or place that is told of in kept lines alone is kept with them, and so is a name that
    is tagged nowhere else. A line that tells of a kept person or place gives them away, by
    whatever words.
    """
    lines = [line for line in account.standing if line_kept(line)]
    ids = frozenset(str(line.id) for line in lines)
    others = [line for line in account.standing if line.id not in ids]
    cards = [one for one in account.entities if entity_kept(one) or _rests_on(one, lines, others)]
    elsewhere = {folded(tag[1:]) for line in others for tag in line.tags}
    tagged = {folded(tag[1:]) for line in lines for tag in line.tags} - elsewhere
    names = tagged.union(*(card.folded for card in cards)) - {""}
    about = [line for card in cards for line in card.told_in(others)]
    return Kept(
        ids,
        frozenset(str(line.id) for line in about),
        frozenset(str(card.id) for card in cards),
        frozenset(line.question_id for line in lines if line.question_id),
        frozenset(names),
        _words_of(account, (*lines, *about)),
    )


def _words_of(account: Account, lines: Sequence[Line]) -> tuple[str, ...]:
    """Everything that lines say, in each of their versions, as far as it tells."""
    ids = {line.id for line in lines}
    again = [one.words for one in account.readings if one.line_id in ids]
    rendered = [line.rendering.text for line in lines if line.rendering]
    words = [folded(text) for text in (*(line.words for line in lines), *again, *rendered)]
    return tuple(text for text in words if len(text) >= TELLING)


def _rests_on(card: Entity, lines: Sequence[Line], others: Sequence[Line]) -> bool:
    heard = [line for line in card.told_in(others) if line.voice.is_heard]
    return bool(card.told_in(lines)) and not heard


def texts_of(value: object) -> tuple[str, ...]:
    """Everything somebody wrote that a value holds."""
    return tuple(_texts(to_plain(value)))


def _texts(plain: Plain) -> list[str]:
    if isinstance(plain, str):
        return [plain] if plain else []
    if isinstance(plain, list):
        return [text for one in plain for text in _texts(one)]
    if isinstance(plain, dict):
        wanted = (one for name, one in plain.items() if _said(name))
        return [text for one in wanted for text in _texts(one)]
    return []


def _said(name: str) -> bool:
    return name not in NOT_WORDS and not name.endswith(("_id", "_ids", "_at"))
