"""Owns what goes to the police: places, people, vehicles, phones, the way, and what tells of them.

What the child asked to keep from the police cannot be ticked, nor what would give it away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.disclosure import Disclosure, StepKind, Told
from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.export.keeping import Kept, kept_from
from rhi_desktop.export.left_out import ItemKind, Why
from rhi_desktop.export.meant import means_police
from rhi_desktop.export.pieces import CARER, PRESSURE, TALKS, Piece, question_of
from rhi_desktop.forms.model import Pack

CONSENT = "share_police"
TELLING = {Topic.WHERE, Topic.WHO, Topic.WHAT}
"""Lines of these topics are about the time away; why and how are the child's own."""
OFFICE = frozenset(
    {
        *("known_markers", "required", "required_by", "referral_received", "referral_from"),
        *("allocated_to", "allocated_when"),
    }
)
"""What is known of a time away but is about the service, or about the child's life."""
REACH = frozenset({"social_worker", "phone_safe", "contact_times"})
NEVER = {
    ItemKind.VIEW: Why.VIEW,
    ItemKind.PLAN_LINE: Why.PLAN,
    ItemKind.DRAWING: Why.PLAN,
    ItemKind.ATTEMPT: Why.NOT_NEEDED,
    ItemKind.FOLLOW_UP: Why.NOT_NEEDED,
    ItemKind.BLANK: Why.NOT_NEEDED,
    ItemKind.ABOUT_TALK: Why.NOT_NEEDED,
}


def kept_from_police(account: Account) -> Kept:
    """What the child asked to keep from the police, and what would give it away."""

    def line_kept(line: Line) -> bool:
        return any(means_police(name) for name in line.keep_from)

    def entity_kept(card: Entity) -> bool:
        return any(means_police(name) for name in card.keep_from)

    return kept_from(account, line_kept, entity_kept)


@dataclass(frozen=True, slots=True)
class PoliceChoice:
    """Judges each piece: a pair of whether it may go, and what speaks against it."""

    account: Account = field(repr=False)
    packs: tuple[Pack, ...] = field(repr=False)
    consent: str
    kept: Kept
    from_others: Kept
    """What the child wants kept from somebody who may not be the police."""

    def judge(self, piece: Piece) -> tuple[bool, Why | None]:
        """Whether a piece may go at all; without a reason against it, it begins ticked."""
        if piece.kind in NEVER:
            return False, NEVER[piece.kind]
        if piece.id in self.kept.line_ids | self.kept.entity_ids:
            return False, Why.KEPT
        if self._given_away(piece):
            return False, Why.WITH_KEPT
        may, why = self._judged(piece)
        if may and why is None and self._tells_of_others(piece):
            return True, Why.KEPT_FROM_OTHERS
        return may, why

    def _tells_of_others(self, piece: Piece) -> bool:
        """Whether it tells what is kept from somebody: a person looks before it goes."""
        known = self.from_others
        return piece.id in known.entity_ids or known.given_away((*piece.texts, piece.words))

    def _given_away(self, piece: Piece) -> bool:
        value = piece.value
        under = isinstance(value, Answer) and value.question_id in self.kept.question_ids
        rests = piece.kind is not ItemKind.ENTITY and self.kept.rested_on(piece.rests_on)
        return under or rests or self.kept.given_away((*piece.texts, piece.words))

    def _judged(self, piece: Piece) -> tuple[bool, Why | None]:
        match piece.value:
            case Line() as line:
                return self._line(line)
            case Entity() as card:
                return self._entity(card, piece)
            case Answer() as answer:
                return self._answer(answer)
        return _beside(piece)

    def _line(self, line: Line) -> tuple[bool, Why | None]:
        if line.voice in {Voice.VIEW, Voice.ASKED}:
            return False, Why.VIEW if line.voice is Voice.VIEW else Why.NOT_NEEDED
        if line.keep_from:
            return True, Why.KEPT_FROM_OTHERS
        if line.voice is Voice.CHILD and self._asked_first is not None:
            return True, self._asked_first
        if TELLING.intersection(line.topics):
            return True, None
        if any(line in card.told_in((line,)) for card in self.account.entities):
            return True, None
        return True, Why.WISH if Topic.HOW in line.topics else Why.NOT_NEEDED

    @property
    def _asked_first(self) -> Why | None:
        return {"prefer_not": Why.SAID_NO, "part": Why.SAID_PART}.get(self.consent)

    def _entity(self, card: Entity, piece: Piece) -> tuple[bool, Why | None]:
        if self.kept.rested_on(piece.rests_on):
            return True, Why.PARTLY_KEPT
        return True, Why.KEPT_FROM_OTHERS if card.keep_from else self._asked_first

    def _answer(self, answer: Answer) -> tuple[bool, Why | None]:
        if not answer.values:
            return False, Why.NO_ANSWER
        if answer.question_id == CONSENT:
            return True, Why.LOOK if answer.reason.strip() else None
        question = question_of(self.packs, answer.question_id)
        section = question.section if question else ""
        if section in {Topic.WHERE.value, Topic.WHO.value}:
            return True, self._asked_first
        return (True, Why.LOOK) if section == Topic.WHAT.value else (False, Why.NOT_NEEDED)


def _beside(piece: Piece) -> tuple[bool, Why | None]:
    match piece.value:
        case Fact() as fact:
            return _fact(fact)
        case Concern() as sign:
            return (True, Why.LOOK) if sign.stands else (False, Why.NOT_NEEDED)
        case Disclosure() as one:
            return True, None if _told_police(one) else Why.LOOK
    return _other(piece)


def _fact(fact: Fact) -> tuple[bool, Why | None]:
    if not fact.values:
        return False, Why.NO_ANSWER
    if fact.episode_id is not None:
        return True, Why.NOT_NEEDED if fact.question_id in OFFICE else None
    return True, None if fact.question_id in REACH else Why.NOT_NEEDED


def _told_police(one: Disclosure) -> bool:
    return any(step.kind is StepKind.TOLD and step.whom is Told.POLICE for step in one.steps)


def _other(piece: Piece) -> tuple[bool, Why | None]:
    helps = {
        ItemKind.KNOWN_BEFORE: True,
        ItemKind.ENDING: piece.id in {PRESSURE, CARER},
        ItemKind.ABOUT_CHILD: piece.id == TALKS,
    }
    return True, None if helps.get(piece.kind) else Why.NOT_NEEDED


def police_choice(account: Account, packs: Sequence[Pack], consent: str) -> PoliceChoice:
    """Who judges for the police."""
    told = account.without_struck
    kept = kept_from_police(told)
    others = kept_from(
        told,
        lambda line: bool(line.keep_from) and line.id not in kept.line_ids,
        lambda card: bool(card.keep_from) and card.id not in kept.entity_ids,
    )
    return PoliceChoice(told, tuple(packs), consent, kept, others)
