"""Owns what the child asked to keep: from whom, and what else would give it away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.entity import Entity, folded
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.export.pointing import marks, marks_of_card, parts, plainly, words_of

TELLING = 12
"""Words of a kept line shorter than this, once folded, stand in other lines by chance."""
SHORT = 4
"""A name shorter than this counts only as a word of its own: "Al" is not in "also"."""
NOT_WORDS = frozenset(
    {
        *("id", "kind", "voice", "feels", "language", "method", "offered_to", "reply", "state"),
        *("source", "author", "agreed", "block", "topics", "whom", "blank", "sureness", "digest"),
    }
)
"""Fields that hold a code of ours and nothing anybody said."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What one reader must not learn, and so what may not stand anywhere in their variant."""

    line_ids: frozenset[str]
    about_ids: frozenset[str]
    """Lines that tell of a person or place that is kept."""
    entity_ids: frozenset[str]
    question_ids: frozenset[str]
    names: frozenset[str] = field(repr=False)
    """As `entity.folded` compares them."""
    words: tuple[str, ...] = field(repr=False)
    parts: frozenset[str] = field(default=frozenset(), repr=False)
    """Of names: each counts only as a word of its own."""

    def rested_on(self, line_ids: Iterable[str]) -> bool:
        """Whether one of these lines is kept, or tells of somebody or something that is."""
        return not (self.line_ids | self.about_ids).isdisjoint(line_ids)

    def given_away(self, texts: Iterable[str]) -> bool:
        """Whether a text names or repeats something kept."""
        return any(self._in(text) for text in texts)

    def _in(self, text: str) -> bool:
        here, words = plainly(text), words_of(text)
        # A number is written with a dot or a bracket in one place and with a space in another.
        whole = (here, "".join(char for char in here if char.isalnum()))
        named = any(name in words or _within(name, whole) for name in self.names)
        # Children leave out the apostrophe: Daves.
        single = words | {word.removesuffix("s") for word in words}
        return (
            named
            or not self.parts.isdisjoint(single)
            or any(kept in here or (len(here) >= TELLING and here in kept) for kept in self.words)
        )


def _within(name: str, texts: Iterable[str]) -> bool:
    return len(name) >= SHORT and any(name in text for text in texts)


def kept_from(
    account: Account,
    line_kept: Callable[[Line], bool],
    entity_kept: Callable[[Entity], bool],
) -> Kept:
    """What must be kept, and every name and word that would give it away.

    A person or place that is told of in kept lines alone is kept with them, and so is a name that
    is tagged nowhere else. A line that tells of a kept person or place gives them away, by
    whatever words.
    """
    lines = [line for line in account.standing if line_kept(line)]
    ids = frozenset(str(line.id) for line in lines)
    others = [line for line in account.standing if line.id not in ids]
    cards = [one for one in account.entities if entity_kept(one) or _rests_on(one, lines, others)]
    elsewhere = {folded(tag[1:]) for line in others for tag in line.tags}
    tagged = {folded(tag[1:]) for line in lines for tag in line.tags} - elsewhere
    about = [line for card in cards for line in card.told_in(others)]
    said = _said_in(account, (*lines, *about))
    names = tagged.union(*(card.folded for card in cards), marks(said))
    names = names.union(*(marks_of_card(card) for card in cards))
    free = [name for one in account.entities if one not in cards
            for name in (one.name, *one.other_names)]  # fmt: skip
    made, child = account.interview.interviewer, account.case.child
    return Kept(
        ids,
        frozenset(str(line.id) for line in about),
        frozenset(str(card.id) for card in cards),
        frozenset(line.question_id for line in lines if line.question_id),
        frozenset(plainly(name) for name in names) - {""},
        tuple(text for text in map(plainly, said) if len(text) >= TELLING),
        frozenset(parts(cards, (*free, made.name, child.called))),
    )


def _said_in(account: Account, lines: Sequence[Line]) -> tuple[str, ...]:
    """Everything that lines say, in each of their versions."""
    ids = {line.id for line in lines}
    again = [one.words for one in account.readings if one.line_id in ids]
    rendered = [line.rendering.text for line in lines if line.rendering]
    return (*(line.words for line in lines), *again, *rendered)


def _rests_on(card: Entity, lines: Sequence[Line], others: Sequence[Line]) -> bool:
    heard = [line for line in card.told_in(others) if line.voice.is_heard]
    return bool(card.told_in(lines)) and not heard


def texts_of(value: object) -> tuple[str, ...]:
    """Everything somebody wrote that a value holds."""
    return tuple(_texts(to_plain(value)))


def _texts(plain: Plain) -> list[str]:
    if isinstance(plain, str):
        return [plain] if plain else []
    if isinstance(plain, list):
        return [text for one in plain for text in _texts(one)]
    if isinstance(plain, dict):
        wanted = (one for name, one in plain.items() if _said(name))
        return [text for one in wanted for text in _texts(one)]
    return []


def _said(name: str) -> bool:
    return name not in NOT_WORDS and not name.endswith(("_id", "_ids", "_at"))
