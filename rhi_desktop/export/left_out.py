"""Owns the names of what a variant may hold: each piece, whether it may go, and why it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.variant import Variant


class ItemKind(Enum):
    """What kind of thing a piece is. A child's name for it is never part of this."""

    LINE = "line"
    ANSWER = "answer"
    FACT = "fact"
    ENTITY = "entity"
    SIGN = "sign"
    VIEW = "view"
    ACTION = "action"
    PLAN_LINE = "plan_line"
    DRAWING = "drawing"
    DISCLOSURE = "disclosure"
    ATTEMPT = "attempt"
    FOLLOW_UP = "follow_up"
    BLANK = "blank"
    """A topic that nothing stands under, and why."""
    KNOWN_BEFORE = "known_before"
    """What was told of a time away before the talk."""
    ENDING = "ending"
    """What is known where no talk was held."""
    ABOUT_CHILD = "about_child"
    ABOUT_TALK = "about_talk"


class Why(Enum):
    """Why a piece is left out, or is not offered as ticked. A code: the words are elsewhere."""

    KEPT = "kept"
    """The child asked to keep it from this reader."""
    WITH_KEPT = "with_kept"
    """It names, repeats or rests on something that the child asked to keep."""
    PARTLY_KEPT = "partly_kept"
    """Some of the lines that tell of it are kept: look at it first."""
    KEPT_FROM_OTHERS = "kept_from_others"
    """The child asked to keep it from somebody; whether this reader is meant, a person says."""
    SAID_NO = "said_no"
    SAID_PART = "said_part"
    NOT_ASKED = "not_asked"
    """The child was not asked, or did not say, whether this reader may know."""
    VIEW = "view"
    WISH = "wish"
    PLAN = "plan"
    NOT_SEEN = "not_seen"
    """The child did not say that this reader may see this part of the plan."""
    UNSAFE = "unsafe"
    SAFE_PLACE = "safe_place"
    HARM = "harm"
    DISCLOSURE = "disclosure"
    SIGN = "sign"
    NOT_AGREED = "not_agreed"
    NO_ANSWER = "no_answer"
    LOOK = "look"
    """It may go, but only when a person has looked at it."""
    NOT_NEEDED = "not_needed"
    UNTICKED = "unticked"
    """It was offered, and a person took it out."""

    @property
    def child_asked(self) -> bool:
        """Whether it is out because the child asked for that."""
        return self in {Why.KEPT, Why.WITH_KEPT}


@dataclass(frozen=True, slots=True)
class Item:
    """One piece as it is offered: `suggested` begins ticked, `allowed` can be ticked at all.

    `why` says what speaks against it; None for what is suggested.
    """

    key: str
    kind: ItemKind
    name: str = field(repr=False)
    """How it is named in a list: number of a line, question, name of a person or place."""
    words: str = field(repr=False)
    suggested: bool
    allowed: bool
    why: Why | None = None
    language: str = "en-GB"
    voice: Voice | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that one variant could hold, in the order of the report."""

    variant: Variant
    items: tuple[Item, ...] = field(repr=False)
    consent: str = ""
    """What the child said about this reader: okay, part, prefer_not; empty when nobody asked."""

    @property
    def suggested(self) -> frozenset[str]:
        """The keys that begin ticked."""
        return frozenset(item.key for item in self.items if item.suggested)

    def taken(self, chosen: Iterable[str]) -> frozenset[str]:
        """Of what was ticked, what may go: a key that is not allowed never gets in."""
        allowed = {item.key for item in self.items if item.allowed}
        return frozenset(allowed.intersection(chosen))

    def left_out(self, chosen: Iterable[str]) -> tuple[LeftOut, ...]:
        """Everything that does not go, each with its reason: for the eyes of whoever makes it."""
        taken = self.taken(chosen)
        return tuple(
            LeftOut(item.kind, item.why or Why.UNTICKED, item.name, item.words, item.number)
            for item in self.items
            if item.key not in taken
        )

    def counted(self, chosen: Iterable[str]) -> tuple[Absent, ...]:
        """The same as numbers alone: this is all that a variant may say of it."""
        held = Counter(item.kind for item in self.items)
        left = Counter((one.kind, one.why) for one in self.left_out(chosen))
        return tuple(
            Absent(kind, why, count, held[kind])
            for (kind, why), count in sorted(left.items(), key=lambda one: _order(*one[0]))
        )


def _order(kind: ItemKind, why: Why) -> tuple[int, int]:
    return list(ItemKind).index(kind), list(Why).index(why)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One piece that a variant does not hold. It is shown before signing and never leaves."""

    kind: ItemKind
    why: Why
    name: str = field(repr=False)
    words: str = field(default="", repr=False)
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """How many pieces of one kind are left out for one reason, of how many there are."""

    kind: ItemKind
    why: Why
    count: int
    of: int
