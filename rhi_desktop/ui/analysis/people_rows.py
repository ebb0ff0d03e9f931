"""Owns what the people page shows as values: each card with what was heard of it, and the ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.entity import Entity, EntityKind
from rhi_desktop.domain.ids import EntityId, EpisodeId
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.widgets import quoted, voice_word
from rhi_desktop.workflow.naming import HeardLine

KIND_ICONS: Mapping[EntityKind, IconName] = {
    EntityKind.PERSON: "person",
    EntityKind.PLACE: "pin",
    EntityKind.VEHICLE: "train",
    EntityKind.PHONE: "phone",
}
_STRONGEST = (Voice.CHILD, Voice.SAW, Voice.TOLD)


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card, the lines that tell of it, and the numbers of the times away they belong to."""

    entity: Entity
    child: str = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)
    episodes: tuple[int, ...]

    @property
    def voice(self) -> Voice | None:
        """Whose word ties it to the child: the child's before what was seen or told."""
        voices = {line.voice for line in self.lines}
        return next((voice for voice in _STRONGEST if voice in voices), None)

    @property
    def said(self) -> Line | None:
        """The newest line in that voice."""
        return next((one for one in reversed(self.lines) if one.voice is self.voice), None)

    @property
    def words(self) -> str:
        """What was said, as it stands; or who it is, where no line tells of it."""
        line = self.said
        if line is not None:
            return quoted(line.voice, line.words.replace("\n", " "))
        return self.entity.relation or _tr("Nothing heard yet")

    @property
    def by_whom(self) -> str:
        """Whose words these are."""
        line = self.said
        return voice_word(line.voice, self.child, line.told_by) if line else _tr("Written by hand")

    @property
    def numbers(self) -> str:
        """The times away, as figures."""
        return ", ".join(str(number) for number in self.episodes)

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        kind = kind_word(self.entity.kind)
        parts = [f"{self.entity.name}, {kind}", f"{self.by_whom}: {self.words}"]
        if self.episodes:
            parts.append(_tr("Times away: {numbers}").format(numbers=self.numbers))
        return ". ".join(parts)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two cards that one line names together, and whose line it was."""

    one: EntityId
    other: EntityId
    voice: Voice


def card_rows(
    cards: Sequence[Entity],
    heard: Sequence[HeardLine],
    numbers: Mapping[EpisodeId, int],
    child: str,
    only: EpisodeId | None = None,
) -> tuple[CardRow, ...]:
    """The cards with what was heard of each; of one time away those alone that it tells of."""
    shown = [one for one in heard if only is None or only in one.episode_ids]
    rows = []
    for card in cards:
        told = card.told_in(one.line for one in shown)
        if only is not None and not told:
            continue
        ids = {line.id for line in told}
        away = {e for one in shown if one.line.id in ids for e in one.episode_ids}
        known = sorted(numbers[one] for one in away if one in numbers)
        rows.append(CardRow(card, child, told, tuple(known)))
    return tuple(rows)


def round_the_child(rows: Sequence[CardRow], found: Sequence[Tie]) -> tuple[CardRow, ...]:
    """The same cards so that those who are named together stand side by side in the picture."""
    left = list(rows)
    order: list[CardRow] = []
    together = {(tie.one, tie.other) for tie in found}
    together |= {(other, one) for one, other in together}
    while left:
        here = order[-1].entity.id if order else None
        near = (row for row in left if (here, row.entity.id) in together)
        order.append(next(near, left[0]))
        left.remove(order[-1])
    return tuple(order)


def ties(rows: Sequence[CardRow]) -> tuple[Tie, ...]:
    """Which cards one and the same line names, each pair once, by the strongest voice."""
    found: dict[tuple[EntityId, EntityId], Voice] = {}
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            ids = {line.id for line in other.lines}
            voices = {line.voice for line in one.lines if line.id in ids}
            voice = next((v for v in _STRONGEST if v in voices), None)
            if voice is not None:
                found[one.entity.id, other.entity.id] = voice
    return tuple(Tie(one, other, voice) for (one, other), voice in found.items())


def kind_word(kind: EntityKind) -> str:
    """What a card is about."""
    return {
        EntityKind.PERSON: _tr("a person"),
        EntityKind.PLACE: _tr("a place"),
        EntityKind.VEHICLE: _tr("a vehicle"),
        EntityKind.PHONE: _tr("a phone or an account"),
    }[kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("people", words)
