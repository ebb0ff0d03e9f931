"""Owns what points at one person or place by itself: a number, a plate, a handle, an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from rhi_desktop.domain.entity import Entity, EntityKind, folded

LEAST = 4
DIGITS = 9
"""So many figures at its end tell one telephone from another, with or without +44."""
_ABOVE = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W\d_]+")
_PHONE = re.compile(r"\+?\d(?:[\s().-]{0,2}\d){8,14}(?!\d)")
_PLATE = re.compile(r"\b[a-z]{2}\d{2}\s?[a-z]{3}\b", re.IGNORECASE)
_TOKEN = re.compile(r"[\w.@-]*\w")
_TIME = re.compile(r"\d+(?:am|pm|st|nd|rd|th|ish|mins?|hours?|hrs?|yrs?|days?|quid|years?)")
_STREET = (
    "lane|road|rd|street|st|avenue|ave|close|court|drive|way|terrace|place|crescent|gardens|grove|"
    "walk|row|house|square|hill|park|mews|rise|view|green"
)
_ADDRESS = re.compile(rf"\b\d{{1,4}}[a-z]?\s+(?:[^\W\d_]+\s+){{1,3}}(?:{_STREET})\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;\n]|\band\b")
_COMMON = frozenset(
    {
        *("mr", "mrs", "miss", "the", "and", "from", "with", "man", "men", "woman", "boy", "girl"),
        *("lad", "guy", "bloke", "lady", "kid", "friend", "mate", "boyfriend", "girlfriend", "his"),
        *("her", "one", "who", "big", "old", "little", "young", "tall", "other", "some", "someone"),
        *("uncle", "aunt", "auntie", "aunty", "nan", "nana", "nanny", "gran", "granny", "grandma"),
        *("grandad", "grandpa", "mum", "mam", "mom", "mummy", "mother", "dad", "daddy", "father"),
        *("brother", "sister", "cousin", "stepdad", "stepmum", "stepfather", "stepmother", "carer"),
        *("social", "worker", "teacher", "staff", "school", "home", "neighbour", "ex", "foster"),
    }
)
"""Words of a name that name nobody."""


def plainly(text: str) -> str:
    """As names are compared, without the accents that one writes and another leaves out."""
    apart = unicodedata.normalize("NFD", folded(text))
    return unicodedata.normalize("NFC", _ABOVE.sub("", apart))


def words_of(text: str) -> set[str]:
    """Its words in the same manner, one by one."""
    return {plainly(word) for word in re.split(r"[\W_]+", text) if word}


def marks(texts: Iterable[str]) -> set[str]:
    """Every number, plate, handle and address in these texts, as `plainly` writes it."""
    return {mark for text in texts for mark in _marks(text)}


def _marks(text: str) -> Iterator[str]:
    for found in _PHONE.finditer(text):
        yield "".join(char for char in found.group() if char.isdigit())[-DIGITS:]
    for pattern in (_PLATE, _ADDRESS):
        yield from (plainly(found.group()) for found in pattern.finditer(text))
    for found in _TOKEN.finditer(text):
        token = plainly(found.group().lstrip("@#"))
        mixed = any(char.isdigit() for char in token) and any(char.isalpha() for char in token)
        if len(token) > LEAST and mixed and not _TIME.fullmatch(token):
            yield token


def marks_of_card(card: Entity) -> set[str]:
    """What a card itself says of how to reach or find whom it is about."""
    reach = (part.rpartition(":")[2].strip(" @") for part in _BETWEEN.split(card.contact))
    where = [part for part in _BETWEEN.split(card.address) if any(map(str.isdigit, part))]
    told = {plainly(part) for part in (*reach, *where)}
    return {part for part in told if len(part) >= LEAST} | marks((card.contact, card.description))


def parts(cards: Iterable[Entity], others: Iterable[str]) -> set[str]:
    """The words of people's names that name nobody else: Dave and Hollis of Dave Hollis."""
    taken = {word for name in others for word in words_of(name)} | _COMMON
    people = (card for card in cards if card.kind is EntityKind.PERSON)
    names = [name for card in people for name in (card.name, *card.other_names)]
    found = {word for name in names for word in _WORD.findall(name) if word[0].isupper()}
    return {plainly(word) for word in found if len(word) >= LEAST - 1} - taken
