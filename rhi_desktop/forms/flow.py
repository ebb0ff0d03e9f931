"""Owns what is offered, in which order, and what is not yet accounted for; it never locks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.interview import Account, Outcome
from rhi_desktop.domain.line import Topic
from rhi_desktop.errors import Problem
from rhi_desktop.forms.kinds import KINDS, given
from rhi_desktop.forms.model import About, Condition, Group, Op, Pack, Question, Single, about

Stands = Account | Iterable[Answer | Fact]
"""What answers stand: those of a whole talk, or the facts about one child or one time away."""


def prompts(pack: Pack, stands: Stands, section: str = "") -> tuple[Question, ...]:
    """The questions offered now, in the pack's order; answered ones stay in their place.

    Those about the talk, unless a section is named: then those of that section alone, and for
    "child" and "away" the facts must be handed in. An answer to a question that is itself no
    longer offered opens nothing.
    """
    wanted = about(section) if section else About.TALK
    said = _said(stands)
    offered: dict[str, Question] = {}
    for question in pack.questions:
        # A pack's conditions name only earlier questions, so one pass in order settles all.
        if about(question.section) is wanted and _holds(question.offer_when, said, offered):
            offered[question.id] = question
    return tuple(one for one in offered.values() if section in {"", one.section})


def unaccounted(pack: Pack, account: Account) -> list[Problem]:
    """What is neither heard nor explained, in the pack's order; `open_first` finds the rest.

    A topic needs a standing line of the account or a reason why there is none. A sensitive
    question that is offered needs an answer, a line kept under it, or a blank somebody chose.
    "Not asked" always needs its reason, and so does whatever was judged. When the child stopped
    the talk, what had not come up by then was not reached; where no talk was held, nothing is
    missing.
    """
    outcome = account.interview.outcome
    if outcome is not None and not outcome.held:
        return []
    stopped = outcome is Outcome.STOPPED_BY_CHILD
    problems = [found for topic in pack.topics for found in _topic(account, topic)]
    said = _said(account)
    for question in prompts(pack, account):
        if not question.first:
            problems += _question(question, said)
    left = {"topic_unaccounted", "answer_unaccounted"} if stopped else set()
    return [problem for problem in problems if problem.code not in left]


def open_first(pack: Pack, stands: Stands) -> list[Problem]:
    """What must still be answered, or left with a reason, before the talk begins (rule 26)."""
    said = _said(stands)
    asked = (one for one in prompts(pack, stands) if one.first)
    return [found for question in asked for found in _first(question, said)]


def leave_rest(pack: Pack, account: Account, section: str) -> tuple[str, ...]:
    """The sensitive questions of a section that nothing stands for, to be left with one reason."""
    here = {question.id for question in pack.of_section(section)}
    found = unaccounted(pack, account)
    return tuple(p.where for p in found if p.code == "answer_unaccounted" and p.where in here)


@dataclass(frozen=True, slots=True)
class _Said:
    """What was answered, and under which questions a line is kept."""

    answers: Mapping[str, Answer | Fact]
    kept: frozenset[str] = frozenset()


def _said(stands: Stands) -> _Said:
    if not isinstance(stands, Account):
        return _Said({one.question_id: one for one in stands})
    kept = frozenset(line.question_id for line in stands.standing if line.voice.is_heard)
    return _Said({answer.question_id: answer for answer in stands.answers}, kept)


def _holds(condition: Condition | None, said: _Said, offered: Mapping[str, Question]) -> bool:
    if condition is None:
        return True
    if isinstance(condition, Group):
        inner = (_holds(one, said, offered) for one in condition.of)
        return all(inner) if condition.every else any(inner)
    return condition.question in offered and _single(condition, said)


def _single(condition: Single, said: _Said) -> bool:
    answer = said.answers.get(condition.question)
    values = set(answer.values) if answer is not None else set()
    check: Callable[[], bool] = {
        Op.IS: lambda: bool(values & set(condition.values)),
        Op.IS_NOT: lambda: bool(values) and not values & set(condition.values),
        Op.ANSWERED: lambda: bool(values) or condition.question in said.kept,
    }[condition.op]
    return check()


def _topic(account: Account, topic: Topic) -> list[Problem]:
    blank = account.blank_of(topic)
    if account.heard(topic):
        return [Problem("topic_heard_and_blank", topic.value)] if blank is not None else []
    if blank is None:
        return [Problem("topic_unaccounted", topic.value)]
    if blank.blank is Blank.NOT_ASKED and not blank.reason.strip():
        return [Problem("topic_reason_missing", topic.value)]
    return []


def _question(question: Question, said: _Said) -> list[Problem]:
    answer, kept = said.answers.get(question.id), question.id in said.kept
    if answer is None or (not answer.values and answer.blank is None):
        open_gap = question.sensitive and not kept
        return [Problem("answer_unaccounted", question.id)] if open_gap else []
    unsaid = not answer.reason.strip()
    if answer.blank is Blank.NOT_ASKED and unsaid and not kept:
        return [Problem("answer_reason_missing", question.id)]
    if question.because and answer.values and unsaid:
        return [Problem("answer_because_missing", question.id)]
    return KINDS[question.kind].check(question, given(question, answer))


def _first(question: Question, said: _Said) -> list[Problem]:
    answer = said.answers.get(question.id)
    if answer is None or (not answer.values and answer.blank is None):
        return [] if question.id in said.kept else [Problem("first_unanswered", question.id)]
    # "Not possible, because ..." is an answer; a bare blank is none.
    if answer.blank is not None and not answer.reason.strip():
        return [Problem("answer_reason_missing", question.id)]
    return _question(question, said)
