"""Owns what goes to a parent or carer: nothing unsafe, and only what was ticked and allowed.

Everything the child said is out until a person ticks it, and can only be ticked when the child
said that carers may know. Nothing kept from anybody goes: a name may be the carer's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rhi_desktop.domain.action import Action
from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.attempt import Attempt, OfferedTo
from rhi_desktop.domain.disclosure import Disclosure, StepKind
from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.domain.plan import Agreed, PlanBlock, PlanLine, SafetyPlan, Sight
from rhi_desktop.export.keeping import TELLING, Kept, kept_from
from rhi_desktop.export.left_out import ItemKind, Why
from rhi_desktop.export.meant import may_mean_carer, means_carer
from rhi_desktop.export.pieces import OPEN, Piece, question_of
from rhi_desktop.export.pointing import marks, plainly
from rhi_desktop.forms.model import BEFORE, Pack, Question, singles

CONSENT = "share_carer"
NEVER = {
    ItemKind.VIEW: Why.VIEW,
    ItemKind.SIGN: Why.SIGN,
    ItemKind.DISCLOSURE: Why.DISCLOSURE,
    ItemKind.DRAWING: Why.PLAN,
    ItemKind.FACT: Why.NOT_NEEDED,
    ItemKind.FOLLOW_UP: Why.NOT_NEEDED,
    ItemKind.BLANK: Why.NOT_NEEDED,
    ItemKind.KNOWN_BEFORE: Why.NOT_NEEDED,
    ItemKind.ABOUT_TALK: Why.NOT_NEEDED,
    ItemKind.ABOUT_CHILD: Why.NOT_NEEDED,
}
TELLING_STEPS = {
    StepKind.WORDS,
    StepKind.CHILD_KNOWS,
    StepKind.CHILD_AGREES,
    StepKind.CHILD_DISAGREES,
}
SECRET = {
    PlanBlock.CODE_WORD,
    PlanBlock.IF_I_GO,
    PlanBlock.PLACES,
    PlanBlock.UNSAFE,
    PlanBlock.PHONE,
}
"""Where the child goes, how they get away, and the word agreed with somebody."""


def kept_from_carers(account: Account) -> Kept:
    """Whatever is kept from anybody, whoever is not safe, and every place that is."""

    def line_kept(line: Line) -> bool:
        return bool(line.keep_from)

    def entity_kept(card: Entity) -> bool:
        return bool(card.keep_from) or _unsafe(card) is not None

    kept = kept_from(account, line_kept, entity_kept)
    said = [
        step.words
        for one in account.disclosures
        for step in one.steps
        if step.kind is StepKind.WORDS
    ]
    words = tuple(text for text in map(plainly, said) if len(text) >= TELLING)
    return replace(kept, words=(*kept.words, *words), names=kept.names | marks(said))


def _unsafe(card: Entity) -> Why | None:
    if card.kind is EntityKind.PLACE and card.feels is Feels.SAFE:
        return Why.SAFE_PLACE
    doubtful = card.feels in {Feels.UNSAFE, Feels.NOT_SURE}
    other = card.kind in {EntityKind.VEHICLE, EntityKind.PHONE}
    return Why.UNSAFE if doubtful or other else None


def seen_blocks(plan: SafetyPlan | None, lives_at: str) -> frozenset[PlanBlock]:
    """The parts that the child lets carers see; none as soon as the child said no to one."""
    if plan is None:
        return frozenset()
    named = {*plan.may_see, *plan.may_not_see, *(part.who for part in plan.parts)}
    refused = [name for name in named if plan.sight_of(name) is Sight.NO]
    if any(may_mean_carer(name, lives_at) for name in (*refused, *plan.may_not_see)):
        return frozenset()
    carers = [name for name in named if means_carer(name, lives_at)]
    if not carers:
        return frozenset()
    seen = [
        frozenset(PlanBlock)
        if plan.sight_of(name) is Sight.ALL
        else frozenset(plan.parts_for(name))
        for name in carers
    ]
    return frozenset.intersection(*seen) - SECRET


@dataclass(frozen=True, slots=True)
class CarerChoice:
    """Judges each piece: a pair of whether it may go, and what speaks against it."""

    account: Account = field(repr=False)
    packs: tuple[Pack, ...] = field(repr=False)
    consent: str
    kept: Kept
    seen: frozenset[PlanBlock]

    def judge(self, piece: Piece) -> tuple[bool, Why | None]:
        """Whether a piece may go at all; without a reason against it, it begins ticked."""
        if piece.kind in NEVER:
            return False, NEVER[piece.kind]
        if piece.id in self.kept.line_ids | self.kept.entity_ids:
            return False, self._kept_because(piece)
        # Of a card only name and relation go; what its lines say does not.
        rests = piece.kind is not ItemKind.ENTITY and self.kept.rested_on(piece.rests_on)
        if rests or self.kept.given_away((*piece.texts, piece.words)):
            return False, Why.WITH_KEPT
        return self._judged(piece)

    def _kept_because(self, piece: Piece) -> Why:
        card = piece.value
        if isinstance(card, Entity) and not card.keep_from:
            return _unsafe(card) or Why.WITH_KEPT
        return Why.KEPT

    def _judged(self, piece: Piece) -> tuple[bool, Why | None]:
        match piece.value:
            case Line() as line:
                return self._line(line)
            case Entity():
                return self._with_consent()
            case Answer() as answer:
                return self._answer(answer)
            case PlanLine() as line:
                return self._plan_line(line)
        return _beside(piece)

    def _with_consent(self) -> tuple[bool, Why | None]:
        if self.consent in {"okay", "part"}:
            return True, Why.LOOK
        return False, Why.SAID_NO if self.consent == "prefer_not" else Why.NOT_ASKED

    def _line(self, line: Line) -> tuple[bool, Why | None]:
        if line.voice in {Voice.VIEW, Voice.ASKED}:
            return False, Why.VIEW if line.voice is Voice.VIEW else Why.NOT_NEEDED
        question = question_of(self.packs, line.question_id)
        signs = {one for sign in self.account.concerns if sign.stands for one in sign.line_ids}
        if any(_told_then(one, line) for one in self.account.disclosures):
            return False, Why.DISCLOSURE
        if line.id in signs or (question is not None and self._harm(question)):
            return False, Why.HARM
        return self._with_consent()

    def _answer(self, answer: Answer) -> tuple[bool, Why | None]:
        question = question_of(self.packs, answer.question_id)
        if question is None or not answer.values:
            return False, Why.NO_ANSWER
        if question.section == BEFORE and question.first:
            return True, None
        if self._harm(question):
            return False, Why.HARM
        if question.section not in {Topic.WHY.value, Topic.HOW.value}:
            return False, Why.NOT_NEEDED
        return self._with_consent()

    def _harm(self, question: Question) -> bool:
        """Whether it asks about harm, or is only asked when another one about harm was answered."""
        earlier = (question_of(self.packs, one.question) for one in singles(question.offer_when))
        return question.sensitive or any(one is not None and self._harm(one) for one in earlier)

    def _plan_line(self, line: PlanLine) -> tuple[bool, Why | None]:
        if line.block in SECRET:
            return False, Why.SAFE_PLACE if line.block is PlanBlock.PLACES else Why.PLAN
        if line.block not in self.seen:
            return False, Why.NOT_SEEN
        return (False, Why.NOT_AGREED) if line.agreed is Agreed.NO else (True, Why.LOOK)


def _told_then(one: Disclosure, line: Line) -> bool:
    """Whether a line was written while a disclosure was being told."""
    said = [step.written_at for step in one.steps if step.kind in TELLING_STEPS]
    return bool(said) and one.opened_at <= line.heard_at <= max(said)


def _beside(piece: Piece) -> tuple[bool, Why | None]:
    match piece.value:
        case Attempt() as attempt:
            return True, Why.LOOK if attempt.offered_to is OfferedTo.CHILD else None
        case Action() as action:
            return _action(action)
    return (True, Why.LOOK) if piece.id == OPEN else (False, Why.NOT_NEEDED)


def _action(action: Action) -> tuple[bool, Why | None]:
    if action.child_agrees is False:
        return False, Why.NOT_AGREED
    if action.concern_ids:
        return False, Why.SIGN
    alone = action.thread_id is None and not action.referral
    return True, None if action.child_agrees and alone else Why.LOOK


def carer_choice(account: Account, packs: Sequence[Pack], consent: str) -> CarerChoice:
    """Who judges for a parent or carer."""
    told = account.without_struck
    seen = seen_blocks(told.plan, told.case.lives_at)
    return CarerChoice(told, tuple(packs), consent, kept_from_carers(told), seen)
