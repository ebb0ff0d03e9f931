"""Owns words for keys: fingerprints to compare by phone, and passphrases to remember."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files

LIST_SIZE = 7776
FINGERPRINT_WORDS = 6
DIGEST_BYTES = 16
_FAIR = 2**16 - 2**16 % LIST_SIZE
"""Draws of 16 bits from here up are thrown away, so that every word is equally likely."""


@cache
def word_list() -> tuple[str, ...]:
    """The long list of the Electronic Frontier Foundation: 7,776 English words, in its order."""
    text = (files("xkcdpass") / "static" / "eff-long").read_text("ascii")
    return tuple(text.split())


def fingerprint_words(digest: bytes) -> tuple[str, ...]:
    """Six words that stand for a digest (77 bits of it); equal digests have equal words.

    The digest is read as one big-endian number; its remainder modulo 7776**6 is written in base
    7776, most significant word first. Raises ValueError for fewer than 16 bytes.
    """
    if len(digest) < DIGEST_BYTES:
        raise ValueError("too short for six words")
    number = int.from_bytes(digest, "big")
    indices = [(number // LIST_SIZE**place) % LIST_SIZE for place in range(FINGERPRINT_WORDS)]
    return tuple(word_list()[index] for index in reversed(indices))


def generate(draw: Callable[[int], bytes], count: int = 4) -> str:
    """A passphrase of `count` random words with spaces between: four carry 51.7 bits."""
    return " ".join(word_list()[_index(draw)] for _ in range(count))


def _index(draw: Callable[[int], bytes]) -> int:
    while True:
        number = int.from_bytes(draw(2), "big")
        if number < _FAIR:
            return number % LIST_SIZE
