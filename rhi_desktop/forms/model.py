"""Owns what a question pack is, as frozen values; `loader` reads them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rhi_desktop.domain.interview import PackRef
from rhi_desktop.domain.line import Topic

FALLBACK = "en"
"""Every text of a pack exists in English (`ask.en`); other languages may have gaps."""
BEFORE = "before"
PLAN = "plan"
SECTION_IDS = (BEFORE, *(topic.value for topic in Topic), PLAN)


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in several languages."""

    pairs: tuple[tuple[str, str], ...] = ()

    def language_of(self, language: str) -> str:
        """The language that `get` would answer in: the tag, its first part, or English."""
        known = dict(self.pairs)
        return next((tag for tag in (language, _main(language)) if tag in known), FALLBACK)

    def get(self, language: str) -> str:
        """The text; a missing translation falls back visibly, marked `[en]`."""
        found = self.language_of(language)
        text = dict(self.pairs).get(found, "")
        return text if _main(language) == _main(found) or not text else f"[{found}] {text}"


def _main(language: str) -> str:
    return language.split("-", maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen; the id is stored, the text is shown."""

    id: str
    text: Texts


class Op(Enum):
    """How a condition looks at an earlier answer."""

    IS = "is"
    """Some of the values given are among these."""
    IS_NOT = "is_not"
    """Something was answered and none of it is among these: a blank is never a no."""
    ANSWERED = "answered"
    """There is a value, or a line kept under the question. A blank is no answer."""


@dataclass(frozen=True, slots=True)
class Single:
    """A condition on one earlier question."""

    question: str
    op: Op
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Several conditions: all of them, or any."""

    every: bool
    of: tuple[Condition, ...]


Condition = Single | Group


def singles(condition: Condition | None) -> tuple[Single, ...]:
    """Every single condition within one, in the order written."""
    if condition is None:
        return ()
    if isinstance(condition, Single):
        return (condition,)
    return tuple(one for inner in condition.of for one in singles(inner))


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `ask` is for the child; `note`, `why` and `avoid` are for the interviewer.

    `options` are the values that can be stored: the pack's for choice and many, yes, no and not
    sure for yes_no, none for the other kinds. `blanks` are the pack's words for every reason why
    nothing stands. `low` and `high` name the ends of a scale.
    """

    id: str
    section: str
    kind: str
    ask: Texts
    note: Texts = Texts()
    why: Texts = Texts()
    avoid: tuple[Texts, ...] = ()
    prompts: tuple[Texts, ...] = ()
    options: tuple[Option, ...] = ()
    blanks: tuple[Option, ...] = ()
    low: Texts = Texts()
    high: Texts = Texts()
    sensitive: bool = False
    offer_when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the conversation: before, one of the five topics, or the plan."""

    id: str
    title: Texts
    opening: Texts = Texts()
    """What can be said to begin this part."""

    @property
    def topic(self) -> Topic | None:
        """The topic whose lines belong here; None before the talk and for the plan."""
        return next((topic for topic in Topic if topic.value == self.id), None)


@dataclass(frozen=True, slots=True)
class Pack:
    """A question pack. `digest` is SHA-256 of its canonical form, hexadecimal.

    Questions stand in the order they are offered; a condition looks only at earlier ones.
    """

    name: str
    language: str
    title: Texts
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    digest: str = ""

    @property
    def ref(self) -> PackRef:
        """What an interview stores, so that it stays readable for ever."""
        return PackRef(self.name, self.digest)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics this pack asks to be accounted for, in its order."""
        return tuple(section.topic for section in self.sections if section.topic is not None)

    def question(self, question_id: str) -> Question | None:
        """The question of this id, if the pack has it."""
        return next((q for q in self.questions if q.id == question_id), None)
