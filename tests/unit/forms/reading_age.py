"""Owns the measure of how hard words are to read: the Flesch-Kincaid grade of a text.

grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59

A grade is the years at school in the United States: 4 is nine or ten years old, 6 is eleven. It
says little about one short sentence, so that a section is measured as a whole, and single
sentences only against a wide limit. Syllables are counted as groups of vowels: not exact, and the
same every time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SENTENCE = re.compile(r"[^.?!:;]+")
WORD = re.compile(r"[A-Za-z]+(?:['\u2019][a-z]+)?")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyszxgc])es$")


def sentences(texts: Iterable[str]) -> list[list[str]]:
    """The words of every sentence; each text begins a sentence of its own."""
    found = (WORD.findall(part) for text in texts for part in SENTENCE.findall(text))
    return [words for words in found if words]


def syllables(word: str) -> int:
    """How many groups of vowels a word is spoken with, at least one."""
    plain = SILENT.sub("", re.sub(r"['\u2019][a-z]+$", "", word.lower()))
    return max(1, len(VOWELS.findall(plain)))


def grade(texts: Iterable[str]) -> float:
    """The grade of texts read one after the other."""
    said = sentences(texts)
    words = [word for sentence in said for word in sentence]
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(said) + 11.8 * spoken / len(words) - 15.59
