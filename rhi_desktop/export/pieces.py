"""Owns the pieces of an account: everything that a variant may hold or leave out, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.ending import CarerAsked, Certainty, Ending
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.export.keeping import texts_of
from rhi_desktop.export.left_out import ItemKind
from rhi_desktop.export.source import LANGUAGE
from rhi_desktop.export.wording import say, say_of
from rhi_desktop.forms.kinds import say as say_answer
from rhi_desktop.forms.model import Pack, Question

CALLED, TALKS, LIVES = "called", "how_to_talk", "lives_at"
PLACE, PRESENT, LATE = "place", "present", "late"
WORDS, WHY_NOT, PRESSURE, CARER, OPEN = "words", "why", "pressure", "carer", "open_offer"


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was written down. `rests_on` are the lines it was made from."""

    kind: ItemKind
    id: str
    name: str = field(repr=False)
    words: str = field(repr=False)
    value: object = field(repr=False)
    texts: tuple[str, ...] = field(default=(), repr=False)
    rests_on: tuple[str, ...] = ()
    language: str = "en-GB"
    voice: Voice | None = None
    number: int | None = None

    @property
    def key(self) -> str:
        """How a choice names it."""
        return key_of(self.kind, self.id)


def key_of(kind: ItemKind, name: str) -> str:
    """The key of a piece by its kind and its own identifier."""
    return f"{kind.value}:{name}"


def pieces(account: Account, packs: Sequence[Pack]) -> tuple[Piece, ...]:
    """Every piece, in the order of the report. What was taken out is no piece."""
    told = account.without_struck
    parts = (
        _about_child(told),
        _about_talk(told),
        _ending(told),
        _attempts(told),
        _episodes(told),
        _facts(told, packs),
        _lines(told),
        _blanks(told),
        _answers(told, packs),
        _entities(told),
        _signs(told),
        _views(told),
        _disclosures(told),
        _actions(told),
        _plan(told),
    )
    return tuple(piece for part in parts for piece in part)


def _plainly(kind: ItemKind, name: str, words: str) -> Iterator[Piece]:
    if words.strip():
        yield Piece(kind, name, say_of("piece", kind), words, words, (words,))


def _about_child(told: Account) -> Iterator[Piece]:
    child = told.case.child
    for name, words in ((CALLED, child.called), (LIVES, told.case.lives_at)):
        yield from _plainly(ItemKind.ABOUT_CHILD, name, words)
    yield from _plainly(ItemKind.ABOUT_CHILD, TALKS, child.how_to_talk)


def _about_talk(told: Account) -> Iterator[Piece]:
    talk = told.interview
    for name, words in ((PLACE, talk.place), (PRESENT, talk.present)):
        yield from _plainly(ItemKind.ABOUT_TALK, name, words)


def _ending(told: Account) -> Iterator[Piece]:
    ending = told.interview.ending or Ending()
    yield from _plainly(ItemKind.ENDING, WORDS, ending.words)
    yield from _plainly(ItemKind.ENDING, WHY_NOT, ending.why)
    if ending.pressure in {Certainty.YES, Certainty.NOT_SURE}:
        who = told.case.child.initials
        words = say_of("pressure", ending.pressure, who=who)
        yield Piece(ItemKind.ENDING, PRESSURE, say_of("piece", ItemKind.ENDING), words, words)
    if ending.carer is not None and ending.carer.asked is CarerAsked.ASKED:
        yield from _plainly(ItemKind.ENDING, CARER, f"{ending.carer.who} {ending.carer.words}")
    yield from _plainly(ItemKind.ENDING, OPEN, ending.open_offer)


def _attempts(told: Account) -> Iterator[Piece]:
    for one in told.attempts:
        words = f"{say_of('method', one.method)}. {one.words}".strip()
        yield Piece(
            ItemKind.ATTEMPT, one.id, say_of("piece", ItemKind.ATTEMPT), words, one, texts_of(one)
        )


def _episodes(told: Account) -> Iterator[Piece]:
    for one in told.episodes:
        if one.known_before.strip():
            words = one.known_before
            name = say("before_talk")
            yield Piece(ItemKind.KNOWN_BEFORE, one.id, name, words, one, (words,))
        if one.late is not None:
            yield Piece(ItemKind.ABOUT_TALK, f"{LATE}-{one.id}", say("late_named"),
                        one.late_words, one, (one.late_words,))  # fmt: skip


def question_of(packs: Sequence[Pack], question_id: str) -> Question | None:
    """The question of an id, in whichever pack has it."""
    found = (pack.question(question_id) for pack in packs)
    return next((question for question in found if question is not None), None)


def _asked(kind: ItemKind, one: Answer | Fact, packs: Sequence[Pack]) -> Piece:
    question = question_of(packs, one.question_id)
    name = question.ask.get(LANGUAGE) if question else one.question_id
    words = say_answer(question, one, LANGUAGE) if question else "; ".join(one.values)
    said = f"{words} {say('blank_because', reason=one.reason)}" if one.reason.strip() else words
    return Piece(kind, one.id, name, said, one, (*texts_of(one), words))


def _facts(told: Account, packs: Sequence[Pack]) -> Iterator[Piece]:
    return (_asked(ItemKind.FACT, one, packs) for one in told.facts)


def _answers(told: Account, packs: Sequence[Pack]) -> Iterator[Piece]:
    return (_asked(ItemKind.ANSWER, one, packs) for one in told.answers)


def _lines(told: Account) -> Iterator[Piece]:
    for one in told.standing:
        read = [reading for reading in told.readings if reading.line_id == one.id]
        texts = (*texts_of(one), *(reading.words for reading in read))
        yield _numbered(ItemKind.LINE, one, texts)


def _numbered(kind: ItemKind, one: Line, texts: tuple[str, ...]) -> Piece:
    name = say("line", number=one.number)
    return Piece(
        kind, one.id, name, one.words, one, texts, (one.id,), one.language, one.voice, one.number
    )


def _blanks(told: Account) -> Iterator[Piece]:
    for one in told.interview.blanks:
        name = say(f"topic_{one.topic.value}")
        words = f"{say_of('blank', one.blank)}. {one.reason}".strip()
        yield Piece(ItemKind.BLANK, one.topic.value, name, words, one, (one.reason,))


def _entities(told: Account) -> Iterator[Piece]:
    for one in told.entities:
        words = "; ".join(text for text in (one.relation, one.age, one.description) if text)
        rests = tuple(line.id for line in one.told_in(told.standing))
        yield Piece(ItemKind.ENTITY, one.id, one.name, words, one, texts_of(one), rests)


def _signs(told: Account) -> Iterator[Piece]:
    for one in told.concerns:
        words = f"{say_of('state', one.state)}. {one.evidence}".strip()
        texts = (one.evidence, one.no_action)
        yield Piece(ItemKind.SIGN, one.id, one.wording, words, one, texts, one.line_ids)


def _views(told: Account) -> Iterator[Piece]:
    for one in told.threads:
        name = say("view_label", number=one.number)
        yield Piece(ItemKind.VIEW, one.id, name, one.view, one, texts_of(one), one.line_ids)


def _disclosures(told: Account) -> Iterator[Piece]:
    for one in told.disclosures:
        words = " ".join(step.words for step in one.steps if step.words)
        yield Piece(ItemKind.DISCLOSURE, one.id, say("told"), words, one, texts_of(one))


def _actions(told: Account) -> Iterator[Piece]:
    rests = {one.id: one.line_ids for one in told.threads}
    signs = {one.id: one.line_ids for one in told.concerns}
    for one in told.actions:
        lines = rests.get(one.thread_id, ()) if one.thread_id else ()
        lines = (*lines, *(line for sign in one.concern_ids for line in signs.get(sign, ())))
        name = say("action_named", number=one.number)
        yield Piece(ItemKind.ACTION, one.id, name, one.what, one, texts_of(one), lines)
    for kept in told.follow_ups:
        words = f"{kept.promise} {kept.words}".strip()
        yield Piece(ItemKind.FOLLOW_UP, kept.id, say("followed"), words, kept, texts_of(kept))


def _plan(told: Account) -> Iterator[Piece]:
    made = told.plan
    if made is None:
        return
    for one in made.standing:
        name = say("plan_line", number=one.number)
        yield Piece(ItemKind.PLAN_LINE, one.id, name, one.words, one, texts_of(one))
    if made.drawing is not None:
        caption = made.drawing.caption
        yield Piece(
            ItemKind.DRAWING,
            made.drawing.id,
            say_of("piece", ItemKind.DRAWING),
            caption,
            made.drawing,
        )
