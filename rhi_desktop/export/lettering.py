"""Owns the measures, letters, colours and signs that a free sheet is made of, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (297 * MM, 210 * MM)


class Face(Enum):
    """The cut of the letters. Figures of one width are for telephone numbers."""

    REGULAR = auto()
    MEDIUM = auto()
    STRONG = auto()
    FIGURES = auto()
    STRONG_FIGURES = auto()


class Ink(Enum):
    """The colour of words and signs; each is dark enough on white and on the tint."""

    INK = auto()
    QUIET = auto()
    TEAL = auto()
    CHILD = auto()
    CHILD_EDGE = auto()
    TOLD = auto()
    TOLD_EDGE = auto()
    MID = auto()
    HAIR = auto()


class Sign(Enum):
    """A small picture beside a word that says the same."""

    WAVE = auto()
    HEART = auto()
    PERSON = auto()
    PIN = auto()
    BACK = auto()
    PATH = auto()
    TICK = auto()
    DAY = auto()
    EYE = auto()
    PHONE = auto()
    PENCIL = auto()
    TALK = auto()
    HAND = auto()
    HOUSE = auto()
    DOT = auto()


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: size and leading in points, cut and colour."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    ink: Ink = Ink.INK
