"""Owns one thing heard: the words as given, whose they are, and where they belong."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.ids import InterviewId, LineId
from rhi_desktop.domain.plain import later
from rhi_desktop.errors import Problem

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Voice(Enum):
    """Whose words a line holds. A line has exactly one voice."""

    CHILD = "child"
    SAW = "saw"
    TOLD = "told"
    VIEW = "view"
    ASKED = "asked"

    @property
    def in_account(self) -> bool:
        """False for the interviewer's own view, which never stands inside the account."""
        return self is not Voice.VIEW

    @property
    def is_heard(self) -> bool:
        """True for what was said or seen: not our view, and not a question of ours either."""
        return self not in {Voice.VIEW, Voice.ASKED}


class Topic(Enum):
    """The five parts of a return interview, in the order of the report."""

    WHY = "why"
    WHERE = "where"
    WHO = "who"
    WHAT = "what"
    HOW = "how"


@dataclass(frozen=True, slots=True)
class Rendering:
    """An interpreter's rendering of a line: beside the words, never in their place."""

    text: str = field(repr=False)
    language: str
    by: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conversation.

    `words` are never rewritten, corrected or shortened. `number` counts from 1 in the order of
    keeping and is never reused. A struck line stays in the case and is in no report.
    """

    id: LineId
    interview_id: InterviewId
    number: int
    voice: Voice
    words: str = field(repr=False)
    heard_at: datetime
    told_by: str = field(default="", repr=False)
    """Who said it, when the voice is TOLD."""
    language: str = "en-GB"
    rendering: Rendering | None = field(default=None, repr=False)
    topics: tuple[Topic, ...] = ()
    question_id: str = ""
    """The pack's question under which it was kept; empty in free capture."""
    tags: tuple[str, ...] = field(default=(), repr=False)
    """People and places named inline with @ and #."""
    keep_from: tuple[str, ...] = field(default=(), repr=False)
    """Who shall not see it, in the child's wish."""
    come_back: bool = False
    struck_by: str = field(default="", repr=False)
    """Who struck it; empty while it stands."""
    struck_at: datetime | None = None
    at_read_back: bool = later(False)  # noqa: FBT003 - the default of a field
    """The child added it when the lines were read back."""
    no_topic: bool = later(False)  # noqa: FBT003 - the default of a field
    """Somebody looked at it and decided that it belongs to none of the five topics."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as typed, read by the capture grammar (`read_typed`)."""

    voice: Voice
    words: str = field(repr=False)
    come_back: bool = False
    tags: tuple[str, ...] = field(default=(), repr=False)


_SIGNS = {".": Voice.SAW, ">": Voice.TOLD, "=": Voice.VIEW, "?": Voice.ASKED}


def read_typed(typed: str, voice: Voice = Voice.CHILD) -> Typed:
    """What a typed line means by the grammar of capture.

    `.`, `>`, `=` or `?` and a space at the start choose the voice; a quotation mark at the start
    means the child, and is taken off where it stands round the whole line; `!` at the very end,
    after a space or a word, marks a line to come back to.
    `@name` and `#place` are noted as tags and stay in the words.
    """
    words = typed.strip()
    if words[:1] in _SIGNS and words[1:2].isspace():
        voice, words = _SIGNS[words[0]], words[2:].strip()
    elif words[:1] in _OPENING:
        voice, words = Voice.CHILD, _unquoted(words)
    come_back = words.endswith(" !")
    if come_back:
        words = words[:-1].rstrip()
    tags = tuple(
        word.rstrip(".,;:!?") for word in words.split() if word[:1] in {"@", "#"} and len(word) > 1
    )
    return Typed(voice, words, come_back, tags)


_OPENING = ('"', "\N{LEFT DOUBLE QUOTATION MARK}")
_CLOSING = ('"', "\N{RIGHT DOUBLE QUOTATION MARK}")


def _unquoted(words: str) -> str:
    """What stands in quotation marks round the whole line; marks inside are the child's own."""
    closed = words.endswith(_CLOSING) and len(words) > 1
    inside = words[1:-1] if closed else words[1:]
    if any(mark in inside for mark in (*_OPENING, *_CLOSING)):
        return words
    return inside.strip()


def says_something(text: str) -> bool:
    """False for nothing, for white space, and for signs that nobody can see."""
    # Z holds the separators, C controls, format signs and unassigned places.
    return any(unicodedata.category(char)[0] not in "ZC" for char in text)


def readable(words: str) -> tuple[str, list[Problem]]:
    """The words with every character that no page can hold shown as U+FFFD, and what was met.

    Control characters (but tab and line break) and halves of surrogate pairs are no letters
    anybody said; they are replaced one by one, so that nothing moves and nothing hides.
    """
    kept = "".join(REPLACEMENT if _unreadable(char) else char for char in words)
    count = sum(1 for old, new in zip(words, kept, strict=True) if old != new)
    return kept, [Problem("characters_unreadable", "", {"count": count})] if count else []


def _unreadable(char: str) -> bool:
    # Cc holds the control characters, Cs the halves of surrogate pairs.
    return unicodedata.category(char) in {"Cc", "Cs"} and char not in "\t\n"
