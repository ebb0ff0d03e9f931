"""Owns reducing an account to what somebody else may read; everything else is made from that."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from rhi_desktop.domain.action import Action
from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.attempt import Attempt, OfferedTo
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.disclosure import Disclosure, StepKind, Told
from rhi_desktop.domain.ending import Ending
from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.interview import Account, Interview
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.person import Case, Child
from rhi_desktop.domain.plan import SafetyPlan
from rhi_desktop.domain.reading import Reading
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export import pieces as p
from rhi_desktop.export.left_out import ItemKind
from rhi_desktop.export.police_choice import CONSENT

PASSED_ON = {
    StepKind.WORDS,
    StepKind.CHILD_KNOWS,
    StepKind.CHILD_AGREES,
    StepKind.CHILD_DISAGREES,
}
"""Of a disclosure, beside what the police were told: who else was told stays out."""


def reduced(account: Account, variant: Variant, taken: Collection[str]) -> Account:
    """The account as one reader may have it: what was not taken is nowhere in it.

    `taken` are keys of pieces that may go (`Offer.taken`). Nothing that is added to an account
    later gets through by itself: every part is built here, from its own fields.
    """
    return _Reducer(account.without_struck, variant, frozenset(taken)).account()


@dataclass(frozen=True, slots=True)
class _Reducer:
    told: Account = field(repr=False)
    variant: Variant
    taken: frozenset[str]

    def _has(self, kind: ItemKind, name: str) -> bool:
        return p.key_of(kind, name) in self.taken

    @property
    def _police(self) -> bool:
        return self.variant is Variant.POLICE

    def account(self) -> Account:
        told = self.told
        lines = self._lines()
        return Account(
            case=self._case(),
            episodes=tuple(self._episode(one) for one in told.episodes),
            attempts=tuple(
                self._attempt(one) for one in told.attempts if self._has(ItemKind.ATTEMPT, one.id)
            ),
            interview=self._interview(),
            lines=lines,
            answers=tuple(a for one in told.answers for a in self._answer(one)),
            plan=self._plan(),
            facts=tuple(one for one in told.facts if self._has(ItemKind.FACT, one.id)),
            entities=self._entities(lines),
            readings=self._readings(lines),
            concerns=self._concerns(lines),
            actions=self._actions(),
            disclosures=tuple(
                _for_police(one)
                for one in told.disclosures
                if self._has(ItemKind.DISCLOSURE, one.id)
            ),
        )

    def _lines(self) -> tuple[Line, ...]:
        """For carers numbered anew, with one time for all: a gap would say that there was more."""
        found = [
            replace(one, question_id="", come_back=False)
            for one in self.told.lines
            if self._has(ItemKind.LINE, one.id)
        ]
        if self._police:
            return tuple(found)
        at = self.told.interview.started_at
        return tuple(replace(one, number=n, heard_at=at) for n, one in enumerate(found, 1))

    def _readings(self, lines: tuple[Line, ...]) -> tuple[Reading, ...]:
        held, at = {line.id for line in lines}, self.told.interview.started_at
        found = tuple(one for one in self.told.readings if one.line_id in held)
        return found if self._police else tuple(replace(one, at=at) for one in found)

    def _case(self) -> Case:
        case, child = self.told.case, self.told.case.child
        said = {
            name: text if self._has(ItemKind.ABOUT_CHILD, name) else ""
            for name, text in ((p.CALLED, child.called), (p.TALKS, child.how_to_talk))
        }
        born = child.born if self._police else None
        lives = case.lives_at if self._has(ItemKind.ABOUT_CHILD, p.LIVES) else ""
        host = case.host_authority if self._police else ""
        seen = Child(child.initials, said[p.CALLED], born, child.language, said[p.TALKS])
        return Case(case.id, case.reference, seen, lives, case.responsible_authority, host)

    def _attempt(self, one: Attempt) -> Attempt:
        """What came back may be the child's own words: a carer reads what carers answered."""
        mine = one.offered_to is OfferedTo.CARER
        return replace(one, words=one.words if mine else "", made_by="")

    def _episode(self, one: Episode) -> Episode:
        known = one.known_before if self._has(ItemKind.KNOWN_BEFORE, one.id) else ""
        return Episode(
            one.id,
            one.case_id,
            one.last_seen,
            one.reported,
            one.found,
            one.returned,
            one.accuracy,
            one.reported_by if self._police else "",
            one.police_reference if self._police else "",
            known,
        )

    def _interview(self) -> Interview:
        talk = self.told.interview
        place = talk.place if self._has(ItemKind.ABOUT_TALK, p.PLACE) else ""
        present = talk.present if self._has(ItemKind.ABOUT_TALK, p.PRESENT) else ""
        return replace(talk, place=place, present=present, blanks=(), ending=self._ending(talk))

    def _ending(self, talk: Interview) -> Ending | None:
        ending, blank = talk.ending, Ending()
        if ending is None:
            return None

        def has(name: str) -> bool:
            return self._has(ItemKind.ENDING, name)

        return Ending(
            words=ending.words if has(p.WORDS) else "",
            pressure=ending.pressure if has(p.PRESSURE) else blank.pressure,
            carer=ending.carer if has(p.CARER) else None,
            why=ending.why if has(p.WHY_NOT) else "",
            open_offer=ending.open_offer if has(p.OPEN) else "",
        )

    def _answer(self, one: Answer) -> tuple[Answer, ...]:
        """What the child said about the police stands in their version, without the reason."""
        if self._has(ItemKind.ANSWER, one.id):
            return (one if self._police else replace(one, reason=""),)
        said = self._police and one.question_id == CONSENT and one.values
        return (replace(one, reason=""),) if said else ()

    def _plan(self) -> SafetyPlan | None:
        made = self.told.plan
        lines = made.standing if made else ()
        seen = [one for one in lines if self._has(ItemKind.PLAN_LINE, one.id)]
        held = tuple(replace(one, number=n, brought_from=None) for n, one in enumerate(seen, 1))
        if made is None or not held:
            return None
        return SafetyPlan(made.id, made.case_id, made.interview_id, lines=held)

    def _entities(self, lines: tuple[Line, ...]) -> tuple[Entity, ...]:
        ids = {line.id for line in lines}
        found = []
        for one in self.told.entities:
            if not self._has(ItemKind.ENTITY, one.id):
                continue
            rests = tuple(line for line in one.line_ids if line in ids)
            card = replace(one, line_ids=rests, not_same=())
            if not self._police:
                card = Entity(one.id, one.case_id, one.kind, one.name, relation=one.relation,
                              line_ids=rests)  # fmt: skip
            found.append(card)
        return tuple(found)

    def _concerns(self, lines: tuple[Line, ...]) -> tuple[Concern, ...]:
        ids = {line.id for line in lines}
        return tuple(
            replace(
                one,
                line_ids=tuple(line for line in one.line_ids if line in ids),
                no_action="",
            )
            for one in self.told.concerns
            if self._has(ItemKind.SIGN, one.id)
        )

    def _actions(self) -> tuple[Action, ...]:
        found: list[Action] = []
        for one in self.told.actions:
            if self._has(ItemKind.ACTION, one.id):
                signs = tuple(sign for sign in one.concern_ids if self._has(ItemKind.SIGN, sign))
                number = one.number if self._police else len(found) + 1
                found.append(replace(one, number=number, thread_id=None, concern_ids=signs))
        return tuple(found)


def _for_police(one: Disclosure) -> Disclosure:
    steps = tuple(
        step
        for step in one.steps
        if step.kind in PASSED_ON or (step.kind is StepKind.TOLD and step.whom is Told.POLICE)
    )
    return replace(one, steps=steps)
