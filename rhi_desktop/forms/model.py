"""Owns what a question pack is, as frozen values; `loader` reads them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rhi_desktop.domain.interview import PackRef
from rhi_desktop.domain.line import Topic

FALLBACK = "en"
"""Every text of a pack exists in English (`ask.en`); other languages may have gaps."""
CHILD, AWAY = "child", "away"
"""Answered as facts: about the child, and about one time away."""
MEETING, BEFORE = "meeting", "before"
END, VIEW, PLAN = "end", "view", "plan"
SECTION_IDS = (CHILD, AWAY, MEETING, BEFORE, *(topic.value for topic in Topic), END, VIEW, PLAN)


class About(Enum):
    """What the questions of a section are about, and so where their answers are kept."""

    CHILD = "child"
    """As a `Fact` of the case; it outlives every talk."""
    EPISODE = "episode"
    """As a `Fact` of one time away."""
    TALK = "talk"
    """As an `Answer` of one interview."""


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

    With `to_worker`, `ask` speaks to the interviewer and is never read out. `first` must be
    answered, or left with a reason, before the talk begins. With `because`, a value needs a
    reason beside it. `group` is the heading it stands under within its section.
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
    first: bool = False
    because: bool = False
    to_worker: bool = False
    group: Texts = Texts()
    offer_when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the record: what is known beside the talk, the talk itself, the view, the plan."""

    id: str
    title: Texts
    opening: Texts = Texts()
    """What can be said to begin this part."""

    @property
    def topic(self) -> Topic | None:
        """The topic whose lines belong here; None for every other part."""
        return next((topic for topic in Topic if topic.value == self.id), None)

    @property
    def about(self) -> About:
        """What its questions are about."""
        return about(self.id)


def about(section_id: str) -> About:
    """What the questions of a section are about, by its id."""
    return {CHILD: About.CHILD, AWAY: About.EPISODE}.get(section_id, About.TALK)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the plan. `id` is the value of a `PlanBlock`; all but `note` is for the child.

    `ideas` are offered one by one, to take or to leave; `starters` begin a sentence. `note` is
    for the interviewer.
    """

    id: str
    title: Texts
    hint: Texts = Texts()
    ideas: tuple[Texts, ...] = ()
    starters: tuple[Texts, ...] = ()
    note: Texts = Texts()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a set; a person answers it, and it never becomes a score.

    `id` is unique in the pack. `code` is the national assessment-factor code, such as "11A".
    `flags` are what rules look at; every one is named in `domain.duty.FLAGS` or below, and its
    meaning stands in docs/formats/pack.md:

    - `cse`, `sexual_activity`, `high_risk`, `learning_disability`, `suicide_plan`, `fgm_known`,
      `exploitation`, `trafficking`, `refer_now`: read by `domain.duty` (rule 41);
    - `health_now`: seek medical advice now (rule 47);
    - `one_chance`: do not contact the family and do not mediate.

    A `slot` is empty: it has an id and no text, and waits for an organisation to write it.
    """

    id: str
    text: Texts
    note: Texts = Texts()
    code: str = ""
    flags: frozenset[str] = frozenset()
    slot: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorSet:
    """One list of indicators. `note` speaks to the interviewer, `source` says whose list it is."""

    id: str
    title: Texts
    note: Texts = Texts()
    source: Texts = Texts()
    indicators: tuple[Indicator, ...] = ()

    @property
    def asked(self) -> tuple[Indicator, ...]:
        """The indicators that can be answered: all but the empty slots."""
        return tuple(one for one in self.indicators if not one.slot)


@dataclass(frozen=True, slots=True)
class Pack:
    """A question pack. `digest` is SHA-256 of its canonical form, hexadecimal.

    Questions stand in the order they are offered; a condition looks only at earlier ones that are
    about the same. A pack may hold questions, blocks of the plan, sets of indicators, or several.
    """

    name: str
    language: str
    title: Texts
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    digest: str = ""
    blocks: tuple[Block, ...] = ()
    sets: tuple[IndicatorSet, ...] = ()
    words: tuple[Option, ...] = ()
    """The pack's words for the three answers and for every blank."""

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

    def of_section(self, section_id: str) -> tuple[Question, ...]:
        """The questions of one section, in order."""
        return tuple(one for one in self.questions if one.section == section_id)

    def block(self, block_id: str) -> Block | None:
        """The block of this id, if the pack has it."""
        return next((one for one in self.blocks if one.id == block_id), None)

    def indicator(self, indicator_id: str) -> Indicator | None:
        """The indicator of this id, if the pack has it."""
        every = (one for group in self.sets for one in group.indicators)
        return next((one for one in every if one.id == indicator_id), None)

    def say(self, word: str, language: str) -> str:
        """The pack's word for yes, no, not sure or a blank; empty for any other."""
        words = {option.id: option.text for option in self.words}
        return words.get(word, Texts()).get(language)
