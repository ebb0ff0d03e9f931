"""Owns an account in which nothing is open, for tests that open one thing at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import (
    AnswerId,
    CaseId,
    EpisodeId,
    InterviewId,
    LineId,
    PersonId,
    PlanId,
    PlanLineId,
)
from rhi_desktop.domain.interview import Account, Interview, Outcome, ReadBack
from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.domain.person import Case, Child, Interviewer
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.forms.model import Pack

STARTED = datetime(2026, 3, 10, 16, 5, tzinfo=UTC)
CASE, EPISODE = CaseId("case"), EpisodeId("episode")
INTERVIEW, PLAN = InterviewId("interview"), PlanId("plan")


def line(number: int, topic: Topic | None, voice: Voice = Voice.CHILD, told_by: str = "") -> Line:
    """A line of the fictional talk."""
    return Line(
        LineId(f"line-{number}"),
        INTERVIEW,
        number,
        voice,
        "Mars said I could stay.",
        STARTED,
        told_by=told_by,
        topics=() if topic is None else (topic,),
    )


def promise(
    promised_by: str = "Robin Okafor", by_when: date | None = date(2026, 3, 13)
) -> PlanLine:
    """What an adult promised."""
    return PlanLine(
        PlanLineId("promise"),
        PLAN,
        1,
        PlanBlock.ADULTS,
        "Ask about the bus pass.",
        PlanAuthor.ADULT_PROMISE,
        promised_by=promised_by,
        by_when=by_when,
    )


def _answer(question_id: str, values: tuple[str, ...], blank: Blank | None) -> Answer:
    return Answer(AnswerId(question_id), INTERVIEW, question_id, values, blank)


@pytest.fixture
def account(pack: Pack) -> Account:
    """What is shared was said, every topic heard, every sensitive question accounted for."""
    unsaid = Blank.CHOSE_NOT_TO_SAY
    left = [_answer(q.id, (), unsaid) for q in pack.questions if q.sensitive]
    said = [_answer(q.id, ("understood",), None) for q in pack.questions if q.first]
    home = _answer("plan_take_home", ("yes",), None)
    answers = (*left, *said, home)
    head = Interview(
        INTERVIEW,
        CASE,
        (EPISODE,),
        pack.ref,
        Interviewer(PersonId("me"), "Jo Ellis", "Interviewer", "Harbour Listening"),
        STARTED,
        STARTED + timedelta(minutes=40),
        Outcome.COMPLETED,
        read_back=ReadBack.DONE,
    )
    return Account(
        Case(CASE, "HL-0001", Child("M.T.")),
        (Episode(EPISODE, CASE, returned=STARTED - timedelta(hours=30)),),
        (),
        head,
        tuple(line(number, topic) for number, topic in enumerate(Topic, 1)),
        answers,
        SafetyPlan(PLAN, CASE, INTERVIEW, lines=(promise(),)),
    )
