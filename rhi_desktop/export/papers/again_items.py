"""Owns what a sheet "If I go missing again" may hold: each thing with how it is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanLine
from rhi_desktop.export import times
from rhi_desktop.export.content import Mark
from rhi_desktop.export.keeping import Kept, texts_of
from rhi_desktop.export.papers.again_parts import (
    AUTHORS,
    BLOCKS,
    CARDS,
    HIDDEN,
    MARKERS,
    MEDICINE,
    QUESTIONS,
    TOPICS,
    AgainPart,
)
from rhi_desktop.export.papers.not_offered import asked_to_keep, kept_of
from rhi_desktop.export.source import LANGUAGE, line_name, listed, numbered
from rhi_desktop.export.wording import say, say_of
from rhi_desktop.forms.kinds import say as say_answer
from rhi_desktop.forms.model import Pack, Question


@dataclass(frozen=True, slots=True)
class AgainItem:
    """One thing that can be ticked. Only what is ticked is printed.

    `title` is a name, where there is one; `words` are as written down, and the child's own, word
    for word, when the mark is the child's. `suggested` is False where somebody must think first.
    """

    id: str
    part: AgainPart
    mark: Mark
    title: str = field(repr=False)
    words: str = field(repr=False)
    known: str = field(repr=False)
    """How we know it, as printed."""
    suggested: bool
    contact: str = field(default="", repr=False)
    feels: str = ""
    language: str = LANGUAGE


def again_items(account: Account, packs: Sequence[Pack]) -> tuple[AgainItem, ...]:
    """Everything that can be ticked, part by part; what the child asked to keep is not among it.

    Nor is anything that was told at once, or that names what is kept.
    """
    whole = account.without_struck
    told = _Told(whole, tuple(packs), kept_of(whole))
    found = [*told.plan(), *told.lines(), *told.cards(), *told.answers(), *told.facts()]
    found += [*told.helps(), *told.before()]
    order = list(AgainPart)
    return tuple(sorted(found, key=lambda item: order.index(item.part)))


def kept_count(account: Account) -> int:
    """How many lines and cards the child asked to keep: the sheet says so, and never which."""
    return asked_to_keep(account.without_struck)


@dataclass(frozen=True, slots=True)
class _Told:
    account: Account
    packs: tuple[Pack, ...]
    kept: Kept

    @property
    def who(self) -> str:
        return self.account.case.child.initials

    def question(self, question_id: str) -> Question | None:
        found = (pack.question(question_id) for pack in self.packs)
        return next((question for question in found if question is not None), None)

    def _kept(self, line: Line) -> bool:
        given_away = self.kept.given_away([line.words, line.told_by])
        return str(line.id) in self.kept.line_ids or given_away

    def _away(self, card: Entity) -> bool:
        return self.kept.given_away(texts_of(card))

    def plan(self) -> Iterator[AgainItem]:
        made = self.account.plan
        if made is None or made.declined:
            return
        free = bool(made.may_see) and not (made.parts or made.may_not_see)
        for line in made.standing:
            if line.block in BLOCKS and not self.kept.given_away(texts_of(line)):
                yield self._planned(line, free=free)

    def _planned(self, line: PlanLine, *, free: bool) -> AgainItem:
        promise = line.author is PlanAuthor.ADULT_PROMISE
        suggested = free and line.agreed is Agreed.YES and line.block not in HIDDEN
        known = say_of(
            "again_plan",
            line.author,
            who=self.who,
            number=line.number,
            name=line.promised_by.strip() or say("no_name"),
        )
        language = LANGUAGE if promise else self.account.case.child.language
        return AgainItem(
            f"plan:{line.id}", BLOCKS[line.block], AUTHORS[line.author], "", line.words, known,
            suggested, language=language,
        )  # fmt: skip

    def lines(self) -> Iterator[AgainItem]:
        for line in self.account.lines:
            part, suggested = self._place(line)
            if part is None or self._kept(line):
                continue
            mark = Mark.CHILD if line.voice is Voice.CHILD else Mark.TOLD
            yield AgainItem(
                f"line:{line.id}", part, mark, "", line.words, self._said(line), suggested,
                language=line.language,
            )  # fmt: skip

    def _place(self, line: Line) -> tuple[AgainPart | None, bool]:
        """Of the child or of somebody else; our own views and what we saw search for nobody."""
        if line.voice not in {Voice.CHILD, Voice.TOLD}:
            return None, False
        if line.question_id in QUESTIONS:
            part, suggested = QUESTIONS[line.question_id]
            return part, suggested and line.voice is Voice.CHILD
        return next((TOPICS[topic] for topic in line.topics if topic in TOPICS), None), False

    def _said(self, line: Line) -> str:
        name = line_name(line)
        if line.voice is Voice.CHILD:
            return say("again_said", who=self.who, line=name)
        if line.voice is Voice.SAW:
            return say("again_seen", line=name)
        return say("again_told", who=line.told_by.strip() or say("no_name"), line=name)

    def cards(self) -> Iterator[AgainItem]:
        for card in self.account.entities:
            if str(card.id) not in self.kept.entity_ids and not self._away(card):
                yield self._card(card)

    def _card(self, card: Entity) -> AgainItem:
        safe = card.feels is Feels.SAFE
        person, place = card.kind is EntityKind.PERSON, card.kind is EntityKind.PLACE
        # Where a child feels safe is no secret to those who search, and may be one from others.
        suggested = card.feels is not Feels.UNSAFE and not (place and safe)
        part = AgainPart.PEOPLE if person and safe else CARDS[card.kind]
        facts = (*card.other_names, card.relation, card.age, card.address, card.description)
        feels = "" if card.feels is Feels.NOT_SAID else say_of("feels", card.feels)
        return AgainItem(
            f"card:{card.id}", part, Mark.TOLD, card.name,
            listed([one.strip() for one in facts if one.strip()]), self._rests(card), suggested,
            card.contact.strip(), feels,
        )  # fmt: skip

    def _rests(self, card: Entity) -> str:
        told_in = [one for one in card.told_in(self.account.lines) if one.voice.is_heard]
        found = [one for one in told_in if not self._kept(one)]
        if not found:
            return say("again_noted")
        own = [line for line in found if line.voice is Voice.CHILD]
        told = own or found
        if len(told) == 1:
            return self._said(told[0])
        lines = say("again_lines", numbers=numbered([line.number for line in told]))
        return say("again_said" if own else "again_card", who=self.who, line=lines)

    def answers(self) -> Iterator[AgainItem]:
        for answer in self.account.answers:
            question = self.question(answer.question_id)
            if question is None or answer.question_id not in QUESTIONS or not answer.values:
                continue
            part, suggested = QUESTIONS[answer.question_id]
            title, words = question.ask.get(LANGUAGE), say_answer(question, answer, LANGUAGE)
            known = say("again_answered", who=self.who)
            if question.id not in self.kept.question_ids and not self.kept.given_away([words]):
                yield AgainItem(
                    f"answer:{answer.id}", part, Mark.TOLD, title, words, known, suggested
                )

    def facts(self) -> Iterator[AgainItem]:
        for fact in self.account.facts:
            item = self._fact(fact)
            if item is not None and not self.kept.given_away([item.title, item.words]):
                yield item

    def _fact(self, fact: Fact) -> AgainItem | None:
        question = self.question(fact.question_id)
        if question is None or not fact.values:
            return None
        title, words = question.ask.get(LANGUAGE), say_answer(question, fact, LANGUAGE)
        part, suggested = QUESTIONS.get(fact.question_id, (AgainPart.HEALTH, True))
        if part is AgainPart.PLACES:
            title, words = words, title
        if fact.question_id == MARKERS and MEDICINE in fact.values:
            # Of all that was suspected at referral, this alone helps whoever searches.
            title = next(one.text.get(LANGUAGE) for one in question.options if one.id == MEDICINE)
            words = ""
        elif fact.question_id not in QUESTIONS:
            return None
        known = self._beside(fact)
        return AgainItem(f"fact:{fact.id}", part, Mark.TOLD, title, words, known, suggested)

    def _beside(self, fact: Fact) -> str:
        away = next((one for one in self.account.episodes if one.id == fact.episode_id), None)
        back = away.returned if away is not None else None
        if back is None:
            return say("again_beside")
        return say("again_beside_on", when=times.date_only(local(back).date()))

    def helps(self) -> Iterator[AgainItem]:
        words = self.account.case.child.how_to_talk
        if words.strip() and not self.kept.given_away([words]):
            yield AgainItem(
                "child:how_to_talk", AgainPart.HELPS, Mark.TOLD, "", words, say("again_beside"),
                suggested=True,
            )  # fmt: skip

    def before(self) -> Iterator[AgainItem]:
        for away in self.account.episodes:
            start = away.last_seen or away.reported
            known = [_moment(one) for one in (start, away.returned) if one is not None]
            if not known:
                continue
            reference = away.police_reference.strip()
            words = say("again_reference", reference=reference) if reference else ""
            yield AgainItem(
                f"away:{away.id}", AgainPart.BEFORE, Mark.TOLD, " \u2013 ".join(known), "",
                say("again_beside"), suggested=True, contact=words,
            )  # fmt: skip


def _moment(at: datetime) -> str:
    return f"{times.date_only(local(at).date())}, {times.clock_time(at)}"
