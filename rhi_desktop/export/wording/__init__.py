"""Owns every sentence of the report: English, keyed, with the child's initials where `{who}` is."""

from __future__ import annotations

from enum import Enum

from rhi_desktop.export.wording import (
    account,
    addendum,
    again,
    closing,
    figures,
    findings,
    front,
    leaving,
    offers,
    own_papers,
    plan,
    variants,
)
from rhi_desktop.export.wording.languages import language_name

__all__ = ["WORDS", "language_name", "say", "say_of", "tied"]

ROOMS = (
    front.SAID,
    offers.SAID,
    account.SAID,
    findings.SAID,
    plan.SAID,
    closing.SAID,
    variants.SAID,
    addendum.SAID,
    again.SAID,
    leaving.SAID,
    figures.SAID,
    own_papers.SAID,
)
WORDS: dict[str, str] = {key: sentence for room in ROOMS for key, sentence in room.items()}


def say(key: str, **facts: str | int) -> str:
    """The sentence of a key with its facts filled in; KeyError for a missing key or fact.

    Initials end in a full stop of their own; a sentence that ends in them gets no second one.
    """
    sentence = WORDS[key]
    if str(facts.get("who", "")).endswith("."):
        sentence = sentence.replace("{who}.", "{who}")
    return sentence.format(**facts)


def say_of(group: str, value: Enum, **facts: str | int) -> str:
    """The word for one value of an enumeration."""
    return say(f"{group}_{value.value}", **facts)


def tied(text: str) -> str:
    """A short text that is never broken over two lines."""
    return text.replace(" ", "\u00a0")
