"""Owns whom a name means that a child gave: the police, a parent or carer, or everybody."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from rhi_desktop.domain.entity import folded

SHORT = 4
"""A name shorter than this is in others by chance."""
_SPLIT = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[,;/()&+]|\band\b", re.IGNORECASE)
_BADGE = re.compile(r"(?:pc|dc|ds|di|sgt)\d+")
_MARKS = {"Mn", "Me"}
_POLICE = frozenset(
    {
        *("officer", "officers", "pc", "dc", "ds", "di", "dci", "pcso", "pcsos", "sgt", "insp"),
        *("sergeant", "inspector", "constable", "detective", "detectives", "custody"),
        *("cop", "cops", "copper", "coppers", "fed", "feds", "pig", "pigs", "btp", "psni", "999"),
        *("101", "heddlu", "garda", "gardai", "oldbill", "fiveo", "50", "popo", "bizzy", "bizzies"),
        *("bobbies", "rozzer", "rozzers", "peeler", "peelers", "thelaw", "boydem", "bwoydem"),
        *("dibble", "thestation", "copshop", "copshops", "congan", "canhsat"),
    }
)
_POLICE_BEGINS = (
    *("poli", "poile", "booli", "\u043f\u043e\u043b\u0456", "\u043f\u043e\u043b\u0438"),
    *("\u043c\u0456\u043b\u0456\u0446", "\u043c\u0438\u043b\u0438\u0446"),
)
"""In the languages that children who are met here speak."""
_POLICE_HOLDS = (
    *(
        "\u0634\u0631\u0637",
        "\u0628\u0648\u0644\u064a\u0633",
        "\u067e\u0648\u0644\u06cc\u0633",
        "\u067e\u0644\u06cc\u0633",
    ),
    *(
        "\u09aa\u09c1\u09b2\u09bf\u09b6",
        "\u092a\u0941\u0932\u093f\u0938",
        "\u0a2a\u0a41\u0a32\u0a3f\u0a38",
        "\u0a2a\u0a41\u0a32\u0a40\u0a38",
    ),
    *("\u1356\u120a\u1235", "\u8b66"),
)
"""The same where an article stands in front, or vowels are marks."""
_EVERYBODY = frozenset(
    {"everyone", "everybody", "anyone", "anybody", "all", "nobody", "noone", "adults", "pawb"}
)
_CARERS = frozenset(
    {
        *("carer", "carers", "mum", "mam", "mom", "mummy", "mother", "dad", "daddy", "father"),
        *("parent", "parents", "stepdad", "stepfather", "stepmum", "stepmother", "guardian"),
    }
)
_CARERS_TOO = frozenset(
    {
        *("ma", "mama", "mamma", "mami", "ammi", "mommy", "pa", "papa", "pops", "tata", "abbu"),
        *("abba", "baba", "oldman", "rodzice", "keyworker", "keyworkers", "guardians", "here"),
    }
)
"""For a no alone: what they mean elsewhere would be too much for a yes."""
_AT_HOME = frozenset({"foster", "home", "live", "staff", "placement", "family", "house"})
_LIVED_WITH = frozenset(
    {"thepeopleilivewith", "peopleilivewith", "peopleathome", "thepeopleathome", "myfamily"}
)
"""As `entity.folded` compares them; the first is what the page of the plan offers."""
_WHOLE_YES = frozenset({"everyone", "everybody", "anyone", "anybody", "pawb", "allofthem"})
_OWN = frozenset({"my", "our", "the", "foster", "step", "birth", "adoptive", "kinship", "both"})
_BUT = frozenset(
    {
        *("not", "no", "none", "nobody", "noone", "never", "except", "but", "apart", "without"),
        *("only", "if", "unless", "until", "when", "less", "excluding", "minus", "maybe"),
    }
)
"""A yes with one of these is a no, or one with a condition."""


def means_police(name: str) -> bool:
    """Whether a name the child gave means the police, or everybody: read widely."""
    words = _words(name) | {_bare(word) for word in _words(name)}
    if words & (_POLICE | _EVERYBODY) or any(_BADGE.fullmatch(word) for word in words):
        return True
    return any(word.startswith(_POLICE_BEGINS) for word in words) or any(
        part in name for part in _POLICE_HOLDS
    )


def may_mean_carer(name: str, lives_at: str) -> bool:
    """Whether a name may mean a parent, a carer, or the place where they live: read widely.

    For a no of the child, where one too many does no harm.
    """
    here, place = folded(name), folded(lives_at)
    at_home = len(here) >= SHORT and bool(place) and (here in place or place in here)
    # Children leave out the apostrophe: "Mums boyfriend".
    words = _words(name) | {word.removesuffix("s") for word in _words(name)}
    return at_home or bool(words & (_CARERS | _CARERS_TOO | _AT_HOME | _EVERYBODY))


def means_carer(name: str, lives_at: str) -> bool:
    """Whether a name means a parent or carer and nobody else: read narrowly.

    For a yes of the child: somebody else's mother is not theirs, a friend has a house too, and
    "everyone except Mum" or "nobody" is no yes at all.
    """
    if _words(name) & _BUT:
        return False
    home = {folded(place) for place in (lives_at, lives_at.split(",", maxsplit=1)[0])} - {""}
    if folded(name) in home | _LIVED_WITH | _WHOLE_YES:
        return True
    return any(_is_carer(part) for part in _PARTS.split(name))


def _is_carer(part: str) -> bool:
    """My mum, foster carer Ana: nothing before the word but what makes them the child's own."""
    words = [word for word in _SPLIT.split(part) if word]
    at = next((at for at, word in enumerate(words) if word.casefold() in _CARERS), None)
    if at is None:
        return False
    before, behind = words[:at], words[at + 1 :]
    own = all(word.casefold() in _OWN for word in before)
    return own and all(word.casefold() in _CARERS or word[0].isupper() for word in behind)


def _words(text: str) -> set[str]:
    """Its words, and each two that stand side by side as one: "no one", "old bill", "five-o"."""
    found = [word for word in _SPLIT.split(text.casefold()) if word]
    return {*found, *(one + other for one, other in pairwise(found))}


def _bare(word: str) -> str:
    """Without the marks above and below letters."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(char for char in apart if unicodedata.category(char) not in _MARKS)
