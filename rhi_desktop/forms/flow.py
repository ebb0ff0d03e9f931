"""Owns what is offered, in which order, and what is not yet accounted for; it never locks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Topic
from rhi_desktop.errors import Problem
from rhi_desktop.forms.kinds import KINDS, given
from rhi_desktop.forms.model import Condition, Group, Op, Pack, Question, Single


def prompts(pack: Pack, account: Account) -> tuple[Question, ...]:
    """The questions offered now, in the pack's order; answered ones stay in their place.

    An answer to a question that is itself no longer offered opens nothing.
    """
    said = _Said(_answers(account), _kept_under(account))
    offered: dict[str, Question] = {}
    for question in pack.questions:
        # A pack's conditions name only earlier questions, so one pass in order settles all.
        if _holds(question.offer_when, said, offered):
            offered[question.id] = question
    return tuple(offered.values())


def kept_apart(pack: Pack, account: Account) -> tuple[Answer, ...]:
    """The answers to questions that are no longer offered: kept, marked, left out of reports."""
    offered = {question.id for question in prompts(pack, account)}
    return tuple(answer for answer in account.answers if answer.question_id not in offered)


def unaccounted(pack: Pack, account: Account) -> list[Problem]:
    """What is neither heard nor explained, in the pack's order; an empty list may be sealed.

    A topic needs a standing line of the account or a reason why there is none. A sensitive
    question that is offered needs an answer, a line kept under it, or a blank somebody chose.
    "Not asked" always needs its reason.
    """
    problems = [found for topic in pack.topics for found in _topic(account, topic)]
    answers, kept = _answers(account), _kept_under(account)
    for question in prompts(pack, account):
        problems += _question(question, answers.get(question.id), kept=question.id in kept)
    return problems


@dataclass(frozen=True, slots=True)
class _Said:
    """What was answered, and under which questions a line is kept."""

    answers: Mapping[str, Answer]
    kept: frozenset[str]


def _answers(account: Account) -> Mapping[str, Answer]:
    return {answer.question_id: answer for answer in account.answers}


def _kept_under(account: Account) -> frozenset[str]:
    return frozenset(line.question_id for line in account.standing if line.voice.is_heard)


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


def _question(question: Question, answer: Answer | None, *, kept: bool) -> list[Problem]:
    if answer is None or (not answer.values and answer.blank is None):
        open_gap = question.sensitive and not kept
        return [Problem("answer_unaccounted", question.id)] if open_gap else []
    if answer.blank is Blank.NOT_ASKED and not answer.reason.strip() and not kept:
        return [Problem("answer_reason_missing", question.id)]
    return KINDS[question.kind].check(question, given(question, answer))
